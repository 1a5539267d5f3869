"""What a run of the check has to tell, whatever the format."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from telemaco.findings import Finding, Severity
from telemaco.messages import Message, as_in_files, msg, msg_n
from telemaco.ports import Translator


def no_line(_path: str, _number: int) -> str:
    """For those who do not quote."""
    return ""


class Place(NamedTuple):
    """Line and column, from 1."""

    line: int
    column: int


def place_of(finding: Finding) -> Place:
    """Where a finding is; a file as a whole is at its beginning."""
    return Place(max(finding.location.line, 1), max(finding.location.column, 1))


def sentences_of(finding: Finding, translator: Translator) -> tuple[str, str | None]:
    """What is wrong and what to do about it; days as the files have them, to be found there."""
    return _in_files(finding.message, translator), (
        _in_files(finding.hint, translator) if finding.hint else None
    )


@dataclass(frozen=True, slots=True)
class Report:
    """The findings to report, and what the closing sentence counts.

    `source_line` gives a line of a file, by its number from 1. `folder` is the way from where
    the reader of the report stands to the community, with a `/` at its end. `known` counts
    findings that were there before the change and are not reported; None when no change was
    looked at.
    """

    findings: Sequence[Finding]
    files: int
    source_line: Callable[[str, int], str] = no_line
    folder: str = ""
    known: int | None = None

    def count(self, severity: Severity) -> int:
        """How many findings of a severity are reported."""
        return sum(finding.severity is severity for finding in self.findings)


def closing(report: Report) -> Message:
    """The sentence that ends a run."""
    files = msg_n("{count} file", "{count} files", report.files)
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    found = (
        msg(
            "Checked {files}: {errors}, {warnings}.",
            files=files,
            errors=msg_n("{count} error", "{count} errors", errors),
            warnings=msg_n("{count} warning", "{count} warnings", warnings),
        )
        if report.findings
        else msg("Checked {files}: all is right.", files=files)
    )
    if report.known is None:
        return found
    return msg("{found} {known}", found=found, known=_known(report))


def _in_files(message: Message, translator: Translator) -> str:
    return translator.text(as_in_files(message))


def _known(report: Report) -> Message:
    if not report.known:
        return msg("Nothing was wrong before this change.")
    return msg_n(
        "{count} more was there before this change.",
        "{count} more were there before this change.",
        report.known,
    )
