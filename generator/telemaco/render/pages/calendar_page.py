"""The calendar: sessions and days of programs that lie ahead, and files for one's own calendar."""

from collections.abc import Sequence
from itertools import groupby

from telemaco.messages import msg
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.render.calendars import CalendarEvent, calendar_file
from telemaco.render.contact import contact_address
from telemaco.render.pages.addresses import (
    CALENDAR,
    calendar_of,
    pair_address,
    program_address,
)
from telemaco.render.pages.coming import pair_events, session_events
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairs import pair_title
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


def program_calendar(edition: Edition, name: ProgramId) -> tuple[str, bytes]:
    """The address and the file of a program: its days, and all that its pairs have ahead."""
    title = edition.text(edition.community.programs[name].title)
    url = edition.url(program_address(name))
    days = program_dates(edition.community, name, edition.translator, url)
    pairs = edition.public_pairs(name)
    sessions = (event for pair in pairs for event in session_events(edition, pair))
    events = sorted([*days, *sessions], key=lambda event: (event.day, event.uid))
    return calendar_of(program_address(name)), _file(edition, title, events)


def pair_calendar(edition: Edition, pair: PairId) -> tuple[str, bytes] | None:
    """The address and the file of a pair; None when it has nothing ahead."""
    events = pair_events(edition, pair)
    if not events:
        return None
    address = calendar_of(pair_address(edition.community, pair))
    return address, _file(edition, pair_title(edition, pair), events)


def _file(edition: Edition, title: str, events: Sequence[CalendarEvent]) -> bytes:
    organizer = contact_address(edition.community.settings.contact)
    return calendar_file(title, events, edition.today, organizer)
