"""Time zones exist."""

from collections.abc import Iterator

from telemaco.findings import Finding
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.zones import zone_meant, zone_names
from telemaco.records.layout import person_path
from telemaco.rules.naming import at


def time_zones(community: Community) -> Iterator[Finding]:
    """A person's time zone is in the IANA list."""
    known = zone_names()
    for person_id, person in community.people.items():
        if person.timezone not in known:
            meant = zone_meant(person.timezone)
            yield Finding(
                "unknown-time-zone",
                at(person_path(person_id), "timezone"),
                msg('timezone: there is no time zone "{name}"', name=person.timezone),
                msg("Did you mean {meant}?", meant=meant)
                if meant
                else msg(
                    "Write the continent and the city whose clock it is, in English: Europe/Rome."
                ),
            )
