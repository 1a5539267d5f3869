"""A form in one language as GitHub wants it: YAML, with everything from the files made safe."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from telemaco.forms.labels import (
    CHOOSE,
    Words,
    box_labels,
    field_labels,
    option_labels,
    words_of,
)
from telemaco.forms.values import Area, Boxes, Choice, Field, Form, Line, Told, Wording
from telemaco.messages import Fact, Message, Worded
from telemaco.ports import Translator
from telemaco.render.check_ins.safe import safe_to_copy
from telemaco.render.issue_forms.places import COMMENT
from telemaco.yamltext.writing import write_for_any_reader

MOST_BYTES = 65_536
"""What GitHub takes of an issue; a form has no more."""


def as_yaml(form: Form, translator: Translator) -> str:
    """The file of a form; one that were too long leaves out what its paragraphs list."""
    text = _written(form, translator)
    if len(text.encode()) <= MOST_BYTES:
        return text
    short = (replace(item, points=()) if isinstance(item, Told) else item for item in form.items)
    return _written(replace(form, items=tuple(short)), translator)


def _written(form: Form, translator: Translator) -> str:
    words = words_of(translator)
    document = {
        "name": _line(form.title, words),
        "description": _line(form.about, words),
        "title": _line(form.title, words),
        "labels": [form.label],
        "body": list(_items(form, translator)),
    }
    return write_for_any_reader(document, translator.text(COMMENT))


def _line(message: Message, words: Words) -> str:
    return " ".join(words(message).split())


def _items(form: Form, translator: Translator) -> Iterator[Mapping[str, Any]]:
    words = words_of(translator)
    labels = iter(field_labels(form, words))
    for item in form.items:
        if isinstance(item, Told):
            yield {"type": "markdown", "attributes": {"value": _told(item, translator)}}
        else:
            yield _asked(item, next(labels), words)


def _told(told: Told, translator: Translator) -> str:
    """A paragraph and its points as Markdown."""
    points = "".join(f"\n- {translator.text(_safe(point))}" for point in told.points)
    return translator.text(_safe(told.text)) + (f"\n{points}\n" if points else "")


def _safe(message: Message) -> Message:
    return replace(message, facts={name: _safe_fact(it) for name, it in message.facts.items()})


def _safe_fact(fact: Fact) -> Fact:
    match fact:
        case Message():
            return _safe(fact)
        case Worded(texts):
            return replace(fact, texts=tuple((code, safe_to_copy(text)) for code, text in texts))
        case str():
            return safe_to_copy(fact)
        case _:
            return fact


def _asked(field: Field, label: str, words: Words) -> Mapping[str, Any]:
    kind, attributes = _attributes(field, words)
    told = {"description": words(field.help)} if field.help else {}
    item = {"type": kind, "id": field.id, "attributes": {"label": label, **told, **attributes}}
    if isinstance(field, Boxes) or not field.is_required:
        return item
    return {**item, "validations": {"required": True}}


def _attributes(field: Field, words: Words) -> tuple[str, Mapping[str, Any]]:
    """GitHub's kind of field, and what is special to it."""
    match field:
        case Line():
            return "input", _example(field.example, words)
        case Area():
            return "textarea", _example(field.example, words)
        case Boxes():
            return "checkboxes", {"options": list(_boxes(field, words))}
        case Choice(is_written=True):
            return "textarea" if field.takes_several else "input", _example(field.example, words)
        case _:
            several = {"multiple": True} if field.takes_several else {}
            return "dropdown", {**several, "options": list(_options(field, words))}


def _example(example: Wording | None, words: Words) -> Mapping[str, str]:
    return {"placeholder": words(example)} if example else {}


def _options(choice: Choice, words: Words) -> Iterator[str]:
    """The labels; GitHub preselects the first one where one is required, so it says nothing."""
    if choice.is_required and not choice.takes_several and len(choice.options) > 1:
        yield words(CHOOSE)
    yield from option_labels(choice, words)


def _boxes(field: Boxes, words: Words) -> Iterator[Mapping[str, Any]]:
    required = {box.value for box in field.boxes if box.is_required}
    for label, value in box_labels(field, words).items():
        yield {"label": label, "required": True} if value in required else {"label": label}
