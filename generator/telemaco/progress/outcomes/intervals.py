"""How sure a share of few can be: counts, and intervals in whole percents."""

from dataclasses import dataclass

from telemaco.progress import intervals

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
        return in_percent(intervals.wilson(self.part / self.whole, self.whole))


def difference(first: Share, second: Share, comparisons: int = 1) -> tuple[int, int, int]:
    """The first share less the second, in percentage points, and the ends of its interval.

    Newcombe, R. G. (1998), Interval estimation for the difference between independent
    proportions, Stat. Med. 17, 873-890, method 10. With several comparisons 95 % hold for all
    of them together.
    """
    found = intervals.difference(
        intervals.share(first.part, first.whole, comparisons),
        intervals.share(second.part, second.whole, comparisons),
    )
    return round(_PERCENT * found.value), *in_percent((found.low, found.high))


def in_percent(interval: tuple[float, float]) -> tuple[int, int]:
    """Both ends, rounded."""
    low, high = interval
    return round(_PERCENT * low), round(_PERCENT * high)
