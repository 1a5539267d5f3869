"""What is proposed for a vocabulary, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from telemaco.records.base import SkillId


@dataclass(frozen=True, slots=True)
class ProposedSkill:
    """An entry of the vocabulary: a new one, or what is new about one that is there.

    `people` counts who names it. `aliases` are the spellings in use that differ from the label
    by more than capitals; of an entry that is there, those that it lacks. `guessed` are the
    aliases that rest on initials only.
    """

    id: SkillId
    label: str
    people: int
    aliases: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    group: str | None = None
    related: tuple[SkillId, ...] = ()
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class RareSkill:
    """A skill that too few people name for an entry; `within` is an entry it may belong to."""

    label: str
    people: int
    within: SkillId | None


class Reason(StrEnum):
    """Why a text is no name of a skill."""

    SENTENCE = "sentence"
    ADDRESS = "address"
    NO_WORD = "no-word"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A text that a person has to read."""

    text: str
    reason: Reason


class Doubt(StrEnum):
    """Why two entries may be one."""

    SHORT_FORM = "short-form"
    ONE_LETTER = "one-letter"
    WORD_ORDER = "word-order"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Skills that may be one, and were kept apart."""

    labels: tuple[str, ...]
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Proposal:
    """A vocabulary, and what was left to a person to decide.

    `strings` counts the different texts that came in, `spellings` the different names in them,
    `uses` how often a person named a skill, `covered` how many of the uses the vocabulary has.
    `places` says for every text which entries it names.
    """

    skills: tuple[ProposedSkill, ...]
    rare: tuple[RareSkill, ...]
    unplaced: tuple[Unplaced, ...]
    doubtful: tuple[Doubtful, ...]
    misspelt: tuple[tuple[str, str], ...]
    places: Mapping[str, tuple[SkillId, ...]]
    strings: int
    spellings: int
    uses: int
    covered: int
