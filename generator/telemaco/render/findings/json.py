"""Findings as JSON, for other programs."""

import json
from typing import Any

from telemaco.findings import Finding, Severity
from telemaco.ports import Translator
from telemaco.render.findings.help import help_address
from telemaco.render.findings.paint import Paint
from telemaco.render.findings.report import Report, place_of, sentences_of

FORM = 1
"""Raised when a key changes its meaning or goes away."""


def render(report: Report, translator: Translator, _paint: Paint) -> str:
    """One object; ASCII, so that no terminal and no log can be moved by what it quotes."""
    content = {
        "form": FORM,
        "language": translator.language,
        "files": report.files,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "known": report.known,
        "findings": [_entry(finding, translator) for finding in report.findings],
    }
    return json.dumps(content, indent=2) + "\n"


def _entry(finding: Finding, translator: Translator) -> dict[str, Any]:
    location = finding.location
    line, column = place_of(finding)
    wrong, hint = sentences_of(finding, translator)
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": location.path,
        "line": line,
        "column": column,
        "route": list(location.route),
        "message": wrong,
        "hint": hint,
        "help": help_address(finding.code),
    }
