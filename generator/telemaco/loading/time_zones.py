"""Time zones exist. Asked here and not by a rule, as a file with a wrong key may have one, too."""

from collections.abc import Iterator

from telemaco.findings import Finding, Location
from telemaco.messages import msg
from telemaco.model.zones import zone_meant, zone_names
from telemaco.records.layout import Kind
from telemaco.yamltext.events import Value


def unknown_time_zones(path: str, kind: Kind, value: Value) -> Iterator[Finding]:
    """The time zone of a person or a session is in the IANA list."""
    key = _KEYS.get(kind)
    if key is None or not isinstance(value, dict):
        return
    zone = value.get(key)
    if kind is Kind.NOTE and isinstance(zone, str):
        time, _, zone = zone.strip().partition(" ")
        zone = zone if ":" in time else None
    if not isinstance(zone, str) or not zone.strip() or zone.strip() in zone_names():
        return
    meant = zone_meant(zone)
    yield Finding(
        "unknown-time-zone",
        Location(path, route=(key,)),
        msg('{key}: there is no time zone "{name}"', key=key, name=zone.strip()),
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg("Write the continent and the city whose clock it is, in English: Europe/Rome."),
    )


_KEYS = {Kind.PERSON: "timezone", Kind.NOTE: "starts"}
