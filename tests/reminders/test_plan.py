from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
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
    assert plan(atelier(pair=ACTIVE + "paused_until: 2027-03-01\n"), today).check_ins == ()
    assert plan(atelier(pair=completed), today).check_ins == ()
    assert plan(atelier(program=cancelled), today).check_ins == ()


def test_nobody_is_chased_without_a_rhythm() -> None:
    program = PROGRAM.replace("cadence: {every: 2, unit: week}\n", "").replace("formal", "informal")

    assert plan(atelier(program=program), date(2027, 6, 1)).check_ins == ()


def test_proposed_pair_is_asked_from_the_day_of_the_match() -> None:
    proposed = FACTS + "status: proposed\nstart: 2027-02-01\nmatch: {receipt: %s, score: 80}\n"

    matched = _only(atelier(pair=proposed % "2027-01-10"), date(2027, 1, 17))
    again = _only(atelier(pair=proposed % "2027-01-10-2"), date(2027, 1, 17))
    by_hand = _only(atelier(pair=proposed % "2027-02-30"), date(2027, 2, 8))

    assert matched.key.period == again.key.period == date(2027, 1, 10)
    assert by_hand.key.period == date(2027, 2, 1)


def test_only_those_who_have_not_confirmed_are_asked() -> None:
    facts = FACTS.replace("role: mentor", "role: mentor, confirmed: 2027-02-03")
    proposed = "status: proposed\nstart: 2027-02-01\n"
    everybody = facts.replace("role: mentee", "role: mentee, confirmed: 2027-02-04")

    asked = _only(atelier(pair=facts + proposed), date(2027, 2, 8))
    told = _only(atelier(pair=facts + proposed), date(2027, 2, 28))
    agreed = _only(atelier(pair=everybody + proposed), date(2027, 2, 8))

    assert asked.to == ("leonardo",)
    assert Catalog("en").text(told.question) == (
        "They were proposed to each other on 1 February 2027. Not confirmed yet by leonardo."
    )
    assert agreed.is_for_coordinators
    assert Catalog("en").text(agreed.question) == (
        "Everybody in the pair has confirmed it. Confirm it now: telemaco confirm atelier "
        "verrocchio-leonardo, or set its status to confirmed."
    )


def test_everything_a_pair_has_open_goes_into_one_check_in() -> None:
    program = (
        PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-02-04")
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
    assert len(check_in.also) == 4


def test_session_with_the_midpoint_guide_is_the_midpoint_review() -> None:
    program = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-01-10")
    notes = {"2027-01-05": HELD + "\nagenda: midpoint"}

    assert plan(atelier(notes, program=program), date(2027, 1, 12)).check_ins == ()


def test_pair_that_rested_over_the_midpoint_is_asked_to_look_back_after_its_break() -> None:
    program = PROGRAM.replace("start: 2027-01-04,", "start: 2027-01-04, midpoint: 2027-02-15,")
    pair = f"{ACTIVE}paused_until: 2027-03-20\n"
    found = atelier({"2027-01-05": HELD, "2027-02-01": HELD}, pair=pair, program=program)

    asked = _only(found, date(2027, 3, 21))

    assert plan(found, date(2027, 3, 20)).check_ins == ()
    assert (asked.key.kind, asked.due) == (CheckInKind.MIDPOINT_FEEDBACK, date(2027, 3, 21))


def test_pair_that_began_after_the_midpoint_is_not_asked_about_it() -> None:
    program = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-01-03")

    assert plan(atelier(program=program), date(2027, 1, 12)).check_ins == ()


def test_sign_up_waits_for_the_coordinators_from_the_start() -> None:
    applied = {"program/people/lippi.yaml": person("mentee", "applied")}

    resting = ACTIVE.replace("active", "paused")

    check_in = _only(atelier(pair=resting, more=applied), date(2027, 1, 9))

    assert (check_in.key.kind, check_in.stage) == (CheckInKind.SIGN_UP, Stage.DUE)
    assert check_in.to == ("cosimo",)


def test_member_who_rests_is_not_asked_and_the_others_are_if_they_can_meet() -> None:
    away = {"program/people/leonardo.yaml": person("mentee", rest="paused_until: 2027-02-05\n")}
    group = ACTIVE.replace("role: mentee}", "role: mentee}, {person: botticelli, role: mentee}")
    found = atelier({"2027-01-05": HELD}, pair=group, more=away)

    assert _only(found, date(2027, 2, 4)).to == ("verrocchio", "botticelli")
    assert _only(found, date(2027, 2, 5)).to == ("verrocchio", "leonardo", "botticelli")


def test_question_to_nobody_but_members_who_rest_waits_until_they_are_back() -> None:
    proposed = FACTS.replace("mentor}", "mentor, confirmed: 2027-01-02}") + "status: proposed\n"
    away = {"program/people/leonardo.yaml": person("mentee", rest="paused_until: 2027-01-15\n")}
    found = atelier(pair=f"{proposed}start: 2027-01-04\n", more=away)

    asked = [plan(found, date(2027, 1, day)).check_ins for day in (14, 15)]

    assert [[one.to for one in check_ins] for check_ins in asked] == [[], [("leonardo",)]]


@pytest.mark.parametrize("away", ["verrocchio", "leonardo"])
def test_nobody_of_a_pair_is_asked_while_one_of_the_two_rests(away: str) -> None:
    path = f"program/people/{away}.yaml"
    rest = "confirmed: 2027-01-01\npaused_until: 2027-02-20\n"
    found = atelier({"2027-01-05": HELD}, more={path: person("mentor", rest=rest)})
    days = [START + timedelta(days=day) for day in range(2, 90)]

    asked = {day: plan(found, day).check_ins for day in days}

    assert not any(asked[day] for day in days if day < date(2027, 3, 4))
    assert _only(found, date(2027, 3, 18)).to == ("verrocchio", "leonardo")


def test_pair_is_asked_whether_it_goes_on_once_both_are_back() -> None:
    pair = ACTIVE.replace("active", "paused") + "paused_until: 2027-02-10\n"
    away = {"program/people/leonardo.yaml": person("mentee", rest="paused_until: 2027-02-20\n")}
    found = atelier({"2027-01-05": HELD}, pair=pair, more=away)

    asked = _only(found, date(2027, 2, 20))

    assert plan(found, date(2027, 2, 19)).check_ins == ()
    assert (asked.key.kind, asked.key.period) == (CheckInKind.BREAK_OVER, date(2027, 2, 10))
    assert asked.due == date(2027, 2, 20)


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


def _asked(community: Community, today: date) -> str:
    """What is asked, with its facts filled in."""
    question = _only(community, today).question
    return question.text.format_map(question.facts)


def test_coordinators_read_about_the_pair_and_are_not_spoken_to_like_it() -> None:
    to_pair, to_coordinators = (
        _asked(atelier(), START + timedelta(days=days)) for days in (10, 24)
    )

    assert to_pair == "You began on 2027-01-04. Did you meet for the first time?"
    assert to_coordinators == "They began on 2027-01-04, and no note says that they met."


def test_session_planned_far_ahead_silences_nothing() -> None:
    notes = {"2027-01-05": HELD, "2027-06-01": "status: planned"}

    check_in = _only(atelier(notes), date(2027, 2, 4))

    assert check_in.key.kind is CheckInKind.SESSION


def test_next_session_named_in_the_last_note_is_waited_for() -> None:
    notes = {"2027-01-05": HELD + "\nnext: 2027-02-10"}

    assert plan(atelier(notes), date(2027, 2, 4)).check_ins == ()


def test_note_from_before_the_start_counts_as_a_first_meeting() -> None:
    check_in = _only(atelier({"2027-01-02": HELD}), date(2027, 1, 21))

    assert check_in.key.kind is CheckInKind.SESSION
    assert check_in.key.period == START


def test_pair_past_its_end_is_asked_for_closing_words_only() -> None:
    pair = ACTIVE + "expected_end: 2027-02-10\n"
    closed = pair + "closing: {on: 2027-02-10}\n"

    check_in = _only(atelier(pair=pair), date(2027, 2, 11))

    assert (check_in.key.kind, check_in.also) == (CheckInKind.FINAL_FEEDBACK, ())
    assert plan(atelier(pair=closed), date(2027, 2, 11)).check_ins == ()


def test_pair_that_begins_later_is_asked_nothing() -> None:
    later = FACTS + "status: confirmed\nstart: 2027-03-01\n"

    assert plan(atelier(pair=later), date(2027, 2, 1)).check_ins == ()


@pytest.mark.parametrize(
    ("agenda_on", "today"), [("2027-03-20", "2027-03-21"), (None, "2027-03-30")]
)
def test_midpoint_review_may_come_late_and_is_given_up_in_the_end(
    agenda_on: str | None, today: str
) -> None:
    program = PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-03-01").replace(
        "{every: 2, unit: week}", "{every: 12, unit: month}"
    )
    notes = {"2027-01-05": HELD, **({agenda_on: HELD + "\nagenda: midpoint"} if agenda_on else {})}

    assert plan(atelier(notes, program=program), date.fromisoformat(today)).check_ins == ()


LADDERS: Mapping[str, str] = {
    "empty": "[]",
    "turned": "[{after_days: 14, to: coordinator, action: escalate},"
    " {after_days: 7, to: pair, action: nudge}]",
    "closing": "[{after_days: 7, to: pair, action: nudge},"
    " {after_days: 14, to: pair, action: close}]",
    "to-pair": "[{after_days: 1, to: pair, action: escalate}]",
    "told-early": "[{after_days: 3, to: coordinator, action: nudge}]",
}


def _with_ladder(name: str) -> str:
    return PROGRAM[: PROGRAM.index("  ladder")] + f"  ladder: {LADDERS[name]}\n"


@pytest.mark.parametrize(
    ("ladder", "days", "stage", "is_for_coordinators"),
    [
        ("empty", 150, Stage.DUE, False),
        ("turned", 20, Stage.NUDGE, False),
        ("turned", 30, Stage.ESCALATE, True),
        ("closing", 30, Stage.CLOSE, False),
        ("to-pair", 11, Stage.ESCALATE, True),
        ("told-early", 13, Stage.NUDGE, True),
    ],
)
def test_ladder_of_the_program_is_climbed(
    ladder: str, days: int, stage: Stage, *, is_for_coordinators: bool
) -> None:
    community = atelier(program=_with_ladder(ladder))

    check_in = _only(community, START + timedelta(days=days))

    assert (check_in.stage, check_in.is_for_coordinators) == (stage, is_for_coordinators)


def test_closed_question_makes_way_for_one_that_is_open() -> None:
    pair = ACTIVE + "agreement: {version: v1, review_on: 2027-02-10}\n"
    community = atelier(pair=pair, program=_with_ladder("closing"))

    check_in = _only(community, date(2027, 2, 11))

    assert (check_in.key.kind, check_in.stage) == (CheckInKind.AGREEMENT, Stage.DUE)
    assert check_in.also == ()


def test_actions_and_milestones_of_one_day_share_a_check_in() -> None:
    program = PROGRAM + (
        "milestones: [{id: met, title: Met, after_days: 5},"
        " {id: agreed, title: Agreed, after_days: 5}]\n"
    )
    actions = (
        "\nactions: [{id: a, text: Draw, due: 2027-01-10, owner: leonardo},"
        " {id: b, text: Paint, due: 2027-01-10, owner: leonardo}]"
    )
    again = "\nactions: [{id: a, text: Carve, due: 2027-01-10, owner: leonardo}]"
    notes = {"2027-01-05": HELD + actions, "2027-01-06": HELD + again}
    today = date(2027, 1, 15)

    check_in = _only(atelier(notes, program=program), today)
    alone = _only(atelier(notes), today)

    assert check_in.question.facts["milestones"] == msg(
        "{first}, {rest}", first="Agreed", rest="Met"
    )
    assert [text.facts["action"] for text in check_in.also] == ["Draw; Paint; Carve"]
    assert alone.to == ("leonardo",)


def test_action_of_somebody_who_left_goes_to_those_who_are_there() -> None:
    pair = ACTIVE.replace("role: mentee}", "role: mentee, until: 2027-01-11}")
    action = "\nactions: [{id: a, text: Draw, due: 2027-01-10, owner: leonardo}]"

    check_in = _only(atelier({"2027-01-05": HELD + action}, pair=pair), date(2027, 1, 15))

    assert check_in.to == ("verrocchio",)


def test_sign_up_and_availability_of_one_person_are_asked_apart() -> None:
    other = PROGRAM.replace("Atelier", "Bottega")
    both = person("mentor", "accepted").replace(
        "accepted}]", "accepted}, {program: bottega, role: mentee, status: applied}]"
    )
    more = {"program/programs/bottega.yaml": other, "program/people/lippi.yaml": both}
    resting = ACTIVE.replace("active", "paused")

    found = plan(atelier(pair=resting, more=more), date(2027, 7, 1)).check_ins

    mine = [one for one in found if one.key.subject == "lippi"]
    assert {(one.key.kind, one.to) for one in mine} == {
        (CheckInKind.SIGN_UP, ("cosimo",)),
        (CheckInKind.STILL_AVAILABLE, ("lippi",)),
    }


def test_program_that_is_over_asks_nothing() -> None:
    over = PROGRAM.replace("status: running", "status: completed")
    applied = {"program/people/lippi.yaml": person("mentee", "applied")}

    assert plan(atelier(program=over, more=applied), date(2029, 1, 1)).check_ins == ()


STAGES = tuple(Stage)
DAYS = st.dates(date(2026, 12, 20), date(2027, 12, 31))


@given(st.sets(DAYS, max_size=12), st.sampled_from(sorted(LADDERS)))
@hypothesis_settings(max_examples=15, deadline=None)
def test_key_never_goes_back_and_a_pair_is_asked_one_thing_a_day(
    days: set[date], ladder: str
) -> None:
    program = _with_ladder(ladder).replace("end: 2027-12-31", "midpoint: 2027-06-01")
    program += "milestones: [{id: met, title: Met, after_days: 5}]\n"
    pair = ACTIVE + "expected_end: 2027-11-30\nagreement: {version: v1, review_on: 2027-05-01}\n"
    community = atelier({str(day): HELD for day in days}, pair=pair, program=program)
    reached: dict[str, int] = {}

    for number in range(365):
        found = plan(community, START + timedelta(days=number)).check_ins
        of_the_pair = [one for one in found if one.key.subject == "verrocchio-leonardo"]
        assert len(of_the_pair) <= 1
        for one in of_the_pair:
            stage = STAGES.index(one.stage)
            assert stage >= reached.get(str(one.key), 0)
            reached[str(one.key)] = stage


@given(st.integers(31, 140))
@hypothesis_settings(max_examples=25, deadline=None)
def test_held_note_in_the_period_takes_its_check_in_away(days: int) -> None:
    today = START + timedelta(days=days)
    before = {"2027-01-05": HELD}
    asked = _only(atelier(before), today)

    answered = plan(atelier({**before, str(asked.key.period): HELD}), today).check_ins

    assert asked.key not in [one.key for one in answered]
