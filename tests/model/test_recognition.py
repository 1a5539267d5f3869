from datetime import date

import pytest

from telemaco.model.recognition import Award, award_of, awards_of, can_earn
from telemaco.records.base import PersonId
from telemaco.records.pair import PairRole
from tests.progress.atelier import ACTIVE, FACTS, HELD, PAIR, PROGRAM, atelier

GIVES = PROGRAM + "completion: {minimum_sessions: 2, certificate: true}\n"
COMPLETED = f"{FACTS}status: completed\nstart: 2027-01-04\nend: 2027-03-01\n"
TWO = {"2027-01-18": HELD, "2027-02-01": f"{HELD}\nattendance: {{leonardo: late}}"}
EARLY = COMPLETED.replace("completed", "ended-early")


def _people(notes: dict[str, str], pair: str = COMPLETED, program: str = GIVES) -> list[str]:
    return [one.person for one in awards_of(atelier(notes, pair=pair, program=program), PAIR)]


def test_members_of_a_pair_that_completed_have_earned_a_certificate() -> None:
    community = atelier(TWO, pair=COMPLETED, program=GIVES)

    first, second = awards_of(community, PAIR)

    assert first == Award(
        PAIR, PersonId("verrocchio"), PairRole.MENTOR, date(2027, 1, 4), date(2027, 3, 1), 2, 120
    )
    assert award_of(community, PAIR, PersonId("leonardo")) == second
    assert award_of(community, PAIR, PersonId("cosimo")) is None


def test_session_counts_for_those_who_were_there() -> None:
    away = {**TWO, "2027-02-01": f"{HELD}\nattendance: {{leonardo: excused, verrocchio: present}}"}

    assert _people(away) == ["verrocchio"]


def test_too_few_sessions_are_enough_only_for_who_reached_the_goals_early() -> None:
    one = {"2027-01-18": HELD}

    assert _people(one) == []
    assert _people(one, f"{EARLY}reason: goals-reached\n") == ["verrocchio", "leonardo"]
    assert _people(TWO, f"{EARLY}reason: no-time\n") == []
    away = {"2027-01-18": f"{HELD}\nattendance: {{leonardo: absent}}"}
    assert _people(away, f"{EARLY}reason: goals-reached\n") == ["verrocchio"]


def test_without_a_minimum_of_its_own_that_of_the_rhythm_counts_or_one_session() -> None:
    free = PROGRAM + "completion: {certificate: true}\n"
    rhythm = free.replace("unit: week}", "unit: week, minimum_sessions: 2}")
    one = {"2027-01-18": HELD}

    assert _people({}, program=free) == []
    assert _people(one, program=free) == ["verrocchio", "leonardo"]
    assert _people(one, program=rhythm) == []


@pytest.mark.parametrize("program", [PROGRAM, GIVES.replace("true", "false")])
def test_program_that_gives_no_certificates_gives_none(program: str) -> None:
    assert _people(TWO, program=program) == []


def test_pair_without_a_last_day_has_none_yet() -> None:
    endless = GIVES.replace(", end: 2027-12-31", "").replace("formal", "informal")

    assert _people(TWO, COMPLETED.replace("end: 2027-03-01\n", ""), endless) == []


def test_who_left_before_the_end_has_not_completed() -> None:
    left = COMPLETED.replace("role: mentor}", "role: mentor, until: 2027-02-02}")

    assert _people(TWO, left) == ["leonardo"]


def test_who_left_and_came_back_gets_one_award_from_their_first_day_on() -> None:
    back = COMPLETED.replace(
        "{person: leonardo, role: mentee}",
        "{person: leonardo, role: mentee, until: 2027-01-20}, "
        "{person: leonardo, role: mentee, from: 2027-02-01}",
    )
    notes = {**TWO, "2027-01-25": HELD}

    earned = awards_of(atelier(notes, pair=back, program=GIVES), PAIR)

    assert [one.person for one in earned] == ["verrocchio", "leonardo"]
    assert earned[1] == Award(
        PAIR, LEONARDO, PairRole.MENTEE, date(2027, 1, 4), date(2027, 3, 1), 2, 120
    )


LEONARDO = PersonId("leonardo")
ASKS_FOUR = GIVES.replace("sessions: 2", "sessions: 4")


@pytest.mark.parametrize(
    ("today", "is_enough"),
    [(date(2027, 12, 13), True), (date(2027, 12, 30), False), (date(2028, 1, 1), False)],
)
def test_certificate_can_be_earned_while_periods_enough_are_left(
    today: date, *, is_enough: bool
) -> None:
    assert can_earn(atelier(TWO, program=ASKS_FOUR), PAIR, LEONARDO, today) == is_enough


def test_sessions_that_are_planned_count_for_a_certificate_to_come() -> None:
    planned = {"2027-12-30": "status: planned", "2027-12-31": "status: planned"}

    assert can_earn(
        atelier({**TWO, **planned}, program=ASKS_FOUR), PAIR, LEONARDO, date(2027, 12, 30)
    )


def test_without_a_rhythm_one_session_can_still_come() -> None:
    free = "\n".join(line for line in GIVES.splitlines() if not line.startswith("cadence")) + "\n"
    three = free.replace("sessions: 2", "sessions: 3")
    day = date(2027, 12, 30)

    assert can_earn(atelier(TWO, pair=ACTIVE, program=three), PAIR, LEONARDO, day)
    assert not can_earn(
        atelier(TWO, pair=ACTIVE, program=free.replace("sessions: 2", "sessions: 4")),
        PAIR,
        LEONARDO,
        day,
    )
