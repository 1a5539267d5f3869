"""What a country says of a person, where the data say nothing else: time zone, languages.

These are plausible, not known: the zone is one of those that the time zone database gives the
country (the main ones, in turn by the person's number, where there are many), the languages
are the country's official ones and English, in which both communities work.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

_MAIN_ZONES = {
    "AU": ("Australia/Sydney", "Australia/Melbourne", "Australia/Perth"),
    "BR": ("America/Sao_Paulo", "America/Sao_Paulo", "America/Fortaleza"),
    "CA": ("America/Toronto", "America/Toronto", "America/Vancouver", "America/Edmonton"),
    "MX": ("America/Mexico_City",),
    "RU": ("Europe/Moscow",),
    "US": ("America/New_York", "America/Chicago", "America/Los_Angeles", "America/Denver"),
    "UZ": ("Asia/Tashkent",),
    "ID": ("Asia/Jakarta",),
}
_UNKNOWN_ZONE = "UTC"
_LETTERS = 2


def two_letters(country: str | None) -> str | None:
    """The ISO 3166 code of two letters for one of two or three; None for no country."""
    if not country or len(country) == _LETTERS:
        return country
    return str(get_global("territory_aliases")[country][0])


def zone(country: str | None, number: int) -> str:
    """A time zone of the country; UTC when the country is not known."""
    if country in _MAIN_ZONES:
        return _MAIN_ZONES[country][number % len(_MAIN_ZONES[country])]
    return _zones().get(country or "", _UNKNOWN_ZONE)


def languages(country: str | None, spoken: Sequence[str] = ()) -> dict[str, str]:
    """Languages and levels: those spoken if they are known, else the country's and English."""
    if spoken:
        return dict.fromkeys(spoken, "fluent")
    official = get_official_languages(country or "", de_facto=True)[:1]
    return {"en": "fluent"} | {code: "native" for code in official if len(code) == _LETTERS}


def country_name(country: str | None) -> str | None:
    """The country's name in English."""
    return Locale("en").territories.get(country) if country else None


@cache
def _zones() -> Mapping[str, str]:
    """The first zone that a country has for itself, else the first that it shares."""
    own: dict[str, str] = {}
    shared: defaultdict[str, list[str]] = defaultdict(list)
    table = (files("tzdata") / "zoneinfo" / "zone1970.tab").read_text()
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        countries, _, name = line.split("\t")[:3]
        first, *others = countries.split(",")
        own.setdefault(first, name)
        for country in others:
            shared[country].append(name)
    return {country: names[0] for country, names in shared.items()} | own
