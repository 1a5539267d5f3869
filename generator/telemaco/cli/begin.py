"""`telemaco begin`: set confirmed pairs to active, their members to matched, and the program."""

from datetime import date
from pathlib import Path

import click

from telemaco.cli.deciding import Order, decide, deciding_options
from telemaco.ports import Translator
from telemaco.usecases.begin import beginnings
from telemaco.usecases.named import pair_of, program_named


@click.command("begin")
@click.argument("program")
@click.argument("pairs", metavar="[PAIR]...", nargs=-1)
@deciding_options
def command(
    *,
    program: str,
    pairs: tuple[str, ...],
    root: Path,
    today: date | None,
    translator: Translator,
    takes_all: bool,
    apply: bool,
) -> int:
    """Set the confirmed pairs of PROGRAM to active once their first day has come.

    Their members are set to matched, and the program to running, or to matching while its pairs
    are still to be made. Without PAIR, all that are confirmed. PROGRAM is the name of its file,
    PAIR that of its folder, also for a group or a circle. Nothing is written without --apply.
    """
    order = Order(root, today, translator, pairs, takes_all, apply)
    return decide(
        order,
        lambda community, day: beginnings(
            community,
            known := program_named(community, program),
            [pair_of(community, known, name) for name in pairs],
            day,
        ),
    )
