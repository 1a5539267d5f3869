"""Hidden lines in issues and comments of ours, by which they are known again.

A check-in's issue ends with two of them: what it is about, which never changes, and what it
remembers. They are HTML comments, which a forge does not show. Nobody else's text can stand
on a line of its own that looks like one, since every `<` of it is escaped; and they are read
only in what we wrote ourselves.
"""

import re
from dataclasses import dataclass
from datetime import date

from telemaco.records.base import ProgramId
from telemaco.records.layout import is_id
from telemaco.reminders.memory import Memory, as_json, from_json
from telemaco.reminders.values import CheckInKey, CheckInKind

VERSION = 1
"""Of the hidden lines; a higher one was written by a later edition of Telemaco."""

_LINE = re.compile(
    r"^[ \t]*<!-- telemaco:([a-z-]+):([0-9]{1,6})(?: ([^\r\n]*))? -->[ \t]*\r?$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A hidden line: what kind it is, its version, and what it says."""

    kind: str
    version: int
    text: str


def marks_in(body: str) -> tuple[Mark, ...]:
    """The hidden lines of a text that we wrote, in their order."""
    return tuple(Mark(one[1], int(one[2]), one[3] or "") for one in _LINE.finditer(body))


def key_line(key: CheckInKey) -> str:
    """The line that says what an issue is about; one key, one line, whenever it is made."""
    return f"<!-- telemaco:{_KEY}:{VERSION} {key} -->"


def memory_line(memory: Memory) -> str:
    """The line that holds what the issue remembers."""
    return f"<!-- telemaco:{_MEMORY}:{VERSION} {as_json(memory)} -->"


def said_line(what: str) -> str:
    """The line in a comment of ours that says which it is."""
    return f"<!-- telemaco:{_SAID}:{VERSION} {what} -->"


def said_in(body: str) -> str | None:
    """Which comment of ours it is; None for another text."""
    return next((mark.text for mark in marks_in(body) if mark.kind == _SAID), None)


def with_lines(text: str, *lines: str) -> str:
    """A text with hidden lines at its end."""
    return "\n".join([text.rstrip(), "", *lines])


def without_memory(body: str) -> str:
    """The text of an issue without the line that holds what it remembers."""
    lines = body.rstrip().splitlines()
    return "\n".join(line for line in lines if not _is_memory(line))


def _is_memory(line: str) -> bool:
    found = _LINE.fullmatch(line)
    return found is not None and found[1] == _MEMORY


def key_in(marks: tuple[Mark, ...]) -> CheckInKey | None:
    """What the issue is about; the last line counts."""
    texts = [mark.text for mark in marks if mark.kind == _KEY]
    return _key(texts[-1]) if texts else None


def memory_in(marks: tuple[Mark, ...]) -> Memory | None:
    """What the issue remembers; None when nobody can tell any more."""
    texts = [mark.text for mark in marks if mark.kind == _MEMORY]
    return from_json(texts[-1]) if texts else None


def _key(text: str) -> CheckInKey | None:
    try:
        program, subject, period, kind = text.split("/")
        key = CheckInKey(ProgramId(program), subject, date.fromisoformat(period), CheckInKind(kind))
    except ValueError:
        return None
    return key if is_id(program) and is_id(subject) else None


_KEY = "check-in"
_MEMORY = "memory"
_SAID = "said"
