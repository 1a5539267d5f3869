"""GitHub's schemas of issue forms, as check-jsonschema brings them, and what they do not say."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from jsonschema import Draft7Validator

MOST_BYTES = 65_536
NO_CONTACT = ("mail address", "phone number", "street", "indirizzo e-mail", "numero di telefono")


def faults(text: str) -> list[str]:
    """What GitHub would not take of the file of a form."""
    document = yaml.load(text, Loader=yaml.CSafeLoader)
    return [
        *(error.message for error in _validator("forms").iter_errors(document)),
        *_further(document),
        *(["too large"] if len(text.encode()) > MOST_BYTES else []),
    ]


def faults_of_config(text: str) -> list[str]:
    """What GitHub would not take of config.yml."""
    return [error.message for error in _validator("config").iter_errors(yaml.safe_load(text))]


@cache
def _validator(name: str) -> Draft7Validator:
    path = files("check_jsonschema") / f"builtin_schemas/vendor/github-issue-{name}.json"
    return Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


def _further(document: Mapping[str, Any]) -> Iterator[str]:
    """What the documentation adds: labels and ids are unique, no option is None, none is blank."""
    asked = [item for item in document["body"] if item["type"] != "markdown"]
    if not asked:
        yield "nothing is asked"
    boxes = [
        box["label"]
        for item in asked
        if item["type"] == "checkboxes"
        for box in item["attributes"]["options"]
    ]
    labels = [*(item["attributes"]["label"] for item in asked), *boxes]
    yield from _repeated("label", labels)
    yield from _repeated("id", [item["id"] for item in asked])
    for item in asked:
        if item["type"] == "dropdown":
            options = item["attributes"]["options"]
            yield from _repeated("option", options)
            yield from (f"option {one}" for one in options if one.casefold() in {"none", ""})
    yield from (f"blank {text!r}" for text in _texts(document) if not text.strip())
    for label in labels:
        yield from (f"{label} asks for {word}" for word in NO_CONTACT if word in label.casefold())


def _repeated(what: str, texts: list[str]) -> Iterator[str]:
    counts = Counter(text.casefold() for text in texts)
    yield from (f"{what} {text} twice" for text, count in counts.items() if count > 1)


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            for each in value.values():
                yield from _texts(each)
        case _:
            pass
