"""Small programs, from files to pairs, against every set of pairs that their limits allow."""

from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.limits import limit_of
from telemaco.matching.orders import Orders
from telemaco.matching.propose import consider, propose
from telemaco.matching.scores import score, shares
from telemaco.matching.solving.problem import levels_of
from telemaco.matching.table import Table
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from tests.fakes import community
from tests.matching.texts import program

TODAY = date(2027, 2, 1)
SPRING = ProgramId("spring")
SKILLS = "- {id: fugue, label: Fugue}\n- {id: singing, label: Singing}\n"
MENTEES, MENTORS = ("ada", "bea", "cy"), ("max", "nora")
NOBODY = None

Plan = tuple[int | None, ...]

HOURS = st.sampled_from(("", "mon", "tue")).map(
    lambda day: f"availability: [{{days: [{day}], from: '09:00', to: '11:00'}}]\n" if day else ""
)
SKILL = st.sampled_from(("", "fugue", "singing"))


@st.composite
def communities(draw: st.DrawFn) -> Community:
    """Three mentees and two mentors, one of whom may be a mentee as well."""
    objective = draw(st.sampled_from(("fair", "coverage", "total")))
    limits = draw(st.sampled_from(("", ", minimum_score: 40", ", weights: {skills: required}")))
    most = draw(st.sampled_from(("", "capacity: {pairs: 1}\n", "capacity: {pairs: 2}\n")))
    spread = draw(st.sampled_from(("", ", spread: even")))
    files = {
        "program/programs/spring.yaml": program(
            f"{most}matching: {{objective: {objective}{limits}{spread}}}"
        ),
        "program/skills.yaml": SKILLS,
    }
    for name in MENTEES:
        prefers = draw(st.sampled_from(("", ", prefers: [nora]")))
        seeks = draw(SKILL)
        files[f"program/people/{name}.yaml"] = _file(
            f"{{program: spring, role: mentee, status: accepted{prefers}}}",
            (f"seeks: [{{skill: {seeks}}}]\n" if seeks else "") + draw(HOURS),
        )
    for name in MENTORS:
        capacity, offers = draw(st.integers(0, 2)), draw(SKILL)
        enrolments = f"{{program: spring, role: mentor, status: accepted, capacity: {capacity}}}"
        if name == "nora" and draw(st.booleans()):
            enrolments += ", {program: spring, role: mentee, status: accepted}"
        files[f"program/people/{name}.yaml"] = _file(
            enrolments, (f"offers: [{{skill: {offers}}}]\n" if offers else "") + draw(HOURS)
        )
    return community(files)


def _file(enrolments: str, more: str) -> str:
    return (
        "name: Person\ntimezone: Europe/Rome\nlanguages: {it: native}\n"
        f"enrolments: [{enrolments}]\nconsent: {{text: v1, on: 2027-01-01}}\n{more}"
    )


@settings(max_examples=150, deadline=None)
@given(asked=communities())
def test_no_other_pairs_that_the_limits_allow_are_better(asked: Community) -> None:
    found = consider(asked, SPRING, TODAY, "spring")

    table = found.table
    at = {one.id: column for column, one in enumerate(table.mentors)}
    made = {link.mentee: at[link.mentor] for one in found.proposals for link in one.links}
    plan = tuple(made.get(one.id) for one in table.mentees)
    plans = _plans(asked, table)
    assert plan in plans
    assert _worth(table, plan, plans) == max(_worth(table, other, plans) for other in plans)


def _plans(asked: Community, table: Table) -> list[Plan]:
    """Every set of pairs: each pair allowed by itself, no mentor with more than there is room."""
    most = asked.programs[SPRING].capacity.pairs
    choices = [
        [NOBODY]
        + [
            column
            for column, mentor in enumerate(table.mentors)
            if limit_of(mentee, mentor, table.terms) is None
        ]
        for mentee in table.mentees
    ]
    return [
        plan
        for plan in product(*choices)
        if all(plan.count(column) <= one.room for column, one in enumerate(table.mentors))
        and (most is None or _size(plan) <= most)
    ]


def _size(plan: Plan) -> int:
    return sum(column is not None for column in plan)


def _scores(table: Table, plan: Plan) -> list[int]:
    return [
        score(shares(table.mentees[row], table.mentors[column], table.terms))
        for row, column in enumerate(plan)
        if column is not None
    ]


def _worth(table: Table, plan: Plan, plans: Sequence[Plan]) -> Any:  # noqa: ANN401 (compared only)
    """The larger, the better by the program's objective."""
    matching = table.terms.program.matching
    levels = levels_of(matching.objective).tolist()
    scores = _scores(table, plan)
    dearer = levels[90_000] if matching.spread == "even" else 0
    places = sum(
        dearer * sum(range(plan.count(column)))
        for column in {one for one in plan if one is not None}
    )
    gain = -sum(levels[one] for one in scores) - places
    if matching.objective == "total":
        return gain + len(scores) * levels[0]
    if matching.objective == "coverage":
        return (len(scores), gain)
    most = max(map(_size, plans))
    best = max(min(_scores(table, other), default=0) for other in plans if _size(other) == most)
    return (len(scores), all(10 * one >= 9 * best for one in scores), gain)


@settings(max_examples=60, deadline=None)
@given(asked=communities(), mentor=st.sampled_from(MENTORS), mentee=st.sampled_from(MENTEES))
def test_pin_is_made_and_a_forbidden_pair_is_not(
    asked: Community, mentor: str, mentee: str
) -> None:
    couple = (PersonId(mentor), PersonId(mentee))

    pinned = (
        propose(asked, SPRING, TODAY, "spring", Orders(pins=(couple,), force=True))
        if _is_in(asked, couple)
        else None
    )
    forbidden = propose(asked, SPRING, TODAY, "spring", Orders(forbids=(couple,)))

    members = [tuple(person for person, _ in one.members) for one in forbidden.proposals]
    assert couple not in members
    if pinned:
        assert couple in [tuple(person for person, _ in one.members) for one in pinned.proposals]


def _is_in(asked: Community, couple: tuple[PersonId, PersonId]) -> bool:
    """Whether the mentor takes part as one."""
    table = consider(asked, SPRING, TODAY, "spring").table
    return couple[0] in {one.id for one in table.mentors}


FREE_AT_NOON = "availability: [{days: [mon], from: '12:00', to: '13:00'}]\n"
FREE_AT_SIX = "availability: [{days: [mon], from: '18:00', to: '19:00'}]\n"


@pytest.mark.parametrize(
    ("end", "is_paired"),
    [
        ("2027-03-08", True),  # winter on both sides: noon in New York is six in Rome
        ("2027-03-26", False),  # New York changes its clocks on the 14th, Rome on the 28th
        ("2027-06-30", False),
    ],
)
def test_weeks_in_which_one_side_has_changed_its_clocks_count(end: str, *, is_paired: bool) -> None:
    asked = _clocks(end, "2027-02-01")

    assert bool(propose(asked, SPRING, TODAY, "spring").proposals) is is_paired


def test_program_that_begins_after_the_clocks_have_changed_is_not_bound_by_them() -> None:
    asked = _clocks("2027-06-30", "2027-04-05")

    assert propose(asked, SPRING, date(2027, 4, 1), "spring").proposals


def _clocks(end: str, start: str) -> Community:
    weights = "matching: {weights: {availability: required}}"
    text = program(weights).replace("2027-06-30", end).replace("2027-02-01", start)
    mentee = _file("{program: spring, role: mentee, status: accepted}", FREE_AT_NOON)
    mentor = _file("{program: spring, role: mentor, status: accepted}", FREE_AT_SIX)
    return community(
        {
            "program/programs/spring.yaml": text,
            "program/people/ada.yaml": mentee.replace("Europe/Rome", "America/New_York"),
            "program/people/max.yaml": mentor,
        }
    )


@pytest.mark.parametrize(
    ("mentees", "mentors"),
    [((), ()), (("mentee",), ()), ((), ("mentor",)), (("mentee",), ("mentor, capacity: 0",))],
)
@pytest.mark.parametrize("objective", ["fair", "coverage", "total", "stable"])
@pytest.mark.parametrize("kind", ["one-to-one", "group", "peer-circle", "reverse", "flash"])
def test_sides_without_anybody_are_no_trouble(
    mentees: tuple[str, ...], mentors: tuple[str, ...], objective: str, kind: str
) -> None:
    text = program(f"matching: {{objective: {objective}}}").replace("one-to-one", kind)
    people = {
        f"program/people/p{number}.yaml": _file(
            f"{{program: spring, role: {role}, status: accepted}}", ""
        )
        for number, role in enumerate((*mentees, *mentors))
    }

    found = propose(
        community({"program/programs/spring.yaml": text, **people}), SPRING, TODAY, "spring"
    )

    assert found.proposals == ()
    assert found.blocking == 0


@pytest.mark.parametrize("objective", ["fair", "coverage", "total", "stable"])
def test_where_every_pair_is_forbidden_everybody_is_told_why(objective: str) -> None:
    weights = f"matching: {{objective: {objective}, weights: {{languages: required}}}}"
    mentee = _file("{program: spring, role: mentee, status: accepted}", "")
    mentor = _file("{program: spring, role: mentor, status: accepted}", "")
    asked = community(
        {
            "program/programs/spring.yaml": program(weights),
            "program/people/ada.yaml": mentee,
            "program/people/bea.yaml": mentee,
            "program/people/max.yaml": mentor.replace("it: native", "de: native"),
        }
    )

    found = propose(asked, SPRING, TODAY, "spring")

    assert found.proposals == ()
    assert {one.limit for one in found.unmatched} == {"languages"}
    assert len(found.unmatched) == 3


def test_people_who_say_nothing_are_matched_with_the_others() -> None:
    silent = _file("{program: spring, role: mentee, status: accepted}", "")
    mentor = _file(
        "{program: spring, role: mentor, status: accepted, capacity: 2}",
        "offers: [{skill: fugue}]\n" + FREE_AT_SIX,
    )
    speaking = _file(
        "{program: spring, role: mentee, status: accepted}",
        "seeks: [{skill: fugue}]\n" + FREE_AT_SIX,
    )
    asked = community(
        {
            "program/programs/spring.yaml": program(),
            "program/skills.yaml": SKILLS,
            "program/people/ada.yaml": silent,
            "program/people/bea.yaml": speaking,
            "program/people/max.yaml": mentor,
        }
    )

    found = propose(asked, SPRING, TODAY, "spring")

    by_mentee = {str(one.members[1][0]): one.score for one in found.proposals}
    assert by_mentee.keys() == {"ada", "bea"}
    assert by_mentee["ada"] < by_mentee["bea"]
