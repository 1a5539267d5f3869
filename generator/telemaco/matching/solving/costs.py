"""The cost of every pair in whole numbers that no two sets of pairs are likely to share."""

from dataclasses import dataclass
from math import exp

import numpy as np

from telemaco.matching.participants import Matrix
from telemaco.matching.scores import HIGHEST
from telemaco.matching.solving.problem import FORBIDDEN, LOG_SCALE, Integers, Problem, levels_of
from telemaco.matching.ties import mixed

NEVER = np.iinfo(np.int64).max // 4
"""The cost of a pair that a limit forbids."""

_LEVEL_BITS = 22
_WORD_BITS = 61
_MOST_TIE_BITS = 16
_HIGHEST_POWER = 20.0


@dataclass(frozen=True, slots=True, eq=False)
class Costs:
    """What pairs cost: the level of their score times `unit`, and a draw between equals.

    `least` is the lowest score that is allowed; pairs below it cost NEVER. The sum of all draws
    is below `unit`, so that a draw decides nothing but between equals.
    """

    problem: Problem
    levels: Integers
    unit: int
    bits: int
    least: int = 0

    def of(self, rows: Integers, columns: Integers) -> Integers:
        """The costs of some pairs, none of them forbidden."""
        levels = self.levels[self.problem.scores[rows, columns]]
        words = self.problem.row_words[rows] ^ self.problem.column_words[columns]
        whole: Integers = levels * self.unit + self._draws(words)
        return whole

    def points(self, loss: int) -> int:
        """A loss of so many levels as points of a score of 100000.

        Where logarithms are added it is the part of one pair's score whose loss is as bad.
        """
        if self.problem.objective == "fair":
            return round(HIGHEST * (1 - exp(min(_HIGHEST_POWER, -loss / LOG_SCALE))))
        return loss

    def rows(self, mentees: Integers) -> Integers:
        """The costs of some mentees with every mentor."""
        scores = self.problem.scores[mentees]
        words = self.problem.row_words[mentees][:, None] ^ self.problem.column_words[None, :]
        costs = self.levels[np.maximum(scores, 0)] * self.unit + self._draws(words)
        return np.where(self.allows(scores), costs, NEVER)

    def allows(self, scores: Matrix) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Whether pairs of these scores may be made."""
        return scores > max(FORBIDDEN, self.least - 1)

    def _draws(self, words: np.ndarray[tuple[int, ...], np.dtype[np.uint64]]) -> Integers:
        draws: Integers = (mixed(words) >> np.uint64(64 - self.bits)).astype(np.int64)
        return draws


def costs_of(problem: Problem, least: int = 0) -> Costs:
    """The costs of a problem's pairs."""
    people = problem.mentees + problem.mentors
    bits = tie_bits(people)
    return Costs(
        problem, levels_of(problem.objective), 1 << (bits + people.bit_length()), bits, least
    )


def tie_bits(people: int) -> int:
    """The width of the draws: as wide as exact sums in 64 bits leave room for, 16 at most.

    It depends on the number of people only, so that every way to solve draws alike.
    """
    left = _WORD_BITS - _LEVEL_BITS - 2 * people.bit_length()
    return max(1, min(_MOST_TIE_BITS, left))
