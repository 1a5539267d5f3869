"""A report as figures for programs and spreadsheets: JSON and CSV of the same names.

A name says the part of the report, then what is counted in it: `funnel.mentee.met`. A figure that
is not there has the reason instead, in English always: the same files and day give the same bytes.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from telemaco.messages import Message
from telemaco.model.durations import in_hours
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.report import Report
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Figure, Outcomes, Run
from telemaco.render.reports.answer_data import answer_figures

_COLUMNS: Sequence[str] = ("figure", "value", "of", "percent", "low", "high", "missing")


def as_json(report: Report) -> str:
    """The program, the day, and a map of all figures."""
    value = {
        "program": report.program,
        "today": report.today.isoformat(),
        "small_group": report.few,
        "figures": dict(_figures(report)),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_csv(report: Report) -> str:
    """A row a figure."""
    file = StringIO(newline="")
    writer = csv.DictWriter(file, _COLUMNS, restval="")
    writer.writeheader()
    writer.writerows({"figure": name} | said for name, said in _figures(report))
    return file.getvalue()


def _figures(report: Report) -> Iterator[tuple[str, dict[str, Any]]]:
    outcomes = report.outcomes
    if outcomes is None:
        yield "report", {"missing": str(WITHHELD)}
        return
    for name, figure in (
        *_people(outcomes),
        *_pairs(outcomes),
        *_goals(outcomes),
        *(found for run in report.runs for found in _run(run)),
    ):
        yield name, _said(figure)
    yield from _retention(outcomes)
    yield from _criteria(outcomes)
    yield from answer_figures(report)


def _said(figure: Figure | Share | float) -> dict[str, Any]:
    if isinstance(figure, Message):
        return {"missing": str(figure)}
    if isinstance(figure, int | float):
        return {"value": figure}
    low, high = figure.interval
    return {
        "value": figure.part,
        "of": figure.whole,
        "percent": figure.percent,
        "low": low,
        "high": high,
    }


def _people(outcomes: Outcomes) -> Iterator[tuple[str, Figure | Share]]:
    yield "people", outcomes.people
    for funnel in outcomes.funnels:
        for stage, figure in funnel.stages.items():
            yield f"funnel.{funnel.role.value}.{stage.value}", figure


def _pairs(outcomes: Outcomes) -> Iterator[tuple[str, Figure | Share]]:
    found = outcomes.outcome
    yield "pairs.begun", found.begun
    yield "pairs.going_on", found.going_on
    yield "pairs.completed", found.completed
    yield "pairs.left_early", found.left
    yield "pairs.completed_share", found.share
    for one in outcomes.reasons:
        yield f"reasons.{one.reason or 'none'}", one.pairs
    yield "reasons.rare", outcomes.other_reasons
    yield "sessions", outcomes.sessions
    yield "minutes", outcomes.minutes
    for month, held in sorted(outcomes.months.items()):
        yield f"sessions.{month:%Y-%m}", held


def _goals(outcomes: Outcomes) -> Iterator[tuple[str, Figure | Share]]:
    yield "goals", outcomes.goals
    for one in outcomes.attainment:
        name = f"goals.{one.objective or 'none'}"
        yield name, one.goals
        yield f"{name}.reached", one.achieved
        yield f"{name}.as_hoped", one.hoped


def _run(run: Run) -> Iterator[tuple[str, Figure | Share | float]]:
    name = f"runs.{run.program}"
    yield f"{name}.people", run.people
    yield f"{name}.pairs", run.pairs
    yield f"{name}.sessions", run.sessions
    yield f"{name}.hours", in_hours(run.minutes)
    yield f"{name}.completed", run.completed
    yield f"{name}.goals", run.goals


def _retention(outcomes: Outcomes) -> Iterator[tuple[str, dict[str, Any]]]:
    # Periods of a rhythm come in pairs: the share kept has no interval.
    kept = outcomes.kept
    if isinstance(kept, Message):
        yield "rhythm_kept", {"missing": str(kept)}
    else:
        yield "rhythm_kept", {"value": kept.part, "of": kept.whole, "percent": kept.percent}
    if isinstance(outcomes.retention, Message):
        yield "months", {"missing": str(outcomes.retention)}
        return
    for point in outcomes.retention:
        yield (
            f"months.{point.month}",
            {
                "of": point.watched,
                "percent": point.percent,
                "low": point.low,
                "high": point.high,
            },
        )


def _criteria(outcomes: Outcomes) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(outcomes.criteria, Message):
        yield "matching", {"missing": str(outcomes.criteria)}
        return
    for one in outcomes.criteria:
        name = f"matching.{one.criterion}"
        if isinstance(one.points, Message):
            yield name, {"of": one.pairs, "missing": str(one.points)}
        else:
            ahead, low, high = one.points
            yield name, {"value": ahead, "of": one.pairs, "low": low, "high": high}
