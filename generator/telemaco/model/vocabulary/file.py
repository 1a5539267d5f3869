"""program/skills.yaml with what is proposed put into it."""

from typing import Any

from telemaco.model.vocabulary.proposal import Proposal, ProposedSkill
from telemaco.yamltext.editing import UneditableError, rewrite
from telemaco.yamltext.reading import read
from telemaco.yamltext.writing import write


def with_proposal(old: str, proposal: Proposal) -> str:
    """The file's text with the new entries after those that stand; theirs get aliases only.

    What stands keeps its words, order and comments. `old` is the text of a file that can be
    read, or empty.
    """
    entries: Any = read(old) or []
    added = {skill.id: _sure(skill) for skill in proposal.skills if not skill.is_new}
    entries = [_with_aliases(entry, added.get(entry["id"], [])) for entry in entries]
    new = [skill for skill in proposal.skills if skill.is_new]
    try:
        text = rewrite(old, entries)
    except UneditableError:
        text = write(entries)
    end = "" if text.endswith("\n") else "\n"
    return (text + end if entries else "") + "".join(map(_entry, new))


def aliases_to_add(proposal: Proposal) -> list[tuple[str, str]]:
    """The aliases that entries that stand get: the entry's id and the alias."""
    return [
        (skill.id, alias) for skill in proposal.skills if not skill.is_new for alias in _sure(skill)
    ]


def _with_aliases(entry: dict[str, Any], aliases: list[str]) -> dict[str, Any]:
    """The entry with more aliases, which stand before what is related if they are the first."""
    if not aliases:
        return entry
    related = {key: entry[key] for key in ("related",) if key in entry}
    others = {key: value for key, value in entry.items() if key not in related}
    known = entry.get("aliases") or []
    return {**others, "aliases": [*known, *aliases], **related}


def _sure(skill: ProposedSkill) -> list[str]:
    return [alias for alias in skill.aliases if alias not in skill.guessed]


def _entry(skill: ProposedSkill) -> str:
    entry: dict[str, Any] = {"id": str(skill.id), "label": skill.label}
    if skill.group:
        entry["group"] = skill.group
    if skill.aliases:
        entry["aliases"] = list(skill.aliases)
    if skill.related:
        entry["related"] = [str(other) for other in skill.related]
    comment = f"to confirm: {', '.join(skill.guessed)}" if skill.guessed else ""
    return write([entry], comment)
