from dataclasses import replace
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.progress.goals import attainment, attainment_at_start, rated
from telemaco.progress.pair import pair_progress
from telemaco.progress.values import GoalProgress, HealthKind
from telemaco.records.base import GoalId, PairName, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairStatus
from tests.progress.atelier import ACTIVE, FACTS, HELD, PAIR, PROGRAM, START, atelier

_LEFT = ACTIVE.replace("role: mentor", "role: mentor, until: 2027-01-10")
GOAL = GoalProgress(GoalId("draw"), None, "open", None, None)


def test_pair_without_sessions_has_figures_all_the_same() -> None:
    progress = pair_progress(atelier(), PAIR, START)

    assert (progress.held, progress.minutes, progress.streak) == (0, 0, 0)
    assert (progress.expected, progress.kept) == (0, 0)
    assert progress.attendance is progress.longest_gap_days is progress.attainment is None
    assert progress.last_session is progress.next_session is None


def test_sessions_are_counted_against_the_rhythm() -> None:
    notes = {
        "2027-01-05": HELD + "\nattendance: {verrocchio: present, leonardo: late}",
        "2027-01-20": HELD + "\nattendance: {verrocchio: present, leonardo: absent}",
        "2027-02-02": "status: missed",
        "2027-02-16": HELD + "\nnext: 2027-03-02",
        "2027-06-01": HELD,
    }

    progress = pair_progress(atelier(notes), PAIR, date(2027, 2, 17))

    assert (progress.expected, progress.kept, progress.streak) == (3, 2, 1)
    assert (progress.held, progress.minutes, progress.longest_gap_days) == (3, 180, 27)
    assert progress.sessions[NoteStatus.MISSED] == 1
    assert progress.attendance == 75
    assert progress.next_session == date(2027, 3, 2)


def test_streak_is_not_broken_by_the_period_under_way() -> None:
    notes = {"2027-01-05": HELD, "2027-01-20": HELD}

    assert pair_progress(atelier(notes), PAIR, date(2027, 2, 1)).streak == 2


def test_actions_and_milestones_are_counted() -> None:
    program = PROGRAM + "milestones: [{id: met, title: Met, after_days: 5}]\n"
    actions = (
        "\nactions: [{id: a, text: A, due: 2027-01-10}, {id: b, text: B},"
        " {id: c, text: C, done_on: 2027-01-09}]"
    )

    late = pair_progress(
        atelier({"2027-01-05": HELD + actions, "2027-01-20": HELD}, program=program),
        PAIR,
        date(2027, 2, 2),
    )

    assert (late.actions_open, late.actions_overdue, late.actions_done) == (2, 1, 1)
    assert (late.milestones_done, late.milestones_overdue) == (0, 1)
    assert late.health.kind is HealthKind.NEEDS_ATTENTION


def test_the_latest_rating_up_to_today_counts() -> None:
    pair = (
        ACTIVE
        + "goals: [{id: draw, statement: Draw, ratings: [{on: 2027-01-04, by: leonardo,"
        + " level: -1}]}, {id: paint, statement: Paint}]\n"
    )
    notes = {"2027-01-05": HELD + "\ngoals: {draw: 1}", "2027-02-05": HELD + "\ngoals: {draw: 2}"}

    goals = pair_progress(atelier(notes, pair=pair), PAIR, date(2027, 1, 31)).goals

    assert [goal.level for goal in goals] == [1, None]


@pytest.mark.parametrize(
    ("levels", "score"), [((0,), 50), ((1,), 60), ((0, 0, 0), 50), ((2, 2), 75), ((-2, -2), 25)]
)
def test_attainment_is_fifty_when_goals_are_reached_as_hoped(
    levels: tuple[int, ...], score: int
) -> None:
    assert attainment([replace(GOAL, level=level) for level in levels]) == score


@pytest.mark.parametrize(
    ("pair", "notes", "today", "kind"),
    [
        (ACTIVE, {}, "2027-01-04", HealthKind.ON_TRACK),
        (ACTIVE, {}, "2027-01-21", HealthKind.NEEDS_ATTENTION),
        (ACTIVE, {}, "2027-02-04", HealthKind.SILENT),
        (ACTIVE, {"2027-01-05": HELD}, "2027-02-18", HealthKind.SILENT),
        (ACTIVE, {"2027-02-09": "status: planned"}, "2027-02-04", HealthKind.ON_TRACK),
        (
            ACTIVE + "cadence: {every: 1, unit: month}\n",
            {},
            "2027-02-08",
            HealthKind.NEEDS_ATTENTION,
        ),
        (ACTIVE, {"2027-01-05": HELD}, "2027-01-06", HealthKind.ON_TRACK),
        (ACTIVE, {"2027-01-05": "status: planned"}, "2027-01-09", HealthKind.NEEDS_ATTENTION),
        (ACTIVE, {}, "2026-12-01", HealthKind.NOT_STARTED),
        (ACTIVE, {}, "2028-01-01", HealthKind.NEEDS_ATTENTION),
        (ACTIVE.replace("active", "confirmed"), {}, "2027-02-01", HealthKind.NOT_STARTED),
        (FACTS + "status: proposed\nstart: 2027-01-04\n", {}, "2027-01-04", HealthKind.NOT_STARTED),
        (ACTIVE.replace("active", "paused"), {}, "2027-02-01", HealthKind.PAUSED),
        (
            ACTIVE.replace("active", "paused") + "paused_until: 2027-03-01\n",
            {},
            "2027-02-01",
            HealthKind.PAUSED,
        ),
        (
            ACTIVE.replace("active", "paused") + "paused_until: 2027-03-01\n",
            {},
            "2027-04-01",
            HealthKind.NEEDS_ATTENTION,
        ),
        (ACTIVE.replace("active", "completed"), {}, "2027-02-01", HealthKind.ENDED),
        (_LEFT, {}, "2027-01-10", HealthKind.ON_TRACK),
        (_LEFT, {}, "2027-01-11", HealthKind.NEEDS_ATTENTION),
        (ACTIVE + "paused_until: 2027-03-01\n", {}, "2027-03-01", HealthKind.PAUSED),
        (ACTIVE + "paused_until: 2027-03-01\n", {}, "2027-03-02", HealthKind.ON_TRACK),
        (ACTIVE + "paused_until: 2027-03-01\n", {}, "2027-05-01", HealthKind.SILENT),
    ],
)
def test_health_of_a_pair(pair: str, notes: dict[str, str], today: str, kind: HealthKind) -> None:
    community = atelier(notes, pair=pair)

    assert pair_progress(community, PAIR, date.fromisoformat(today)).health.kind is kind


def test_nobody_is_silent_without_a_rhythm() -> None:
    program = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "").replace("formal", "informal")

    progress = pair_progress(atelier(program=program), PAIR, date(2027, 6, 1))

    assert progress.expected is progress.kept is None
    assert progress.health.kind is HealthKind.ON_TRACK


@pytest.mark.parametrize(
    ("mentor", "mentee", "reason"),
    [
        ("", "", "proposed, waits for confirmation by verrocchio, leonardo"),
        (", confirmed: 2027-01-02", "", "proposed, waits for confirmation by leonardo"),
        (
            ", confirmed: 2027-01-02",
            ", confirmed: 2027-01-03",
            "proposed, and everybody has confirmed",
        ),
        (", until: 2027-01-02", "", "proposed, waits for confirmation by leonardo"),
    ],
)
def test_proposed_pair_waits_for_those_who_have_not_confirmed(
    mentor: str, mentee: str, reason: str
) -> None:
    facts = FACTS.replace("role: mentor", f"role: mentor{mentor}")
    facts = facts.replace("role: mentee", f"role: mentee{mentee}")
    known = atelier(pair=facts + "status: proposed\nstart: 2027-01-04\n")

    health = pair_progress(known, PAIR, START).health

    assert Catalog("en").text(health.reason) == reason
    assert health.next_step is not None


@pytest.mark.parametrize(
    ("pair", "step"),
    [
        (
            FACTS + "status: proposed\nstart: 2027-01-04\n",
            (
                "Ask, and note who says yes: telemaco confirm atelier --agreed verrocchio; "
                "if nobody answers, drop it: telemaco close atelier verrocchio-leonardo"
            ),
        ),
        (
            FACTS.replace("}", ", confirmed: 2027-01-02}")
            + "status: proposed\nstart: 2027-01-04\n",
            "Confirm it: telemaco confirm atelier verrocchio-leonardo",
        ),
        (
            FACTS + "status: confirmed\nstart: 2027-01-04\n",
            (
                "Ask for the first session, and let it begin: "
                "telemaco begin atelier verrocchio-leonardo"
            ),
        ),
        (
            ACTIVE + "expected_end: 2027-01-03\n",
            (
                "Move expected_end, or end it: "
                "telemaco close atelier verrocchio-leonardo --reason no-contact"
            ),
        ),
    ],
)
def test_next_step_names_the_command_that_does_it(pair: str, step: str) -> None:
    found = pair_progress(atelier(pair=pair), PAIR, START).health.next_step

    assert found is not None
    assert Catalog("en").text(found) == step


def test_pair_that_met_is_closed_without_a_reason() -> None:
    known = atelier({"2027-01-05": HELD}, pair=ACTIVE + "expected_end: 2027-01-10\n")

    found = pair_progress(known, PAIR, date(2027, 1, 11)).health.next_step

    assert found is not None
    assert Catalog("en").text(found) == (
        "Move expected_end, or close it: telemaco close atelier verrocchio-leonardo"
    )


@pytest.mark.parametrize("status", ["proposed", "confirmed", "cancelled"])
def test_pair_that_never_began_owes_no_session(status: str) -> None:
    progress = pair_progress(atelier(pair=ACTIVE.replace("active", status)), PAIR, date(2027, 6, 1))

    assert progress.expected is progress.kept is None


@pytest.mark.parametrize(("notes", "expected"), [({}, 1), ({"2027-01-19": HELD}, 2)])
def test_period_that_the_end_cuts_short_counts_only_when_kept(
    notes: dict[str, str], expected: int
) -> None:
    pair = ACTIVE.replace("active", "completed") + "end: 2027-01-20\n"

    progress = pair_progress(
        atelier({"2027-01-05": HELD, **notes}, pair=pair), PAIR, date(2027, 6, 1)
    )

    assert (progress.expected, progress.kept) == (expected, expected)


@pytest.mark.parametrize("end", ["2027-01-20", "2027-01-17"])
def test_figures_of_a_pair_that_is_over_are_the_same_on_every_later_day(end: str) -> None:
    """Its last period lasts to 31 January, or to its very end."""
    pair = ACTIVE.replace("active", "completed") + f"end: {end}\n"
    found = atelier({"2027-01-05": HELD, "2027-01-16": HELD, end: HELD}, pair=pair)

    days = [date.fromisoformat(end), date(2027, 1, 21), date(2027, 2, 2), date(2027, 6, 1)]
    figures = {(one.expected, one.kept) for one in (pair_progress(found, PAIR, d) for d in days)}

    assert len(figures) == 1


@pytest.mark.parametrize("last", [HELD, "status: missed"])
def test_figures_are_the_same_before_and_after_a_pair_past_its_end_is_closed(last: str) -> None:
    """Its last period, in which they met or not, would have lasted to 31 January."""
    notes = {"2027-01-05": HELD, "2027-01-19": last}
    still = ACTIVE + "expected_end: 2027-01-20\n"
    closed = ACTIVE.replace("active", "completed") + "end: 2027-01-20\n"

    found = [
        pair_progress(atelier(notes, pair=one), PAIR, date(2027, 1, 22)) for one in (still, closed)
    ]

    assert len({(one.expected, one.kept) for one in found}) == 1


def test_pair_whose_sessions_keep_falling_through_needs_attention() -> None:
    notes = {
        "2027-01-05": HELD,
        "2027-01-20": "status: missed",
        "2027-02-03": "status: rescheduled",
    }

    health = pair_progress(atelier(notes), PAIR, date(2027, 2, 4)).health

    assert health.kind is HealthKind.NEEDS_ATTENTION
    assert health.reason.count == 2


def test_planned_session_hides_no_other_reason() -> None:
    action = "\nactions: [{id: a, text: Draw, due: 2027-01-10}]"
    notes = {"2027-01-05": HELD + action, "2027-02-06": "status: planned"}

    health = pair_progress(atelier(notes), PAIR, date(2027, 2, 4)).health

    assert health.kind is HealthKind.NEEDS_ATTENTION


def test_session_planned_far_ahead_does_not_make_up_for_silence() -> None:
    notes = {"2027-01-05": HELD, "2027-09-01": "status: planned"}

    assert pair_progress(atelier(notes), PAIR, date(2027, 3, 10)).health.kind is HealthKind.SILENT


def test_attainment_follows_the_formula_of_kiresuk_and_sherman() -> None:
    levels = (2, 1, 0, -1)

    # 50 + 10 * 2 / sqrt(0.7 * 4 + 0.3 * 16) = 50 + 20 / sqrt(7.6) = 57.25
    assert attainment([replace(GOAL, level=level) for level in levels]) == 57


def test_goals_without_a_level_do_not_count_in_attainment() -> None:
    assert attainment([replace(GOAL, level=1), GOAL]) == 60
    assert attainment([GOAL]) is None


def test_pair_of_an_unknown_program_has_figures_too() -> None:
    more = {"pairs/nowhere/verrocchio-leonardo/pair.yaml": ACTIVE}
    pair = PairId(ProgramId("nowhere"), PairName("verrocchio-leonardo"))

    progress = pair_progress(atelier(more=more), pair, date(2027, 6, 1))

    assert (progress.expected, progress.milestones_overdue) == (None, 0)


def test_dropped_goals_do_not_count_in_attainment() -> None:
    assert attainment([replace(GOAL, level=1), replace(GOAL, level=-2, status="dropped")]) == 60


def test_start_has_a_score_when_every_rated_goal_says_where_it_stood() -> None:
    said = replace(GOAL, baseline=-2, level=0)

    assert attainment_at_start([said, said, GOAL]) == 25
    assert attainment_at_start([said, replace(said, baseline=None)]) is None
    assert attainment_at_start([GOAL]) is None


def test_score_says_of_how_many_goals_it_speaks() -> None:
    goals = [replace(GOAL, level=1), GOAL, replace(GOAL, level=2, status="dropped")]

    assert rated(goals) == 1


def test_ratings_of_the_pair_and_of_its_notes_are_read_as_one() -> None:
    pair = ACTIVE + (
        "goals: [{id: draw, statement: Draw, ratings: [{on: 2027-01-20, by: leonardo, level: -1},"
        " {on: 2027-01-04, by: leonardo, level: -2}, {on: 2027-03-01, by: leonardo, level: 2}]}]\n"
    )
    notes = {"2027-01-20": HELD + "\ngoals: {draw: 0}", "2027-01-25": HELD + "\ngoals: {draw: 1}"}

    (goal,) = pair_progress(atelier(notes, pair=pair), PAIR, date(2027, 1, 31)).goals

    assert [(one.day.day, one.level) for one in goal.ratings] == [(4, -2), (20, 0), (25, 1)]
    assert goal.level == 1


def test_pair_that_ends_early_with_its_goals_reached_completed() -> None:
    pair = ACTIVE.replace("active", "ended-early") + "end: 2027-02-01\nreason: goals-reached\n"

    progress = pair_progress(atelier(pair=pair), PAIR, date(2027, 3, 1))
    other = pair_progress(
        atelier(pair=pair.replace("goals-reached", "no-time")), PAIR, date(2027, 3, 1)
    )

    assert progress.status is PairStatus.COMPLETED
    assert Catalog("en").text(progress.health.reason) == "completed early, with its goals reached"
    assert other.status is PairStatus.ENDED_EARLY
