"""Changes of a YAML text that leave comments, order and everything else as it is.

The new text is the old one with pieces put in, replaced or cut out where values differ, and
is read again before it is handed out: docs/decisions/0008-edits-by-pieces.md.
"""

import re
from collections.abc import Iterable

from telemaco.findings import Route
from telemaco.yamltext.changes import Change, NoSuchPlaceError, changed, plain
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.pieces import NoPieceError, pieces
from telemaco.yamltext.reading import read
from telemaco.yamltext.writing import Plain, write

_FACTS = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL)


class UneditableError(Exception):
    """The text cannot be read, has no such place, or cannot be changed without harm."""


def edit(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes carried out, one after the other. Raises UneditableError."""
    for change in changes:
        try:
            wanted = changed(_read(text), change)
        except NoSuchPlaceError as error:
            raise UneditableError from error
        text = _rewritten(text, wanted, change.route)
    return text


def rewrite(text: str, wanted: Plain) -> str:
    """The text with as little changed as it takes to say `wanted`. Raises UneditableError.

    Keys keep the order they have in the text; a new one comes after the key that it follows in
    `wanted`. Texts that must not look like a number are quoted; numbers and dates are not.
    """
    return _rewritten(text, wanted, ())


def edit_facts(text: str, changes: Iterable[Change]) -> str:
    """The same for a Markdown file: its front matter is changed. Raises UneditableError."""
    found = _FACTS.match(text.replace("\r\n", "\n"))
    if not found:
        raise UneditableError
    unix = found.string
    new = unix[: found.start(1)] + edit(found[1], changes) + unix[found.end(1) :]
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def rewrite_facts(text: str, wanted: Plain) -> str:
    """The same as `rewrite` for the front matter of a Markdown file. Raises UneditableError."""
    found = _FACTS.match(text.replace("\r\n", "\n"))
    if not found:
        raise UneditableError
    unix = found.string
    new = unix[: found.start(1)] + rewrite(found[1], wanted) + unix[found.end(1) :]
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def _read(text: str) -> Plain:
    try:
        return read(text.replace("\r\n", "\n"))
    except RefusedError as error:
        raise UneditableError from error


def _rewritten(text: str, wanted: Plain, route: Route) -> str:
    value, target = _read(text), plain(wanted)
    if value == target:
        return text
    unix = text.replace("\r\n", "\n")
    new = unix if not unix or unix.endswith("\n") else f"{unix}\n"
    try:
        new = _spliced(new, wanted, route) if value is not None else new + write(wanted)
    except NoPieceError as error:
        raise UneditableError from error
    if _read(new) != target:
        raise UneditableError
    return new.replace("\n", "\r\n") if "\r\n" in text else new


def _spliced(text: str, wanted: Plain, route: Route) -> str:
    done: list[str] = []
    begin = 0
    for piece in sorted(pieces(text, wanted, route), key=lambda piece: piece[:2]):
        done += [text[begin : piece.start], piece.text]
        begin = max(begin, piece.end)
    return "".join(done) + text[begin:]
