"""Which survey somebody is asked to answer: once each, at its moment, and never again.

Nobody knows who answered, so nobody is asked again; after some days the question goes by itself.
"""

from collections.abc import Iterator
from datetime import date

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.evaluation import AskedNow, asked_of_pair, asked_of_person
from telemaco.model.instruments import survey_in
from telemaco.model.moments import moment_of
from telemaco.records.base import PairName, PersonId
from telemaco.records.layout import PairId
from telemaco.records.program import Evaluation, Moment
from telemaco.records.text import worded
from telemaco.reminders.question import Question, pair_key
from telemaco.reminders.values import CheckInKey, CheckInKind


def surveys_of_pair(community: Community, pair_id: PairId, today: date) -> Iterator[Question]:
    """The survey that a pair is asked for now."""
    asked = asked_of_pair(community, pair_id, today)
    if asked:
        key = pair_key(pair_id, asked.day, CheckInKind.SURVEY)
        yield _question(community, key, asked)


def surveys_of_person(community: Community, person_id: PersonId, today: date) -> Iterator[Question]:
    """The survey for those who found nobody, once the program has begun."""
    for program_id in community.programs:
        asked = asked_of_person(community, program_id, person_id, today)
        if asked:
            key = CheckInKey(program_id, person_id, asked.day, CheckInKind.SURVEY_UNMATCHED)
            yield _question(community, key, asked)


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


def _question(community: Community, key: CheckInKey, asked: AskedNow) -> Question:
    evaluation = asked.evaluation
    survey = survey_in(community, evaluation.survey)
    title = worded(survey.title, community.settings.languages) if survey else evaluation.survey
    return Question(
        key,
        key.period,
        asked.people,
        msg("There is a short survey for you: {survey}.", survey=title),
        msg("There is a short survey for them: {survey}.", survey=title),
        is_once=True,
    )
