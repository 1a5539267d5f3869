"""What a file said, in a line that is kept until the next run: nothing in it is ever run.

A line has the plain values of a file, as JSON, with its stamp and a word for its bytes. Records are
made of the values again, by the same validators, which takes a tenth of the time of reading YAML.
"""

from telemaco.loading.file import Plain
from telemaco.loading.load import Read, Said, record_of
from telemaco.ports import Stamp
from telemaco.records.layout import address_of
from telemaco.records.packing import packed, unpacked


def is_plain(said: object) -> bool:
    """Whether a line can say it all: what is hidden by a backslash stands in no value."""
    return isinstance(said, Said) and not said.noticed and "\\" not in said.plain.yaml


def as_line(stamp: Stamp, digest: str, plain: Plain) -> str:
    """The line, without its end."""
    return packed([*stamp, digest, plain.body, plain.value])


def is_of(line: str, stamp: Stamp) -> bool:
    """Whether the line is of a file with this stamp."""
    size, modified, changed, number = stamp
    return line.startswith(f"[{size},{modified},{changed},{number},")


def of_line(path: str, line: str) -> tuple[str, Read]:
    """The word for the bytes of the file, and what it said."""
    address = address_of(path)
    assert address is not None  # noqa: S101 (for the types: what has none is no record)
    *_, digest, body, value = unpacked(line)
    return digest, record_of(path, Said(address, Plain(value, body, "")))
