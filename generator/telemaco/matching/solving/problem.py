"""What a set of pairs is chosen from, as numbers."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from telemaco.matching.participants import Matrix
from telemaco.matching.scores import HIGHEST

FORBIDDEN = -1
"""In a matrix of scores: a pair that a limit forbids."""

UNMATCHED = -1
"""In place of a mentor's position: nobody."""

Integers = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]
Objective = Literal["fair", "total", "coverage", "stable"]

LOG_SCALE = 1 << 16
"""The cost of a score that is smaller by the factor e, where logarithms are added."""

WAITED_MOST = 3
"""More runs that left somebody without a partner do not count."""

FIRST = WAITED_MOST + 1
"""The runs that a mentee who comes first is taken to have waited."""

_MOST_LOAD = 20


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Mentees (rows) and mentors (columns), and what the program wants of their pairs.

    `scores` are of 100000 or FORBIDDEN; `room` and `load` the free and the taken places of every
    mentor; `mentees_waited` and `mentors_waited` how many earlier runs left each of them
    without a partner, at most WAITED_MOST, or FIRST for a mentee who comes first; `needs` how
    many of each mentor's first places are to be filled if at all possible; `most` the pairs that
    may be made (None: as many as can be); `spread` whether mentors should have about as many
    mentees each. `row_words` and `column_words` are the random words of the people, from which
    the draw of a pair is mixed. `rebate` is what a place that is needed, or a mentee who comes
    first, saves besides, in levels of cost.
    """

    scores: Matrix
    room: Integers
    load: Integers
    mentees_waited: Integers
    mentors_waited: Integers
    needs: Integers
    row_words: Words
    column_words: Words
    objective: Objective = "fair"
    spread: bool = False
    most: int | None = None
    rebate: int = 0

    @property
    def mentees(self) -> int:
        """How many mentees there are."""
        return int(self.scores.shape[0])

    @property
    def mentors(self) -> int:
        """How many mentors there are."""
        return int(self.scores.shape[1])


@cache
def levels_of(objective: Objective) -> Integers:
    """The cost of every score from 0 to 100000, falling; not to be changed.

    The sum of logarithms (Nash) for `fair`: it would rather help somebody served badly than
    somebody served well. The points missing to a full score for the others.
    """
    points = np.arange(HIGHEST + 1)
    if objective == "fair":
        logs = np.log(np.maximum(points, 1) / HIGHEST)
        costs: Integers = np.rint(-logs * LOG_SCALE).astype(np.int64)
    else:
        costs = HIGHEST - points
    costs.flags.writeable = False
    return costs


def place_costs(problem: Problem, levels: Integers, places: int) -> Integers:
    """The cost of every mentor's next places: a row a mentor, rising along it.

    With `spread` each mentee that a mentor has already makes the next one dearer by what ten
    points of a hundred are worth at the top. A mentor whom earlier runs left without a mentee
    gets the first one cheaper by as much for every run, three at most. Places that are needed
    are cheaper by the problem's rebate.
    """
    step = int(levels[HIGHEST * 9 // 10])
    order = np.arange(places)[None, :]
    before = np.minimum(problem.load[:, None] + order, _MOST_LOAD)
    costs = before * step if problem.spread else np.zeros_like(before)
    is_first, is_needed = before == 0, order < problem.needs[:, None]
    rising: Integers = costs - np.where(is_first, (problem.mentors_waited * step)[:, None], 0)
    return rising - np.where(is_needed, problem.rebate, 0)


def left_out_costs(problem: Problem, levels: Integers) -> Integers:
    """What leaving each mentee out costs more than leaving out somebody who is here anew.

    Every earlier run that left somebody out counts as much as the whole scale of scores, three
    runs at most: among equally many matched people those who waited come first, after those who
    come first anyway.
    """
    waited = problem.mentees_waited
    return waited * int(levels[0]) + np.where(waited == FIRST, problem.rebate, 0)
