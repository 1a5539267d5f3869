from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from telemaco.model.schedule import (
    actions_of,
    awaited_session,
    is_last_session,
    next_open_day,
    next_session,
    periods,
    unanswered,
)
from telemaco.records.reminders import DateRange, Weekday
from tests.progress.atelier import ACTIVE, HELD, PAIR, PROGRAM, START, atelier

MONTHLY = ACTIVE.replace("2027-01-04", "2027-01-31") + "cadence: {every: 1, unit: month}\n"


def test_a_pair_that_begins_later_has_no_periods() -> None:
    assert periods(atelier(), PAIR, START - timedelta(days=1)) == ()


def test_without_a_rhythm_there_are_no_periods() -> None:
    program = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "").replace("formal", "informal")

    assert periods(atelier(program=program), PAIR, date(2027, 3, 1)) == ()


def test_months_without_the_day_of_the_start_end_earlier() -> None:
    found = periods(atelier(pair=MONTHLY), PAIR, date(2027, 4, 1))

    firsts = [period.first for period in found]
    assert firsts == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]


def test_two_sessions_in_one_period_settle_only_that_one() -> None:
    notes = {"2027-01-05": HELD, "2027-01-06": HELD, "2027-02-20": HELD}

    found = periods(atelier(notes), PAIR, date(2027, 2, 21))

    assert [period.is_kept for period in found] == [True, False, False, True]


def test_a_session_in_the_days_of_grace_settles_the_period_before() -> None:
    found = periods(atelier({"2027-01-20": HELD}), PAIR, date(2027, 1, 20))

    assert [period.is_kept for period in found] == [True, False]


def test_a_note_of_a_missed_session_answers_without_keeping() -> None:
    found = periods(atelier({"2027-01-05": "status: missed"}), PAIR, date(2027, 1, 5))

    assert found[0].answer is not None
    assert not found[0].is_kept


def test_session_in_the_days_of_grace_is_not_taken_from_its_own_period() -> None:
    notes = {"2027-01-05": "status: missed", "2027-01-19": HELD, "2027-02-03": "status: missed"}

    found = periods(atelier(notes | {"2027-03-10": HELD}), PAIR, date(2027, 3, 14))

    assert [period.is_kept for period in found] == [False, True, False, False, True]
    assert [str(period.answer and period.answer.day) for period in found[:3]] == [*notes]


def test_periods_without_a_note_before_the_end_of_a_break_are_the_break() -> None:
    rested = ACTIVE + "paused_until: 2027-03-01\n"

    found = periods(atelier({"2027-01-05": HELD}, pair=rested), PAIR, date(2027, 4, 1))

    firsts = [period.first for period in found]
    assert firsts == [date(2027, 1, 4), date(2027, 3, 15), date(2027, 3, 29)]
    assert periods(atelier(pair=rested), PAIR, date(2027, 3, 2)) == ()
    assert unanswered(atelier({"2027-01-05": HELD}, pair=rested), PAIR, date(2027, 3, 20)) == []


def test_single_session_is_one_period_that_any_later_day_keeps() -> None:
    flash = PROGRAM.replace("kind: one-to-one", "kind: flash")

    late = periods(atelier({"2027-03-05": HELD}, program=flash), PAIR, date(2027, 4, 1))
    never = atelier(program=flash)

    assert [period.is_kept for period in late] == [True]
    assert [period.is_kept for period in periods(never, PAIR, date(2027, 4, 1))] == [False]
    assert len(unanswered(never, PAIR, date(2027, 4, 1))) == 1
    assert unanswered(atelier({"2027-03-05": HELD}, program=flash), PAIR, date(2027, 4, 1)) == []


def test_periods_stop_at_the_expected_end() -> None:
    pair = ACTIVE + "expected_end: 2027-01-20\n"

    assert len(periods(atelier(pair=pair), PAIR, date(2027, 6, 1))) == 2


def test_a_period_is_unanswered_after_its_days_of_grace() -> None:
    community = atelier()

    assert not unanswered(community, PAIR, date(2027, 1, 20))
    assert len(unanswered(community, PAIR, date(2027, 1, 21))) == 1
    assert not unanswered(atelier({"2027-01-05": HELD}), PAIR, date(2027, 1, 21))


def test_no_period_in_which_a_note_lies_is_unanswered() -> None:
    shifted = {"2027-01-18": HELD, "2027-02-01": HELD, "2027-02-15": HELD}
    community = atelier(shifted)

    assert [period.is_kept for period in periods(community, PAIR, date(2027, 3, 3))] == (
        [True, True, True, False, False]
    )
    assert unanswered(community, PAIR, date(2027, 3, 4)) == []
    later = unanswered(community, PAIR, date(2027, 3, 18))
    assert [period.first for period in later] == [date(2027, 3, 1)]


def test_nothing_is_unanswered_before_a_rhythm_and_the_days_of_grace_have_passed() -> None:
    community = atelier({"2027-03-30": HELD}, pair=MONTHLY.replace("01-31", "02-28"))
    rare = atelier({"2027-03-30": HELD}, pair=MONTHLY)

    assert unanswered(community, PAIR, date(2027, 5, 1)) == []
    assert unanswered(rare, PAIR, date(2027, 5, 3)) == []
    assert [period.first for period in unanswered(rare, PAIR, date(2027, 5, 4))] == [
        date(2027, 3, 31)
    ]


@given(st.sets(st.integers(0, 100), max_size=8), st.integers(0, 140))
def test_who_stops_is_asked_within_two_periods_and_nobody_before_their_time(
    days: set[int], ahead: int
) -> None:
    notes = {str(START + timedelta(days=day)): HELD for day in days}
    today = START + timedelta(days=ahead)
    held = [START + timedelta(days=day) for day in days if day <= ahead]

    found = unanswered(atelier(notes), PAIR, today)

    assert not any(period.first <= day <= period.last for period in found for day in held)
    silence = (today - max(held, default=START)).days
    assert not found or silence > 14 + 3 or not held
    assert found or silence < 2 * 14 + 3 + 1


def test_the_next_session_is_today_or_later() -> None:
    sessions = atelier({"2027-01-18": "status: planned"}).sessions_of(PAIR)

    assert next_session(sessions, date(2027, 1, 18)) == date(2027, 1, 18)
    assert next_session(sessions, date(2027, 1, 19)) is None


def test_quiet_days_put_off_to_the_next_open_day() -> None:
    quiet = (Weekday.SAT, Weekday.SUN, DateRange(date(2027, 1, 11), date(2027, 1, 12)))

    assert next_open_day(date(2027, 1, 9), quiet) == date(2027, 1, 13)
    assert next_open_day(date(2027, 1, 9), tuple(Weekday)) == date(2027, 1, 9)


@given(st.integers(0, 700))
def test_periods_follow_one_another_without_gap_or_overlap(days: int) -> None:
    found = periods(atelier(pair=MONTHLY), PAIR, date(2027, 1, 31) + timedelta(days=days))

    assert all(
        later.first - earlier.last == timedelta(days=1) for earlier, later in pairwise(found)
    )


def test_notes_from_before_the_start_settle_nothing() -> None:
    found = periods(atelier({"2027-01-02": HELD}), PAIR, START)

    assert [period.answer for period in found] == [None]


def test_year_turns_within_a_rhythm_of_months() -> None:
    pair = ACTIVE.replace("2027-01-04", "2026-11-30") + "cadence: {every: 3, unit: month}\n"

    found = periods(atelier(pair=pair), PAIR, date(2027, 6, 1))

    assert [period.first for period in found] == [
        date(2026, 11, 30),
        date(2027, 2, 28),
        date(2027, 5, 30),
    ]


def test_session_is_waited_for_at_most_one_period() -> None:
    community = atelier({"2027-01-20": "status: planned"})

    assert awaited_session(community, PAIR, date(2027, 1, 5)) is None
    assert awaited_session(community, PAIR, date(2027, 1, 6)) == date(2027, 1, 20)


def test_without_a_rhythm_any_planned_session_is_waited_for() -> None:
    program = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "").replace("formal", "informal")
    community = atelier({"2027-06-20": "status: planned"}, program=program)

    assert awaited_session(community, PAIR, START) == date(2027, 6, 20)


def test_day_named_in_the_last_note_counts_until_it_is_past() -> None:
    sessions = atelier({"2027-01-05": HELD + "\nnext: 2027-01-19"}).sessions_of(PAIR)

    assert next_session(sessions, date(2027, 1, 19)) == date(2027, 1, 19)
    assert next_session(sessions, date(2027, 1, 20)) is None


def test_actions_of_later_notes_do_not_count_yet() -> None:
    action = HELD + "\nactions: [{id: a, text: Draw}]"
    community = atelier({"2027-01-05": action, "2027-02-05": action})

    assert len(actions_of(community, PAIR, date(2027, 1, 5))) == 1


def test_last_session_is_the_one_after_which_no_other_fits_in() -> None:
    ending = ACTIVE + "expected_end: 2027-03-01\n"
    rare = ending + "cadence: {every: 1, unit: month}\n"
    free = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "").replace("formal", "informal")
    endless = PROGRAM.replace(", end: 2027-12-31", "").replace("formal", "informal")

    assert not is_last_session(atelier(pair=ending), PAIR, date(2027, 2, 15))
    assert is_last_session(atelier(pair=ending), PAIR, date(2027, 2, 16))
    assert is_last_session(atelier(pair=rare), PAIR, date(2027, 2, 15))
    assert not is_last_session(atelier(pair=ending, program=free), PAIR, date(2027, 2, 15))
    assert is_last_session(atelier(pair=ending, program=free), PAIR, date(2027, 2, 16))
    assert not is_last_session(atelier(program=endless), PAIR, date(2030, 1, 1))
