"""program/skills.yaml with what is proposed put into it."""

import json
from collections.abc import Sequence
from typing import Any

from telemaco.model.vocabulary.proposal import Proposal, ProposedSkill
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read
from telemaco.yamltext.survey import survey
from telemaco.yamltext.writing import write


def with_proposal(old: str, proposal: Proposal) -> str:
    """The file's text with the new entries after those that stand; theirs get aliases only.

    What stands keeps its words, order and comments. `old` is the text of a file that can be
    read, or empty.
    """
    entries: Any = read(old) or []
    added = {skill.id: _sure(skill) for skill in proposal.skills if not skill.is_new}
    for entry in entries:
        if added.get(entry["id"]):
            entry["aliases"] = [*(entry.get("aliases") or []), *added[entry["id"]]]
    new = [skill for skill in proposal.skills if skill.is_new]
    text = _with_aliases(old, entries, added)
    if not _says(text, entries):
        text = write(entries)
    return (text if entries else "") + "".join(map(_entry, new))


def aliases_to_add(proposal: Proposal) -> list[tuple[str, str]]:
    """The aliases that entries that stand get: the entry's id and the alias."""
    return [
        (skill.id, alias) for skill in proposal.skills if not skill.is_new for alias in _sure(skill)
    ]


def _says(text: str, entries: object) -> bool:
    """Whether putting the aliases in made what it should; odd layouts are written anew."""
    try:
        return read(text) == entries
    except RefusedError:
        return False


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


def _with_aliases(old: str, entries: Sequence[Any], added: dict[Any, list[str]]) -> str:
    """The text with the aliases put in at their places, from the last to the first."""
    places = survey(old)
    lines = old.splitlines()
    for position in reversed(range(len(entries))):
        new = added.get(entries[position]["id"])
        if not new:
            continue
        before = len(entries[position]["aliases"]) - len(new)
        if not before:
            first_key = places.keys[(position, next(iter(entries[position])))]
            indent = " " * (first_key.column - 1)
            block = [f"{indent}aliases:", *(f"{indent}  - {_scalar(alias)}" for alias in new)]
            lines[first_key.line : first_key.line] = block
            continue
        last = places.values[(position, "aliases", before - 1)]
        if lines[last.line - 1].lstrip().startswith("- "):
            indent = lines[last.line - 1][: last.column - 3]
            lines[last.line : last.line] = [f"{indent}- {_scalar(alias)}" for alias in new]
        else:
            head, bracket, tail = lines[last.line - 1].rpartition("]")
            more = ", ".join(json.dumps(alias, ensure_ascii=False) for alias in new)
            lines[last.line - 1] = f"{head}, {more}{bracket}{tail}"
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    return write({"a": text}).removeprefix("a: ").rstrip("\n")
