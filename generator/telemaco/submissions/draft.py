"""What a form asks for, before the rules have seen it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from telemaco.findings import Route
from telemaco.forms.values import Wording
from telemaco.messages import Message
from telemaco.records.base import PersonId
from telemaco.submissions.values import Problem, Understood
from telemaco.yamltext.changes import Change


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is not there yet; `body` is the Markdown below its front matter."""

    path: str
    value: Mapping[str, Any]
    body: str | None = None


@dataclass(frozen=True, slots=True)
class EditedFile:
    """A file that is there, and what changes in it; everything else stays as it is written.

    `more` comes below the text of a Markdown file.
    """

    path: str
    changes: tuple[Change, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The field that a place of a file comes from, with everything below the place."""

    path: str
    route: Route
    field: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form asks for.

    `meant` is what was understood of a field, where the answer itself does not say it;
    `more` what was understood besides. The rest is as in a Submission.
    """

    title: Message
    author: PersonId | None = None
    changes: tuple[NewFile | EditedFile, ...] = ()
    origins: tuple[Origin, ...] = ()
    meant: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    more: tuple[Understood, ...] = ()
    problems: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()
    confirm: tuple[PersonId, ...] = ()
    tell: tuple[PersonId, ...] = ()
    may_object: tuple[PersonId, ...] = ()
    to_do: tuple[Message, ...] = ()
    material: tuple[str, ...] = ()
