"""Findings for a terminal: the place, what is wrong, the line with a caret, what to do."""

from collections.abc import Callable, Sequence

from telemaco.findings import Finding, Location, Severity
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.findings.excerpt import excerpt
from telemaco.render.findings.paint import Paint, plain
from telemaco.render.findings.report import Report, place_of, sentences_of
from telemaco.render.visible import visible


def render(report: Report, translator: Translator, paint: Paint) -> str:
    """One paragraph a finding."""
    return as_text(report.findings, translator, report.source_line, paint)


def as_text(
    findings: Sequence[Finding],
    translator: Translator,
    source_line: Callable[[str, int], str],
    paint: Paint = plain,
) -> str:
    """One paragraph a finding; no line begins with what stands in a file."""
    return "".join(_paragraph(finding, translator, source_line, paint) for finding in findings)


def _paragraph(
    finding: Finding,
    translator: Translator,
    source_line: Callable[[str, int], str],
    paint: Paint,
) -> str:
    location = finding.location
    line, column = place_of(finding)
    severity = translator.text(_SEVERITIES[finding.severity])
    place = paint("place", f"{visible(location.path)}:{line}:{column}:")
    kind = paint(finding.severity.value, f"{severity}[{finding.code}]")
    wrong, hint = sentences_of(finding, translator)
    lines = [f"{place} {kind} {visible(wrong)}"]
    if location.column:
        lines += _quotation(location, source_line(location.path, line), paint)
    if hint:
        lines.append(f"  {visible(hint)}")
    return "\n".join(lines) + "\n\n"


def _quotation(location: Location, line: str, paint: Paint) -> list[str]:
    quoted = excerpt(line, location.column)
    if quoted is None:
        return []
    gutter = f"  {location.line} |"
    empty_gutter = f"{'|':>{len(gutter)}}"
    return [
        f"{paint('gutter', gutter)} {quoted.line}",
        f"{paint('gutter', empty_gutter)} {paint('caret', quoted.caret)}",
    ]


_SEVERITIES = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning")}
