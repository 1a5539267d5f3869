"""`telemaco confirm`: confirm proposed pairs to which everybody said yes."""

from datetime import date
from pathlib import Path

import click

from telemaco.cli.deciding import Order, decide, deciding_options
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.usecases.confirm import Consent, confirmations
from telemaco.usecases.named import pair_of, person_named, program_named


@click.command("confirm")
@click.argument("program")
@click.argument("pairs", metavar="[PAIR]...", nargs=-1)
@click.option(
    "--agreed",
    multiple=True,
    metavar="PERSON",
    help="Somebody who told you that they say yes; their day is noted. May be given again.",
)
@click.option(
    "--all-agreed",
    "everybody",
    is_flag=True,
    help="All members of these pairs told you so; without PAIR, those of all proposals.",
)
@deciding_options
def command(
    *,
    program: str,
    pairs: tuple[str, ...],
    agreed: tuple[str, ...],
    root: Path,
    today: date | None,
    translator: Translator,
    everybody: bool,
    takes_all: bool,
    apply: bool,
) -> int:
    """Confirm the proposed pairs of PROGRAM to which every member said yes.

    Without PAIR, all proposals. Those whose members have not all answered stay proposed, and are
    listed. People say yes by the form, in their pair's file, or to you: then name them
    with --agreed. PROGRAM is the name of its file, PAIR that of its folder, also for a group or a
    circle. Nothing is written without --apply.
    """

    def consent(community: Community) -> Consent:
        known = program_named(community, program)
        return Consent(
            known,
            [pair_of(community, known, name) for name in pairs],
            [person_named(community, name) for name in agreed],
            everybody,
        )

    order = Order(root, today, translator, pairs or agreed, takes_all or everybody, apply)
    return decide(order, lambda community, day: confirmations(community, consent(community), day))
