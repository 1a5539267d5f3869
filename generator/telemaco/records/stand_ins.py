"""Values that fit a JSON Schema of ours and mean nothing: different ones in different ways."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telemaco.records.base import YEARS

Schema = Mapping[str, Any]

_DAYS = (f"{YEARS[0]}-01-01", f"{YEARS[1]}-12-31")
_TEXTS = (
    ("stand-in-qaa", "stand-in-qab"),
    ("qaa", "qab"),
    ("https://qaa.example", "https://qab.example"),
    ("qaa/qaa", "qab/qab"),
    ("00:00", "23:59"),
    ("00:00 UTC", "23:59 UTC"),
    (f"{YEARS[0]}-W01", f"{YEARS[1]}-W52"),
    ("0" * 64, "1" * 64),
)
"""Words that nobody uses (qaa to qtz are kept free among languages), addresses, times, digests."""
_LEAST, _MOST = 0, 1000


@dataclass(frozen=True, slots=True)
class Way:
    """One way of putting in stand-ins: even and odd ones have nothing in common.

    With a `word` it stands for every text that may be written so.
    """

    number: int
    word: str | None = None

    @property
    def is_odd(self) -> bool:
        """Whether lists have an entry and maps all their keys, and days and numbers are great."""
        return self.number % 2 == 1


def stand_in(root: Schema, schema: Schema, way: Way) -> Any:  # noqa: ANN401 (any value of YAML)
    """A value for the schema, which is a part of `root`."""
    here = _plainest(root, schema)
    words = _words(here)
    if words:
        return words[way.number % len(words)]
    match _type(here):
        case "object":
            return _object(root, here, way)
        case "array":
            length = max(here.get("minItems", 0), int(way.is_odd))
            return [stand_in(root, here["items"], way) for _ in range(length)]
        case "string":
            return _text(here, way)
        case _:
            return here.get("maximum", _MOST) if way.is_odd else here.get("minimum", _LEAST)


def choices(root: Schema, schema: Schema) -> int:
    """In how many ways a stand-in differs from the others: as many as a choice in it has words."""
    here = _plainest(root, schema)
    parts = (*here.get("properties", {}).values(), *here.get("patternProperties", {}).values())
    if _type(here) == "array":
        parts = (here["items"],)
    return max([2, len(_words(here)), *(choices(root, part) for part in parts)])


def _words(schema: Schema) -> tuple[str, ...]:
    return tuple(schema.get("enum", (schema["const"],) if "const" in schema else ()))


def _type(schema: Schema) -> str:
    found = schema.get("type", "string")
    return found if isinstance(found, str) else str(found[0])


def _plainest(root: Schema, schema: Schema) -> Schema:
    """The schema behind references, and of a choice the first that is not nothing."""
    if "$ref" in schema:
        return _plainest(root, root["$defs"][schema["$ref"].rpartition("/")[2]])
    branches = (_plainest(root, one) for one in schema.get("anyOf", schema.get("oneOf", ())))
    return next((branch for branch in branches if branch.get("type") != "null"), schema)


def _object(root: Schema, schema: Schema, way: Way) -> dict[str, object]:
    keys = schema.get("properties", {}) if way.is_odd else schema.get("required", ())
    found = {key: stand_in(root, schema["properties"][key], way) for key in keys}
    for pattern, inner in schema.get("patternProperties", {}).items():
        found[_text({"pattern": pattern}, way)] = stand_in(root, inner, way)
    return found


def _text(schema: Schema, way: Way) -> str:
    if schema.get("format") == "date":
        return _DAYS[way.is_odd]
    pattern = re.compile(schema.get("pattern", ""))
    if way.word and pattern.search(way.word):
        return way.word
    fitting = (both for both in _TEXTS if all(pattern.search(text) for text in both))
    return next(fitting, _TEXTS[0])[way.is_odd]
