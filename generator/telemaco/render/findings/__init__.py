"""Findings as text, annotations for GitHub, Markdown, JSON and SARIF: one module a format."""

from collections.abc import Callable, Mapping

from telemaco.ports import Translator
from telemaco.render.findings import github, json, markdown, sarif, text
from telemaco.render.findings.paint import Paint
from telemaco.render.findings.report import Report
from telemaco.render.findings.text import as_text

FORMATS: Mapping[str, Callable[[Report, Translator, Paint], str]] = {
    "text": text.render,
    "github": github.render,
    "markdown": markdown.render,
    "json": json.render,
    "sarif": sarif.render,
}
"""The formats by their names."""

__all__ = ["FORMATS", "Report", "as_text"]
