"""What one more place with a mentor would bring, exactly, from the prices."""

import numpy as np

from telemaco.matching.changes import Change, Kind
from telemaco.matching.choosing import Choice
from telemaco.matching.participants import Matrix
from telemaco.matching.phrases import one_of
from telemaco.matching.solving.costs import costs_of
from telemaco.matching.solving.preferring import first_in_line
from telemaco.matching.solving.problem import FORBIDDEN, Integers
from telemaco.matching.solving.solve import Solution
from telemaco.matching.table import Table
from telemaco.messages import msg

_TRIED = 8


def saved_by_places(solution: Solution, taken: Integers) -> Integers:
    """What one more place with every mentor would save, in units.

    That is the mentor's toll, less what the place itself costs.
    """
    saved: Integers = np.maximum(0, solution.prices.tolls - solution.places.next_costs(taken))
    return saved


class FurtherPlaces:
    """The places that would serve those who are left out.

    - Where the most pairs are wanted: with all who fit, if others compete for their places, too;
      the most useful first.
    - Where the total counts: with those for whom nobody else would gain more by the place.
    - Where preferences decide: with those, of the best few, who would give it to them.
    """

    def __init__(self, table: Table, choice: Choice) -> None:
        self._table = table
        self._choice = choice
        self._is_full = choice.taken >= choice.problem.room
        self._costs = costs_of(choice.problem)
        solution = choice.solution
        self._saved = saved_by_places(solution, choice.taken) if solution else None
        self._next: dict[int, int] = {}

    def serving(self, row: int, *, is_rival: bool) -> Change | None:
        """One more place that would serve a mentee, or somebody in their stead; None for none."""
        columns = self._columns(row, is_rival=is_rival)
        if not columns:
            return None
        mentors = [self._table.mentors[column] for column in columns]
        names = one_of([one.person.name for one in mentors])
        text = msg("one more place with {names}", names=names)
        return Change(Kind.PLACE, text, self._table.mentees[row], mentors[0], self._table.terms)

    def _columns(self, row: int, *, is_rival: bool) -> list[int]:
        solution = self._choice.solution
        if solution is None or self._saved is None:
            return self._first_in_line(row)
        unit = solution.costs.unit
        fits = self._choice.problem.scores[row] != FORBIDDEN
        if self._choice.most_are_wanted:
            return _best(np.flatnonzero(fits), self._saved // unit) if is_rival else []
        columns = np.flatnonzero(fits & (self._saved > 0))
        next_costs = solution.places.next_costs(self._choice.taken)[columns]
        price = solution.costs.of(np.full_like(columns, row), columns)
        own = solution.prices.left_out[row] - price - next_costs
        return _best(columns[own == self._saved[columns]], self._saved // unit)

    def _first_in_line(self, row: int) -> list[int]:
        """Of the mentors with the best scores those who would take the mentee next."""
        scores = self._choice.problem.scores[row]
        full = np.flatnonzero((scores != FORBIDDEN) & self._is_full)
        best = _best(full, scores)[:_TRIED]
        return [column for column in best if self._next_of(column) == row]

    def _next_of(self, column: int) -> int:
        if column not in self._next:
            liking, chosen = self._choice.liking, self._choice.chosen
            self._next[column] = first_in_line(self._costs, liking, chosen, column)
        return self._next[column]


def _best(columns: Integers, worth: Integers | Matrix) -> list[int]:
    """The columns that are worth most first; of equals the first."""
    found: list[int] = columns[np.argsort(-worth[columns], kind="stable")].tolist()
    return found
