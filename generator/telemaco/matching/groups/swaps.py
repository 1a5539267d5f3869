"""Members who change places, so that those of a group share more of what they want.

Groups are formed for what mentors can teach. Which mentees come together is looked at afterwards:
two of them change groups, or one goes to another group, as long as that is worth it. A group
counts for every member the mean of what they share with the others (see `likeness`), a quarter of
what their score with the mentor counts. No limit is broken, no group becomes too small, nobody
loses their group or falls below the lowest score that there was, and with `spread` no group grows
beyond one that gives. It ends where no single change is worth it: good, but not proven the best.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from telemaco.matching.groups.branch import groups_in
from telemaco.matching.groups.company import Company
from telemaco.matching.participants import Matrix
from telemaco.matching.solving.problem import UNMATCHED, Integers

_POINTS = 100
"""Points of a score for one of likeness: both then go up to 100000."""

_PART = 4
"""How many times as much the score with a mentor counts."""

_MOST_LOOKED_AT = 50_000
"""Changes that are tried."""

_Gains = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Swapped:
    """Groups after members changed places: how many are with another mentor than before.

    `shared` is what members share, of 1000, and `scores` the mean score with the mentor, of
    100000: before and after.
    """

    chosen: Integers
    moved: int
    shared: tuple[int, int]
    scores: tuple[int, int]


def swapped(company: Company, like: Matrix | None, chosen: Integers, *, spread: bool) -> Swapped:
    """The groups, with members moved as long as that is worth it."""
    if like is None or not (chosen != UNMATCHED).any():
        return Swapped(chosen, 0, (0, 0), (0, 0))
    groups = _Members(company, like, chosen, spread=spread)
    left = _MOST_LOOKED_AT
    while left > 0:
        left -= groups.improve(left)
    after = groups.chosen
    return Swapped(
        after,
        int((after != chosen).sum()),
        (_shared(like, chosen), _shared(like, after)),
        (_mean_score(company, chosen), _mean_score(company, after)),
    )


class _Members:
    """Who is in which group, with what a change would bring."""

    def __init__(self, company: Company, like: Matrix, chosen: Integers, *, spread: bool) -> None:
        self._company = company
        self._like = like.astype(np.int64)
        self._spread = spread
        self._scores = company.table.scores.astype(np.int64)
        self.chosen = chosen.copy()
        rows = np.flatnonzero(chosen != UNMATCHED)
        floor = self._scores[rows, chosen[rows]].min()
        self._able = company.table.allowed & (self._scores >= floor)

    def improve(self, most: int) -> int:
        """Make the best change that can be made; how many were tried, `most` when none is left."""
        for tried, (changes, _) in enumerate(islice(self._worth_it(), most), start=1):
            if self._can_be(changes):
                for row, column in changes:
                    self.chosen[row] = column
                return tried
        return most

    def _worth_it(self) -> Iterator[tuple[tuple[tuple[int, int], ...], float]]:
        """Changes that are worth something, what is worth most first."""
        ways = [*self._swaps(), *self._moves()]
        yield from sorted(ways, key=lambda way: (-way[1], way[0]))

    def _swaps(self) -> Iterator[tuple[tuple[tuple[int, int], ...], float]]:
        rows = np.flatnonzero(self.chosen != UNMATCHED)
        at = self.chosen[rows]
        near, sizes = self._near(rows), self._sizes()
        others = np.maximum(sizes - 1, 1)
        together = near[np.arange(len(rows)), at]
        gained = near[:, at] - together[:, None] - self._like[np.ix_(rows, rows)]
        shared = 2 * _POINTS * (gained / others[at][None, :] + gained.T / others[at][:, None])
        own = self._scores[rows, at]
        scores = self._scores[np.ix_(rows, at)] - own[:, None]
        worth = shared + _PART * (scores + scores.T)
        able = self._able[np.ix_(rows, at)]
        good = np.triu((worth > 1) & able & able.T & (at[:, None] != at[None, :]))
        for one, other in zip(*np.nonzero(good), strict=True):
            changes = (int(rows[one]), int(at[other])), (int(rows[other]), int(at[one]))
            yield changes, float(worth[one, other])

    def _moves(self) -> Iterator[tuple[tuple[tuple[int, int], ...], float]]:
        rows = np.flatnonzero(self.chosen != UNMATCHED)
        at, sizes = self.chosen[rows], self._sizes()
        near = self._near(rows)
        sums = np.zeros(len(sizes), np.int64)
        np.add.at(sums, at, near[np.arange(len(rows)), at])
        together = near[np.arange(len(rows)), at]
        now = sums / np.maximum(sizes - 1, 1)
        left = (sums[at] - 2 * together) / np.maximum(sizes[at] - 2, 1) - now[at]
        grown = (sums[None, :] + 2 * near) / np.maximum(sizes, 1) - now[None, :]
        scores = self._scores[rows] - self._scores[rows, at][:, None]
        worth = _POINTS * (left[:, None] + grown) + _PART * scores
        room = np.array(self._company.room)
        open_to = (sizes > 0) & (sizes < room)
        can_give = sizes[at] > self._company.least
        good = (worth > 1) & self._able[rows] & open_to[None, :] & can_give[:, None]
        good &= at[:, None] != np.arange(len(sizes))[None, :]
        if self._spread:
            good &= sizes[None, :] < sizes[at][:, None]
        for one, column in zip(*np.nonzero(good), strict=True):
            yield ((int(rows[one]), int(column)),), float(worth[one, column])

    def _near(self, rows: Integers) -> Integers:
        """What each mentee shares with all members of every group together."""
        member = np.zeros((len(rows), self._scores.shape[1]), np.int64)
        member[np.arange(len(rows)), self.chosen[rows]] = 1
        near: Integers = self._like[np.ix_(rows, rows)] @ member
        return near

    def _sizes(self) -> Integers:
        placed = self.chosen[self.chosen != UNMATCHED]
        return np.bincount(placed, minlength=self._scores.shape[1])

    def _can_be(self, changes: Sequence[tuple[int, int]]) -> bool:
        after = self.chosen.copy()
        for row, column in changes:
            after[row] = column
        groups = groups_in(after)
        return all(self._company.can_meet(groups[column], [column]) for _, column in changes)


def _shared(like: Matrix, chosen: Integers) -> int:
    """The mean over all members of what each shares with the others of their group."""
    total = count = 0
    for rows in groups_in(chosen).values():
        count += len(rows)
        total += int(like[np.ix_(rows, rows)].sum()) // max(1, len(rows) - 1)
    return total // count


def _mean_score(company: Company, chosen: Integers) -> int:
    rows = np.flatnonzero(chosen != UNMATCHED)
    return int(company.table.scores[rows, chosen[rows]].sum()) // len(rows)
