"""What people answered: how content they are, and whether they would recommend it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from telemaco.messages import msg
from telemaco.progress.intervals import Estimate
from telemaco.progress.surveys import ItemFigures, SurveyFigures
from telemaco.records.program import Role
from telemaco.render.charts.percentages import Point, intervals
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import MANY, Voice

_PERCENT = 100
_ROWS = 8
"""A picture of more would be too long for a phone; the table has them all."""


class Answered(NamedTuple):
    """A question of a survey, whose answers have an order, as a role answered it."""

    survey: SurveyFigures
    role: Role
    figures: ItemFigures
    mean: Estimate
    favourable: Estimate


def answers_section(voice: Voice, surveys: Sequence[SurveyFigures]) -> Section:
    """Each question that enough people answered, survey by survey."""
    title = voice.say(msg("What people answered"))
    found = list(answered(surveys))
    if not found:
        why = (
            msg("No survey was answered by enough people to tell.")
            if surveys
            else msg("The program asks no survey.")
        )
        return Section("answers", title, (voice.say(why),))
    return Section(
        "answers",
        title,
        (voice.say(_SCALES),),
        tuple(_charts(voice, found)),
        Table(
            tuple(
                voice.say(column)
                for column in (
                    msg("Question"),
                    msg("Answers"),
                    msg("Mean, with its interval"),
                    msg("Favourable"),
                    msg("Recommendation"),
                )
            ),
            tuple(_row(voice, one) for one in found),
        ),
    )


def words_sections(voice: Voice, surveys: Sequence[SurveyFigures]) -> Iterator[Section]:
    """What people wrote and let be quoted, without a name; nothing where nobody did."""
    found = tuple(
        voice.say(msg("{question} \u201c{words}\u201d", question=voice.text(item.text), words=one))
        for survey in surveys
        for group in survey.groups
        for item, several in group.quotes
        for one in several
    )
    if found:
        yield Section("words", voice.say(msg("In people's own words")), found)


_SCALES = msg(
    "Means are in the unit of the question. Favourable are answers above the middle of the scale; "
    "recommendation is the share of 9 and 10 less that of 0 to 6, in points."
)


def answered(surveys: Sequence[SurveyFigures]) -> Iterator[Answered]:
    """The questions whose answers have an order."""
    for survey in surveys:
        for group in survey.groups:
            for figures in group.items:
                if figures.mean and figures.favourable:
                    yield Answered(survey, group.role, figures, figures.mean, figures.favourable)


def in_points(estimate: Estimate) -> tuple[int, int, int]:
    """A share or a difference of shares, and its interval, in whole percents."""
    value, low, high = (
        round(_PERCENT * part) for part in (estimate.value, estimate.low, estimate.high)
    )
    return value, low, high


def _charts(voice: Voice, found: Sequence[Answered]) -> Iterator[Chart]:
    """The favourable shares of the latest survey, by role."""
    last = found[-1].survey
    for role in Role:
        mine = [one for one in found if one.survey is last and one.role is role][:_ROWS]
        if mine:
            yield _chart(voice, last, mine)


def _chart(voice: Voice, survey: SurveyFigures, found: Sequence[Answered]) -> Chart:
    role = found[0].role
    points = [Point(voice.text(one.figures.item.text), *in_points(one.favourable)) for one in found]
    best = max(points, key=lambda point: point.percent)
    return Chart(
        id=f"answers-{role}",
        title=voice.say(
            msg(
                "{survey}, {role}: favourable answers",
                survey=voice.text(survey.survey.title),
                role=voice.say(MANY[role]),
            )
        ),
        sentence=voice.say(
            msg(
                "Most content, {percent}% (interval {low}% to {high}%): {question}",
                percent=best.percent,
                low=best.low,
                high=best.high,
                question=best.name,
            )
        ),
        drawing=intervals(points),
        table=Table(
            (voice.say(msg("Question")), voice.say(msg("Favourable")), voice.say(msg("Interval"))),
            tuple(
                (
                    point.name,
                    f"{point.percent}%",
                    voice.say(msg("{low}% to {high}%", low=point.low, high=point.high)),
                )
                for point in points
            ),
        ),
    )


def _row(voice: Voice, one: Answered) -> tuple[str, ...]:
    figures = one.figures
    name = msg(
        "{survey}, {role}: {question}",
        survey=voice.text(one.survey.survey.title),
        role=voice.say(MANY[one.role]),
        question=voice.text(figures.item.text),
    )
    return (
        voice.say(name),
        voice.figure(figures.answers),
        _between(voice, *_means(voice, one.mean)),
        _between(voice, *(f"{part}%" for part in in_points(one.favourable))),
        _between(voice, *map(str, in_points(figures.recommendation)))
        if figures.recommendation
        else "",
    )


def _means(voice: Voice, mean: Estimate) -> list[str]:
    return [voice.dates.number(round(part, 1)) for part in (mean.value, mean.low, mean.high)]


def _between(voice: Voice, value: str, low: str, high: str) -> str:
    return voice.say(msg("{value} ({low} to {high})", value=value, low=low, high=high))
