"""The calendar: sessions and days of programs that lie ahead, and files for one's own calendar."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from telemaco.messages import msg
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.render.calendars import CalendarEvent, calendar_file
from telemaco.render.pages.addresses import (
    CALENDAR,
    calendar_of,
    pair_address,
    program_address,
)
from telemaco.render.pages.coming import pair_events, session_events
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairs import pair_title, public_pairs
from telemaco.render.pages.program_pages import current_programs, public_programs
from telemaco.render.pages.upcoming import (
    coming_meetings,
    coming_program_days,
    named_meetings,
)
from telemaco.render.session_events import AHEAD_DAYS, program_dates

_SESSIONS_SHOWN = 100
"""More in one list is a wall; the calendars of the programs have all."""


def calendar_page(edition: Edition) -> Page:
    """What lies ahead, month by month."""
    programs = public_programs(edition)
    meetings = coming_meetings(edition, programs)
    rows = sorted(
        [
            *coming_program_days(edition, programs),
            *named_meetings(edition, meetings[:_SESSIONS_SHOWN]),
        ],
        key=lambda row: (row.day, row.title),
    )
    head = (
        edition.words(msg("Calendar")),
        edition.words(msg("Coming sessions and days of programs, also for your own calendar.")),
    )
    return edition.page(
        "calendar.html",
        CALENDAR,
        CALENDAR,
        head,
        months=[
            (month, list(inside))
            for month, inside in groupby(rows, key=lambda row: row.day.replace(day=1))
        ],
        more=max(len(meetings) - _SESSIONS_SHOWN, 0),
        ahead=AHEAD_DAYS,
        feeds=[
            (
                edition.text(edition.community.programs[name].title),
                calendar_of(program_address(name)),
            )
            for name in current_programs(edition)
        ],
    )


def calendar_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """A file a public program, and one for every pair that has something ahead; by address."""
    for name in public_programs(edition):
        address = program_address(name)
        title = edition.text(edition.community.programs[name].title)
        pairs = {pair: pair_events(edition, pair) for pair in public_pairs(edition, name)}
        yield calendar_of(address), _file(edition, title, _program_events(edition, name, pairs))
        for pair, events in pairs.items():
            if events:
                own = calendar_of(pair_address(edition.community, pair))
                yield own, _file(edition, pair_title(edition, pair), events)


def _program_events(
    edition: Edition, name: ProgramId, pairs: Mapping[PairId, Sequence[CalendarEvent]]
) -> list[CalendarEvent]:
    url = edition.url(program_address(name))
    days = program_dates(edition.community, name, edition.translator, url)
    sessions = (event for pair in pairs for event in session_events(edition, pair))
    return sorted([*days, *sessions], key=lambda event: (event.start, event.uid))


def _file(edition: Edition, title: str, events: Sequence[CalendarEvent]) -> bytes:
    return calendar_file(title, events, edition.today)
