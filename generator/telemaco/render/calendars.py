"""Events as an iCalendar file (RFC 5545), which calendars and mail programs read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from icalendar import Calendar, Event, vText

from telemaco import __version__


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event of a day, or of a time.

    `uid` stays the same for as long as it is the same event; a calendar takes what has a higher
    `sequence` for a newer edition of it. A time is aware of its zone; `end` is the first moment
    after the event, None for a whole day.
    """

    uid: str
    sequence: int
    start: date | datetime
    end: datetime | None
    title: str
    description: str = ""
    url: str | None = None
    is_cancelled: bool = False


def calendar_file(name: str, events: Sequence[CalendarEvent], edition: date) -> bytes:
    """The events, published (RFC 5546, 3.2.1): nobody is asked to answer.

    `edition` is the day that stands as the stamp of every event, so that the same events give
    the same bytes. Events of a time come first, with the zones that they need.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Telemaco//Telemaco {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    days = [event for event in events if not isinstance(event.start, datetime)]
    if len(days) < len(events):
        for event in events:
            if isinstance(event.start, datetime):
                calendar.add_component(_component(event, edition))
        calendar.add_missing_timezones()
    begun = bytes(calendar.to_ical()).removesuffix(_END)
    return b"".join([begun, *(_whole_day(event, edition) for event in days), _END])


_END = b"END:VCALENDAR\r\n"


@lru_cache(maxsize=1 << 16)
def _whole_day(event: CalendarEvent, edition: date) -> bytes:
    """Kept, since an event stands in the calendar of its pair and in that of its program."""
    return bytes(_component(event, edition).to_ical())


def _component(event: CalendarEvent, edition: date) -> Event:
    stamp = datetime(edition.year, edition.month, edition.day, tzinfo=UTC)
    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", stamp)
    component.add("sequence", event.sequence)
    component.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    component.add("dtstart", event.start)
    if event.end is not None:
        component.add("dtend", event.end)
    component.add("summary", event.title)
    if event.description:
        component.add("description", event.description)
    if event.url is not None:
        component.add("url", event.url)
    if not isinstance(event.start, datetime):
        component.add("transp", "TRANSPARENT")
    return component
