"""Who can apply today, until when, and by which door."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from telemaco.forms.joining import MENTEE, MENTOR, PEER
from telemaco.forms.programs import to_join_as
from telemaco.messages import Message, msg, msg_n
from telemaco.model.program_steps import can_apply_on
from telemaco.records.base import ProgramId
from telemaco.records.program import ProgramStatus, Role
from telemaco.render.issue_forms.places import form_file
from telemaco.render.pages.addresses import HANDBOOK
from telemaco.render.pages.edition import Edition
from telemaco.render.repository import repository_of

_JOIN = f"{HANDBOOK}join/"
_CONTACT = "#contact"
"""Where the home page says how to write to the community."""


@dataclass(frozen=True, slots=True)
class Door:
    """A way to join: `page` is relative to the language's root unless it `is_outside`."""

    label: Message
    page: str
    is_outside: bool = False


def takes_applications(edition: Edition, name: ProgramId) -> bool:
    """Whether one can apply on the day of the site."""
    return can_apply_on(edition.community.programs[name], edition.today)


def deadline(edition: Edition, name: ProgramId) -> date | None:
    """The last day to apply; None when nobody can, or when there is no last day."""
    dates = edition.community.programs[name].dates
    return dates.applications_close if takes_applications(edition, name) else None


def days_left(edition: Edition, day: date) -> Message:
    """How long it is until a day that is not past."""
    left = (day - edition.today).days
    return msg_n("{count} day left", "{count} days left", left) if left else msg("the last day")


def doors(edition: Edition, programs: Collection[ProgramId]) -> tuple[Door, ...]:
    """How to join programs that take people; none where there is no program.

    The forms where there is a forge, else the handbook's page on it, else whom to ask.
    """
    if not programs:
        return ()
    settings = edition.community.settings
    repository = repository_of(settings)
    if repository:
        return tuple(
            Door(
                label,
                repository.new_issue(form_file(form, edition.language, settings.languages)),
                is_outside=True,
            )
            for form, role, label in _FORMS
            if not to_join_as(edition.community, role).keys().isdisjoint(programs)
        )
    if _JOIN in edition.handbook:
        return (Door(msg("Join"), _JOIN),)
    if HANDBOOK in edition.handbook:
        return (Door(msg("Join"), HANDBOOK),)
    return (Door(msg("Ask how to join"), _CONTACT),)


def state_of_applications(edition: Edition, name: ProgramId) -> Message:
    """Whether one can apply, in a sentence."""
    dates = edition.community.programs[name].dates
    opens, closes = dates.applications_open, dates.applications_close
    if takes_applications(edition, name):
        if closes is None:
            return msg("One can join at any time.")
        left = days_left(edition, closes)
        return msg(
            "Applications are open until {day}: {left}.", day=edition.dates.day(closes), left=left
        )
    if _is_ahead(edition, name) and opens:
        return msg("Applications open on {day}.", day=edition.dates.day(opens))
    if closes and closes < edition.today:
        return msg("Applications closed on {day}.", day=edition.dates.day(closes))
    return msg("Nobody can apply with a form at present.")


def _is_ahead(edition: Edition, name: ProgramId) -> bool:
    program = edition.community.programs[name]
    opens = program.dates.applications_open
    return program.status is ProgramStatus.OPEN and opens is not None and opens > edition.today


_FORMS = (
    (MENTEE, Role.MENTEE, msg("Join as a mentee")),
    (MENTOR, Role.MENTOR, msg("Join as a mentor")),
    (PEER, Role.PEER, msg("Join a circle of peers")),
)
