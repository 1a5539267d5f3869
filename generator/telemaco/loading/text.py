"""The bytes of a file to its text."""

import codecs
import re
from collections.abc import Iterator

from telemaco.findings import Finding, Location
from telemaco.messages import Message, msg

_CONTROL_BYTES = bytes({*range(32), 127} - {9, 10, 13})
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def decode(path: str, content: bytes) -> str | tuple[Finding, ...]:
    r"""The text with `\n` at the ends of lines and no byte order mark, or why it has none."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return (_not_utf8(path, content, error.start),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if content.isascii() and len(content.translate(None, _CONTROL_BYTES)) == len(content):
        return text
    return tuple(unwanted(path, text)) or text


def unwanted(path: str, text: str) -> Iterator[Finding]:
    """One finding for each character that does not belong, where it stands first."""
    firsts: dict[str, int] = {}
    for found in _UNWANTED.finditer(text):
        firsts.setdefault(found[0], found.start())
    for character, offset in firsts.items():
        line, column = place(text, offset)
        yield Finding(
            "control-character",
            Location(path, line, column),
            msg(
                "there is an invisible character (U+{number}) that {harm}",
                number=f"{ord(character):04X}",
                harm=_harm(character),
            ),
            msg("Delete it, here and wherever it stands: retype the words around it."),
        )


def lines_of(content: bytes) -> list[str]:
    """The lines of a file to quote from, whatever its bytes are; without its line ends."""
    text = content.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def place(text: str, offset: int) -> tuple[int, int]:
    """The line and the column, from 1, of a character of the text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _not_utf8(path: str, content: bytes, start: int) -> Finding:
    before = content[:start].decode().replace("\r\n", "\n").replace("\r", "\n")
    line, column = place(before, len(before))
    return Finding(
        "not-utf8",
        Location(path, line, column),
        msg(
            "the file is not UTF-8 text: byte {byte} cannot be read", byte=f"0x{content[start]:02x}"
        ),
        msg(
            "Save the file again with the encoding UTF-8; in Notepad of Windows one chooses it "
            "under Save as."
        ),
    )


def _harm(character: str) -> Message:
    if _OVERRIDES.match(character):
        return msg("can make text read differently from what it says")
    return msg("does not belong in a text")
