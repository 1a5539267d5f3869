"""Findings as text for a terminal."""

from collections.abc import Callable, Sequence

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.ports import Translator


def as_text(
    findings: Sequence[Finding], translator: Translator, source_line: Callable[[str, int], str]
) -> str:
    """One paragraph a finding: its place, what is wrong, the line with a caret, what to do."""
    return "".join(_paragraph(finding, translator, source_line) for finding in findings)


def _paragraph(
    finding: Finding, translator: Translator, source_line: Callable[[str, int], str]
) -> str:
    place = finding.location
    severity = translator.text(_SEVERITIES[finding.severity])
    lines = [
        f"{place.path}:{place.line}:{place.column}: {severity}[{finding.code}] "
        f"{translator.text(finding.message)}"
    ]
    quoted = source_line(place.path, place.line)
    if quoted.strip():
        lines += [f"    {quoted}", f"    {' ' * (place.column - 1)}^"]
    if finding.hint:
        lines.append(f"  {translator.text(finding.hint)}")
    return "\n".join(lines) + "\n\n"


_SEVERITIES = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning")}
