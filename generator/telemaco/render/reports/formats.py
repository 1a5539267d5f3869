"""The formats of a report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from telemaco.progress.outcomes.report import Report
from telemaco.render.reports.data import as_csv, as_json
from telemaco.render.reports.markdown import as_markdown
from telemaco.render.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is written, and the ending of its file. Only what people read has a language."""

    ending: str
    write: Callable[[Voice, Report], str]


FORMATS: Mapping[str, Format] = {
    "markdown": Format("md", as_markdown),
    "json": Format("json", lambda _voice, report: as_json(report)),
    "csv": Format("csv", lambda _voice, report: as_csv(report)),
}
"""Every format by the name that the command line has for it."""
