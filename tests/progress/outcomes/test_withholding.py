import pytest

from telemaco.model.community import Community
from telemaco.progress.outcomes.attainment import NO_GOALS, NOT_RATED
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.pairs import GO_ON, NO_PAIRS
from telemaco.progress.outcomes.reasons_told import NOT_OVER
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.survival import Survival
from telemaco.progress.outcomes.values import GoalPeople, Outcome, Outcomes, Reason, Stage
from telemaco.progress.outcomes.withholding import told_programs, withheld
from telemaco.records.base import ProgramId
from telemaco.records.pair import EndReason
from telemaco.records.program import Role
from tests.fakes import community
from tests.progress.outcomes.circle import (
    CIRCLE,
    DONE,
    EARLY,
    GOES_ON,
    LEFT,
    PROGRAM,
    Two,
    circle,
    files,
    found,
    person,
)

FEW = 5
HELD = {"2027-01-20": "status: held"}
OTHER = ProgramId("other")
MOVED_ON = Two(LEFT.facts.replace("no-time", "moved-on"))
NO_FIT = Two(LEFT.facts.replace("no-time", "no-fit"))


def _told(mentoring: Community, few: int = FEW) -> object:
    return withheld(mentoring, found(mentoring), few)


def test_nothing_is_left_out_for_a_group_of_one() -> None:
    mentoring = circle(DONE, LEFT, Two(DONE.facts, HELD))

    assert _told(mentoring, 1) == found(mentoring)


def test_few_who_left_are_not_told_by_any_way() -> None:
    mentoring = circle(*[DONE] * 8, LEFT)

    told = withheld(mentoring, found(mentoring), FEW)

    assert told.outcome == Outcome(9, 0, WITHHELD, WITHHELD, WITHHELD)
    assert told.retention == WITHHELD
    assert told.criteria == WITHHELD
    assert told.funnels[0].stages[Stage.APPLIED] == 9
    assert told.funnels[0].stages[Stage.COMPLETED] == WITHHELD
    assert told.reasons == ()
    assert told.other_reasons == WITHHELD


def test_many_who_left_are_told() -> None:
    mentoring = circle(*[DONE] * 8, *[LEFT] * 3)

    told = withheld(mentoring, found(mentoring), FEW)

    assert told.outcome == Outcome(11, 0, 8, 3, Share(8, 11))
    assert isinstance(told.retention, tuple)
    assert [one.month for one in told.retention] == [0, 1, 2, 3, 4, 5]
    assert told.reasons == ()
    assert told.other_reasons == 3


def test_a_reason_that_all_gave_is_not_told() -> None:
    one = circle(*[DONE] * 8, *[LEFT] * 4)
    two = circle(*[DONE] * 8, *[LEFT] * 4, *[MOVED_ON] * 3)
    once_whole = withheld(one, found(one), 1)

    assert _reasons(one) == ((), 4)
    assert _reasons(two) == ((Reason(EndReason.NO_TIME, 4), Reason(EndReason.MOVED_ON, 3)), 0)
    assert once_whole.reasons == (Reason(EndReason.NO_TIME, 4),)


def test_conduct_and_health_are_never_named() -> None:
    conduct, health = (
        Two(LEFT.facts.replace("no-time", reason)) for reason in ("conduct", "health")
    )
    alike = circle(*[DONE] * 8, *[conduct] * 4)
    mixed = circle(*[DONE] * 8, *[LEFT] * 4, *[MOVED_ON] * 3, conduct, *[health] * 2)
    one = circle(*[DONE] * 8, *[LEFT] * 4, *[MOVED_ON] * 3, conduct)

    assert _reasons(alike) == ((), 4)
    assert _reasons(mixed) == ((Reason(EndReason.NO_TIME, 4), Reason(EndReason.MOVED_ON, 3)), 3)
    assert _reasons(one) == ((Reason(EndReason.NO_TIME, 4),), 4)


def test_reasons_are_told_once_no_pair_goes_on_and_the_program_is_over() -> None:
    pairs = [*[DONE] * 8, *[LEFT] * 4, *[MOVED_ON] * 3]
    closing = PROGRAM.replace("status: completed", "status: closing")

    assert _reasons(circle(*pairs, GOES_ON)) == ((), NOT_OVER)
    assert _reasons(circle(*pairs, program=closing)) == ((), NOT_OVER)
    assert _reasons(circle(*[DONE] * 8, program=closing)) == ((), 0)


def _reasons(mentoring: Community) -> tuple[tuple[Reason, ...], object]:
    told = withheld(mentoring, found(mentoring), FEW)
    return told.reasons, told.other_reasons


def test_months_in_which_few_left_are_left_out() -> None:
    late = Two(LEFT.facts.replace("2027-02-15", "2027-03-20"))

    mentoring = circle(*[DONE] * 8, LEFT, LEFT, late)
    told = withheld(mentoring, found(mentoring), FEW)

    assert isinstance(told.retention, tuple)
    assert [one.month for one in told.retention] == [0, 1, 3, 4, 5]


def test_few_who_left_after_the_last_month_are_not_what_is_left_of_all_who_left() -> None:
    """Of four pairs three left in the second month: the fourth did so after the third."""
    later = Two(LEFT.facts.replace("2027-02-15", "2027-05-20"))
    mentoring = circle(*[DONE] * 8, *[LEFT] * 3, later)

    told = withheld(mentoring, found(mentoring), FEW)

    assert told.outcome.left == 4
    assert [(one.month, one.watched, one.percent) for one in _points(told)] == [
        (0, 12, 100), (1, 12, 100), (5, 8, 67),
    ]  # fmt: skip


def test_few_who_completed_early_are_not_told_by_who_is_followed() -> None:
    one = circle(*[DONE] * 7, EARLY)
    many = circle(*[DONE] * 7, *[EARLY] * 3)

    told = [withheld(it, found(it), FEW) for it in (one, many)]

    assert [[point.watched for point in _points(it)] for it in told] == [
        [8, 8], [10, 10, 7, 7, 7, 7],
    ]  # fmt: skip


def test_the_estimate_hangs_on_the_months_that_are_told() -> None:
    """Which of the pairs that ended in a step completed, and which left, makes no difference."""
    days = ["2027-03-08", "2027-03-20", "2027-03-28", "2027-04-01", "2027-04-02", "2027-04-03"]
    orders = [
        [
            EARLY.facts.replace("2027-03-01", day)
            if place in done
            else LEFT.facts.replace("2027-02-15", day)
            for place, day in enumerate(days)
        ]
        for done in ({0, 1, 2}, {3, 4, 5}, {0, 2, 4})
    ]

    told = [
        _points(withheld(it, found(it), FEW))
        for it in (circle(*[DONE] * 8, *map(Two, order)) for order in orders)
    ]

    assert [(one.month, one.watched, one.percent) for one in told[0]] == [
        (0, 14, 100), (1, 14, 100), (2, 14, 100), (3, 8, 79), (4, 8, 79), (5, 8, 79),
    ]  # fmt: skip
    assert told[0] == told[1] == told[2]


def _points(told: Outcomes) -> tuple[Survival, ...]:
    assert isinstance(told.retention, tuple)
    return told.retention


def test_of_a_program_that_goes_on_the_share_says_why_it_is_missing() -> None:
    mentoring = circle(*[GOES_ON] * 8, LEFT)

    told = withheld(mentoring, found(mentoring), FEW)

    assert told.outcome == Outcome(9, WITHHELD, WITHHELD, WITHHELD, GO_ON)


def test_how_many_go_on_is_not_told_where_all_others_are_few() -> None:
    """Six began and five go on: one completed, or left."""
    one, three = ([GOES_ON] * 5 + [LEFT] * number for number in (1, 3))
    many = [GOES_ON] * 5 + [LEFT] * 3 + [DONE] * 2

    told = [withheld(it, found(it), FEW).outcome for it in (circle(*one), circle(*many))]

    assert [(it.begun, it.going_on, it.left) for it in told] == [
        (6, WITHHELD, WITHHELD), (10, 5, WITHHELD),
    ]  # fmt: skip
    assert _together(three, three).outcome.going_on == 10  # type: ignore[attr-defined]
    assert _together(many, one).outcome.going_on is WITHHELD  # type: ignore[attr-defined]


def test_a_program_of_few_has_no_months() -> None:
    mentoring = circle(DONE, DONE)

    assert withheld(mentoring, found(mentoring), FEW).retention == WITHHELD
    empty = circle(Two("status: confirmed\n"))
    assert withheld(empty, found(empty), FEW).retention == NO_PAIRS


def test_rare_reasons_are_told_together() -> None:
    mentoring = circle(*[DONE] * 8, *[MOVED_ON] * 3, *[LEFT] * 2, NO_FIT)

    told = withheld(mentoring, found(mentoring), FEW)

    assert told.reasons == (Reason(EndReason.MOVED_ON, 3),)
    assert told.other_reasons == 3


def test_a_rare_reason_is_not_told_by_what_is_left_of_those_who_left() -> None:
    mentoring = circle(*[DONE] * 8, *[LEFT] * 3, NO_FIT)

    told = withheld(mentoring, found(mentoring), FEW)

    assert (told.reasons, told.other_reasons) == ((), 4)


def test_who_completed_are_not_told_by_what_is_left_of_the_reasons() -> None:
    one = circle(DONE, *[LEFT] * 8)
    two = circle(DONE, DONE, NO_FIT, *[LEFT] * 8)
    three = circle(DONE, NO_FIT, *[LEFT] * 8)

    told = [withheld(it, found(it), FEW) for it in (one, two, three)]

    assert [it.outcome.completed for it in told] == [WITHHELD] * 3
    assert [it.reasons for it in told] == [()] * 3
    assert [it.other_reasons for it in told] == [WITHHELD] * 3


def test_reasons_of_few_altogether_are_not_told() -> None:
    mentoring = circle(*[GOES_ON] * 8, LEFT)

    told = withheld(mentoring, found(mentoring), FEW)

    assert (told.reasons, told.other_reasons) == ((), WITHHELD)


def test_an_objective_of_few_takes_another_with_it() -> None:
    goal = "goals: [{{id: a, statement: A, objective: {0}}}]\n"
    craft, voice = (Two(DONE.facts + goal.format(name)) for name in ("craft", "voice"))
    mentoring = circle(craft, *[voice] * 3)

    told = withheld(mentoring, found(mentoring), FEW)
    plain = withheld(circle(*[voice] * 3), found(circle(*[voice] * 3)), FEW)

    assert [one.goals for one in told.attainment] == [WITHHELD, WITHHELD]
    assert [one.goals for one in plain.attainment] == [0, 3]


def _with_goals(*goals: str) -> Two:
    listed = ", ".join(f"{{id: g{n}, statement: G, {goal}}}" for n, goal in enumerate(goals))
    return Two(f"{DONE.facts}goals: [{listed}]\n")


def _rated(level: int) -> str:
    return f"objective: craft, ratings: [{{on: 2027-03-01, by: circle-m0, level: {level}}}]"


REACHED, MISSED = "objective: craft, status: achieved", "objective: craft"


@pytest.mark.parametrize(
    ("reached", "missed", "told"),
    [(3, 3, Share(3, 6)), (6, 0, Share(6, 6)), (6, 1, WITHHELD), (1, 6, WITHHELD)],
)
def test_goals_reached_are_told_where_those_who_did_and_who_did_not_are_many(
    reached: int, missed: int, told: object
) -> None:
    pairs = [_with_goals(REACHED)] * reached + [_with_goals(MISSED)] * missed
    mentoring = circle(*pairs)

    outcomes = withheld(mentoring, found(mentoring), FEW)

    craft, _voice = outcomes.attainment
    assert (craft.goals, craft.achieved, outcomes.goals) == (reached + missed, told, told)
    assert craft.people == GoalPeople()


def test_goals_of_an_objective_are_not_what_is_left_of_all_goals() -> None:
    """Of eleven goals nine are of the craft, so that two serve none."""
    free = [_with_goals("status: open")] * 2
    mentoring = circle(*[_with_goals(REACHED)] * 6, *[_with_goals(MISSED)] * 3, *free)

    told = withheld(mentoring, found(mentoring), FEW)

    assert [one.goals for one in told.attainment] == [WITHHELD, 0, WITHHELD]
    assert [one.achieved for one in told.attainment] == [WITHHELD, NO_GOALS, WITHHELD]
    assert told.goals == Share(6, 11)


def test_a_goal_that_was_dropped_is_one_that_was_not_reached() -> None:
    dropped = [_with_goals("objective: craft, status: dropped")] * 3
    mentoring = circle(*[_with_goals(REACHED)] * 3, *dropped)

    assert withheld(mentoring, found(mentoring), FEW).goals == Share(3, 6)


@pytest.mark.parametrize(
    ("pairs", "hoped", "score"),
    [
        ([_rated(1)] * 3 + [_rated(-1)] * 3, Share(3, 6), 50),
        ([_rated(1)] + [MISSED] * 5, WITHHELD, WITHHELD),
        ([_rated(1)] * 3 + [_rated(-1)], WITHHELD, WITHHELD),
        ([MISSED] * 6, NOT_RATED, NOT_RATED),
    ],
)
def test_ratings_are_told_where_those_of_each_kind_are_many(
    pairs: list[str], hoped: object, score: object
) -> None:
    mentoring = circle(*map(_with_goals, pairs))

    craft, _voice = withheld(mentoring, found(mentoring), FEW).attainment

    assert (craft.goals, craft.hoped, craft.score) == (len(pairs), hoped, score)


def test_goals_of_a_sum_are_those_of_the_programs_that_tell_theirs() -> None:
    many, few = [_with_goals(REACHED)] * 3 + [_with_goals(MISSED)] * 3, [_with_goals(REACHED), DONE]

    assert _together(many, [*few, DONE]).goals == Share(3, 6)  # type: ignore[attr-defined]
    assert _together([*few, DONE], [DONE] * 3).goals is WITHHELD  # type: ignore[attr-defined]
    assert _together([DONE] * 3, [DONE] * 3).goals == NO_GOALS  # type: ignore[attr-defined]


def _together(first: list[Two], second: list[Two]) -> object:
    """What is told of two programs together, beside what each of them tells."""
    mentoring = community(files(first) | files(second, name="other"))
    beside = []
    for name in (CIRCLE, OTHER):
        whole = found(mentoring, names=[name])
        beside.append((whole, withheld(mentoring, whole, FEW)))
    both = found(mentoring, names=[CIRCLE, OTHER])
    return withheld(mentoring, both, FEW, beside)


@pytest.mark.parametrize(
    ("second", "is_told"),
    [
        ([DONE] * 8 + [LEFT] * 4, True),
        ([DONE] * 8 + [LEFT], False),
    ],
)
def test_the_sum_does_not_tell_on_what_a_program_leaves_out(
    second: list[Two],
    is_told: bool,  # noqa: FBT001 (a parameter of the table)
) -> None:
    told = _together([DONE] * 8 + [LEFT] * 5, second)

    assert isinstance(told.outcome.left, int) is is_told  # type: ignore[attr-defined]
    assert told.reasons == ()  # type: ignore[attr-defined]
    assert told.attainment == ()  # type: ignore[attr-defined]


def test_a_stage_of_the_sum_is_told_if_what_is_left_of_it_is_many() -> None:
    first, second = [DONE] * 12 + [LEFT] * 6, [DONE] * 12 + [LEFT]
    third = [DONE] * 12 + [LEFT] * 8

    hidden = _together(first, second).funnels[0]  # type: ignore[attr-defined]
    shown = _together(first, third).funnels[0]  # type: ignore[attr-defined]

    assert hidden.role is Role.MENTOR
    assert hidden.stages[Stage.COMPLETED] == WITHHELD
    assert shown.stages[Stage.COMPLETED] == 24


def test_how_many_applied_is_not_told_of_a_sum_where_those_of_one_program_are_few() -> None:
    hidden = _together([DONE] * 9, [DONE] * 3).funnels[0]  # type: ignore[attr-defined]
    shown = _together([DONE] * 9, [DONE] * 6).funnels[0]  # type: ignore[attr-defined]

    assert hidden.stages[Stage.APPLIED] == WITHHELD
    assert shown.stages[Stage.APPLIED] == 15


def test_a_sum_does_not_tell_who_was_declined_in_the_one_program_that_leaves_it_out() -> None:
    """Sixteen applied, less eight of the other program: one more than the seven accepted."""
    declined = {"program/people/no.yaml": person("mentor", status="declined")}
    mentoring = community(files([DONE] * 7) | declined | files([DONE] * 8, name="other"))
    alone = [found(mentoring, names=[name]) for name in (CIRCLE, OTHER)]
    told = [withheld(mentoring, one, FEW) for one in alone]
    both = found(mentoring, names=[CIRCLE, OTHER])

    together = withheld(mentoring, both, FEW, list(zip(alone, told, strict=True)))

    applied = [one.funnels[0].stages[Stage.APPLIED] for one in (*told, together)]
    assert applied == [WITHHELD, 8, WITHHELD]
    assert both.funnels[0].stages[Stage.APPLIED] == 16


def test_of_a_sum_there_are_only_the_months_that_every_program_tells() -> None:
    late = Two(LEFT.facts.replace("2027-02-15", "2027-03-20"))
    first, second = [DONE] * 8 + [LEFT] * 5, [DONE] * 8 + [LEFT, LEFT, late]

    months = [
        [one.month for one in told.retention]  # type: ignore[attr-defined]
        for told in (_together(first, first), _together(first, second))
    ]

    assert months == [[0, 1, 2, 3, 4, 5], [0, 1, 3, 4, 5]]


def test_programs_of_few_are_not_told_nor_drafts() -> None:
    draft = {"program/programs/draft.yaml": PROGRAM.replace("completed", "draft")}
    small = files([DONE] * 2, name="other") | files([DONE] * 3) | draft
    tiny = files([DONE] * 2, name="other") | files([DONE] * 2) | draft
    large = files([DONE] * 5, name="other") | files([Two("status: proposed\n")] * 3) | draft

    assert told_programs(community(small), FEW) == {CIRCLE}
    assert told_programs(community(tiny), FEW) == set()
    assert told_programs(community(large), FEW) == {OTHER}


def test_who_never_met_is_left_out_beside_those_matched() -> None:
    """How many were matched can be counted on pages of pairs, so that who never met is left out."""
    more = {f"program/people/free-{n}.yaml": person("mentee", status="accepted") for n in range(5)}
    mentoring = circle(*[Two(DONE.facts, HELD)] * 5, *[LEFT] * 3, more=more)

    told = withheld(mentoring, found(mentoring), FEW)

    mentors, mentees = (funnel.stages for funnel in told.funnels)
    assert (mentors[Stage.MATCHED], mentees[Stage.MATCHED], told.people) == (8, 8, 16)
    assert mentees[Stage.MET] is WITHHELD


def test_people_in_pairs_are_told_where_there_is_nothing_to_take_from_them() -> None:
    mentoring = circle(*[DONE] * 3)

    assert withheld(mentoring, found(mentoring), FEW).people == 6


def test_people_of_a_sum_are_not_told_where_a_program_leaves_them_out() -> None:
    helper = "members: [{person: circle-m0, role: mentor}, {person: circle-e0, role: mentee}, "
    few = {
        f"pairs/circle/pair-{number}/pair.yaml": (
            f"{helper.replace('m0', f'm{number}').replace('e0', f'e{number}')}"
            f"{{person: guide, role: facilitator}}]\nstart: 2027-01-04\n{DONE.facts}"
        )
        for number in range(8)
    }
    mentoring = community(files([DONE] * 8) | few | files([DONE] * 8, name="other"))
    alone = [found(mentoring, names=[name]) for name in (CIRCLE, OTHER)]
    told = [withheld(mentoring, one, FEW) for one in alone]

    both = withheld(
        mentoring,
        found(mentoring, names=[CIRCLE, OTHER]),
        FEW,
        list(zip(alone, told, strict=True)),
    )

    assert [one.people for one in told] == [WITHHELD, 16]
    assert both.people == WITHHELD


def _circle_of_peers(size: int) -> dict[str, str]:
    members = ", ".join(f"{{person: p{n}, role: peer}}" for n in range(size))
    facts = f"members: [{members}]\nstart: 2027-01-04\n{DONE.facts}"
    return {"pairs/circle/peers/pair.yaml": facts}


def test_of_a_role_the_pairs_are_counted_that_have_somebody_in_it() -> None:
    pairs = [DONE] * 8 + [LEFT] * 3

    many, few = (
        withheld(it, found(it), FEW)
        for it in (circle(*pairs, more=_circle_of_peers(size)) for size in (5, 3))
    )

    assert (many.outcome.completed, many.outcome.begun) == (9, 12)
    assert [(one.role, one.completed) for one in many.funnels] == [
        (Role.MENTOR, Share(8, 11)),
        (Role.MENTEE, Share(8, 11)),
        (Role.PEER, Share(1, 1)),
    ]
    assert few.outcome.completed == 9
    assert [one.completed for one in few.funnels] == [None, None, None]


CERTIFYING = PROGRAM + "completion: {minimum_sessions: 1, certificate: true}\n"


def _certificates(*pairs: Two) -> tuple[object, ...]:
    """Of mentees: who completed, earned and shows a certificate, as it is told."""
    mentoring = circle(*pairs, program=CERTIFYING)
    stages = withheld(mentoring, found(mentoring), FEW).funnels[1].stages
    return tuple(stages[stage] for stage in (Stage.COMPLETED, Stage.EARNED, Stage.SHOWN))


def test_certificates_of_many_are_told_and_nobody_is_picked_out_who_missed_theirs() -> None:
    met = Two(DONE.facts, HELD)

    assert _certificates(*[met] * 6) == (6, 6, 0)
    assert _certificates(*[met] * 6, *[DONE] * 5) == (11, 6, 0)
    assert _certificates(*[met] * 6, DONE) == (7, WITHHELD, 0)
    assert _certificates(*[met] * 3, *[DONE] * 5) == (8, WITHHELD, 0)


def test_who_completed_is_told_where_it_is_known_of_the_pairs_that_have_one_each() -> None:
    """Ten of thirteen pairs completed, and each has a mentee of its own."""
    met = Two(DONE.facts, HELD)
    mentoring = circle(*[met] * 10, *[Two(LEFT.facts, HELD)] * 3)

    told = withheld(mentoring, found(mentoring), FEW)

    mentee = told.funnels[1].stages
    assert [mentee[stage] for stage in (Stage.MATCHED, Stage.MET, Stage.COMPLETED)] == [13, 13, 10]
    assert mentee[Stage.MIDPOINT] is WITHHELD


def test_who_completed_is_not_told_by_pairs_where_few_never_came_or_have_two() -> None:
    alone = Two(
        DONE.facts,
        {"2027-01-20": "status: held\nattendance: {circle-m0: present, circle-e0: absent}"},
    )
    met, left = Two(DONE.facts, HELD), Two(LEFT.facts, HELD)
    twice = {
        "pairs/circle/again/pair.yaml": "members: [{person: circle-m0, role: mentor}, "
        "{person: circle-e1, role: mentee}]\nstart: 2027-01-04\n" + DONE.facts
    }

    never, double = (
        withheld(it, found(it), FEW)
        for it in (
            circle(alone, *[met] * 9, *[left] * 3),
            circle(*[met] * 10, *[left] * 3, more=twice),
        )
    )

    assert [one.stages[Stage.COMPLETED] for one in never.funnels] == [10, WITHHELD]
    assert [one.stages[Stage.COMPLETED] for one in double.funnels] == [WITHHELD] * 2


def _showing(number: int) -> dict[str, str]:
    """The first so many mentees show their certificate."""
    text = person("mentee").replace("[name]", "[name, certificate]")
    return {f"program/people/circle-e{one}.yaml": text for one in range(number)}


@pytest.mark.parametrize(
    ("pairs", "showing", "told"),
    [
        ([9, 0, 0], 5, [9, 9, WITHHELD, 5]),
        ([9, 0, 0], 4, [9, 9, 9, 4]),
        ([10, 0, 3], 10, [13, 10, 10, 10]),
        ([10, 0, 1], 8, [11, WITHHELD, WITHHELD, WITHHELD]),
        ([5, 5, 0], 5, [10, 10, 5, 5]),
        ([5, 5, 0], 2, [10, 10, WITHHELD, 2]),
    ],
)
def test_certificates_on_the_site_are_told_and_nothing_of_few_beside_them(
    pairs: list[int], showing: int, told: list[object]
) -> None:
    """The pairs: those who earned theirs, those who did not, those who left."""
    earned, missed, left = pairs
    mentoring = circle(
        *[Two(DONE.facts, HELD)] * earned,
        *[DONE] * missed,
        *[Two(LEFT.facts, HELD)] * left,
        program=CERTIFYING,
        more=_showing(showing),
    )

    stages = withheld(mentoring, found(mentoring), FEW).funnels[1].stages

    names = (Stage.MATCHED, Stage.COMPLETED, Stage.EARNED, Stage.SHOWN)
    assert [stages[name] for name in names] == told
