from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.records.base import ProgramId
from telemaco.render.calendars import CalendarEvent
from telemaco.render.session_events import program_events
from tests.fakes import community

TODAY = date(2027, 2, 10)
SPRING = ProgramId("spring")
PROGRAM = """\
title: {en: Spring, it: Primavera}
summary: Music.
status: running
style: informal
kind: one-to-one
dates: {start: 2027-01-10, midpoint: 2027-03-01, end: 2027-06-30}
"""
PERSON = """\
name: NAME
timezone: Europe/Vienna
languages: {de: native}
enrolments: [{program: spring, role: ROLE, status: matched}]
consent: {text: v1, on: 2027-01-01, publish: [FIELDS]}
"""
PAIR = """\
members: [{person: haydn, role: mentor}, {person: bach, role: mentee}]
status: active
start: 2027-01-12
"""


def _person(name: str, role: str, fields: str) -> str:
    return PERSON.replace("NAME", name).replace("ROLE", role).replace("FIELDS", fields)


def _events(
    mentee: str = "name, pairs", language: str = "en", pair: str = PAIR, **notes: str
) -> tuple[CalendarEvent, ...]:
    known = community(
        {
            "program/programs/spring.yaml": PROGRAM,
            "program/people/haydn.yaml": _person("Haydn", "mentor", "name, pairs"),
            "program/people/bach.yaml": _person("Bach", "mentee", mentee),
            "pairs/spring/haydn-bach/pair.yaml": pair,
            **{
                f"pairs/spring/haydn-bach/2027-{day[1:].replace('_', '-')}.md": (
                    f"---\nstatus: {status}\n---\n"
                )
                for day, status in notes.items()
            },
        }
    )
    return program_events(known, SPRING, TODAY, Catalog(language))


def test_dates_of_the_program_that_come_within_two_months_are_told() -> None:
    [event] = _events(language="it")

    assert (event.start, event.title) == (
        date(2027, 3, 1),
        "Primavera: metà del tempo è passata",
    )


def test_session_that_was_called_off_is_a_newer_edition_of_the_same_event() -> None:
    planned, _ = _events(d02_20="planned")
    cancelled, _ = _events(d02_20="cancelled")
    moved, _ = _events(d02_20="rescheduled")

    assert planned.uid == cancelled.uid == moved.uid
    assert [one.is_cancelled for one in (planned, cancelled, moved)] == [False, True, True]
    assert planned.sequence < cancelled.sequence == moved.sequence
    assert planned.title == "Mentoring session: Haydn, Bach"


def test_name_that_is_not_published_stands_in_no_calendar() -> None:
    event, _ = _events("name", d02_20="planned")

    assert event.title == "A mentoring session"
    assert "bach" not in repr(event).lower()


def test_nobody_is_a_mentor_in_a_circle() -> None:
    circle = PAIR.replace("role: mentor", "role: peer").replace("role: mentee", "role: peer")

    named, _ = _events(pair=circle, d02_20="planned")
    unnamed, _ = _events("name", pair=circle, d02_20="planned")

    assert named.title == "Session of the circle: Haydn, Bach"
    assert unnamed.title == "A session"


def test_what_is_over_or_far_away_or_took_place_is_left_out() -> None:
    events = _events(d02_05="planned", d02_10="held", d05_20="planned")

    assert [event.start for event in events] == [date(2027, 3, 1)]
