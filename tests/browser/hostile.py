"""A community each of whose texts tries to be something else.

Which fields take a text is found out from the records themselves: whatever a record lets somebody
write is written, so that a new field cannot be forgotten.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import count, cycle
from typing import Any

from pydantic import ValidationError

from telemaco.loading.text import unwanted
from telemaco.model.community import Community
from telemaco.model.zones import zone_names
from telemaco.records.base import Record
from tests.submissions.payloads import (
    FORMS,
    FRONT_MATTER,
    MARKUP,
    PATHS,
    SHELL,
    UNICODE,
    WORKFLOWS,
    XSS,
    YAML,
)

LONG = (
    "W" * 10_000,
    "long " * 12_000,
    "\u05e9\u05dc\u05d5\u05dd" * 2_500,
    "\u200fAda \u061c(\u05e9\u05dc\u05d5\u05dd)\u200f 123",
    "M" + "\u0301\u0302\u0303" * 50,
    "<b>" * 3_000,
    "https://x.example/" + "a" * 480,
)
"""As long as files may be, without a place to break, from right to left, and higher than a line."""

_EVERY = 9
"""Every so many texts one is long."""


class Hand:
    """Writes the next payload wherever it may; `written` is how often it could, by field."""

    def __init__(self) -> None:
        self.written: dict[str, int] = {}
        others = (*MARKUP, *FORMS, *FRONT_MATTER, *YAML, *SHELL, *WORKFLOWS, *PATHS, *UNICODE)
        whole = (*XSS, *filter(_can_be_loaded, others))
        self._payloads = cycle(whole)
        self._long = cycle(LONG)
        self._zones = cycle(sorted(zone_names()))
        self._numbers = count(1)

    def community(self, community: Community) -> Community:
        """The community with every text of every record replaced."""
        changes = {
            field.name: self._value(getattr(community, field.name)) for field in fields(community)
        }
        return replace(community, **changes)

    def next(self) -> str:
        """A payload that nobody else has."""
        number = next(self._numbers)
        text = next(self._payloads if number % _EVERY else self._long)
        return f"{text} t{number}t"

    def _value(self, value: Any) -> Any:  # noqa: ANN401 (whatever a community is made of)
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, Mapping):
            return {key: self._value(inner) for key, inner in value.items()}
        if isinstance(value, tuple) and type(value) is tuple:
            return tuple(self._value(inner) for inner in value)
        if is_dataclass(value) and not isinstance(value, type):
            parts = {field.name: self._value(getattr(value, field.name)) for field in fields(value)}
            if getattr(value, "body", ""):
                parts["body"] = "\n\n".join(self.next() for _ in range(8))
            return replace(value, **parts)
        return value

    def _record(self, record: Record) -> Record:
        for name in type(record).model_fields:
            if name == "timezone":
                # Any text as such, but the loading takes only a zone that there is.
                record = record.model_copy(update={name: next(self._zones)})
            else:
                record = self._field(record, name)
        return record

    def _field(self, record: Record, name: str) -> Record:
        old = getattr(record, name)
        if old is None or isinstance(old, str):
            return self._written(record, name, (self.next(), f"https://x.example/{_dense(self)}"))
        if isinstance(old, Mapping) and old and all(isinstance(text, str) for text in old.values()):
            return self._written(record, name, ({key: self.next() for key in old},))
        return record.model_copy(update={name: self._value(old)})

    def _written(self, record: Record, name: str, values: tuple[object, ...]) -> Record:
        alias = type(record).model_fields[name].alias or name
        dumped = record.model_dump(mode="json", by_alias=True, exclude_none=True, warnings=False)
        for value in values:
            try:
                changed = type(record).model_validate({**dumped, alias: value})
            except ValidationError:
                continue
            if isinstance(getattr(changed, name), str | dict):
                where = f"{type(record).__name__}.{name}"
                self.written[where] = self.written.get(where, 0) + 1
                return record.model_copy(update={name: getattr(changed, name)})
        return record


def _dense(hand: Hand) -> str:
    return "".join(hand.next().split())


def _can_be_loaded(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return not any(unwanted("", text))
