from datetime import date

from telemaco.progress.outcomes.attainment import NO_GOALS, NOT_RATED
from telemaco.progress.outcomes.funnel import NO_NOTES
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.pairs import GO_ON, NO_PAIRS
from telemaco.progress.outcomes.programs import NO_MONTH, NO_PERIOD, NO_RHYTHM
from telemaco.progress.outcomes.survival import Survival
from telemaco.progress.outcomes.values import Attainment, Outcome, Reason
from telemaco.records.base import GoalId
from telemaco.records.pair import EndReason
from tests.progress.outcomes.circle import (
    DONE,
    EARLY,
    GOES_ON,
    LEFT,
    PROGRAM,
    REACHED,
    Two,
    circle,
    found,
)


def test_pairs_completed_left_or_go_on() -> None:
    over = found(circle(DONE, EARLY, REACHED, LEFT)).outcome
    running = found(circle(DONE, LEFT, GOES_ON)).outcome

    assert over == Outcome(4, 0, 3, 1, Share(3, 4))
    assert running == Outcome(3, 1, 1, 1, GO_ON)


def test_a_program_without_pairs_says_so() -> None:
    empty = found(circle(Two("status: confirmed\n"), Two("status: proposed\n")))

    assert empty.outcome == Outcome(0, 0, 0, 0, NO_PAIRS)
    assert (empty.retention, empty.kept, empty.pairs) == (NO_PAIRS, NO_PERIOD, ())


def test_only_those_who_left_early_break_the_row_of_months() -> None:
    retention = found(circle(DONE, EARLY, REACHED, LEFT)).retention

    assert isinstance(retention, tuple)
    assert retention[1] == Survival(1, 4, 100, 51, 100)
    assert [(one.month, one.watched, one.percent) for one in retention[2:]] == [
        (2, 1, 75), (3, 1, 75), (4, 1, 75), (5, 1, 75),
    ]  # fmt: skip


def test_nothing_is_told_of_months_before_one_is_over() -> None:
    young = Two("status: active\n")

    assert found(circle(young), date(2027, 1, 20)).retention == NO_MONTH
    assert isinstance(found(circle(young), date(2027, 2, 20)).retention, tuple)


def test_reasons_are_those_of_pairs_that_left_early() -> None:
    silent = Two("status: ended-early\nend: 2027-02-15\n")

    reasons = found(circle(DONE, LEFT, LEFT, EARLY, REACHED, silent, GOES_ON)).reasons

    assert reasons == (Reason(EndReason.NO_TIME, 2), Reason(None, 1))


def test_goals_are_told_by_objective() -> None:
    goals = (
        "goals:\n"
        "- {id: a, statement: A, objective: craft, status: achieved,"
        " ratings: [{on: 2027-03-01, by: circle-m0, level: 0}]}\n"
        "- {id: b, statement: B, objective: craft,"
        " ratings: [{on: 2027-03-01, by: circle-m0, level: -1}]}\n"
        "- {id: c, statement: C, status: dropped}\n"
    )
    more = "- {id: d, statement: D, status: achieved}\n"

    assert found(circle(Two(DONE.facts + goals))).attainment == (
        Attainment(GoalId("craft"), 2, Share(1, 2), Share(1, 2), 44),
        Attainment(GoalId("voice"), 0, NO_GOALS, NOT_RATED, NOT_RATED),
        Attainment(None, 1, Share(0, 1), NOT_RATED, NOT_RATED),
    )
    assert found(circle(Two(DONE.facts + goals + more))).attainment[2] == Attainment(
        None, 2, Share(1, 2), NOT_RATED, NOT_RATED
    )


def test_sessions_hours_and_the_rhythm_are_those_of_pairs_that_began() -> None:
    notes = {"2027-01-20": "status: held\nminutes: 60", "2027-02-20": "status: held\nminutes: 30"}

    outcomes = found(circle(Two(DONE.facts, notes), LEFT))

    assert (outcomes.people, outcomes.sessions, outcomes.minutes) == (4, 2, 90)
    assert outcomes.months == {date(2027, 1, 1): 1, date(2027, 2, 1): 1}
    assert outcomes.kept == Share(2, 6)
    assert found(circle(DONE)).kept == NO_NOTES
    assert found(circle(DONE, program=PROGRAM.replace("cadence", "# "))).kept == NO_RHYTHM
