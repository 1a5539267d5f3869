"""What nobody may write into a form, whatever the field: private things, characters unseen."""

import re
from collections.abc import Iterator, Mapping

from telemaco.findings import Finding, Location
from telemaco.forms.values import Answers, Area, Form, Line
from telemaco.loading.suspicious import finding, private_passages
from telemaco.loading.text import unwanted
from telemaco.messages import msg

_HALF = re.compile("[\ud800-\udfff]")
_NOWHERE = Location("")


def refused(form: Form, answers: Answers) -> Iterator[tuple[str, Finding]]:
    """What is refused, each with its field."""
    for field, text in _texts(form, answers):
        whole = _HALF.sub("", text)
        for passage in private_passages(whole):
            yield field, finding(passage, _NOWHERE)
        for found in unwanted("", whole):
            yield field, found
        if whole != text:
            yield field, Finding("not-utf8", _NOWHERE, msg("half a character"))


def cleansed(form: Form, answers: Answers) -> Answers:
    """The answers without the characters that are refused, so that the rest can be judged."""
    clean: Mapping[str, tuple[str, ...]] = {
        field: (_clean(text),) for field, text in _texts(form, answers)
    }
    return {**answers, **clean}


def is_refused(text: str) -> bool:
    """Whether there is something in the text that is refused."""
    clean = _clean(text)
    return clean != text or any(private_passages(text))


def _texts(form: Form, answers: Answers) -> Iterator[tuple[str, str]]:
    for field in form.fields:
        if isinstance(field, Line | Area):
            yield from ((field.id, text) for text in answers.get(field.id, ()))


def _clean(text: str) -> str:
    for found in tuple(unwanted("", text)):
        text = text.replace(chr(int(str(found.message.facts["number"]), 16)), "")
    return _HALF.sub("", text)
