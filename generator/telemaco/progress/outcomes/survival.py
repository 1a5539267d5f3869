"""How long pairs last, when some are still under way."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

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

    def broke_off_by(self, day: int) -> bool:
        """Whether it broke off after so many days, or before."""
        return self.broke_off and self.days <= day


@dataclass(frozen=True, slots=True)
class Survival:
    """The share that has not broken off after so many months, in percent.

    `watched` is how many were still watched then.
    """

    month: int
    watched: int
    percent: int
    low: int
    high: int


def survival(spells: Sequence[Spell]) -> tuple[Survival, ...]:
    """The product-limit estimate at the end of each month, as long as one is watched.

    Kaplan, E. L. and Meier, P. (1958), Nonparametric estimation from incomplete observations,
    J. Am. Stat. Assoc. 53, 457-481. A month is a twelfth of 365.25 days. The interval is
    Wilson's for the number of trials that have the variance of Greenwood (1926): Rothman, K. J.
    (1978), Estimation of confidence limits for the cumulative probability of survival in life
    table analysis, J. Chronic Dis. 31, 557-560; where nothing broke off, for those
    watched. At the very beginning all are there, which needs none.
    """
    longest = max((spell.days for spell in spells), default=-1)
    found = []
    month = 0
    while days_of(month) <= longest:
        found.append(_at(spells, month))
        month += 1
    return tuple(found)


def days_of(month: int) -> int:
    """The days of so many months."""
    return round(month * _DAYS_A_MONTH)


def _at(spells: Sequence[Spell], month: int) -> Survival:
    day = days_of(month)
    watched = sum(spell.days >= day for spell in spells)
    share, variance, last = Fraction(1), 0.0, watched
    for time in sorted({spell.days for spell in spells if spell.broke_off_by(day)}):
        last = sum(spell.days >= time for spell in spells)
        broken = sum(spell.broke_off and spell.days == time for spell in spells)
        share *= 1 - Fraction(broken, last)
        variance += broken / (last * (last - broken)) if last > broken else 0.0
    # The variance is of the share's square; what is nowhere or everywhere has none.
    if month == 0 and share == 1:
        return Survival(month, watched, _PERCENT, _PERCENT, _PERCENT)
    number = float((1 - share) / share) / variance if 0 < share < 1 else last
    low, high = in_percent(wilson(float(share), number))
    return Survival(month, watched, round(_PERCENT * share), low, high)
