from collections import Counter
from datetime import date, timedelta

import pytest

from telemaco.model.community import Community
from telemaco.reminders.plan import plan
from telemaco.reminders.values import CheckIn, CheckInKind, Stage
from tests.progress.atelier import ACTIVE, FACTS, HELD, PROGRAM, START, atelier, person


def _only(community: Community, today: date) -> CheckIn:
    (check_in,) = plan(community, today).check_ins
    return check_in


def test_nothing_is_due_at_the_start() -> None:
    assert plan(atelier(), START).check_ins == ()


@pytest.mark.parametrize(
    ("days", "stage", "to"),
    [
        (10, Stage.DUE, ("verrocchio", "leonardo")),
        (17, Stage.NUDGE, ("verrocchio", "leonardo")),
        (24, Stage.ESCALATE, ("cosimo",)),
        (90, Stage.ESCALATE, ("cosimo",)),
    ],
)
def test_late_run_jumps_to_the_stage_that_counts(
    days: int, stage: Stage, to: tuple[str, ...]
) -> None:
    check_in = _only(atelier(), START + timedelta(days=days))

    assert check_in.key.kind is CheckInKind.FIRST_MEETING
    assert (check_in.stage, check_in.to) == (stage, to)


def test_session_without_a_note_is_asked_for_until_the_note_lands() -> None:
    today = date(2027, 2, 4)

    asked = _only(atelier({"2027-01-05": HELD}), today)
    answered = plan(atelier({"2027-01-05": HELD, "2027-01-20": HELD}), today)

    assert str(asked.key) == "atelier/verrocchio-leonardo/2027-01-18/session"
    assert asked.due == today
    assert answered.check_ins == ()


def test_planned_session_is_waited_for() -> None:
    notes = {"2027-01-05": HELD, "2027-02-05": "status: planned"}

    assert plan(atelier(notes), date(2027, 2, 4)).check_ins == ()


def test_quiet_day_puts_off_without_changing_what_is_due() -> None:
    quiet = PROGRAM + "  quiet: [sat, sun]\n"
    saturday = date(2027, 1, 16)

    check_in = _only(atelier(program=quiet), saturday)

    assert check_in.send_on == date(2027, 1, 18)
    assert check_in.due == date(2027, 1, 14)


def test_paused_and_ended_pairs_and_programs_are_left_alone() -> None:
    today = date(2027, 3, 1)
    paused = ACTIVE.replace("active", "paused")
    completed = ACTIVE.replace("active", "completed") + "end: 2027-02-01\n"
    cancelled = PROGRAM.replace("status: running", "status: cancelled")

    assert plan(atelier(pair=paused), today).check_ins == ()
    assert plan(atelier(pair=completed), today).check_ins == ()
    assert plan(atelier(program=cancelled), today).check_ins == ()


def test_nobody_is_chased_without_a_rhythm() -> None:
    program = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "").replace("formal", "informal")

    assert plan(atelier(program=program), date(2027, 6, 1)).check_ins == ()


def test_proposed_pair_is_asked_from_the_day_of_the_match() -> None:
    proposed = FACTS + "status: proposed\nstart: 2027-02-01\nmatch: {receipt: %s, score: 80}\n"

    matched = _only(atelier(pair=proposed % "2027-01-10"), date(2027, 1, 17))
    by_hand = _only(atelier(pair=proposed % "by-hand"), date(2027, 2, 8))

    assert matched.key.period == date(2027, 1, 10)
    assert by_hand.key.period == date(2027, 2, 1)


def test_everything_a_pair_has_open_goes_into_one_check_in() -> None:
    program = (
        PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-02-01, end: 2027-03-01")
        + "milestones: [{id: shown, title: Shown, after_days: 10},"
        + " {id: met, title: Met, after_days: 5}]\n"
    )
    pair = (
        ACTIVE
        + "agreement: {version: v1, review_on: 2027-02-10}\n"
        + "milestones: [{id: met, done_on: 2027-01-05}]\n"
    )
    notes = {
        "2027-01-05": HELD + "\nactions: [{id: draw, text: Draw a hand, due: 2027-01-12},"
        " {id: paint, text: Paint, due: 2027-01-11, owner: leonardo}, {id: read, text: Read}]"
    }

    check_in = _only(atelier(notes, pair=pair, program=program), date(2027, 3, 2))

    assert check_in.key.kind is CheckInKind.SESSION
    assert len(check_in.also) == 5


def test_session_with_the_midpoint_guide_is_the_midpoint_review() -> None:
    program = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-01-10")
    notes = {"2027-01-05": HELD + "\nagenda: midpoint"}

    assert plan(atelier(notes, program=program), date(2027, 1, 12)).check_ins == ()


def test_pair_that_began_after_the_midpoint_is_not_asked_about_it() -> None:
    program = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-01-03")

    assert plan(atelier(program=program), date(2027, 1, 12)).check_ins == ()


def test_sign_up_waits_for_the_coordinators_from_the_start() -> None:
    applied = {"program/people/lippi.yaml": person("mentee", "applied")}

    resting = ACTIVE.replace("active", "paused")

    check_in = _only(atelier(pair=resting, more=applied), date(2027, 1, 9))

    assert (check_in.key.kind, check_in.stage) == (CheckInKind.SIGN_UP, Stage.DUE)
    assert check_in.to == ("cosimo",)


def test_mentor_who_long_said_nothing_is_asked_unless_paused() -> None:
    resting = ACTIVE.replace("active", "paused")
    away = {"program/people/verrocchio.yaml": person("mentor", rest="paused_until: 2028-01-01\n")}
    today = date(2027, 7, 1)

    asked = _only(atelier(pair=resting), today)

    assert (asked.key.kind, asked.to) == (CheckInKind.STILL_AVAILABLE, ("verrocchio",))
    assert plan(atelier(pair=resting, more=away), today).check_ins == ()


def test_a_year_of_daily_runs_reaches_each_stage_of_a_key_in_one_stretch() -> None:
    community = atelier({"2027-01-05": HELD, "2027-02-20": HELD})
    stages: Counter[tuple[str, Stage]] = Counter()
    before: set[tuple[str, Stage]] = set()

    for day in range(365):
        now = {
            (str(one.key), one.stage) for one in plan(community, START + timedelta(day)).check_ins
        }
        stages.update(now - before)
        before = now

    assert stages
    assert set(stages.values()) == {1}


def test_plan_does_not_depend_on_the_order_of_the_files() -> None:
    more = {f"program/people/p{n}.yaml": person("mentee", "applied") for n in (3, 1, 2)}
    turned = dict(reversed(more.items()))
    today = date(2027, 2, 1)

    assert plan(atelier(more=more), today) == plan(atelier(more=turned), today)


def test_pair_of_an_unknown_program_is_left_to_the_check() -> None:
    more = {"pairs/nowhere/verrocchio-leonardo/pair.yaml": ACTIVE}

    assert plan(atelier(more=more), START).check_ins == ()
