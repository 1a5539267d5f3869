"""Which skill, person or program a name means that is not written as an id."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from telemaco.findings import Finding
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.layout import as_id

_KEYS: Mapping[str | int, str] = {
    **dict.fromkeys(("skill", "skills", "related"), "skill"),
    "program": "program",
    **dict.fromkeys(("person", "coordinators", "prefers", "excludes", "owner", "by"), "person"),
    **dict.fromkeys(("mentor", "mentee", "attendance", "accepted", "versions"), "person"),
}
"""What a key names."""


def with_ids_meant(findings: Iterable[Finding], community: Community) -> Iterator[Finding]:
    """The findings; those about such names advise the id, where exactly one is meant."""
    for finding in findings:
        meant = _meant(finding, community) if finding.code == "bad-id" else None
        yield replace(finding, hint=msg("Write {meant}.", meant=meant)) if meant else finding


def _meant(finding: Finding, community: Community) -> str | None:
    kinds = [_KEYS[step] for step in finding.location.route if step in _KEYS]
    name = str(finding.message.facts["value"]).strip('"')
    match kinds[-1:]:
        case ["skill"]:
            found = {
                one for one, names in _skills(community) if {name.casefold(), as_id(name)} & names
            }
        case ["program"]:
            found = {as_id(name)} & community.ids_of_programs
        case ["person"]:
            found = {as_id(name)} & community.ids_of_people
        case _:
            found = set()
    return found.pop() if len(found) == 1 else None


def _skills(community: Community) -> Iterator[tuple[str, frozenset[str]]]:
    """Every skill with what it is called, in small letters."""
    for skill in community.skills.values():
        label = skill.label
        labels = [label] if isinstance(label, str) else [*label.values()]
        yield skill.id, frozenset(one.casefold() for one in (skill.id, *labels, *skill.aliases))
