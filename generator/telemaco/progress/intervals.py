"""Figures of a few people with the range that they leave open, at 95 percent."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import atan, cos, pi, sin, sqrt
from statistics import NormalDist

_TAIL = 0.025
_Z = NormalDist().inv_cdf(1 - _TAIL)
_MANY_DEGREES = 20
_FARTHEST = 1e6
_PROMOTERS = 9
_DETRACTORS = 6


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, and the ends of its 95 % confidence interval, in the same unit."""

    value: float
    low: float
    high: float

    @property
    def tells_a_difference(self) -> bool:
        """Of a difference: whether its interval leaves out zero."""
        return self.low > 0 or self.high < 0


def share(number: int, total: int, comparisons: int = 1) -> Estimate:
    """A share from 0 to 1 of one person or more, with Wilson's score interval."""
    low, high = wilson(number / total, total, comparisons)
    return Estimate(number / total, low, high)


def wilson(portion: float, total: float, comparisons: int = 1) -> tuple[float, float]:
    """The ends of the score interval of a share from 0 to 1; `total` may be a fraction.

    Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
    the American Statistical Association 22 (1927), 209-212. With several comparisons 95 percent
    hold for all of them together (Bonferroni).
    """
    z = NormalDist().inv_cdf(1 - _TAIL / comparisons)
    weight = z**2 / total
    middle = (portion + weight / 2) / (1 + weight)
    reach = z * sqrt(portion * (1 - portion) / total + weight / total / 4) / (1 + weight)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def mean(values: Sequence[int], counts: Sequence[int], comparisons: int = 1) -> Estimate:
    """The mean of `values`, each of which `counts` people gave, in the unit of the values.

    Student's t interval, cut at the least and the greatest value. When all gave the same value,
    or one person alone answered, that would be a range of no width: then it is the score interval
    of Wilson (see `share`) for the mean on the way from the least to the greatest value, as the
    variance of a mean m between a and b is (b - m) (m - a) at most (Bhatia and Davis, "A better
    bound on the variance", American Mathematical Monthly 107 (2000), 353-357). With several
    comparisons 95 percent hold for all of them together (Bonferroni).
    """
    least, most, total = min(values), max(values), sum(counts)
    middle = sum(value * count for value, count in zip(values, counts, strict=True)) / total
    squares = sum(
        count * (value - middle) ** 2 for value, count in zip(values, counts, strict=True)
    )
    if squares == 0:
        low, high = wilson((middle - least) / (most - least), total, comparisons)
        return Estimate(middle, least + low * (most - least), least + high * (most - least))
    reach = _student(total - 1, _TAIL / comparisons) * sqrt(squares / (total - 1) / total)
    return Estimate(middle, max(least, middle - reach), min(most, middle + reach))


def recommendation(counts: Sequence[int]) -> Estimate:
    """The share of 9 and 10 less that of 0 to 6, from -1 to 1; `counts` are those of 0 to 10.

    With p of the first and d of the second share the variance is (p + d - (p - d)^2) / n. The
    interval is the adjusted Wald interval with three more answers, 3/4 of them to either share:
    Rocks, "Interval estimation for the 'Net Promoter Score'", The American Statistician 70
    (2016), 365-372.
    """
    total = sum(counts)
    promoters, detractors = sum(counts[_PROMOTERS:]), sum(counts[: _DETRACTORS + 1])
    many = total + 3
    for_it, against = (promoters + 0.75) / many, (detractors + 0.75) / many
    reach = _Z * sqrt((for_it + against - (for_it - against) ** 2) / many)
    value, middle = (promoters - detractors) / total, for_it - against
    return Estimate(
        value, max(-1.0, min(value, middle - reach)), min(1.0, max(value, middle + reach))
    )


def difference(first: Estimate, second: Estimate) -> Estimate:
    """The first less the second, of different people or at different times.

    The two intervals are put together by squares and roots, which needs no variances: Zou and
    Donner, "Construction of confidence limits about effect measures", Statistics in Medicine 27
    (2008), 1693-1702; of shares it is the tenth method of Newcombe (1998). Answers of the same
    people at two times are taken for independent, as nobody's are tied together: the range is
    wider than it had to be.
    """
    value = first.value - second.value
    below = sqrt((first.value - first.low) ** 2 + (second.high - second.value) ** 2)
    above = sqrt((first.high - first.value) ** 2 + (second.value - second.low) ** 2)
    return Estimate(value, value - below, value + above)


def median(values: Sequence[int], counts: Sequence[int]) -> float:
    """The middle answer; between two, the mean of both. `values` are in their order."""
    total = sum(counts)
    low, high = (_at(values, counts, place) for place in ((total - 1) // 2, total // 2))
    return (low + high) / 2


def _at(values: Sequence[int], counts: Sequence[int], place: int) -> int:
    """The answer at a place among all answers in their order."""
    given = [value for value, count in zip(values, counts, strict=True) for _ in range(count)]
    return given[place]


@cache
def _student(freedom: int, tail: float) -> float:
    """The value that Student's t exceeds with this probability: by halves, or by expansion.

    Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3 to 26.7.5.
    """
    if freedom >= _MANY_DEGREES:
        return _expanded(freedom, NormalDist().inv_cdf(1 - tail))
    low, high = 0.0, _FARTHEST
    while high - low > 1e-9 * high:
        middle = (low + high) / 2
        is_short = (1 - _within(middle, freedom)) / 2 > tail
        low, high = (middle, high) if is_short else (low, middle)
    return high


def _expanded(freedom: int, z: float) -> float:
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    )


def _within(reach: float, freedom: int) -> float:
    """How likely Student's t is no farther from zero than this."""
    angle = atan(reach / sqrt(freedom))
    is_odd = freedom % 2
    term = cos(angle) if is_odd else 1.0
    total = 0.0
    for step in range(2 + is_odd, freedom + 1, 2):
        total += term
        term *= cos(angle) ** 2 * (step - 1) / step
    return 2 / pi * (angle + sin(angle) * total) if is_odd else sin(angle) * total
