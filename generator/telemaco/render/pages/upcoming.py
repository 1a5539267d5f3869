"""Days that lie ahead, as lists show them: sessions, and the days of programs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.messages import Message, msg
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.render.pages.addresses import pair_address, program_address
from telemaco.render.pages.coming import coming_sessions
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pair_order import shown_order
from telemaco.render.pages.pairs import pair_title
from telemaco.render.pages.program_days import program_days
from telemaco.render.session_events import AHEAD_DAYS


@dataclass(frozen=True, slots=True)
class ComingDay:
    """A day and what is on it; `what` is a chip's word and `tone` its colour."""

    day: date
    title: str
    page: str
    what: Message
    tone: str


def coming_meetings(
    edition: Edition, programs: Sequence[ProgramId]
) -> Sequence[tuple[date, PairId]]:
    """The days on which pairs mean to meet, the next ones first."""
    last = edition.today + timedelta(days=AHEAD_DAYS)
    return sorted(
        (
            (session.day, pair)
            for name in programs
            for pair in edition.public_pairs(name)
            for session in coming_sessions(edition, pair)
            if session.day <= last and not session.is_off
        ),
        key=lambda meeting: (meeting[0], shown_order(edition.community, meeting[1])),
    )


def named_meetings(
    edition: Edition, meetings: Sequence[tuple[date, PairId]]
) -> Iterator[ComingDay]:
    """Meetings under the names of their pairs."""
    for day, pair in meetings:
        page = pair_address(edition.community, pair)
        yield ComingDay(day, pair_title(edition, pair), page, msg("Session"), "good")


def coming_program_days(edition: Edition, programs: Sequence[ProgramId]) -> Iterator[ComingDay]:
    """The days of programs from today on."""
    for name in programs:
        program = edition.community.programs[name]
        for step in program_days(program, edition.today):
            if not step.is_past:
                title = edition.text(program.title)
                yield ComingDay(step.day, title, program_address(name), step.label, "new")
