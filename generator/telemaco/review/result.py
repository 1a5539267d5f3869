"""What the check of a pull request has handed over, read as a stranger's: it may be forged.

Whoever changes a file may change the workflow that checks it, and let it hand over anything. So
what is read is short, of the one shape that the check writes, and nothing in it is believed but
what somebody might have typed into a comment as well. Which pull request it is about is
compared with what the forge says.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from telemaco.findings import Severity, TelemacoError
from telemaco.messages import Message, msg
from telemaco.review.told import Difference, Told

NUMBER = "number"
CHECK = "check.json"
PAGES = "pages.json"
SIZES: Mapping[str, int] = {NUMBER: 20, CHECK: 4 * 1024 * 1024, PAGES: 4 * 1024 * 1024}
"""The files of a result, and the bytes that each may have."""

_FORM = 1
_NUMBER = re.compile(rb"([1-9][0-9]{0,8})\n?")
_MOST_LINES = 10**9
_JSON: TypeAlias = Any
"""What json makes of a text; every part of it is looked at before it is used."""


@dataclass(frozen=True, slots=True)
class Result:
    """The number of a pull request, what is wrong in it, and its pages; None without a preview."""

    number: int
    told: tuple[Told, ...]
    pages: Difference | None

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(one.severity is severity for one in self.told)


def read_result(files: Mapping[str, bytes]) -> Result:
    """What was handed over; `files` holds those of `SIZES` that there are. Raises TelemacoError."""
    if CHECK not in files:
        raise _unusable(CHECK, msg("it is missing"))
    pages = _pages(_document(PAGES, files[PAGES])) if PAGES in files else None
    return Result(_number(files.get(NUMBER, b"")), _told(_document(CHECK, files[CHECK])), pages)


def _number(content: bytes) -> int:
    found = _NUMBER.fullmatch(content)
    if found is None:
        raise _unusable(NUMBER, msg("it holds no number of a pull request"))
    return int(found[1])


def _document(name: str, content: bytes) -> dict[str, _JSON]:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _unusable(name, msg("it is no JSON")) from error
    if not isinstance(document, dict) or document.get("form") != _FORM:
        raise _unusable(name, _NOT_THE_SHAPE)
    return document


def _told(document: dict[str, _JSON]) -> tuple[Told, ...]:
    return tuple(_finding(entry) for entry in _items(CHECK, document.get("findings")))


def _finding(entry: _JSON) -> Told:
    match entry:
        case {
            "path": str(path),
            "line": int(line),
            "severity": "error" | "warning" as severity,
            "message": str(message),
            "hint": str() | None as hint,
        } if 0 < line < _MOST_LINES:
            return Told(path, line, Severity(severity), message, hint)
        case _:
            raise _unusable(CHECK, _NOT_THE_SHAPE)


def _pages(document: dict[str, _JSON]) -> Difference:
    return Difference(_paths(document.get("changed")), _paths(document.get("removed")))


def _paths(value: _JSON) -> tuple[str, ...]:
    found = _items(PAGES, value)
    if not all(isinstance(path, str) for path in found):
        raise _unusable(PAGES, _NOT_THE_SHAPE)
    return tuple(found)


def _items(name: str, value: _JSON) -> list[_JSON]:
    if not isinstance(value, list):
        raise _unusable(name, _NOT_THE_SHAPE)
    return value


def _unusable(name: str, why: Message) -> TelemacoError:
    return TelemacoError(
        msg("the result of the check cannot be used, because of {name}: {why}", name=name, why=why),
        msg("Nothing was written. Run the check of the pull request again."),
    )


_NOT_THE_SHAPE = msg("it is not what the check writes")
