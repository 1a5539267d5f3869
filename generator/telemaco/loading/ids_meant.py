"""Which skill, person or program a name means that is not written as an id."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from telemaco.findings import Finding
from telemaco.messages import Choices, Message, msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.records.layout import as_id

_KEYS: Mapping[str | int, str] = {
    **dict.fromkeys(("skill", "skills", "related"), "skill"),
    "program": "program",
    **dict.fromkeys(("person", "coordinators", "prefers", "excludes", "owner", "by"), "person"),
    **dict.fromkeys(("mentor", "mentee", "attendance", "accepted", "versions"), "person"),
}
"""What a key names."""


def with_ids_meant(findings: Iterable[Finding], community: Community) -> Iterator[Finding]:
    """The findings; those about such names advise what will be right at once, where it is known."""
    for finding in findings:
        advice = _advice(finding, community) if finding.code == "bad-id" else None
        yield replace(finding, hint=advice) if advice else finding


def _advice(finding: Finding, community: Community) -> Message | None:
    kinds = [_KEYS[step] for step in finding.location.route if step in _KEYS]
    name = str(finding.message.facts["value"]).strip('"')
    match kinds[-1:]:
        case ["skill"]:
            return _skill(name, community)
        case ["program"]:
            return _name_of(name, community.ids_of_programs)
        case ["person"]:
            return _name_of(name, community.ids_of_people)
        case _:
            return None


def _name_of(name: str, ids: Collection[str]) -> Message | None:
    written = as_id(name)
    if written in ids:
        return msg("Write {meant}.", meant=written)
    meant = closest(written, ids) if written else None
    return msg("Did you mean {meant}?", meant=meant) if meant else None


def _skill(name: str, community: Community) -> Message | None:
    """The skill that is called so; else one that is called nearly so."""
    called = [(one, text) for one, names in _skills(community) for text in names]
    words = {name.casefold(), as_id(name)}
    exact = sorted({one for one, text in called if text in words})
    if exact:
        return msg("Write {meant}.", meant=exact[0] if len(exact) == 1 else Choices(tuple(exact)))
    near = closest(name, {text for _, text in called})
    meant = next((one for one, text in called if text == near), None)
    if meant:
        return msg("Did you mean {meant}?", meant=meant)
    if called and as_id(name):
        return msg(
            "Choose an id of program/skills.yaml, or add the skill there as {example}.",
            example=as_id(name),
        )
    return None


def _skills(community: Community) -> Iterator[tuple[str, frozenset[str]]]:
    """Every skill with what it is called, in small letters."""
    for skill in community.skills.values():
        label = skill.label
        labels = [label] if isinstance(label, str) else [*label.values()]
        yield skill.id, frozenset(one.casefold() for one in (skill.id, *labels, *skill.aliases))
