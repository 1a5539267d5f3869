"""What a file said, in a line that is kept until the next run: nothing in it is ever run.

A line has the plain values of a file, as JSON, with its stamp and a word for its bytes. The records
are made of the values again, by the same validators, which takes a tenth of the time of reading
YAML. Only a file about which there is no finding has a line.
"""

import json
from dataclasses import dataclass

from telemaco.loading.file import Entry, Plain, entry_of
from telemaco.loading.load import Read
from telemaco.ports import Stamp
from telemaco.records.layout import address_of


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file said when it had the stamp, None where it may have changed since unnoticed."""

    stamp: Stamp | None
    digest: str
    read: Read


def as_line(stamp: Stamp, digest: str, plain: Plain) -> str:
    """The line, without its end."""
    return json.dumps([*stamp, digest, plain.body, plain.value], separators=(",", ":"))


def of_line(path: str, line: str, stamp: Stamp) -> Seen | None:
    """What the line tells of the file; None when the file has another stamp by now."""
    if not line.startswith(f"[{stamp.size},{stamp.modified},{stamp.changed},{stamp.number},"):
        return None
    *_, digest, body, value = json.loads(line)
    address = address_of(path)
    if address is None:
        return None
    entry = entry_of(path, address, Plain(value, body, ""))
    return Seen(stamp, digest, Read(entry)) if isinstance(entry, Entry) else None
