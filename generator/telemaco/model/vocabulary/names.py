"""The names in people's texts, gathered by the skill that they spell."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telemaco.model.vocabulary.misspellings import corrections
from telemaco.model.vocabulary.proposal import Reason, Unplaced
from telemaco.model.vocabulary.short_forms import ShortForms, short_forms
from telemaco.model.vocabulary.spelling import key, words
from telemaco.model.vocabulary.splitting import (
    Split,
    is_address,
    is_sentence,
    listed,
    split,
)
from telemaco.records.base import SkillId
from telemaco.records.skills import Skill

_WEIGHT_OF_AN_ENTRY = 3
"""A word of the vocabulary that stands counts as much as three people's."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names by the key of their skill.

    `spellings` counts the ways in which each skill is written; `skills_of` holds the keys that
    each text names; `people` the keys that each person names; `known` the entries by key, and
    `standing` what those entries say already, in small letters.
    """

    spellings: Mapping[str, Counter[str]]
    skills_of: Mapping[str, tuple[str, ...]]
    people: tuple[frozenset[str], ...]
    known: Mapping[str, SkillId]
    standing: Mapping[str, frozenset[str]]
    forms: ShortForms
    misspelt: Mapping[str, str]
    unplaced: tuple[Unplaced, ...]


def gather(people: Sequence[Sequence[str]], vocabulary: Mapping[SkillId, Skill]) -> Names:
    """Split the texts into names and bring together those that spell the same skill."""
    entries = {skill: _texts(entry) for skill, entry in vocabulary.items()}
    texts = Counter(text for person in people for text in dict.fromkeys(person))
    splits, unplaced = _split(texts, entries)
    misspelt = corrections(_word_uses(texts, splits, entries))
    written = _written(texts, splits, misspelt)
    known = _known(entries)
    forms = short_forms(
        {one: written.get(one, {}) for one in {*written, *known}},
        {short: long for one in splits.values() for short, long in one.short_forms.items()},
    )
    homes = {one: _home(one, known, forms) for one in {*written, *known}}
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in sorted(written):
        spellings[homes[one]].update(written[one])
    skills_of = {
        text: tuple(dict.fromkeys(homes[key(name, misspelt)] for name in one.names))
        for text, one in splits.items()
    }
    return Names(
        spellings=dict(spellings),
        skills_of=skills_of,
        people=tuple(frozenset(k for text in person for k in skills_of[text]) for person in people),
        known={homes[one]: skill for one, skill in known.items()},
        standing={
            f"={skill}": frozenset(map(str.casefold, said)) for skill, said in entries.items()
        },
        forms=forms,
        misspelt=misspelt,
        unplaced=tuple(unplaced),
    )


def _texts(entry: Skill) -> tuple[str, ...]:
    labels = (entry.label,) if isinstance(entry.label, str) else tuple(entry.label.values())
    return (entry.id, *labels, *entry.aliases)


def _split(
    texts: Counter[str], entries: Mapping[SkillId, Sequence[str]]
) -> tuple[Mapping[str, Split], list[Unplaced]]:
    items = {text: listed(text) for text in sorted(texts)}
    uses = Counter(key(text) for entry in entries.values() for text in entry)
    for text, some in items.items():
        uses.update({key(item): texts[text] for item in some})
    splits, unplaced = {}, []
    for text, some in items.items():
        splits[text] = Split()
        for item in some or (text,):
            reason = _reason(item)
            if reason:
                unplaced.append(Unplaced(item, reason))
                continue
            found = split(item, uses)
            splits[text].names += [name for name in found.names if key(name)]
            splits[text].short_forms |= found.short_forms
    return splits, unplaced


def _reason(item: str) -> Reason | None:
    if is_address(item):
        return Reason.ADDRESS
    if is_sentence(item):
        return Reason.SENTENCE
    return None if key(item) else Reason.NO_WORD


def _word_uses(
    texts: Counter[str], splits: Mapping[str, Split], entries: Mapping[SkillId, Sequence[str]]
) -> Counter[str]:
    uses: Counter[str] = Counter()
    for text, one in splits.items():
        for word in {word for name in one.names for word in words(name)}:
            uses[word] += texts[text]
    for entry in entries.values():
        for word in {word for text in entry for word in words(text)}:
            uses[word] += _WEIGHT_OF_AN_ENTRY
    return uses


def _written(
    texts: Counter[str], splits: Mapping[str, Split], misspelt: Mapping[str, str]
) -> dict[str, Counter[str]]:
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, one in splits.items():
        for name in one.names:
            written[key(name, misspelt)][name] += texts[text]
    return dict(written)


def _known(entries: Mapping[SkillId, Sequence[str]]) -> Mapping[str, SkillId]:
    known: dict[str, SkillId] = {}
    for skill, texts in entries.items():
        for text in texts:
            known.setdefault(key(text), skill)
    return known


def _home(one: str, known: Mapping[str, SkillId], forms: ShortForms) -> str:
    """The key that stands for all keys of a skill: of an entry its id, else the long form."""
    skill = known.get(one)
    if skill is None:
        one = forms.meant.get(one, one)
        skill = known.get(one)
    return one if skill is None else f"={skill}"
