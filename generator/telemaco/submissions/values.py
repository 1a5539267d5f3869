"""What somebody sent in with a form, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.forms.values import Answers, Form, Wording
from telemaco.messages import Message
from telemaco.records.base import PersonId


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled in.

    `author` is the login of the account that opened the issue, as the forge names it: nothing
    in the answers says who somebody is. `agreed` are those who have said yes to it since.
    """

    form: Form
    answers: Answers
    author: str
    issue: int
    agreed: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of one field: what it is called, and what it says, in words."""

    label: Wording
    values: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an answer: the label of its field, if it is one's, and what to do.

    `for_coordinators` says that nobody else can mend it.
    """

    field: "Wording | None"
    message: Message
    allowed: tuple[Wording, ...] = ()
    hint: Message | None = None
    for_coordinators: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """What becomes of a form.

    `files` are whole files by their path; there are none when there are `problems`. `advice` is
    what may be wrong and does not stop anything. `confirm` are the people without whose yes it
    does not count, `tell` those who are to know of it, `may_object` those of them who can hold it
    up, `to_do` what nobody but a coordinator can do. `title` names it in one line. `material`
    changes with what people agree to (members, roles, program, days, status) and stays when only
    words change. `coordinators` are those of the program that it is about; none where it is about
    none, or the program has none of its own.
    """

    title: Message
    author: PersonId | None
    files: Mapping[str, bytes]
    understood: tuple[Understood, ...]
    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    confirm: tuple[PersonId, ...]
    tell: tuple[PersonId, ...]
    to_do: tuple[Message, ...]
    material: str
    may_object: tuple[PersonId, ...] = ()
    coordinators: tuple[PersonId, ...] = ()
