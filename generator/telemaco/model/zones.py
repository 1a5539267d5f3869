"""The names of time zones."""

from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from telemaco.model.similar import closest


@cache
def zone_names() -> AbstractSet[str]:
    """Every IANA time zone, the same on each machine: the list that tzdata brings."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split())


def zone_meant(name: str) -> str | None:
    """The time zone that somebody may have meant who wrote a city, or a name with a slip."""
    by_city = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(zone_names())}
    city = name.strip().replace(" ", "_").rpartition("/")[2].casefold()
    if city in by_city:
        return by_city[city]
    return closest(name, zone_names())
