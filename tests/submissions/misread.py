"""Forms whose text was changed by hand, one for everything that can be said of reading them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from telemaco.forms.joining import join_as_mentee
from telemaco.forms.meeting import session_note
from telemaco.forms.values import Answers, Form
from telemaco.model.community import Community
from tests.submissions.test_noting import FOLDER
from tests.submissions.workshop import FILES, PAIR, PERSON

JOIN: Answers = {
    "program": ("workshop",),
    "name": ("Raffaello",),
    "timezone": ("Europe/Rome",),
    "fluent": ("it",),
    "consent": ("public", "conduct"),
}
NOTE: Answers = {
    "pair": ("workshop/verrocchio-leonardo",),
    "date": ("2027-02-17",),
    "consent": ("public",),
}


class Misread(NamedTuple):
    """A form, what is answered, and what somebody makes of the text."""

    words: str
    answers: Answers
    edit: Callable[[str], str] = str
    form: Callable[[Community], Form] = join_as_mentee
    changes: Mapping[str, str | None] = {}
    author: str = "raffaello"


def _parts(body: str) -> list[str]:
    return body.split("\n\n### ")


def _joined(parts: list[str]) -> str:
    return "\n\n### ".join(parts)


def _without_third(body: str) -> str:
    parts = _parts(body)
    return _joined([*parts[:2], *parts[3:]])


def _third_twice(body: str) -> str:
    parts = _parts(body)
    return _joined([*parts[:3], *parts[2:]])


def _third_first(body: str) -> str:
    parts = _parts(body)
    return _joined([*parts[:2], parts[3], parts[2], *parts[4:]])


def _put(old: str, new: str) -> Callable[[str], str]:
    return lambda body: body.replace(old, new, 1)


_TWO_IN_ONE = {
    PERSON.format("leonardo"): FILES[PERSON.format("leonardo")].replace(
        "name: Leonardo", "name: Leonardo, Cosimo"
    ),
    PERSON.format("vinci"): FILES[PERSON.format("leonardo")].replace("Leo-from-Vinci", "vinci"),
}

MISREAD = (
    Misread("a heading is gone", JOIN, _without_third),
    Misread("a heading is there twice", JOIN, _third_twice),
    Misread("two headings have changed places", JOIN, _third_first),
    Misread("there is text above", JOIN, "Hello\n\n{}".format),
    Misread("something needed is left out", {**JOIN, "name": ()}),
    Misread("two lines stand where one fits", {**JOIN, "name": ("Raffaello\nSanzio",)}),
    Misread("two lines stand where one is chosen", {**JOIN, "other-timezone": ("UTC\nRoma",)}),
    Misread("a box is none of the form", JOIN, "{}\n- [X] Yes to all of it".format),
    Misread("a box is gone", JOIN, lambda body: body.rpartition("\n")[0]),
    Misread("a box is not ticked", JOIN, _put("- [X]", "- [ ]")),
    Misread("a city stands for its time zone", JOIN, _put("Europe/Rome", "Rome")),
    Misread("a time zone is none", JOIN, _put("Europe/Rome", "Atlantis")),
    Misread("a written time zone is none", {**JOIN, "other-timezone": ("UTC+1 or +2",)}),
    Misread("a language is there twice", {**JOIN, "fluent": ("it", "it")}),
    Misread("a mentor is not known", {**JOIN, "prefers": ("Michelangelo",)}),
    Misread("a mentor has a slip", {**JOIN, "prefers": ("Boticelli",)}),
    Misread(
        "a name may be one or two",
        {**JOIN, "prefers": ("Leonardo, Cosimo",)},
        changes=_TWO_IN_ONE,
    ),
    Misread(
        "a pair is not known",
        {**NOTE, "pair": ("Michelangelo",)},
        form=session_note,
        author="verrocchio",
    ),
    Misread(
        "there is no pair",
        NOTE,
        form=session_note,
        changes={PAIR: None, f"{FOLDER}/2027-02-03.md": None},
        author="verrocchio",
    ),
)
