"""Small tables of made-up scores, and every set of pairs that they allow."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from telemaco.matching.choosing import Choice
from telemaco.matching.limits import LIMITS, NONE
from telemaco.matching.participants import Participant
from telemaco.matching.pins import choose_around
from telemaco.matching.propose import Considered
from telemaco.matching.roster import Roster
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED
from telemaco.matching.solving.solve import Solution
from telemaco.matching.table import Table
from tests.matching.people import participant, terms
from tests.matching.solving.problems import SCORES, Plan, plans_of, size_of

PRICED = ("fair", "coverage", "total")
EXCLUDED = [limit.name for limit in LIMITS].index("excluded")


@st.composite
def tables(draw: st.DrawFn, objectives: Sequence[str] = PRICED) -> Table:
    """Up to four mentees and three mentors, with capacities, loads, waiting and wishes."""
    mentees = _people(draw, "mentee", draw(st.integers(1, 4)))
    mentors = _people(draw, "mentor", draw(st.integers(1, 3)))
    row = st.lists(st.sampled_from(SCORES), min_size=len(mentors), max_size=len(mentors))
    drawn = draw(st.lists(row, min_size=len(mentees), max_size=len(mentees)))
    scores = np.array(drawn, np.int32)
    limits = np.where(scores == FORBIDDEN, EXCLUDED, NONE).astype(np.int8)
    matching = {
        "objective": draw(st.sampled_from(objectives)),
        "spread": draw(st.sampled_from(("none", "even"))),
    }
    return Table(mentees, mentors, terms(matching), np.maximum(scores, 0), limits)


def considered(table: Table, most: int | None = None) -> Considered:
    """The matching of a table."""
    choice = choose_around(table, most, "salt", {})
    roster = Roster(tuple(table.mentors), tuple(table.mentees), (), 0, most)
    return Considered(roster, table, (), (), choice)


def allowed_plans(choice: Choice, solution: Solution) -> list[Plan]:
    """Every set of pairs that the objective chose from: none below its floor."""
    plans = plans_of(choice.problem, solution.costs.least)
    if solution.is_limited:
        return [plan for plan in plans if size_of(plan) == choice.problem.most]
    return plans


def _people(draw: st.DrawFn, role: str, count: int) -> list[Participant]:
    others = [f"{'mentor' if role == 'mentee' else 'mentee'}-{at}" for at in range(4)]
    wishes = st.lists(st.sampled_from(others), unique=True, max_size=2)
    return [
        replace(
            participant(f"{role}-{at}", role=role, prefers=draw(wishes)),
            room=draw(st.integers(1, 2)),
            load=draw(st.integers(0, 2)),
            waited=draw(st.integers(0, 4)),
        )
        for at in range(count)
    ]


def pairs_of(choice: Choice) -> int:
    """How many pairs there are."""
    return int((choice.chosen != UNMATCHED).sum())
