"""What people answered: how content they are, and whether they would recommend it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from telemaco.messages import msg
from telemaco.progress.intervals import Estimate
from telemaco.progress.surveys import GroupFigures, ItemFigures, SurveyFigures
from telemaco.records.base import SurveyId
from telemaco.records.program import Role
from telemaco.render.charts.percentages import Point, intervals
from telemaco.render.charts.values import Chart, Table
from telemaco.render.reports.questions import question_of, turned
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
    kept = tuple(_kept(voice, surveys))
    if not found:
        why = (
            msg("No survey was answered by enough people to tell.")
            if surveys
            else msg("The program asks no survey.")
        )
        return Section("answers", title, (voice.say(why), *kept))
    return Section(
        "answers",
        title,
        (*_rates(voice, surveys), *kept, *_whole(voice, surveys), voice.say(_SCALES)),
        tuple(_chart(voice, list(some)) for _place, some in groupby(found, key=_place)),
    )


def words_sections(voice: Voice, surveys: Sequence[SurveyFigures]) -> Iterator[Section]:
    """What people wrote and let be quoted, without a name; nothing where nobody did.

    Who answered the same question as the same role stand together. A role is told that enough
    people have (see `telemaco.progress.surveys`).
    """
    found = tuple(
        sentence
        for survey in surveys
        for group in survey.groups
        for item, several in group.quotes
        for sentence in _quoted(voice, survey, group.role, voice.text(item.text), several)
    )
    if found:
        yield Section("words", voice.say(msg("In people's own words")), found)


def _quoted(
    voice: Voice, survey: SurveyFigures, role: Role, question: str, words: Sequence[str]
) -> Iterator[str]:
    yield voice.say(
        msg(
            "{survey}, {role}: {question}",
            survey=voice.text(survey.survey.title),
            role=voice.say(MANY[role]),
            question=question,
        )
    )
    yield from (voice.say(msg("\u201c{words}\u201d", words=one)) for one in words)


_SCALES = msg(
    "Means are in the unit of the question, turned round where a high answer is a bad one. "
    "Favourable are answers above the middle of the scale; recommendation is the share of 9 and 10 "
    "less that of 0 to 6, in points. What is missing was answered by too few."
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


def _rates(voice: Voice, surveys: Sequence[SurveyFigures]) -> Iterator[str]:
    """How many of those who took part answered, survey by survey."""
    for survey in surveys:
        roles = [_rate(voice, group) for group in survey.groups]
        if roles and not survey.is_kept:
            yield voice.say(
                msg(
                    "{survey}: {groups}.",
                    survey=voice.text(survey.survey.title),
                    groups="; ".join(roles),
                )
            )


def _kept(voice: Voice, surveys: Sequence[SurveyFigures]) -> Iterator[str]:
    """The surveys of those who left or found nobody: nothing but that they are asked."""
    yield from (
        voice.say(
            msg(
                "{survey}: asked. The answers are for the coordinators alone.",
                survey=voice.text(survey.survey.title),
            )
        )
        for survey in surveys
        if survey.is_kept
    )


def _rate(voice: Voice, group: GroupFigures) -> str:
    role = voice.say(MANY[group.role])
    if group.rate is None:
        return voice.say(msg("{role} {count}", role=role, count=group.answers))
    percent, low, high = in_points(group.rate)
    return voice.say(
        msg(
            "{role} {part} of {whole} ({percent}%, interval {low}% to {high}%)",
            role=role,
            part=group.answers,
            whole=group.asked,
            percent=percent,
            low=low,
            high=high,
        )
    )


def _whole(voice: Voice, surveys: Sequence[SurveyFigures]) -> Iterator[str]:
    """Of whom the rates are: to leave out who had gone would tell how many went."""
    if any(group.rate for survey in surveys for group in survey.groups):
        yield voice.say(
            msg(
                "These are parts of all who began, and not only of those who were still there when "
                "they were asked."
            )
        )


def _place(one: Answered) -> tuple[SurveyId, Role]:
    return one.survey.id, one.role


def _chart(voice: Voice, found: Sequence[Answered]) -> Chart:
    """The favourable shares of a survey, as a role answered it, and all figures."""
    survey, role, *_ = found[0]
    best = max(found, key=lambda one: in_points(one.favourable)[0])
    percent, low, high = in_points(best.favourable)
    return Chart(
        id=f"answers-{survey.id}-{role}",
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
                percent=percent,
                low=low,
                high=high,
                question=question_of(voice, best.figures),
            )
        ),
        drawing=intervals([_point(voice, one) for one in found[:_ROWS]]),
        table=_table(voice, found),
        left_out=_left_out(voice, found),
    )


def _point(voice: Voice, one: Answered) -> Point:
    percent, low, high = in_points(one.favourable)
    name = voice.text(one.figures.item.text)
    return Point(name, percent, low, high, note=turned(voice, one.figures))


def _left_out(voice: Voice, found: Sequence[Answered]) -> str:
    """That the picture has not all questions, where there are too many."""
    if len(found) <= _ROWS:
        return ""
    return voice.say(
        msg(
            "The picture shows the first {shown} of {count} questions, the table shows all.",
            shown=_ROWS,
            count=len(found),
        )
    )


def _table(voice: Voice, found: Sequence[Answered]) -> Table:
    """A row a question; a column of recommendations where one is asked for."""
    columns = [
        msg("Question"),
        msg("Answers"),
        msg("Mean, with its interval"),
        msg("Favourable"),
        msg("Recommendation"),
    ]
    if not any(one.figures.recommendation for one in found):
        columns.pop()
    return Table(
        tuple(voice.say(column) for column in columns),
        tuple(_row(voice, one)[: len(columns)] for one in found),
    )


def _row(voice: Voice, one: Answered) -> tuple[str, ...]:
    recommendation = one.figures.recommendation
    return (
        question_of(voice, one.figures),
        voice.figure(one.figures.answers),
        voice.mean(one.mean),
        _points(voice, one.favourable, "%"),
        _points(voice, recommendation) if recommendation else "",
    )


def _points(voice: Voice, share: Estimate, unit: str = "") -> str:
    value, low, high = (f"{part}{unit}" for part in in_points(share))
    return voice.between(value, low, high)
