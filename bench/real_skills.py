"""People's free tags to a vocabulary and to the ids that it has for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telemaco.model.vocabulary.proposal import Proposal, ProposedSkill
from telemaco.model.vocabulary.propose import propose

MOST_SKILLS = 300


@dataclass(frozen=True)
class Skills:
    """A vocabulary and the tags that it has no entry for."""

    proposal: Proposal
    within: Mapping[str, str]

    def ids(self, tags: Sequence[str]) -> list[str]:
        """The entries that the tags name, or belong to; each once, in the tags' order."""
        found = [skill for tag in tags for skill in self.proposal.places[tag] or self._wider(tag)]
        return list(dict.fromkeys(str(skill) for skill in found))

    def left(self, tags: Sequence[str]) -> list[str]:
        """The tags without an entry of their own."""
        return [tag for tag in dict.fromkeys(tags) if not self.proposal.places[tag]]

    def entries(self) -> list[dict[str, object]]:
        """The file's entries by id."""
        return [_entry(skill) for skill in sorted(self.proposal.skills, key=lambda s: s.id)]

    def _wider(self, tag: str) -> list[str]:
        found = self.within.get(tag.casefold())
        return [found] if found else []


def vocabulary(people: Sequence[Sequence[str]]) -> Skills:
    """The vocabulary that `telemaco skills suggest` proposes for these tags."""
    proposal = propose(people, {}, MOST_SKILLS)
    within = {rare.label.casefold(): rare.within for rare in proposal.rare if rare.within}
    return Skills(proposal, within)


def _entry(skill: ProposedSkill) -> dict[str, object]:
    entry: dict[str, object] = {"id": skill.id, "label": skill.label}
    if skill.group:
        entry["group"] = skill.group
    if skill.aliases:
        entry["aliases"] = list(skill.aliases)
    if skill.related:
        entry["related"] = list(skill.related)
    return entry
