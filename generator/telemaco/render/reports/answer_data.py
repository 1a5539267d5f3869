"""What people answered, as figures for programs and spreadsheets."""

from collections.abc import Iterable, Iterator
from typing import Any

from telemaco.progress.comparisons import Compared
from telemaco.progress.intervals import Estimate
from telemaco.progress.outcomes.report import Report
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.surveys import SurveyFigures
from telemaco.render.reports.answers import answered, in_points
from telemaco.render.reports.choices import chosen

_Figures = Iterator[tuple[str, dict[str, Any]]]


def answer_figures(report: Report) -> _Figures:
    """Survey by survey, role by role, question by question; then what differs."""
    yield from _rates(report.surveys)
    yield from _answers(report.surveys)
    yield from _choices(report.surveys)
    for one in report.sides:
        item = one.other.figures.item.id
        yield f"sides.{one.one.survey.id}.{item}.{_roles(one)}", _difference(one)
    for one in report.changes:
        name = f"changes.{_question(one)}.{one.other.survey.id}.{one.one.survey.id}"
        yield name, _difference(one)
    for one in report.beside:
        name = f"beside.{one.one.survey.id}.{_question(one)}"
        yield f"{name}.earlier", _mean(one.other.mean, one.other.figures.answers)
        yield f"{name}.difference", _difference(one)


def _rates(surveys: Iterable[SurveyFigures]) -> _Figures:
    for survey in surveys:
        for group in () if survey.is_kept else survey.groups:
            name = f"surveys.{survey.id}.{group.role.value}.answered"
            if group.rate is None:
                yield name, {"value": group.answers}
            else:
                yield name, {"value": group.answers} | _percents(group.rate, group.asked)


def _answers(surveys: tuple[SurveyFigures, ...]) -> _Figures:
    for one in answered(surveys):
        name = f"surveys.{one.survey.id}.{one.role.value}.{one.figures.item.id}"
        number = one.figures.answers
        yield f"{name}.favourable", _percents(one.favourable, number)
        if one.figures.recommendation:
            yield f"{name}.recommendation", _percents(one.figures.recommendation, number)
        yield f"{name}.mean", _mean(one.mean, number)


def _choices(surveys: tuple[SurveyFigures, ...]) -> _Figures:
    for survey, role, one in chosen(surveys):
        for place, answer in enumerate(one.item.choices):
            name = f"surveys.{survey.id}.{role.value}.{one.item.id}.{answer}"
            if place in one.withheld:
                yield name, {"missing": str(WITHHELD)}
            else:
                yield name, {"value": one.counts[place]} | _percents(one.shares[place], one.answers)


def _roles(one: Compared) -> str:
    return f"{one.one.role.value}-{one.other.role.value}"


def _question(one: Compared) -> str:
    return f"{one.one.role.value}.{one.one.figures.item.id}"


def _difference(one: Compared) -> dict[str, Any]:
    value, low, high = _rounded(one.difference)
    return {"value": value, "low": low, "high": high}


def _mean(mean: Estimate, number: int) -> dict[str, Any]:
    value, low, high = _rounded(mean)
    return {"value": value, "of": number, "low": low, "high": high}


def _rounded(estimate: Estimate) -> tuple[float, float, float]:
    value, low, high = (round(part, 2) for part in (estimate.value, estimate.low, estimate.high))
    return value, low, high


def _percents(estimate: Estimate, number: int) -> dict[str, Any]:
    percent, low, high = in_points(estimate)
    return {"of": number, "percent": percent, "low": low, "high": high}
