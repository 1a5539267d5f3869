"""A form as values: what it asks, and what may be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from telemaco.messages import Message, Worded
from telemaco.records.base import Language


@dataclass(frozen=True, slots=True)
class Tongue:
    """The name of a language, in the reader's language."""

    code: Language


Wording: TypeAlias = "Message | Worded | Tongue | str"
"""A text of ours, one of the community's files, a language, or what is the same in all of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph that asks nothing."""

    text: Message


@dataclass(frozen=True, slots=True)
class Line:
    """A text of one line."""

    id: str
    label: Message
    help: Message | None = None
    example: str | None = None
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A text of several lines."""

    id: str
    label: Message
    help: Message | None = None
    example: str | None = None
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the `value` that goes into the file, and how it is called."""

    value: str
    label: Wording


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some options, or several."""

    id: str
    label: Wording
    options: tuple[Option, ...]
    help: Message | None = None
    takes_several: bool = False
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A sentence to agree to."""

    value: str
    label: Wording
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Boxes:
    """Sentences to agree to, each on its own."""

    id: str
    label: Message
    boxes: tuple[Box, ...]
    help: Message | None = None


Field: TypeAlias = Line | Area | Choice | Boxes
"""Something that is asked."""

Item: TypeAlias = Told | Field
"""A part of a form."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the name of its file, what it is called, and its parts from top to bottom."""

    name: str
    title: Message
    about: Message
    label: str
    items: tuple[Item, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is asked, from top to bottom."""
        return tuple(item for item in self.items if not isinstance(item, Told))


Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""What was answered to each field, by its id: a text, the values chosen, or nothing."""
