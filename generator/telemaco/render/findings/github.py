"""Findings as annotations of GitHub Actions (workflow commands)."""

from telemaco.findings import Finding, Severity
from telemaco.ports import Translator
from telemaco.render.findings.paint import Paint
from telemaco.render.findings.report import Report, place_of, sentences_of
from telemaco.render.visible import visible


def render(report: Report, translator: Translator, _paint: Paint) -> str:
    """One command a finding, on one line; nothing in it can end the line or begin another.

    Errors come first: GitHub shows about ten annotations of a kind a step, and fifty a job.
    """
    found = sorted(report.findings, key=lambda finding: finding.severity is not Severity.ERROR)
    return "".join(f"{_command(finding, report, translator)}\n" for finding in found)


def _command(finding: Finding, report: Report, translator: Translator) -> str:
    line, column = place_of(finding)
    properties = {
        "file": report.folder + finding.location.path,
        "line": str(line),
        "col": str(column),
        "title": finding.code,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "\n".join(visible(one) for one in sentences_of(finding, translator) if one)
    return f"::{finding.severity.value} {written}::{_text(message)}"


def _text(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _text(visible(value)).replace(":", "%3A").replace(",", "%2C")
