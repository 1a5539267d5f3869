"""Which survey somebody is asked to answer: once each, at its moment, and never again.

Nobody knows who answered, so nobody is asked again; after some days the question goes by itself.
"""

from collections.abc import Iterator
from datetime import date

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.evaluation import PART, is_unmatched
from telemaco.model.instruments import survey_in
from telemaco.model.moments import asking, is_survey_over, moment_of
from telemaco.model.schedule import end_of, is_resting
from telemaco.records.base import PairName, PersonId
from telemaco.records.layout import PairId
from telemaco.records.program import Evaluation, Moment, Program
from telemaco.records.text import worded
from telemaco.reminders.question import Question, pair_key, people_on
from telemaco.reminders.values import CheckInKey, CheckInKind


def surveys_of_pair(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """The survey of the latest moment that came, for those of the pair who have a form for it."""
    program = community.programs.get(pair_id.program)
    pair = community.pairs[pair_id]
    if program is None or is_resting(community, pair_id, today):
        return
    found = [
        (day, evaluation)
        for evaluation in program.evaluation
        if _asks(program, evaluation.at)
        and (day := moment_of(community, pair_id, evaluation.at))
        and day <= today
        and not is_survey_over(day, today)
    ]
    for day, evaluation in sorted(found, key=lambda one: one[0])[-1:]:
        there = {*people_on(pair, min(today, end_of(community, pair_id) or today))}
        people = tuple(
            member.person
            for member in pair.members
            if member.person in there and PART[member.role] in evaluation.forms
        )
        if people:
            key = pair_key(pair_id, day, CheckInKind.SURVEY)
            yield _question(community, key, evaluation, people)


def surveys_of_person(community: Community, person_id: PersonId, today: date) -> Iterator[Question]:
    """The survey for those who found nobody, once the program has begun."""
    for program_id, program in community.programs.items():
        day = program.dates.start
        if not _asks(program, Moment.UNMATCHED) or day > today or is_survey_over(day, today):
            continue
        for evaluation in program.evaluation:
            if evaluation.at is Moment.UNMATCHED and any(
                is_unmatched(community, program_id, person_id, role) for role in evaluation.forms
            ):
                key = CheckInKey(program_id, person_id, day, CheckInKind.SURVEY_UNMATCHED)
                yield _question(community, key, evaluation, (person_id,))


def survey_asked(community: Community, key: CheckInKey) -> Evaluation | None:
    """What a check-in about a survey asks; None if the program does not ask it any more."""
    program = community.programs.get(key.program)
    pair_id = PairId(key.program, PairName(key.subject))
    for evaluation in program.evaluation if program else ():
        if key.kind is CheckInKind.SURVEY_UNMATCHED:
            is_it = evaluation.at is Moment.UNMATCHED
        else:
            is_there = pair_id in community.pairs
            is_it = is_there and moment_of(community, pair_id, evaluation.at) == key.period
        if is_it:
            return evaluation
    return None


def _asks(program: Program, moment: Moment) -> bool:
    """Whether the program asks at the moment; an informal one asks nobody anything."""
    return program.style == "formal" and program.status in asking(moment)


def _question(
    community: Community, key: CheckInKey, evaluation: Evaluation, people: tuple[PersonId, ...]
) -> Question:
    survey = survey_in(community, evaluation.survey)
    title = worded(survey.title, community.settings.languages) if survey else evaluation.survey
    return Question(
        key,
        key.period,
        people,
        msg("There is a short survey for you: {survey}.", survey=title),
        msg("There is a short survey for them: {survey}.", survey=title),
        is_once=True,
    )
