"""What people chose where they had to choose: each answer's share."""

from collections.abc import Iterator, Sequence

from telemaco.messages import Fact, msg
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.surveys import CHOSEN, ItemFigures, SurveyFigures
from telemaco.records.program import Role
from telemaco.records.survey import ItemKind
from telemaco.render.charts.percentages import Point, intervals
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.answers import in_points
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import MANY, Voice


def choices_sections(voice: Voice, surveys: Sequence[SurveyFigures]) -> Iterator[Section]:
    """A picture a question and role; nothing where nothing was to be chosen.

    Where it is told of no answer how many gave it, a sentence says so.
    """
    found = [*chosen(surveys)]
    charts = tuple(_chart(voice, *one) for one in found if _told(one[2]))
    silent = tuple(
        voice.say(msg("{title} ({why})", title=_title(voice, *one), why=WITHHELD))
        for one in found
        if not _told(one[2])
    )
    if found:
        yield Section("choices", voice.say(msg("What people chose")), silent, charts)


def chosen(
    surveys: Sequence[SurveyFigures],
) -> Iterator[tuple[SurveyFigures, Role, ItemFigures]]:
    """The questions that offer one answer or several to choose, in no order."""
    for survey in surveys:
        for group in survey.groups:
            for figures in group.items:
                if figures.item.kind in CHOSEN:
                    yield survey, group.role, figures


def _chart(voice: Voice, survey: SurveyFigures, role: Role, figures: ItemFigures) -> Chart:
    points = [
        Point(voice.text(figures.item.scale[place]), *in_points(figures.shares[place]))
        for place in _told(figures)
    ]
    return Chart(
        id=f"choices-{survey.id}-{role}-{figures.item.id}",
        title=_title(voice, survey, role, figures),
        sentence=_sentence(voice, figures, points),
        drawing=intervals(points),
        table=_table(voice, figures, points),
    )


def _told(figures: ItemFigures) -> Sequence[int]:
    """The places of the answers of which it is told how many gave them."""
    return [place for place in range(len(figures.counts)) if place not in figures.withheld]


def _title(voice: Voice, survey: SurveyFigures, role: Role, figures: ItemFigures) -> str:
    return voice.say(
        msg(
            "{survey}, {role}: {question}",
            survey=voice.text(survey.survey.title),
            role=voice.say(MANY[role]),
            question=voice.text(figures.item.text),
        )
    )


def _sentence(voice: Voice, figures: ItemFigures, points: Sequence[Point]) -> str:
    best = max(points, key=lambda point: point.percent)
    facts: dict[str, Fact] = {
        "percent": best.percent,
        "low": best.low,
        "high": best.high,
        "answer": best.name,
    }
    often = (
        msg(
            "Of the answers shown most often, {percent}% (interval {low}% to {high}%): {answer}",
            **facts,
        )
        if figures.withheld
        else msg("Most often, {percent}% (interval {low}% to {high}%): {answer}", **facts)
    )
    is_one = figures.item.kind is ItemKind.CHOICE
    said = [often] if is_one else [msg("People could choose several answers."), often]
    if figures.withheld:
        said.append(msg("The other answers are not shown, so that nobody can be picked out."))
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
                voice.figure(figures.counts[place]),
                f"{point.percent}%",
                voice.say(msg("{low}% to {high}%", low=point.low, high=point.high)),
            )
            for point, place in zip(points, _told(figures), strict=True)
        ),
    )
