from datetime import date

import pytest

from telemaco.records.base import ProgramId
from telemaco.render.pages.program_days import whole_line
from telemaco.render.pages.timeline import Timeline, timeline
from tests.render.pages.workshop import PROGRAM, edition, without

BOTTEGA = ProgramId("bottega")
DATES = "dates: {applications_open: 2026-11-01, start: 2027-01-11, end: 2027-12-20}"
MILESTONES = (
    "milestones: [{id: a, title: Sketch shown, after_days: 20}, "
    "{id: b, title: Cast, after_days: 90}]"
)


def _drawn(dates: str, more: str = "") -> Timeline | None:
    changed = edition(without(PROGRAM, DATES, f"dates: {{{dates}}}\n        {more}"))
    program = changed.community.programs[BOTTEGA]
    return timeline(changed, whole_line(changed, program), program.dates.end)


def test_the_line_has_milestones_today_and_the_next_day_marked() -> None:
    changed = edition(without(PROGRAM, DATES, f"{DATES}\n        {MILESTONES}"))

    line = whole_line(changed, changed.community.programs[BOTTEGA])

    assert [
        (str(step.label), step.is_past, step.is_milestone, step.is_today, step.is_next)
        for step in line
    ] == [
        ("Applications open", True, False, False, False),
        ("First day", True, False, False, False),
        ("Sketch shown", True, True, False, False),
        ("Today", False, False, True, False),
        ("Cast", False, True, False, True),
        ("Last day", False, False, False, False),
    ]


@pytest.mark.parametrize(
    "dates", ["start: 2027-04-01, end: 2027-05-01", "start: 2027-01-01, end: 2027-02-01"]
)
def test_today_is_no_day_of_a_program_that_has_not_begun_or_is_over(dates: str) -> None:
    changed = edition(without(PROGRAM, DATES, f"dates: {{{dates}}}"))

    line = whole_line(changed, changed.community.programs[BOTTEGA])

    assert not any(step.is_today for step in line)


def test_marks_lie_in_proportion_to_their_days() -> None:
    drawn = _drawn("applications_open: 2027-03-05, start: 2027-03-15, end: 2027-03-25")

    assert drawn
    assert [mark.x for mark in drawn.marks] == [12, 320, 628]
    assert drawn.today == 320


def test_months_are_named_and_every_other_one_of_many() -> None:
    short = _drawn("applications_open: 2027-10-20, start: 2027-11-15, end: 2028-01-25")
    long = _drawn("applications_open: 2026-01-20, start: 2026-02-15, end: 2027-04-25")

    assert short
    assert long
    assert [month.name for month in short.months] == ["Nov 27", "Dec 27", "Jan 28"]
    assert [month.name for month in long.months][:2] == ["Feb 26", "Apr 26"]
    assert all(month.name == "" for month in long.months if month.x > 600)
    assert all(month.is_minor for month in long.months if month.x > 550)


@pytest.mark.parametrize("dates", ["start: 2027-01-11", "start: 2027-01-11, end: 2027-12-20"])
def test_a_program_without_an_end_or_with_hardly_any_days_is_not_drawn(dates: str) -> None:
    assert _drawn(dates) is None


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (date(2027, 12, 20), "Next: Last day, on 20 December 2027. The last day is 40 weeks away."),
        (date(2027, 3, 16), "Next: Last day, on 16 March 2027. The last day is 1 day away."),
        (date(2027, 3, 15), "Today is the last day."),
        (date(2027, 3, 14), "The program is over."),
    ],
)
def test_a_sentence_says_how_far_it_is(end: date, said: str) -> None:
    drawn = _drawn(f"applications_open: 2026-11-01, start: 2027-01-11, end: {end}")

    assert drawn
    assert str(drawn.sentence) == said
