"""What one more place with a mentor would bring, exactly, from the prices."""

import numpy as np

from telemaco.matching.changes import Change, Kind
from telemaco.matching.choosing import Choice
from telemaco.matching.full_mentors import FullMentors
from telemaco.matching.participants import Matrix
from telemaco.matching.phrases import one_of
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
    """The places that would serve those who are left out, with mentors of the run or full ones.

    - Where the most pairs are wanted: with all who fit; the most useful first.
    - Where the total counts: with those for whom nobody else would gain more by the place.
    - Where preferences decide: with those, of the best few, who would give it to them.
    """

    def __init__(self, table: Table, choice: Choice, full: FullMentors) -> None:
        self._table, self._choice, self._full = table, choice, full
        self._mentors = (*table.mentors, *full.table.mentors)
        self._scores = np.hstack((choice.problem.scores, full.problem.scores))
        self._line = full.line(table, choice)
        if solution := choice.solution:
            saved = saved_by_places(solution, choice.taken), full.most_saved(solution)
            self._saved = np.concatenate(saved)

    def serving(self, row: int) -> Change | None:
        """One more place that would serve a mentee, or somebody in their stead; None for none."""
        columns = self._columns(row)
        if not columns:
            return None
        mentors = [self._mentors[column] for column in columns]
        names = one_of([one.person.name for one in mentors])
        text = msg("one more place with {names}", names=names)
        return Change(Kind.PLACE, text, self._table.mentees[row], mentors[0], self._table.terms)

    def _columns(self, row: int) -> list[int]:
        fits = np.flatnonzero(self._scores[row] != FORBIDDEN)
        solution = self._choice.solution
        if solution is None:
            return self._first_in_line(row, fits)
        worth = self._saved // solution.costs.unit
        if self._choice.most_are_wanted:
            return _best(fits, worth)
        own = self._own_savings(solution, row)
        return _best(fits[(self._saved[fits] > 0) & (own[fits] == self._saved[fits])], worth)

    def _own_savings(self, solution: Solution, row: int) -> Integers:
        """What one more place with each mentor would save if a mentee left out got it."""
        rows = np.array([row])
        places = solution.places.next_costs(self._choice.taken)
        saved = solution.prices.left_out[row] - solution.costs.rows(rows)[0] - places
        return np.concatenate((saved, self._full.savings(solution, rows)[0]))

    def _first_in_line(self, row: int, fits: Integers) -> list[int]:
        """Of the mentors with the best scores those who would take the mentee next."""
        is_full = np.ones(len(self._mentors), np.bool_)
        is_full[: len(self._table.mentors)] = self._choice.taken >= self._choice.problem.room
        best = _best(fits[is_full[fits]], self._scores[row])[:_TRIED]
        return [column for column in best if self._line.first(column) == row]


def _best(columns: Integers, worth: Integers | Matrix) -> list[int]:
    """The columns that are worth most first; of equals the first."""
    found: list[int] = columns[np.argsort(-worth[columns], kind="stable")].tolist()
    return found
