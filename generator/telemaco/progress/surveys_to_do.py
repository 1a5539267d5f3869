"""What is to be done about surveys: a form to set up, the question to send, answers to count."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from telemaco.messages import Choices, Message, msg, msg_n
from telemaco.model.community import Community, ResultsId
from telemaco.model.evaluation import Asked, asked_in, invited, last_day_asked_now
from telemaco.model.moments import SURVEY_DAYS, asking, day_in_program, is_survey_over
from telemaco.progress.values import ProgramProgress, Suggestion, SuggestionKind
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.program import Moment, ProgramStatus, Role

_BEFORE = timedelta(days=7)
_AFTER = timedelta(days=60)
"""So long before and after its day a survey can be set up, and people still remember."""
_ONE_BY_ONE = frozenset({Moment.AFTER_SESSION, Moment.EXIT})
"""Moments that come for one pair after the other, as long as the program runs."""


def surveys_to_do(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """What is to be done about each survey of a formal program, by their moments.

    Nothing once it was answered, but for a role of which enough were asked and no answers are
    counted yet, while those of another are. Check-ins ask for a survey that has its forms, so it
    is left to them where they are issues on a forge, until its answers can be counted.
    """
    record = community.programs[program.id]
    if record.style != "formal":
        return
    for asked in asked_in(community, program.id):
        moment = asked.moment
        asks = moment is not None and record.status in asking(moment)
        day = day_in_program(community, program.id, moment) if moment and asks else None
        there = _to_answer(community, program.id, asked)
        if day and there and day - _BEFORE <= today:
            yield from _to_do(community, program.id, asked, there, (day, today))


def too_few_to_show(community: Community, program: ProgramId, asked: Asked) -> Message | None:
    """That no report shows what so few people answer; None where enough of one role can, or none.

    Nobody can before the first pair begins.
    """
    small_group = community.settings.privacy.small_group
    most = max((len(invited(community, program, asked, role)) for role in asked.roles), default=0)
    if not 0 < most < small_group:
        return None
    return msg(
        "No report would show figures so far, as fewer than {count} people can answer in each "
        "role: only coordinators would read what the form collects.",
        count=small_group,
    )


def _to_do(
    community: Community,
    program: ProgramId,
    asked: Asked,
    there: Sequence[Role],
    days: tuple[date, date],
) -> Iterator[Suggestion]:
    """What is to be done about those who are `there`; `days`: that of the moment, and today."""
    day, today = days
    forms = _with_form(community, program, asked)
    facts: dict[str, str | date] = {"survey": asked.id, "program": program, "day": day}
    ask = ("survey", "ask", asked.id, "--program", program)
    lacking = [role for role in there if role not in forms]
    if lacking and today <= day + _AFTER:
        if forms:
            yield _suggestion(asked, program, _half_asked(facts, lacking), ask)
        else:
            said = _unasked(facts, is_ahead=day > today), _unheard(community, program, asked)
            yield _suggestion(asked, program, said, ask)
        return
    asks_since = last_day_asked_now(community, program, asked, today)
    if asks_since and community.settings.forge is None:
        yield _suggestion(asked, program, _unsent(facts | {"day": asks_since}), ("remind",))
    if _is_to_be_counted(community, program, asked, day, today):
        until = asks_since + timedelta(days=SURVEY_DAYS) if asks_since else None
        yield from _counting(community, program, asked, (facts, until))


def _counting(
    community: Community,
    program: ProgramId,
    asked: Asked,
    known: tuple[dict[str, str | date], date | None],
) -> Iterator[Suggestion]:
    """The answers to be counted of those who had a form; a day until which some are asked yet."""
    facts, until = known
    forms = _with_form(community, program, asked)
    roles = [role for role in _to_answer(community, program, asked) if role in forms]
    if not roles:
        return
    tables = [f"{asked.id}-{role.value}.csv" for role in roles]
    whose = chain.from_iterable(("--role", role.value) for role in roles)
    command = ("survey", "count", asked.id, *tables, *whose, "--program", program)
    is_rest = _answered(community, program, asked.id) is not None
    said = _uncounted_rest(facts, roles, tables) if is_rest else _uncounted(facts, tables)
    what, otherwise = said
    if until is not None:
        what = msg(
            "{deed} But wait until {day} is over: some who began late are still asked, and answers "
            "are counted once.",
            deed=what,
            day=until,
        )
    yield _suggestion(asked, program, (what, otherwise), command)


def _suggestion(
    asked: Asked, program: ProgramId, said: tuple[Message, Message], command: tuple[str, ...]
) -> Suggestion:
    what, otherwise = said
    kind = SuggestionKind.SURVEYS
    return Suggestion(kind, program, (asked.id,), what, otherwise, command=command)


def _unasked(facts: dict[str, str | date], *, is_ahead: bool) -> Message:
    if is_ahead:
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


def _unheard(community: Community, program: ProgramId, asked: Asked) -> Message:
    """What follows if nobody is asked; with few people no report would show it anyway."""
    few = too_few_to_show(community, program, asked)
    if few is None:
        return msg("Nobody is asked, and the report cannot say how it went.")
    return msg("Nobody is asked. {sentence}", sentence=few)


def _half_asked(facts: dict[str, str | date], lacking: Collection[Role]) -> tuple[Message, Message]:
    roles = Choices(tuple(role.value for role in lacking))
    what = msg(
        "Set up a form of the survey {survey} of {program} for {roles}, too, and write its address "
        "into forms.",
        roles=roles,
        **facts,
    )
    return what, msg("They are not asked; whom it does not concern is left out of roles.")


def _unsent(facts: dict[str, str | date]) -> tuple[Message, Message]:
    what = msg(
        "Send the survey {survey} of {program}, which was due on {day}: the command names those "
        "who are asked, and forms has the address.",
        **facts,
    )
    return what, msg("No forge is named in program/community.yaml, so nothing is sent by itself.")


def _uncounted(facts: dict[str, str | date], tables: Sequence[str]) -> tuple[Message, Message]:
    what = msg_n(
        "Count the answers to the survey {survey} of {program}: export them from the form as "
        "{tables}.",
        "Count the answers to the survey {survey} of {program}: export them from the forms as "
        "{tables}.",
        len(tables),
        tables=", ".join(tables),
        **facts,
    )
    return what, msg("The report cannot say how it went.")


def _uncounted_rest(
    facts: dict[str, str | date], roles: Sequence[Role], tables: Sequence[str]
) -> tuple[Message, Message]:
    what = msg(
        "Count the other answers to the survey {survey} of {program}, too ({roles}): export them "
        "as {tables}.",
        roles=", ".join(role.value for role in roles),
        tables=", ".join(tables),
        **facts,
    )
    return what, msg("The report tells the other side only, and compares nothing.")


def _is_to_be_counted(
    community: Community, program: ProgramId, asked: Asked, day: date, today: date
) -> bool:
    """Whether the survey is over by its day, and enough were asked that answers are counted."""
    goes_on = community.programs[program].status is ProgramStatus.RUNNING
    small_group = community.settings.privacy.small_group
    return (
        is_survey_over(day, today)
        and not (asked.moment in _ONE_BY_ONE and goes_on)
        and any(len(invited(community, program, asked, one)) >= small_group for one in asked.roles)
    )


def _with_form(community: Community, program: ProgramId, asked: Asked) -> set[Role]:
    evaluation = community.programs[program].evaluation
    return {
        role
        for one in evaluation
        if (one.survey, one.at) == (asked.id, asked.moment)
        for role in one.forms
    }


def _to_answer(community: Community, program: ProgramId, asked: Asked) -> Sequence[Role]:
    """Of whom answers are to come: of all, until some are counted; then of large groups."""
    there, counted = _there(community, program, asked), _answered(community, program, asked.id)
    if counted is None:
        return there
    small_group = community.settings.privacy.small_group
    return [
        role
        for role in there
        if counted
        and role not in counted
        and len(invited(community, program, asked, role)) >= small_group
    ]


def _there(community: Community, program: ProgramId, asked: Asked) -> Sequence[Role]:
    return [role for role in asked.roles if invited(community, program, asked, role)]


def _answered(community: Community, program: ProgramId, survey: SurveyId) -> set[Role] | None:
    """Whose answers are here, or their counts; None where nobody's are, and none were counted."""
    answers = {
        answer.role
        for one, answer in community.answers.items()
        if (one.program, one.survey) == (program, survey)
    }
    results = community.results.get(ResultsId(program, survey))
    if results is None:
        return answers or None
    return answers | {group.role for group in results.groups}
