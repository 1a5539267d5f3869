"""Groups: mentors for whom enough mentees come together."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from telemaco.matching.choosing import Choice
from telemaco.matching.participants import Mask, Matrix
from telemaco.matching.solving.problem import UNMATCHED, Integers


@dataclass(frozen=True, slots=True)
class Grouping:
    """The choice of mentors, and the mentors left out because too few would come."""

    choice: Choice
    too_few: tuple[int, ...]


def large_enough(
    solve: Callable[[Mask], Choice], scores: Matrix, allowed: Mask, least: int, most: int | None
) -> Grouping:
    """Solve, leave out the mentors with the smallest groups, and solve again, until all fit.

    A group needs `least` mentees, and there may be `most` groups. Of the groups that are too
    small or too many the smaller half is left out at a time (at least one; among equals the one
    with the lower sum of scores), so that their mentees can fill others. Each round is exact;
    which mentors are left out is not proven to be the best choice.
    """
    left_out: list[int] = []
    while True:
        open_to = allowed.copy()
        open_to[:, left_out] = False
        choice = solve(open_to)
        leaving = _leaving(choice.chosen, scores, least, most)
        if not leaving:
            return Grouping(choice, tuple(left_out))
        left_out += leaving


def _leaving(chosen: Integers, scores: Matrix, least: int, most: int | None) -> list[int]:
    rows = np.flatnonzero(chosen != UNMATCHED)
    sizes = np.bincount(chosen[rows], minlength=scores.shape[1])
    sums = np.zeros(scores.shape[1], np.int64)
    np.add.at(sums, chosen[rows], scores[rows, chosen[rows]])
    ranked = sorted(np.flatnonzero(sizes).tolist(), key=lambda at: (sizes[at], sums[at], at))
    excess = 0 if most is None else max(0, len(ranked) - most)
    small = [at for at in ranked if sizes[at] < least]
    candidates = small or ranked[:excess]
    return candidates[: (len(candidates) + 1) // 2]
