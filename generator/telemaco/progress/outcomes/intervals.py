"""How sure a share of few can be: intervals that hold for small numbers, too."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

CONFIDENCE = 95
"""Percent; where several comparisons are made at once, of all of them together."""

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; percentages are whole. Never of nothing."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """The share."""
        return round(_PERCENT * self.part / self.whole)

    @property
    def interval(self) -> tuple[int, int]:
        """The 95 % Wilson interval, in percent."""
        return in_percent(wilson(self.part / self.whole, self.whole))


def wilson(share: float, number: float, comparisons: int = 1) -> tuple[float, float]:
    """The score interval of a share (0 to 1) of a number of trials, which may be a fraction.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
    J. Am. Stat. Assoc. 22, 209-212. With several comparisons the level is Bonferroni's.
    """
    z = _quantile(comparisons)
    denominator = 1 + z**2 / number
    middle = (share + z**2 / (2 * number)) / denominator
    half = z * sqrt(share * (1 - share) / number + z**2 / (4 * number**2)) / denominator
    return max(0.0, middle - half), min(1.0, middle + half)


def difference(first: Share, second: Share, comparisons: int = 1) -> tuple[int, int]:
    """The interval of the first share less the second, in percentage points.

    Newcombe, R. G. (1998), Interval estimation for the difference between independent
    proportions, Stat. Med. 17, 873-890, method 10: from the Wilson intervals of both.
    """
    p, q = first.part / first.whole, second.part / second.whole
    p_low, p_high = wilson(p, first.whole, comparisons)
    q_low, q_high = wilson(q, second.whole, comparisons)
    return in_percent(
        (
            p - q - sqrt((p - p_low) ** 2 + (q_high - q) ** 2),
            p - q + sqrt((p_high - p) ** 2 + (q - q_low) ** 2),
        )
    )


def in_percent(interval: tuple[float, float]) -> tuple[int, int]:
    """Both ends, rounded."""
    low, high = interval
    return round(_PERCENT * low), round(_PERCENT * high)


def _quantile(comparisons: int) -> float:
    tail = (1 - CONFIDENCE / _PERCENT) / (2 * comparisons)
    return NormalDist().inv_cdf(1 - tail)
