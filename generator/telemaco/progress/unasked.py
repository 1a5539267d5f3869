"""Surveys whose day has come, or comes soon, and for which nothing is there yet."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from telemaco.messages import Message, msg
from telemaco.model.community import Community, ResultsId
from telemaco.model.evaluation import Asked, asked_in, invited
from telemaco.progress.values import ProgramProgress, Suggestion, SuggestionKind
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.program import Moment, Program, ProgramStatus

_BEFORE = timedelta(days=7)
_AFTER = timedelta(days=60)
"""So long before and after its day a survey can be set up, and people still remember."""
_MONTH = timedelta(days=30)
_THREE_MONTHS = timedelta(days=91)
_ASKS = frozenset({ProgramStatus.RUNNING, ProgramStatus.CLOSING, ProgramStatus.COMPLETED})


def unasked_surveys(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """The surveys of a formal program without a form, an answer and results, by their days."""
    record = community.programs[program.id]
    if record.style != "formal" or record.status not in _ASKS:
        return
    days = _days(record)
    for asked in asked_in(community, program.id):
        day = days.get(asked.moment) if asked.moment else None
        if day is None or not day - _BEFORE <= today <= day + _AFTER:
            continue
        if _is_for_somebody(community, program.id, asked) and not _is_there(
            community, program.id, asked.id
        ):
            yield Suggestion(
                SuggestionKind.SURVEYS,
                program.id,
                (asked.id,),
                _what(program.id, asked.id, day, today),
                msg("Nobody is asked, and the report cannot say how it went."),
                command=("survey", "ask", asked.id, "--program", program.id),
            )


def _what(program: ProgramId, survey: SurveyId, day: date, today: date) -> Message:
    facts: dict[str, str | date] = {"survey": survey, "program": program, "day": day}
    if day > today:
        return msg(
            "Set up a form for the survey {survey} of {program}, which is due on {day}, and write "
            "its address into forms.",
            **facts,
        )
    return msg(
        "Ask the survey {survey} of {program}, which was due on {day}: set up a form, and write "
        "its address into forms.",
        **facts,
    )


def _days(program: Program) -> Mapping[Moment, date | None]:
    """The days of moments, by the dates of the program."""
    start, end = program.dates.start, program.dates.end
    return {
        Moment.START: start,
        Moment.UNMATCHED: start,
        Moment.DAY_30: start + _MONTH,
        Moment.MIDPOINT: program.dates.midpoint,
        Moment.END: end,
        Moment.PLUS_3_MONTHS: end + _THREE_MONTHS if end else None,
    }


def _is_for_somebody(community: Community, program: ProgramId, asked: Asked) -> bool:
    return any(invited(community, program, asked, role) for role in asked.roles)


def _is_there(community: Community, program: ProgramId, survey: SurveyId) -> bool:
    """Whether it can be answered, or was."""
    evaluation = community.programs[program].evaluation
    has_form = any(one.forms for one in evaluation if one.survey == survey)
    is_answered = any((one.program, one.survey) == (program, survey) for one in community.answers)
    return has_form or is_answered or ResultsId(program, survey) in community.results
