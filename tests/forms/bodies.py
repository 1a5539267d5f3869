"""GitHub's part: shows a form's file to somebody, and makes the body of an issue of the answers."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from telemaco.adapters.translations import Catalog
from telemaco.forms.labels import words_of
from telemaco.forms.values import Answers, Boxes, Choice, Field, Form
from telemaco.render.issue_forms.form import as_yaml

NO_RESPONSE = "_No response_"
_LANGUAGES = ("en", "it", "de")
"""Of the communities whose forms the tests look at."""


def shown(form: Form, language: str = "en") -> Sequence[Mapping[str, Any]]:
    """The fields as GitHub reads them from the file, without the paragraphs between them."""
    document = yaml.load(as_yaml(form, Catalog(language)), Loader=yaml.CSafeLoader)
    return [item for item in document["body"] if item["type"] != "markdown"]


def body_of(form: Form, answers: Answers, language: str = "en") -> str:
    """The body of the issue, with the line endings of Unix."""
    fields = zip(form.fields, shown(form, language), strict=True)
    return body([(item, _texts(field, item, answers.get(field.id, ()))) for field, item in fields])


def body(filled: Sequence[tuple[Mapping[str, Any], Sequence[str]]]) -> str:
    """The body for fields as they are shown, each with a text, or with the labels chosen."""
    return "\n\n".join(
        f"### {item['attributes']['label']}\n\n{_written(item, given)}" for item, given in filled
    )


def options(field: Field, item: Mapping[str, Any]) -> Mapping[str, str]:
    """The label that is shown for each value, by the order of both."""
    labels = item["attributes"]["options"]
    if isinstance(field, Boxes):
        return {box.value: one["label"] for box, one in zip(field.boxes, labels, strict=True)}
    assert isinstance(field, Choice)
    if field.sorts_after is not None:
        names = (words_of(Catalog(one)) for one in _LANGUAGES)
        return next(
            found
            for words in names
            if set((found := {one.value: words(one.label) for one in field.options}).values())
            <= set(labels)
        )
    offered = labels[len(labels) - len(field.options) :]
    return {one.value: label for one, label in zip(field.options, offered, strict=True)}


def _texts(field: Field, item: Mapping[str, Any], given: Sequence[str]) -> Sequence[str]:
    if "options" not in item["attributes"]:
        return ["\n".join(given)] if given else []
    labels = options(field, item)
    if isinstance(field, Boxes):
        return [label for value, label in labels.items() if value in given]
    return [labels[value] for value in given]


def _written(item: Mapping[str, Any], given: Sequence[str]) -> str:
    match item["type"]:
        case "checkboxes":
            labels = [box["label"] for box in item["attributes"]["options"]]
            return "\n".join(f"- [{'X' if label in given else ' '}] {label}" for label in labels)
        case "dropdown" if not given and _is_preselected(item):
            return str(item["attributes"]["options"][0])
        case "dropdown":
            return ", ".join(given) or NO_RESPONSE
        case _:
            return given[0] if given and given[0] else NO_RESPONSE


def _is_preselected(item: Mapping[str, Any]) -> bool:
    return "validations" in item and not item["attributes"].get("multiple")
