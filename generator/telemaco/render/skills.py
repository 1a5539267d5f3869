"""A proposed vocabulary as text for a terminal and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from telemaco.messages import Message, msg, msg_n
from telemaco.model.vocabulary.file import aliases_to_add
from telemaco.model.vocabulary.proposal import Doubt, Proposal, Reason
from telemaco.ports import Translator

_SHOWN = 25
"""Lines of a list that a reader is shown who does not ask for all."""


def as_text(
    proposal: Proposal,
    rewordings: Sequence[tuple[str, str, str]],
    translator: Translator,
    *,
    whole: bool = False,
) -> str:
    """What is proposed, then what is left to decide, each list under its heading.

    `rewordings` are the path of a person's file, a word in it, and what to write instead;
    `whole` shows every line of every list.
    """
    most = None if whole else _SHOWN
    parts = [translator.text(sentence) for sentence in _summary(proposal)]
    for heading, lines in _lists(proposal, translator):
        parts.append(_list(heading, lines[:most], len(lines), translator))
    reworded = [f"{path}: {word} -> {ids}" for path, word, ids in rewordings]
    parts.append(
        _list(msg("To write in people's files"), reworded[:most], len(reworded), translator)
    )
    return "\n".join(part for part in parts if part) + "\n"


def as_json(proposal: Proposal) -> str:
    """Everything that is proposed, as one JSON object; keys as in `Proposal`."""
    return json.dumps(asdict(proposal), ensure_ascii=False, indent=2) + "\n"


def _summary(proposal: Proposal) -> Iterator[Message]:
    new = sum(skill.is_new for skill in proposal.skills)
    named = len(proposal.skills) + len(proposal.rare)
    yield msg_n(
        "{count} different text names {skills} skills in {spellings} spellings.",
        "{count} different texts name {skills} skills in {spellings} spellings.",
        proposal.strings,
        skills=named,
        spellings=proposal.spellings,
    )
    yield msg_n(
        "The vocabulary gets {count} new entry; then it has {percent} % of what people name.",
        "The vocabulary gets {count} new entries; then it has {percent} % of what people name.",
        new,
        percent=100 * proposal.covered // max(1, proposal.uses),
    )


def _lists(proposal: Proposal, translator: Translator) -> Iterator[tuple[Message, list[str]]]:
    yield (
        msg("New entries, with the people who name them"),
        [
            f"{skill.people:5}  {skill.id}: {skill.label}{_in_brackets(skill.aliases)}"
            for skill in proposal.skills
            if skill.is_new
        ],
    )
    yield (
        msg("New aliases of entries that stand"),
        [f"{skill}: {alias}" for skill, alias in aliases_to_add(proposal)],
    )
    yield (
        msg("To confirm: taken as short forms because of their letters"),
        [f"{alias} = {skill.label}" for skill in proposal.skills for alias in skill.guessed],
    )
    yield (
        msg("Read as misspelt"),
        [f"{wrong} -> {right}" for wrong, right in proposal.misspelt],
    )
    yield (
        msg("Perhaps the same, kept apart"),
        [
            f"{' | '.join(one.labels)} ({translator.text(_DOUBTS[one.doubt])})"
            for one in proposal.doubtful
        ],
    )
    yield from _left_out(proposal, translator)


def _left_out(proposal: Proposal, translator: Translator) -> Iterator[tuple[Message, list[str]]]:
    """Words that made no entry."""
    yield (
        msg("No names of skills"),
        [
            f"{one.text} ({translator.text(_REASONS[one.reason])})"
            if one.reason is not Reason.ADDRESS
            else translator.text(_REASONS[one.reason])
            for one in proposal.unplaced
        ],
    )
    yield (
        msg("Named by too few for an entry"),
        [
            f"{skill.people:5}  {skill.label}{f' -> {skill.within}' if skill.within else ''}"
            for skill in proposal.rare
        ],
    )


def _in_brackets(words: Sequence[str]) -> str:
    return f" ({', '.join(words)})" if words else ""


def _list(heading: Message, shown: Sequence[str], count: int, translator: Translator) -> str:
    if not shown:
        return ""
    lines = [f"  {_one_line(line)}" for line in shown]
    left = count - len(shown)
    if left:
        more = msg_n("and {count} more: --all", "and {count} more: --all", left)
        lines.append(f"  {translator.text(more)}")
    return "\n".join(("", f"{translator.text(heading)} ({count})", *lines))


def _one_line(text: str) -> str:
    """The text without characters that would move a terminal's cursor or hide a word."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


_DOUBTS = {
    Doubt.SHORT_FORM: msg("a short form of which?"),
    Doubt.ONE_LETTER: msg("one letter apart"),
    Doubt.WORD_ORDER: msg("the same words"),
    Doubt.ENDING: msg("another ending"),
}
_REASONS = {
    Reason.SENTENCE: msg("a sentence"),
    Reason.ADDRESS: msg("an address, not shown here"),
    Reason.NO_WORD: msg("no word in it"),
}
