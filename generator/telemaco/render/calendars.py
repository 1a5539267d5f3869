"""Events as an iCalendar file (RFC 5545), which calendars and mail programs read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain

from telemaco import __version__


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event of a day, or of a time.

    `uid` stays the same for as long as it is the same event; a calendar takes what has a higher
    `sequence` for a newer edition of it. A time is aware of its zone; `end` is the first moment
    after the event, None for a whole day. `room` is the address at which people meet online.
    """

    uid: str
    sequence: int
    start: date | datetime
    end: datetime | None
    title: str
    description: str = ""
    url: str | None = None
    is_cancelled: bool = False
    location: str = ""
    room: str | None = None

    @property
    def day(self) -> date:
        """Its first day; of a time the day in UTC."""
        if isinstance(self.start, datetime):
            return self.start.astimezone(UTC).date()
        return self.start


def calendar_file(
    name: str,
    events: Iterable[CalendarEvent],
    edition: date,
    organizer: str | None = None,
    *,
    takes_back: bool = False,
) -> bytes:
    """The events, published (RFC 5546, 3.2.1): nobody is asked to answer.

    `edition` is the day that stands as the stamp of every event, so that the same events give
    the same bytes. `organizer` is the address of who calls people together, as a URI. A file that
    `takes_back` its events, all of them called off, says so to a calendar that has them (3.2.5).
    """
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Telemaco//Telemaco {__version__}//EN",
        f"METHOD:{'CANCEL' if takes_back else 'PUBLISH'}",
        f"X-WR-CALNAME:{_text(name)}",
    )
    lines = chain(head, *(_event(event, edition, organizer) for event in events), [_END])
    return b"".join([_cut(line) + b"\r\n" for line in lines])


_END = "END:VCALENDAR"


def _event(event: CalendarEvent, edition: date, organizer: str | None) -> Iterator[str]:
    """Its lines before they are cut. The library's own components take five times as long."""
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_day(edition)}T000000Z"
    yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    if isinstance(event.start, datetime):
        yield f"DTSTART:{_moment(event.start)}"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(event.start)}"
        yield "TRANSP:TRANSPARENT"
    if event.end is not None:
        yield f"DTEND:{_moment(event.end)}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    if event.room is not None:
        yield f"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:{event.room}"
    if event.url is not None:
        yield f"URL:{event.url}"
    if organizer is not None:
        yield f"ORGANIZER:{organizer}"
    yield "END:VEVENT"


def _cut(line: str) -> bytes:
    written = line.encode()
    if len(written) <= _LONGEST:
        return written
    from icalendar.parser import Contentline  # noqa: PLC0415 (most builds write no calendar)

    return bytes(Contentline(line).to_ical())  # type: ignore[no-untyped-call]  # annotated half


_LONGEST = 75
"""Octets of a line."""


def _text(words: str) -> str:
    from icalendar import vText  # noqa: PLC0415 (as above)

    return vText(words).to_ical().decode()


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _moment(moment: datetime) -> str:
    """The same moment everywhere: a single event needs no zone of its own."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
