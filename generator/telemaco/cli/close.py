"""`telemaco close`: complete the pairs whose time is over, or end some before it."""

from datetime import date
from pathlib import Path

import click

from telemaco.cli.deciding import Order, decide, deciding_options
from telemaco.ports import Translator
from telemaco.records.pair import EndReason
from telemaco.usecases.close import Ends, endings
from telemaco.usecases.named import pair_of, program_named


@click.command("close")
@click.argument("program")
@click.argument("pairs", metavar="[PAIR]...", nargs=-1)
@click.option(
    "--reason",
    type=click.Choice([one.value for one in EndReason]),
    help="Why these pairs end before their last day.",
)
@deciding_options
def command(
    *,
    program: str,
    pairs: tuple[str, ...],
    reason: str | None,
    root: Path,
    today: date | None,
    translator: Translator,
    takes_all: bool,
    apply: bool,
) -> int:
    """Complete the pairs of PROGRAM whose last day has come, and the places of their members.

    Pairs that met too seldom to complete are listed, and closed when they are named. With
    --reason, pairs that are named end before their time: today, or on their last day if that is
    past. A program that has ended is set to closing, and to completed when no pair is left.
    With --all --reason program-ended the whole program ends today: all its pairs, and itself.
    PROGRAM is the name of its file, PAIR that of its folder, also for a group or a circle. Nothing
    is written without --apply.
    """
    order = Order(root, today, translator, pairs, takes_all, apply)
    return decide(
        order,
        lambda community, day: endings(
            community,
            Ends(
                known := program_named(community, program),
                [pair_of(community, known, name) for name in pairs],
                EndReason(reason) if reason else None,
                is_whole=takes_all,
            ),
            day,
        ),
    )
