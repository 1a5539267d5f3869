"""The names of time zones."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from telemaco.model.cities import ZONE_OF_CITY
from telemaco.model.similar import closest

_OFFSET = re.compile(r"Etc/GMT([+-])([1-9]\d?)", re.ASCII)
_ABBREVIATION = re.compile(r"<[^>]*>|[A-Za-z]{3,}")
_LETTERS = re.compile(r"[A-Z]{3}")
_HOUR = 60


@cache
def zone_names() -> AbstractSet[str]:
    """Every IANA time zone, the same on each machine: the list that tzdata brings."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split())


def zone_named(name: str) -> str | None:
    """The zone of this name, whether it is written utc or UTC; None without one."""
    return name if name in zone_names() else _by_small_letters().get(name.casefold())


@cache
def places() -> AbstractSet[str]:
    """The zones that are named for a place of today, without those that are kept for old names."""
    return frozenset(zone for _, zone in _by_country())


def canonical(zone: str) -> str:
    """A zone by its name of today: America/New_York for US/Eastern.

    One that is named for a place stays, and so does one that is none, as Etc/GMT-1 and CET.
    """
    named = zone
    while named not in places() and named in _links():
        named = _links()[named]
    return named if named in places() and not _LETTERS.match(zone) else zone


def same_clock(zone: str) -> str:
    """The rule by which clocks of the zone go from now on, the same for all that go alike.

    It is the last line of the zone's file (RFC 9636), without what its hours are called.
    """
    rule = (files("tzdata") / "zoneinfo").joinpath(*zone.split("/")).read_bytes()
    return _ABBREVIATION.sub("", rule.rstrip(b"\n").rpartition(b"\n")[2].decode())


@cache
def zones_of_countries() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country by its code, the largest first; one alone if all go alike."""
    found: dict[str, list[str]] = {}
    for country, zone in _by_country():
        found.setdefault(country, []).append(zone)
    return {
        country: (*zones,) if len(set(map(same_clock, zones))) > 1 else (zones[0],)
        for country, zones in found.items()
    }


def fixed_offset(zone: str) -> str | None:
    """What a zone without a place, at the same distance from UTC all year, is called: `UTC+1`.

    Its IANA name has the other sign: Etc/GMT-1 is an hour ahead of UTC. None for other zones.
    """
    found = _OFFSET.fullmatch(zone)
    return written_offset((1 if found[1] == "-" else -1) * int(found[2]) * _HOUR) if found else None


def written_offset(ahead: int) -> str:
    """Minutes ahead of UTC, as `UTC+1` or `UTC\N{MINUS SIGN}3:30`."""
    hours, minutes = divmod(abs(ahead), _HOUR)
    sign = "\N{MINUS SIGN}" if ahead < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def offset_names(zone: str) -> tuple[str, ...]:
    """What people call a zone that is a distance from UTC: UTC+1 or GMT+01:00 for Etc/GMT-1."""
    found = _OFFSET.fullmatch(zone)
    if found is None:
        return ()
    sign, hours = "-" if found[1] == "+" else "+", int(found[2])
    written = (str(hours), f"{hours:02}", f"{hours}:00", f"{hours:02}:00")
    return tuple(
        f"{name}{gap}{sign}{one}" for name in ("UTC", "GMT") for gap in ("", " ") for one in written
    )


def zone_meant(name: str) -> str | None:
    """The time zone that somebody may have meant who wrote a city, or a name with a slip."""
    by_city = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(zone_names())}
    city = name.strip().replace(" ", "_").rpartition("/")[2].casefold()
    if city in by_city:
        return by_city[city]
    if name.strip().casefold() in ZONE_OF_CITY:
        return ZONE_OF_CITY[name.strip().casefold()]
    return closest(name, zone_names())


@cache
def _by_small_letters() -> Mapping[str, str]:
    """The zones by their names in small letters, of which no two are alike."""
    return {zone.casefold(): zone for zone in zone_names()}


def _by_country() -> Iterator[tuple[str, str]]:
    """The code of a country with each of its zones, as the IANA's zone.tab lists them."""
    for line in _lines("zone.tab"):
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            yield country, zone


@cache
def _links() -> Mapping[str, str]:
    """The names of zones that are another one's, by the IANA's compact list."""
    links = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {other: zone for _, zone, other in links}


def _lines(name: str) -> Sequence[str]:
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines()
