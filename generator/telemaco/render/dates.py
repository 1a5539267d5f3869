"""Days, months and numbers as a language writes them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from itertools import product

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_timezone_location
from babel.numbers import format_decimal

from telemaco.model.zones import fixed_offset, written_offset

_KEPT = 10_000
"""Of so many days, in all their forms."""

_DASH = "\u2013"
"""Between a beginning and an end."""

_FIRST = {"it": "1º"}
"""How a language writes the first day of a month in words, where that is no plain number."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Writes days and numbers in one language; a language Babel does not know is English."""

    language: str
    locale: Locale = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "locale", locale_of(self.language))

    def day(self, day: date) -> str:
        """3 February 2027."""
        return _written(day, "long", self.language)

    def short_day(self, day: date) -> str:
        """3 Feb 2027."""
        return _written(day, "medium", self.language)

    def month(self, day: date) -> str:
        """February 2027."""
        return _written(day, "LLLL y", self.language)

    def short_month(self, day: date) -> str:
        """Feb 27: a month where there is little room."""
        return _written(day, "LLL yy", self.language)

    def month_alone(self, day: date) -> str:
        """Feb: a month where there is little room, without its year."""
        return _written(day, "LLL", self.language)

    def number(self, value: float) -> str:
        """1,234 in English, 1.234 in Italian."""
        return format_decimal(value, locale=self.locale)

    def appointment(self, start: datetime, end: datetime | None = None) -> str:
        """Wed 3 Feb 2027, 18:00, or the same with its end, by the clock that the moments have.

        Where clocks change in between, or an hour comes twice, both say how far they are ahead
        of UTC.
        """
        day = _written(start.date(), "EEE d MMM y", self.language)
        if end is None:
            return f"{day}, {start:%H:%M}"
        moments = (start, end)
        offsets = {one.replace(fold=fold).utcoffset() for one in moments for fold in (0, 1)}
        is_clear = len(offsets) == 1
        times = (f"{one:%H:%M}" + ("" if is_clear else f" {_offset(one)}") for one in moments)
        return f"{day}, {_DASH.join(times)}"

    def city(self, zone: str) -> str:
        """What a zone is named for: Rome in English, Roma in Italian; or `UTC+1`."""
        offset = fixed_offset(zone)
        if offset:
            return offset
        place = get_timezone_location(zone, locale=self.locale, return_city=True)
        return place.rpartition("/")[2]

    def names(self) -> Iterator[str]:
        """What days and months are called, in full and short."""
        for by_use in (self.locale.months, self.locale.days):
            for use, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
                yield from by_use[use][width].values()

    def country_names(self) -> Iterator[tuple[str, str]]:
        """The codes and names of all countries and their parts that have a code."""
        for code, name in self.locale.territories.items():
            yield code, str(name)

    def language_name(self, code: str) -> str:
        """The name of a language, in this one; its code when there is no name."""
        names = self.locale.languages
        return str(names.get(code.replace("-", "_")) or names.get(code.partition("-")[0], code))


def _offset(moment: datetime) -> str:
    """How far the clock of a moment is ahead of UTC then: UTC+2."""
    ahead = moment.utcoffset() or timedelta()
    return written_offset(int(ahead.total_seconds()) // 60)


@lru_cache(maxsize=_KEPT)
def _written(day: date, form: str, language: str) -> str:
    """A day in a form of Babel's; the pages of a site name the same days again and again."""
    written = format_date(day, format=form, locale=locale_of(language))
    first = _FIRST.get(language.partition("-")[0])
    return written.replace("1 ", f"{first} ", 1) if first and day.day == 1 else written


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language code such as `it` or `pt-BR`."""
    try:
        return Locale.parse(_ENGLISH if language == "en" else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_ENGLISH)


_ENGLISH = "en_001"
"""English as most of the world writes it: the day before the month."""
