"""What one more place with a mentor would bring, exactly, from the prices."""

import numpy as np

from telemaco.matching.changes import Change, Kind
from telemaco.matching.choosing import Choice
from telemaco.matching.phrases import one_of
from telemaco.matching.solving.costs import costs_of
from telemaco.matching.solving.preferring import first_in_line
from telemaco.matching.solving.problem import FORBIDDEN, Integers
from telemaco.matching.solving.solve import Solution
from telemaco.matching.table import Table
from telemaco.messages import msg

_TRIED = 8


def further_place(table: Table, choice: Choice, row: int, *, is_rival: bool) -> Change | None:
    """One more place that would serve a mentee who is left out; None when none would."""
    columns = _columns(choice, row, is_rival=is_rival)
    if not columns:
        return None
    names = [table.mentors[column].person.name for column in columns]
    mentee, mentor = table.mentees[row], table.mentors[columns[0]]
    text = msg("one more place with {names}", names=one_of(names))
    return Change(Kind.PLACE, text, mentee, mentor, table.terms)


def saved_by_places(solution: Solution, taken: Integers) -> Integers:
    """What one more place with every mentor would save, in units.

    That is the mentor's toll, less what the place itself costs.
    """
    saved: Integers = np.maximum(0, solution.prices.tolls - solution.places.next_costs(taken))
    return saved


def _columns(choice: Choice, row: int, *, is_rival: bool) -> list[int]:
    """The mentors with whom one more place would serve the mentee, or somebody in their stead.

    - Where the most pairs are wanted: all who fit, if others compete for their places, too; the
      most useful first.
    - Where the total counts: those for whom nobody else would gain more by the place.
    - Where preferences decide: those who would give it to them.
    """
    solution = choice.solution
    if solution is None:
        return _first_in_line(choice, row)
    saved = saved_by_places(solution, choice.taken)
    if choice.most_are_wanted:
        fitting = np.flatnonzero(choice.problem.scores[row] != FORBIDDEN).tolist()
        return sorted(fitting, key=lambda column: (-saved[column], column)) if is_rival else []
    return _next_by_total(choice, solution, row, saved)


def _next_by_total(choice: Choice, solution: Solution, row: int, saved: Integers) -> list[int]:
    costs, scores = solution.costs, choice.problem.scores[row]
    columns = np.flatnonzero((scores != FORBIDDEN) & (saved > 0))
    price = costs.of(np.full_like(columns, row), columns)
    own = solution.prices.left_out[row] - price - solution.places.next_costs(choice.taken)[columns]
    found = columns[own == saved[columns]]
    return sorted(found.tolist(), key=lambda column: (-saved[column], column))


def _first_in_line(choice: Choice, row: int) -> list[int]:
    """Of the mentors with the best scores those who would take the mentee next."""
    problem = choice.problem
    scores = problem.scores[row]
    full = np.flatnonzero((scores != FORBIDDEN) & (choice.taken >= problem.room))
    best = full[np.argsort(-scores[full], kind="stable")[:_TRIED]].tolist()
    costs = costs_of(problem)
    return [
        column
        for column in best
        if first_in_line(costs, choice.liking, choice.chosen, column) == row
    ]
