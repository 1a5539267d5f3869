"""What a program is held against, and what its files show of it."""

from dataclasses import dataclass
from enum import StrEnum

from telemaco.messages import Message


class Topic(StrEnum):
    """A standard: the six of EMCC, then the six of MENTOR."""

    PURPOSE = "purpose"
    PREPARATION = "preparation"
    SELECTION = "selection"
    REVIEW = "review"
    ETHICS = "ethics"
    ADMINISTRATION = "administration"
    RECRUITMENT = "recruitment"
    SCREENING = "screening"
    TRAINING = "training"
    INITIATION = "initiation"
    SUPPORT = "support"
    CLOSURE = "closure"


class Mark(StrEnum):
    """What the files show: all of it, some of it, nothing of it, or nothing either way."""

    SEEN = "seen"
    PARTLY = "partly"
    MISSING = "missing"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Check:
    """Something that a good program has. `advice` is the next step where it is not seen."""

    topics: tuple[Topic, ...]
    says: Message
    mark: Mark
    advice: Message | None = None
