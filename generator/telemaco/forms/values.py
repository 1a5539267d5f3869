"""A form as values: what it asks, and what may be answered.

`former` are the labels that a field or an option had before: issues that were opened with them are
read like the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from telemaco.messages import CityName, LanguageName, Message, Worded

Wording: TypeAlias = Message | Worded | LanguageName | CityName | str
"""A text of ours, one of the community's files, a name, or what is the same in all languages."""


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph that asks nothing; `points` are listed below it."""

    text: Message
    points: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A text of one line."""

    id: str
    label: Wording
    help: Message | None = None
    example: Wording | None = None
    is_required: bool = False
    former: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A text of several lines."""

    id: str
    label: Wording
    help: Message | None = None
    example: Wording | None = None
    is_required: bool = False
    former: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the `value` that goes into the file, and how it is called.

    `aliases` are what else it may be called where an answer is written. One that is not
    `is_suggested` is read like the others, and never named to somebody who wrote something else.
    """

    value: str
    label: Wording
    aliases: tuple[Wording, ...] = ()
    is_suggested: bool = True
    former: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some options, or several.

    When it `is_written`, the options are not shown, because they are too many, or because a
    link fills the field in, which GitHub does not do with a list. Somebody writes what they
    choose then: the value, the label or an alias, one a line where several are taken. Options
    that come after the first `sorts_after` are shown in the order of the reader's alphabet.
    """

    id: str
    label: Wording
    options: tuple[Option, ...]
    help: Message | None = None
    takes_several: bool = False
    is_required: bool = False
    is_written: bool = False
    sorts_after: int | None = None
    example: Wording | None = None
    former: tuple[Wording, ...] = ()


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
    label: Wording
    boxes: tuple[Box, ...]
    help: Message | None = None
    former: tuple[Wording, ...] = ()


Field: TypeAlias = Line | Area | Choice | Boxes
"""Something that is asked."""

Item: TypeAlias = Told | Field
"""A part of a form."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the name of its file, what it is called, and its parts from top to bottom.

    `label` is the label of its issues, the same for all forms of a kind; `subject` is what this
    one of them is about: the id of a survey.
    """

    name: str
    title: Message
    about: Message
    label: str
    items: tuple[Item, ...]
    subject: str | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is asked, from top to bottom."""
        return tuple(item for item in self.items if not isinstance(item, Told))

    @property
    def is_offered(self) -> bool:
        """Whether there is something to choose wherever something must be chosen from a list."""
        return all(
            field.options
            for field in self.fields
            if isinstance(field, Choice) and field.is_required and not field.is_written
        )


Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""What was answered to each field, by its id: a text, the values chosen, or nothing."""

DELETE = "-"
"""What somebody writes into the form for a change to have a text deleted."""
