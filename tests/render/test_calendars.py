from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from telemaco.render.calendars import CalendarEvent, calendar_file

TODAY = date(2027, 3, 15)
SESSION = CalendarEvent("abc@telemaco.invalid", 0, date(2027, 3, 20), None, "Mentoring session")


def test_day_is_a_whole_day_that_blocks_no_time() -> None:
    [event] = _events(calendar_file("Spring", [SESSION], TODAY))

    assert event["DTSTART"].dt == date(2027, 3, 20)
    assert event["TRANSP"] == "TRANSPARENT"
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (SESSION.uid, 0, "CONFIRMED")
    assert event["DTSTAMP"].dt == datetime(2027, 3, 15, tzinfo=UTC)


def test_time_is_the_same_moment_everywhere_and_has_an_end() -> None:
    rome = ZoneInfo("Europe/Rome")
    start, end = (datetime(2027, 3, 20, hour, tzinfo=rome) for hour in (18, 19))
    meeting = CalendarEvent("m@telemaco.invalid", 2, start, end, "Call", "Agenda: goals")
    meeting = replace(meeting, url="https://example.org/", is_cancelled=True)

    text = calendar_file("Spring", [meeting], TODAY)

    [event] = _events(text)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (start, end)
    assert event["STATUS"] == "CANCELLED"
    assert (event["DESCRIPTION"], event["URL"]) == ("Agenda: goals", "https://example.org/")
    assert b"DTSTART:20270320T170000Z" in text


def test_text_of_strangers_cannot_end_its_line() -> None:
    hostile = "Ada\r\nEND:VEVENT\r\nBEGIN:VEVENT; x=, \\ " + "long " * 40

    text = calendar_file("Spring\r\nX:1", [CalendarEvent("u", 0, TODAY, None, hostile)], TODAY)

    [event] = _events(text)
    assert event["SUMMARY"].splitlines() == hostile.splitlines()
    assert all(len(line.encode()) <= 75 for line in text.decode().split("\r\n"))
    assert b"\r\nX:1" not in text


def test_same_events_give_the_same_bytes() -> None:
    assert calendar_file("Spring", [SESSION], TODAY) == calendar_file("Spring", [SESSION], TODAY)


def test_room_and_organizer_are_told_as_addresses() -> None:
    room = "https://meet.example.org/telemaco-0"
    meeting = replace(SESSION, location=room, room=room)

    text = calendar_file("Spring", [meeting], TODAY, "mailto:spring@example.org")

    [event] = _events(text)
    assert (str(event["LOCATION"]), str(event["CONFERENCE"])) == (room, room)
    assert str(event["ORGANIZER"]) == "mailto:spring@example.org"
    assert b"METHOD:PUBLISH" in text


def test_file_that_takes_events_back_says_so() -> None:
    off = replace(SESSION, is_cancelled=True)

    assert b"METHOD:CANCEL" in calendar_file("Spring", [off], TODAY, takes_back=True)


def _events(text: bytes) -> list[dict[str, Any]]:
    """The properties of every event, as the library reads them."""
    return [dict(event) for event in Calendar.from_ical(text).walk("VEVENT")]
