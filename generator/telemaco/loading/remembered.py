"""What a file said, in a line that is kept until the next run: nothing in it is ever run.

A line has the plain values of a file, as JSON, with its stamp and words for its bytes. Records are
made of the values again, by the same validators, which takes a tenth of the time of reading YAML.
"""

from functools import partial
from typing import NamedTuple

from telemaco.loading.assemble import Later
from telemaco.loading.file import Entry, Plain
from telemaco.loading.load import Read, Said, read_of
from telemaco.ports import Stamp
from telemaco.records.layout import Address, address_of
from telemaco.records.packing import packed, unpacked


def is_plain(said: object) -> bool:
    """Whether a line can say it all: what is hidden by a backslash stands in no value."""
    if not isinstance(said, Said) or said.noticed or said.plain.mistakes:
        return False
    return "\\" not in said.plain.yaml


class FileWords(NamedTuple):
    """Words for the bytes of a file: for all of them, and for those above the Markdown."""

    whole: str
    head: str


def as_line(stamp: Stamp, words: FileWords, plain: Plain) -> str:
    """The line, without its end."""
    return packed([*stamp, *words, plain.body, plain.value])


def is_of(line: str, stamp: Stamp) -> bool:
    """Whether the line is of a file with this stamp."""
    size, modified, changed, number = stamp
    return line.startswith(f"[{size},{modified},{changed},{number},")


def of_line(path: str, line: str) -> tuple[FileWords, Read]:
    """The words for the bytes of the file, and what it said."""
    *_, whole, head, body, value = unpacked(line)
    return FileWords(whole, head), read_of(path, _address(path), Plain(value, body, ""))


def later_of_line(path: str, line: str) -> tuple[FileWords, Later]:
    """The same for a file in which nothing is wrong; its record is made when it is asked for."""
    return words_of(line), Later(_address(path), partial(entry_of_line, path, line))


def entry_of_line(path: str, line: str) -> Entry:
    """What a file said in which nothing is wrong."""
    outcome = of_line(path, line)[1].outcome
    assert isinstance(outcome, Entry)  # noqa: S101 (for the types: nothing is wrong in it)
    return outcome


def words_of(line: str) -> FileWords:
    """The words alone."""
    # Cut out, not split: what stands behind the words is long, and they have no quotes in them.
    start = line.index('"') + 1
    end = line.index('"', start)
    head = end + len('","')
    return FileWords(line[start:end], line[head : line.index('"', head)])


def stamp_of(line: str) -> list[int]:
    """The stamp of the file that the line is of, by its numbers."""
    return [*map(int, line[1 : line.index(',"')].split(","))]


def _address(path: str) -> Address:
    address = address_of(path)
    assert address is not None  # noqa: S101 (for the types: what has none is no record)
    return address
