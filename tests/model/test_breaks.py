"""What is expected of a pair before, in and after a break."""

from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.model.schedule import periods
from telemaco.model.settling import Period
from telemaco.progress.pair import pair_progress
from tests.progress.atelier import ACTIVE, HELD, PAIR, PROGRAM, START, atelier, person

BEFORE = ("2027-01-13", "2027-01-27", "2027-02-10", "2027-02-24")
AFTER = ("2027-04-21", "2027-05-05", "2027-05-19", "2027-06-02", "2027-06-16", "2027-06-30")
LAST = date(2027, 9, 1)


def _rested(until: object, rest: str = "") -> str:
    return f"{ACTIVE}paused_until: {until}\n{rest}"


def _held(*days: str) -> dict[str, str]:
    return dict.fromkeys(days, HELD)


@pytest.mark.parametrize("until", ["2027-04-09", "2027-04-11", "2027-04-12", "2027-04-20"])
def test_a_break_costs_nothing_wherever_in_a_period_it_ends(until: str) -> None:
    notes = _held(*BEFORE, *AFTER)
    pair = _rested(until, "expected_end: 2027-07-04\n")
    days = (date(2027, 4, 20), date(2027, 5, 10), date(2027, 7, 5))

    figures = [pair_progress(atelier(notes, pair=pair), PAIR, day) for day in days]

    assert [(one.expected, one.kept) for one in figures] == [(4, 4), (6, 6), (10, 10)]


def test_who_meets_in_the_first_days_after_a_break_does_not_answer_for_a_period_of_it() -> None:
    notes = _held(*BEFORE, "2027-04-13")

    found = periods(atelier(notes, pair=_rested("2027-04-11")), PAIR, date(2027, 4, 20))

    assert [period.first for period in found[4:]] == [date(2027, 4, 12)]
    assert all(period.is_kept for period in found)


def test_who_meets_late_in_the_first_period_after_a_break_has_kept_it() -> None:
    notes = _held(*BEFORE, "2027-04-27", "2027-05-09")

    found = periods(atelier(notes, pair=_rested("2027-04-20")), PAIR, date(2027, 5, 10))

    firsts = [period.first for period in found[4:]]
    assert firsts == [date(2027, 4, 12), date(2027, 4, 26), date(2027, 5, 10)]
    assert [period.is_kept for period in found[4:]] == [True, True, False]


def test_who_meets_once_after_a_break_has_kept_the_period_of_that_day() -> None:
    notes = _held(*BEFORE, "2027-04-27")

    found = periods(atelier(notes, pair=_rested("2027-04-20")), PAIR, date(2027, 5, 9))

    assert [period.first for period in found[4:]] == [date(2027, 4, 26)]
    assert all(period.is_kept for period in found)


def test_who_goes_on_some_days_early_has_rested_all_the_same() -> None:
    notes = _held(*BEFORE, "2027-04-14")

    found = periods(atelier(notes, pair=_rested("2027-04-20")), PAIR, date(2027, 4, 25))

    assert len(found) == 5
    assert all(period.is_kept for period in found)


def test_a_break_that_was_over_before_the_first_period_changes_nothing() -> None:
    notes = _held(*BEFORE)
    day = date(2027, 3, 1)

    early = periods(atelier(notes, pair=_rested("2026-12-20")), PAIR, day)

    assert early == periods(atelier(notes, pair=ACTIVE), PAIR, day)


def test_a_single_session_after_a_break_is_kept_and_none_is_expected_before() -> None:
    flash = PROGRAM.replace("kind: one-to-one", "kind: flash")
    rested = _rested("2027-02-28")

    late = periods(atelier({"2027-03-05": HELD}, pair=rested, program=flash), PAIR, LAST)
    never = periods(atelier(pair=rested, program=flash), PAIR, LAST)

    assert [period.is_kept for period in late] == [True]
    assert never == ()


DAYS = st.sets(st.integers(0, 60), max_size=5)


@given(DAYS, st.integers(0, 90), DAYS, st.integers(0, 80), st.integers(0, 120))
def test_no_period_of_a_break_is_expected_and_a_note_asks_for_one_more_at_most(
    before: set[int], length: int, after: set[int], another: int, ahead: int
) -> None:
    first = START + timedelta(days=max(before, default=-1) + 1)
    until = first + timedelta(days=length)
    notes = {START + timedelta(days=day) for day in before}
    notes |= {until + timedelta(days=1 + day) for day in after}
    today = until + timedelta(days=ahead)

    found = _periods(notes, until, today)
    more = _periods({*notes, until + timedelta(days=1 + another)}, until, today)

    assert not any(first <= one.first and one.last <= until for one in found)
    assert len(more) <= len(found) + 1


@given(DAYS, st.integers(0, 200), st.integers(0, 250), st.sampled_from(["verrocchio", "leonardo"]))
def test_break_of_one_of_two_is_like_one_of_the_pair_that_ends_the_day_before(
    days: set[int], length: int, ahead: int, who: str
) -> None:
    notes = {str(START + timedelta(days=day)): HELD for day in days}
    until = START + timedelta(days=length)
    rest = f"confirmed: 2027-01-01\npaused_until: {until + timedelta(days=1)}\n"
    role = {"verrocchio": "mentor", "leonardo": "mentee"}[who]
    away = atelier(notes, more={f"program/people/{who}.yaml": person(role, rest=rest)})
    today = START + timedelta(days=ahead)

    assert periods(away, PAIR, today) == periods(atelier(notes, pair=_rested(until)), PAIR, today)


def _periods(notes: Collection[date], until: date, today: date) -> tuple[Period, ...]:
    community = atelier({str(day): HELD for day in notes}, pair=_rested(until))
    return periods(community, PAIR, today)
