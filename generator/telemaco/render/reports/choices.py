"""What people chose where they had to choose: each answer's share."""

from collections.abc import Iterator, Sequence

from telemaco.messages import msg
from telemaco.progress.surveys import ItemFigures, SurveyFigures
from telemaco.records.program import Role
from telemaco.records.survey import ItemKind
from telemaco.render.charts.percentages import Point, intervals
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.answers import in_points
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import MANY, Voice

_CHOSEN = frozenset({ItemKind.CHOICE, ItemKind.MULTI})


def choices_sections(voice: Voice, surveys: Sequence[SurveyFigures]) -> Iterator[Section]:
    """A picture a question and role; nothing where nothing was to be chosen."""
    charts = tuple(_chart(voice, survey, role, one) for survey, role, one in chosen(surveys))
    if charts:
        yield Section("choices", voice.say(msg("What people chose")), charts=charts)


def chosen(
    surveys: Sequence[SurveyFigures],
) -> Iterator[tuple[SurveyFigures, Role, ItemFigures]]:
    """The questions that offer one answer or several to choose, in no order."""
    for survey in surveys:
        for group in survey.groups:
            for figures in group.items:
                if figures.item.kind in _CHOSEN:
                    yield survey, group.role, figures


def _chart(voice: Voice, survey: SurveyFigures, role: Role, figures: ItemFigures) -> Chart:
    points = [
        Point(voice.text(answer), *in_points(share))
        for answer, share in zip(figures.item.scale, figures.shares, strict=True)
    ]
    return Chart(
        id=f"choices-{survey.id}-{role}-{figures.item.id}",
        title=voice.say(
            msg(
                "{survey}, {role}: {question}",
                survey=voice.text(survey.survey.title),
                role=voice.say(MANY[role]),
                question=voice.text(figures.item.text),
            )
        ),
        sentence=_sentence(voice, figures, points),
        drawing=intervals(points),
        table=_table(voice, figures, points),
    )


def _sentence(voice: Voice, figures: ItemFigures, points: Sequence[Point]) -> str:
    best = max(points, key=lambda point: point.percent)
    often = msg(
        "Most often, {percent}% (interval {low}% to {high}%): {answer}",
        percent=best.percent,
        low=best.low,
        high=best.high,
        answer=best.name,
    )
    is_one = figures.item.kind is ItemKind.CHOICE
    said = (often,) if is_one else (msg("People could choose several answers."), often)
    return " ".join(voice.say(message) for message in said)


def _table(voice: Voice, figures: ItemFigures, points: Sequence[Point]) -> Table:
    return Table(
        tuple(
            voice.say(column)
            for column in (msg("Answer"), msg("People"), msg("Share"), msg("Interval"))
        ),
        tuple(
            (
                point.name,
                voice.figure(count),
                f"{point.percent}%",
                voice.say(msg("{low}% to {high}%", low=point.low, high=point.high)),
            )
            for point, count in zip(points, figures.counts, strict=True)
        ),
    )
