"""The front matter of a Markdown file, apart from its body."""

import re
from dataclasses import dataclass

from telemaco.findings import Finding, Location
from telemaco.messages import msg, msg_n

LINES_ABOVE = 1
"""Lines before the front matter's YAML: the first line of three hyphens."""

_EMPTY_ABOVE = re.compile(r"((?:[ \t]*\n)*)[ \t]*---[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """`header` is the YAML between the two lines of `---`, which begins on line 2."""

    header: str
    body: str


def split(path: str, text: str) -> Parts | Finding:
    """The two parts of a Markdown file, or what is wrong with its front matter."""
    if text.startswith("---\n"):
        # Nearly all files are written so; the general way takes five times as long.
        end = text.find("\n---", 3)
        if end != -1 and text[end + 4 : end + 5] == "\n":
            return Parts(text[4 : end + 1], text[end + 5 :])
    return _split_slowly(path, text)


def _split_slowly(path: str, text: str) -> Parts | Finding:
    if not _FENCE.match(text):
        return _below_something_empty(path, text) or Finding(
            "front-matter-missing",
            Location(path, 1, 1),
            msg("the file does not begin with a line of three hyphens (---)"),
            msg("Begin it with ---, then the facts (status: held), then --- again, then the text."),
        )
    start = text.find("\n") + 1
    closing = _FENCE.search(text, start) if start else None
    if closing is None:
        return Finding(
            "front-matter-open",
            Location(path, 1, 1),
            msg("the facts at the top of the file have no end"),
            msg("Put a line of three hyphens (---) between the facts and the text."),
        )
    return Parts(text[start : closing.start()], text[closing.end() + 1 :])


def _below_something_empty(path: str, text: str) -> Finding | None:
    """The finding where only empty lines or spaces stand before the line that begins the facts."""
    found = _EMPTY_ABOVE.match(text)
    if found is None:
        return None
    lines = found[1].count("\n")
    return Finding(
        "front-matter-missing",
        Location(path, 1, 1),
        msg("--- does not stand at the beginning of the first line"),
        msg_n(
            "Delete the empty line above ---.", "Delete the {count} empty lines above ---.", lines
        )
        if lines
        else msg("Delete the spaces before ---."),
    )
