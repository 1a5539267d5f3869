"""`telemaco accept`: decide on people who applied."""

from datetime import date
from pathlib import Path

import click

from telemaco.cli.deciding import Order, decide, deciding_options
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.model.wording import STATUSES
from telemaco.ports import Translator
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role
from telemaco.usecases.accept import Answer, answers
from telemaco.usecases.named import person_named, program_named

_ANSWERS = (
    EnrolmentStatus.ACCEPTED,
    EnrolmentStatus.WAITING,
    EnrolmentStatus.DECLINED,
    EnrolmentStatus.WITHDRAWN,
)
_NAMED = frozenset({EnrolmentStatus.DECLINED, EnrolmentStatus.WITHDRAWN})


@click.command("accept")
@click.argument("program")
@click.argument("people", metavar="[PERSON]...", nargs=-1)
@click.option(
    "--role", type=click.Choice([one.value for one in Role]), help="Only those who applied as this."
)
@click.option(
    "--as",
    "status",
    type=click.Choice([one.value for one in _ANSWERS]),
    default=EnrolmentStatus.ACCEPTED.value,
    show_default=True,
    help="Accept them, let them wait for a place, decline, or note that they take no part.",
)
@deciding_options
def command(
    *,
    program: str,
    people: tuple[str, ...],
    role: str | None,
    status: str,
    root: Path,
    today: date | None,
    translator: Translator,
    takes_all: bool,
    apply: bool,
) -> int:
    """Accept people who applied for PROGRAM: those who are named, or all of them.

    Without names it lists who has applied, as what, and with which skills. Whoever waits for a
    place, or has nobody to meet any more, is answered by name.
    Nothing is written without --apply.
    """
    if status in _NAMED and not people:
        raise TelemacoError(
            msg("Whoever is {status} is named.", status=STATUSES[status]),
            msg("Name them after the program."),
        )
    order = Order(root, today, translator, people, takes_all, apply)
    found = decide(
        order,
        lambda community, _: answers(
            community,
            Answer(
                program_named(community, program),
                EnrolmentStatus(status),
                [person_named(community, name) for name in people],
                Role(role) if role else None,
            ),
        ),
    )
    if status in _NAMED:
        click.echo(translator.text(_OFF_SITE), err=True)
    return found


_OFF_SITE = msg(
    "Whoever is in no other program and was in no pair is not on the site: they have no page, and "
    "stand in no list, table or search."
)
