"""How long pairs last, when some are still under way."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count, takewhile

from telemaco.progress.intervals import wilson
from telemaco.progress.outcomes.intervals import in_percent

_DAYS_A_MONTH = 365.25 / 12
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Spell:
    """How many days something was watched, and whether it broke off then.

    What is still under way, or came to its proper end, is only watched no longer.
    """

    days: int
    broke_off: bool

    def broke_off_between(self, first: int, last: int) -> bool:
        """Whether it broke off after so many days at least, and before the last of them."""
        return self.broke_off and first <= self.days < last


@dataclass(frozen=True, slots=True)
class Survival:
    """The share that has not broken off in so many months, in percent.

    `watched` is how many were still watched then.
    """

    month: int
    watched: int
    percent: int
    low: int
    high: int


def months_watched(spells: Sequence[Spell]) -> tuple[int, ...]:
    """The months at whose end one at least is watched, from the very beginning on."""
    longest = max((spell.days for spell in spells), default=-1)
    return tuple(takewhile(lambda month: days_of(month) <= longest, count()))


def survival(spells: Sequence[Spell], months: Sequence[int]) -> tuple[Survival, ...]:
    """The product-limit estimate at the end of these months, from the very beginning on.

    Kaplan, E. L. and Meier, P. (1958), Nonparametric estimation from incomplete observations,
    J. Am. Stat. Assoc. 53, 457-481. Whatever broke off or was watched no longer between two of
    the months did so at the end of these, what broke off first, as is usual for times that are
    equal. So the figures hang on counts alone, and not on the days: these, which pages tell,
    would tell the order in which the pairs broke off and completed. A month is a twelfth of
    365.25 days.

    The interval is Wilson's for the number of trials that have the variance of Greenwood (1926):
    Rothman, K. J. (1978), Estimation of confidence limits for the cumulative probability of
    survival in life table analysis, J. Chronic Dis. 31, 557-560; where nothing broke off, for
    those watched. At the very beginning all are there, which needs none.

    At least one is watched at the end of each of the months.
    """
    share, variance = Fraction(1), 0.0
    found = []
    for before, month in zip((0, *months), months, strict=False):
        at_risk = sum(spell.days >= days_of(before) for spell in spells)
        broken = sum(spell.broke_off_between(days_of(before), days_of(month)) for spell in spells)
        share *= 1 - Fraction(broken, at_risk)
        variance += broken / (at_risk * (at_risk - broken))
        watched = sum(spell.days >= days_of(month) for spell in spells)
        found.append(_point(month, watched, share, variance))
    return tuple(found)


def days_of(month: int) -> int:
    """The days of so many months."""
    return round(month * _DAYS_A_MONTH)


def _point(month: int, watched: int, share: Fraction, variance: float) -> Survival:
    if month == 0:
        return Survival(month, watched, _PERCENT, _PERCENT, _PERCENT)
    # The variance is of the share's square; what is everywhere has none.
    number = float((1 - share) / share) / variance if share < 1 else watched
    low, high = in_percent(wilson(float(share), number))
    return Survival(month, watched, round(_PERCENT * share), low, high)
