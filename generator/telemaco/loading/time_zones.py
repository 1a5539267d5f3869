"""Time zones exist, whatever the size of their letters.

Asked here and not by a rule, as a file with a wrong key may have one, too.
"""

from collections.abc import Iterator

from telemaco.findings import Finding, Location
from telemaco.messages import msg
from telemaco.model.zones import zone_meant, zone_named
from telemaco.records.layout import Kind
from telemaco.yamltext.events import Value


def with_named_zone(kind: Kind, value: Value) -> Value:
    """The value with its time zone, if it has one, as the IANA list writes it: UTC for utc."""
    written = _zone(kind, value) or ""
    named = zone_named(written)
    if named in {None, written} or not isinstance(value, dict):
        return value
    key = _KEYS[kind]
    before = str(value[key]).rstrip().removesuffix(written)
    return {**value, key: f"{before}{named}"}


def unknown_time_zones(path: str, kind: Kind, value: Value) -> Iterator[Finding]:
    """The time zone of a person or a session is in the IANA list."""
    zone = _zone(kind, value)
    if not zone or zone_named(zone):
        return
    key, meant = _KEYS[kind], zone_meant(zone)
    yield Finding(
        "unknown-time-zone",
        Location(path, route=(key,)),
        msg('{key}: there is no time zone "{name}"', key=key, name=zone),
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg("Write the continent and the city whose clock it is, in English: Europe/Rome."),
    )


def _zone(kind: Kind, value: Value) -> str | None:
    """What stands where the time zone of a person or a session is to stand."""
    key = _KEYS.get(kind)
    written = value.get(key) if key and isinstance(value, dict) else None
    if not isinstance(written, str):
        return None
    if kind is not Kind.NOTE:
        return written.strip()
    time, _, zone = written.strip().partition(" ")
    return zone.strip() if ":" in time else None


_KEYS = {Kind.PERSON: "timezone", Kind.NOTE: "starts"}
