"""What is told about a change, in words of one language; any text of it may be a stranger's."""

from dataclasses import dataclass

from telemaco.findings import Severity


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words; `line` is from 1."""

    path: str
    line: int
    severity: Severity
    message: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """The pages that a change brings or alters, and those that it takes away.

    Each is the path of a file from the site's root on.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]
