from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.choosing import Choice
from telemaco.matching.full_mentors import FullMentors, full_mentors
from telemaco.matching.further_places import saved_by_places
from telemaco.matching.orders import Orders
from telemaco.matching.participants import Participant
from telemaco.matching.pins import choose_around
from telemaco.matching.propose import consider, propose
from telemaco.matching.recruit import Opening, openings
from telemaco.matching.silence import with_silence
from telemaco.matching.solving.problem import UNMATCHED, place_costs
from telemaco.matching.table import Table, table_of
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from tests.fakes import community
from tests.matching.people import participant, sides, terms
from tests.matching.solving.problems import cost_of, plans_of
from tests.matching.tables import considered, pairs_of, tables
from tests.matching.texts import pair, person, program

TODAY = date(2027, 2, 3)
SPRING = ProgramId("spring")
SEED = "salt"
MOST = 5
SKILLS = "- {id: singing, label: Singing}\n- {id: organ, label: Organ}\n"


def _community(extra: str = "", kind: str = "one-to-one", **people: str) -> Community:
    return community(
        {
            "program/programs/spring.yaml": program(extra).replace("one-to-one", kind),
            "program/skills.yaml": SKILLS,
            **{f"program/people/{name}.yaml": text for name, text in people.items()},
        }
    )


def _openings(known: Community, orders: Orders | None = None) -> tuple[Opening, ...]:
    found = consider(known, SPRING, TODAY, "spring", orders or Orders())
    assert found.choice is not None
    assert found.full is not None
    return openings(found.table, found.choice, found.full)


def test_place_with_a_mentor_who_is_full_serves_one_more() -> None:
    found = _openings(_community(a=person("mentee"), b=person("mentee"), m=person("mentor")))

    assert [(one.mentor, one.serves) for one in found] == [("m", 1)]


def test_new_mentor_is_described_as_somebody_left_out_would_want_them() -> None:
    found = _openings(
        _community(
            a=person("mentee", languages="{de: fluent, fr: native}", seeks=["organ"]),
            m=person("mentor", offers=["singing"]),
        )
    )

    best = found[0]
    assert (best.mentor, best.serves) == (None, 1)
    assert (best.skills, best.language, best.zone) == (("organ",), "fr", "Europe/Rome")


def test_skills_that_are_worth_the_same_are_named_together() -> None:
    found = _openings(_community(a=person("mentee", seeks=["organ", "singing"])))

    assert [one.skills for one in found] == [("organ", "singing")]


def test_nothing_is_proposed_where_nothing_would_help() -> None:
    assert not _openings(_community(m=person("mentor")))
    assert not _openings(_community(a=person("mentee"), m=person("mentor")))


def test_programs_that_are_full_and_stable_pairs_have_no_openings() -> None:
    people = {"a": person("mentee"), "b": person("mentee"), "m": person("mentor", capacity=2)}

    assert not _openings(_community("capacity: {pairs: 1}", **people))
    assert not _openings(_community("capacity: {pairs: 1}", **people | {"m": person("mentor")}))
    assert not _openings(_community("matching: {objective: stable}", **people))


def test_place_that_is_free_is_worth_nothing_more() -> None:
    people = {"a": person("mentee"), "b": person("mentee"), "m": person("mentor", capacity=3)}

    assert not _openings(_community("matching: {spread: even, objective: coverage}", **people))


def test_nobody_is_looked_for_whose_pair_is_decided() -> None:
    people = {"a": person("mentee", seeks=["organ"]), "m": person("mentor", offers=["singing"])}
    pinned = Orders(pins=((PersonId("m"), PersonId("a")),))

    assert _openings(_community(**people))
    assert not _openings(_community(**people), pinned)


def test_one_place_is_no_group() -> None:
    known = _community(
        "capacity: {group_minimum: 2}",
        "group",
        a=person("mentee", seeks=["organ"]),
        b=person("mentee"),
        m=person("mentor", offers=["singing"]),
    )

    assert propose(known, SPRING, TODAY, "spring").openings == ()


@settings(max_examples=80, deadline=None)
@given(table=tables())
def test_saving_of_a_place_is_that_of_the_best_set_with_it(table: Table) -> None:
    choice = considered(table).choice
    assert choice
    solution = choice.solution
    assert solution
    left_out = solution.prices.left_out
    now = cost_of(solution.costs, solution.chosen.tolist(), left_out)

    saved = saved_by_places(solution, choice.taken)

    for column in range(len(table.mentors)):
        room = choice.problem.room.copy()
        room[column] += 1
        wider = replace(choice.problem, room=room)
        costs = replace(solution.costs, problem=wider)
        plans = plans_of(wider, solution.costs.least)
        assert saved[column] == now - min(cost_of(costs, plan, left_out) for plan in plans)


@settings(max_examples=80, deadline=None)
@given(table=tables())
def test_place_with_a_mentor_serves_whom_it_is_said_to_serve(table: Table) -> None:
    choice = considered(table).choice
    assert choice

    found = {one.mentor: one for one in openings(table, choice, _full(table, (), choice))}

    for column, mentor in enumerate(table.mentors):
        mentors = list(table.mentors)
        mentors[column] = replace(mentor, room=mentor.room + 1)
        again = _chosen(replace(table, mentors=mentors))
        opening = found.get(mentor.id)
        if choice.most_are_wanted:
            assert (opening.serves if opening else 0) == pairs_of(again) - pairs_of(choice)
        if opening and table.terms.program.matching.objective != "fair":
            assert abs(opening.points - (_missed(choice) - _missed(again))) <= 1


@settings(max_examples=80, deadline=None)
@given(
    people=sides(),
    objective=st.sampled_from(("fair", "coverage", "total")),
    spread=st.sampled_from(("none", "even")),
)
def test_new_mentor_brings_what_is_said(
    people: tuple[list[Participant], list[Participant]], objective: str, spread: str
) -> None:
    known = terms({"objective": objective, "spread": spread})
    table = table_of(*people, known)
    choice = _chosen(table)

    for opening in openings(table, choice, _full(table, (), choice)):
        for skill in opening.skills:
            offered = {"skill": skill, "level": "expert"}
            new = participant(
                "new",
                {
                    "timezone": opening.zone,
                    "languages": {opening.language: "native"},
                    "offers": [offered],
                    "availability": [
                        {"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}
                        | {"from": "08:00", "to": "22:00"}
                    ],
                },
                role="mentor",
            )
            again = _chosen(table_of(people[0], [*people[1], new], known))
            if choice.most_are_wanted:
                assert opening.serves == pairs_of(again) - pairs_of(choice)
            if objective != "fair":
                assert abs(opening.points - (_missed(choice) - _missed(again))) <= 1


@settings(max_examples=80, deadline=None)
@given(
    people=sides(),
    objective=st.sampled_from(("fair", "coverage", "total")),
    spread=st.sampled_from(("none", "even")),
    load=st.integers(1, 2),
)
def test_place_with_a_full_mentor_brings_what_is_said(
    people: tuple[list[Participant], list[Participant]], objective: str, spread: str, load: int
) -> None:
    mentees, others = people[0], people[1][1:]
    full = [replace(one, load=load) for one in people[1][:1]]
    known = terms({"objective": objective, "spread": spread})
    table = table_of(mentees, others, with_silence(known, mentees, others))
    choice = _chosen(table)

    found = {one.mentor: one for one in openings(table, choice, _full(table, full, choice))}

    for mentor in full:
        after = with_silence(known, mentees, [*others, mentor])
        again = _chosen(table_of(mentees, [*others, mentor], after))
        opening = found.get(mentor.id)
        if choice.most_are_wanted and len(found) < MOST:
            assert (opening.serves if opening else 0) == pairs_of(again) - pairs_of(choice)
        if opening and objective != "fair" and after.silent == table.terms.silent:
            assert abs(opening.points - (_missed(choice) - _missed(again))) <= 1


def test_place_with_a_mentor_who_was_full_before_the_run_serves_one_more() -> None:
    known = community(
        {
            "program/programs/spring.yaml": program(),
            "program/people/a.yaml": person("mentee", status="matched"),
            "program/people/b.yaml": person("mentee"),
            "program/people/m.yaml": person("mentor"),
            "program/people/none.yaml": person("mentor", capacity=0),
            "pairs/spring/m-a/pair.yaml": pair("m", "a"),
        }
    )

    assert [(one.mentor, one.serves) for one in _openings(known)] == [("m", 1)]


def _full(table: Table, full: Sequence[Participant], choice: Choice) -> FullMentors:
    return full_mentors(table, full, choice, SEED)


def _chosen(table: Table) -> Choice:
    return choose_around(table, None, SEED, {})


def _missed(choice: Choice) -> int:
    """What the pairs miss of the best score, what their places cost, and who waits again.

    Where the total counts whoever is left out misses all.
    """
    problem = choice.problem
    rows: Sequence[int] = np.flatnonzero(choice.chosen != UNMATCHED).tolist()
    missed = sum(100_000 - int(problem.scores[row, choice.chosen[row]]) for row in rows)
    levels = 100_000 - np.arange(100_001)
    costs = place_costs(problem, levels, problem.mentees + 1)
    missed += sum(int(costs[at, :taken].sum()) for at, taken in enumerate(choice.taken.tolist()))
    waited = problem.mentees_waited[choice.chosen == UNMATCHED]
    if problem.objective == "total":
        return missed + int((100_000 * (1 + waited)).sum())
    return missed + int((100_000 * (waited - problem.mentees_waited.min(initial=3))).sum())
