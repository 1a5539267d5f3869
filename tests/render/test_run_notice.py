from datetime import date

from icalendar import Calendar

from telemaco.adapters.translations import Catalog
from telemaco.records.base import ProgramId
from telemaco.reminders.summary import RunSummary
from telemaco.render.run_notice import run_notices
from tests.fakes import community
from tests.render.test_session_events import PROGRAM

TODAY = date(2027, 2, 10)
SPRING = ProgramId("spring")
KNOWN = community({"program/programs/spring.yaml": PROGRAM})
ISSUES = "https://github.com/example/mentoring/issues"


def test_digest_counts_what_happened_and_names_nobody() -> None:
    summary = RunSummary(SPRING, opened=2, asked_again=1, reported=1, closed=3, waiting=4)

    [(program, notice)] = run_notices(KNOWN, [summary], TODAY, ISSUES, Catalog("en"))

    assert program == SPRING
    assert notice.title == "Check-ins of Spring"
    assert notice.body.splitlines() == [
        "2 check-ins were opened.",
        "1 pair was asked again.",
        "1 check-in is now with the coordinators.",
        "3 check-ins were closed.",
        "4 more are due and follow with the next run.",
        f"All open check-ins: {ISSUES}",
    ]
    assert notice.calendar
    assert len(Calendar.from_ical(notice.calendar).walk("VEVENT")) == 1


def test_without_coming_dates_and_address_there_is_a_sentence_only() -> None:
    later = date(2027, 7, 1)

    [(_, notice)] = run_notices(KNOWN, [RunSummary(SPRING, opened=1)], later, None, Catalog("it"))

    assert (notice.title, notice.calendar) == ("Check-in di Primavera", None)
    assert len(notice.body.splitlines()) == 1


def test_program_without_news_is_left_in_peace() -> None:
    quiet = RunSummary(SPRING, closed=3, waiting=1)

    assert run_notices(KNOWN, [quiet], TODAY, ISSUES, Catalog("en")) == []


def test_what_did_not_happen_is_not_told() -> None:
    summary = RunSummary(SPRING, reported=2)

    [(_, notice)] = run_notices(KNOWN, [summary], TODAY, None, Catalog("en"))

    assert notice.body == "2 check-ins are now with the coordinators."
