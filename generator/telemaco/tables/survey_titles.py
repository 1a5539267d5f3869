"""Which column of a table of answers is which question of a survey."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.model.instruments import GAS_WORDS
from telemaco.records.base import Language, LocalText
from telemaco.records.program import Role
from telemaco.records.survey import Item, ItemKind, Survey
from telemaco.tables.fields import Field, field_of, plain

MAY_QUOTE = msg("May we quote your words, without your name?")
"""The question that stands at the end of a questionnaire where words are asked for."""

Say = Callable[[Message], str]
"""Puts a sentence into one language."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What columns say, by their titles: a question, an answer to tick, the role, the quotes.

    `others` are titles that are none of these; they are not read. `language` is that in which
    most of the questions are asked; None where they are asked in no language of their own.
    """

    items: Mapping[str, Item]
    ticks: Mapping[str, tuple[Item, str]]
    role: str | None
    quote: str | None
    others: tuple[str, ...]
    language: Language | None = None

    @property
    def asked(self) -> frozenset[str]:
        """The ids of the questions that have a column."""
        ids = [item.id for item in self.items.values()]
        return frozenset([*ids, *(item.id for item, _ in self.ticks.values())])


def is_known(survey: Survey, says: Sequence[Say]) -> Callable[[str], bool]:
    """Whether a title means something in a table of answers."""
    return lambda title: bool(titles_of([title], survey, says).asked)


def titles_of(titles: Sequence[str], survey: Survey, says: Sequence[Say]) -> Titles:
    """What each column says; of several for one question the first counts."""
    by_words = _by_words(survey.items)
    items: dict[str, Item] = {}
    ticks: dict[str, tuple[Item, str]] = {}
    for title in titles:
        item = by_words.get(_words(title))
        tick = _tick(title, by_words, says)
        if item and item not in items.values():
            items[title] = item
        elif tick:
            ticks[title] = tick
    rest = [title for title in titles if title not in items and title not in ticks]
    role = next((title for title in rest if field_of(title) is Field.ROLE), None)
    asks = {plain(say(MAY_QUOTE)) for say in says} | {"quote"}
    quote = next((title for title in rest if _words(title) in asks), None)
    others = tuple(one for one in rest if one not in {role, quote})
    return Titles(items, ticks, role, quote, others, _language(items))


def role_meant(titles: Titles, survey: Survey, roles: Sequence[Role]) -> Role | None:
    """The one role, of those who take part, that is asked all these questions; None if several."""
    found = [role for role in roles if titles.asked <= {item.id for item in survey.asked_of(role)}]
    return found[0] if len(found) == 1 else None


def labels_of(item: Item, says: Sequence[Say]) -> Mapping[str, str]:
    """The answers of a question, as files write them, by how they may be called.

    In every language; what two answers are called alike is left out, and their places remain.
    """
    found: dict[str, set[str]] = {}
    for words, choice in _labels(item, says):
        found.setdefault(plain(words), set()).add(choice)
    return {words: choices.pop() for words, choices in found.items() if len(choices) == 1}


def _labels(item: Item, says: Sequence[Say]) -> Iterator[tuple[str, str]]:
    if item.kind is ItemKind.GAS:
        for level, words in GAS_WORDS.items():
            yield from ((say(words), level) for say in says)
    elif item.kind is not ItemKind.RECOMMEND:
        for choice, label in zip(item.choices, item.scale, strict=False):
            texts = (label,) if isinstance(label, str) else label.values()
            yield from ((text, choice) for text in texts)


def _by_words(items: Sequence[Item]) -> Mapping[str, Item]:
    """The question by everything that its column may be called.

    What a question was called before never stands for another one, nor for two.
    """
    former: dict[str, list[Item]] = {}
    for item in items:
        for words in {plain(text) for wording in item.former for _, text in _each(wording)}:
            former.setdefault(words, []).append(item)
    single = {words: found[0] for words, found in former.items() if len(found) == 1}
    return single | {words: item for item in reversed(items) for words in _titles(item)}


def _titles(item: Item) -> Iterator[str]:
    yield plain(item.id)
    yield from (plain(text) for _, text in _each(item.text))


def _each(wording: LocalText) -> Iterator[tuple[Language | None, str]]:
    """A text in every language that it is there in; in none of its own where it is one for all."""
    if isinstance(wording, str):
        yield None, wording
    else:
        yield from wording.items()


def _language(items: Mapping[str, Item]) -> Language | None:
    """The language in which most of the questions are asked."""
    found = Counter(
        language
        for title, item in items.items()
        for wording in (item.text, *item.former)
        for language, text in _each(wording)
        if language is not None and plain(text) == _words(title)
    )
    return max(found, key=lambda one: (found[one], one), default=None)


def _words(title: str) -> str:
    """The words of a title without its number and without what says that it must be answered."""
    return _REQUIRED.sub("", _NUMBER.sub("", plain(title)))


def _tick(title: str, by_words: Mapping[str, Item], says: Sequence[Say]) -> tuple[Item, str] | None:
    """The question and the answer of a column that is ticked, `Why? [no time]`."""
    found = _OPTION.fullmatch(title)
    item = by_words.get(_words(found[1])) if found else None
    if not found or item is None or item.kind is not ItemKind.MULTI:
        return None
    choice = labels_of(item, says).get(plain(found[2]))
    return (item, choice) if choice else None


_NUMBER = re.compile(r"^(?:q(?:uestion)?|domanda)? ?\d+ ")
_REQUIRED = re.compile(r" (?:required|obbligatori[oa])$")
_OPTION = re.compile(r"(.+?)\s*[\[(]([^\[\]()]+)[\])]\s*")
