"""Findings as Markdown, grouped by file: for the summary of a job, and for a comment."""

from collections.abc import Callable, Sequence
from itertools import groupby

from telemaco.findings import Finding, Severity
from telemaco.messages import msg, msg_n
from telemaco.ports import Translator
from telemaco.render.check_ins.safe import safe
from telemaco.render.findings.paint import Paint
from telemaco.render.findings.report import Report, closing, place_of, sentences_of
from telemaco.review.told import Told

MOST = 300
"""So many findings are written out; a summary may have a megabyte."""

Address = Callable[[str, int], str | None]
"""Gives the address of a line of a file, if there is one."""

_LENGTH = 1000
_PATH_LENGTH = 200
_WORDS = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning")}


def render(report: Report, translator: Translator, _paint: Paint) -> str:
    """What was counted, then every file with what is wrong in it."""
    told = [_told(finding, translator) for finding in report.findings]
    files = by_file(told, translator, MOST, _nowhere)
    return f"### {safe(translator.text(closing(report)))}\n{files}"


def by_file(told: Sequence[Told], translator: Translator, most: int, address: Address) -> str:
    """A heading a file, the files with errors first; `address` leads to a line of a file.

    Of more than `most` findings the rest is counted.
    """
    failing = {one.path for one in told if one.severity is Severity.ERROR}
    found = sorted(
        told,
        key=lambda one: (one.path not in failing, one.path, one.severity is not Severity.ERROR),
    )
    parts = [
        f"\n#### {_linked(safe(path, _PATH_LENGTH), address(path, 1))}\n\n"
        + "".join(_item(one, translator, address) for one in group)
        for path, group in groupby(found[:most], key=lambda one: one.path)
    ]
    if len(found) > most:
        left = msg_n(
            "{count} more is not shown here.",
            "{count} more are not shown here.",
            len(found) - most,
        )
        parts.append(f"\n{translator.text(left)}\n")
    return "".join(parts)


def _told(finding: Finding, translator: Translator) -> Told:
    wrong, hint = sentences_of(finding, translator)
    return Told(finding.location.path, place_of(finding).line, finding.severity, wrong, hint)


def _item(one: Told, translator: Translator, address: Address) -> str:
    word = translator.text(_WORDS[one.severity])
    place = translator.text(msg("line {line}", line=one.line))
    head = f"**{word}**, {_linked(place, address(one.path, one.line))}"
    hint = f"  <br>{safe(one.hint, _LENGTH)}\n" if one.hint else ""
    return f"- {head}: {safe(one.message, _LENGTH)}\n{hint}"


def _linked(text: str, address: str | None) -> str:
    return f"[{text}]({address})" if address else text


def _nowhere(_path: str, _line: int) -> None:
    return None
