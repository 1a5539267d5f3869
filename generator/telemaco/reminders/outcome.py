"""Why something is no longer asked: the files answer it, or nobody needs to know any more."""

from collections.abc import Callable, Mapping
from datetime import date

from telemaco.model.agendas import is_reviewed
from telemaco.model.community import Community
from telemaco.model.moments import is_survey_over
from telemaco.records.base import PairName, PersonId, ProgramId
from telemaco.records.layout import Kind, PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairStatus
from telemaco.reminders.of_sessions import has_met
from telemaco.reminders.of_tasks import late_milestones
from telemaco.reminders.values import OF_PEOPLE, SURVEYS, CheckInKey, CheckInKind


def is_answered(community: Community, key: CheckInKey, today: date) -> bool:
    """Whether the files hold the answer to what a check-in asks."""
    if key.kind in SURVEYS:
        return is_survey_over(key.period, today)
    if key.kind in OF_PEOPLE:
        return _is_person_answered(community, key)
    pair_id = pair_of(key)
    if pair_id not in community.pairs or pair_id.program not in community.programs:
        return False
    answers = _ANSWERS.get(key.kind)
    return answers is not None and answers(community, pair_id, key.period, today)


def is_held(community: Community, thread: str) -> bool:
    """Whether a pair or a person is left alone, because files about them cannot be read.

    The answer may stand in such a file, and whether they are still asked at all.
    """
    if not any(community.unread.values()):
        return False
    if thread.startswith("@"):
        return community.is_unread(Kind.PERSON, thread.removeprefix("@"))
    program, _, pair = thread.partition("/")
    if community.is_unread(Kind.PROGRAM, program) or community.is_unread(Kind.PAIR, program, pair):
        return True
    notes = community.unread.get(Kind.NOTE, frozenset())
    found = community.pairs.get(PairId(ProgramId(program), PairName(pair)))
    return any(names[:2] == (program, pair) for names in notes) or any(
        community.is_unread(Kind.PERSON, member.person)
        for member in (found.members if found else ())
    )


def pair_of(key: CheckInKey) -> PairId:
    """The pair that a check-in is about."""
    return PairId(key.program, PairName(key.subject))


def _is_person_answered(community: Community, key: CheckInKey) -> bool:
    """Whether a mentor's file was confirmed anew."""
    person = community.people.get(PersonId(key.subject))
    return person is not None and (person.confirmed or person.consent.on) != key.period


def _has_session(community: Community, pair_id: PairId, period: date, today: date) -> bool:
    return any(
        period <= session.day <= today and session.note.status is not NoteStatus.PLANNED
        for session in community.sessions_of(pair_id)
    )


def _has_met(community: Community, pair_id: PairId, _period: date, today: date) -> bool:
    return has_met(community, pair_id, today)


def _is_closed(community: Community, pair_id: PairId, _period: date, _today: date) -> bool:
    return community.pairs[pair_id].closing is not None


def _is_agreed(community: Community, pair_id: PairId, period: date, _today: date) -> bool:
    agreement = community.pairs[pair_id].agreement
    return agreement is None or agreement.review_on != period


def _goes_on(community: Community, pair_id: PairId, period: date, _today: date) -> bool:
    pair = community.pairs[pair_id]
    return pair.status is not PairStatus.PAUSED or pair.paused_until != period


def _is_reached(community: Community, pair_id: PairId, period: date, _today: date) -> bool:
    return all(due != period for due, _ in late_milestones(community, pair_id))


def _is_confirmed(community: Community, pair_id: PairId, _period: date, _today: date) -> bool:
    return community.pairs[pair_id].status not in {PairStatus.PROPOSED, PairStatus.CANCELLED}


_ANSWERS: Mapping[CheckInKind, Callable[[Community, PairId, date, date], bool]] = {
    CheckInKind.FIRST_MEETING: _has_met,
    CheckInKind.SESSION: _has_session,
    CheckInKind.FINAL_FEEDBACK: _is_closed,
    CheckInKind.BREAK_OVER: _goes_on,
    CheckInKind.MIDPOINT_FEEDBACK: is_reviewed,
    CheckInKind.AGREEMENT: _is_agreed,
    CheckInKind.MILESTONE: _is_reached,
    CheckInKind.PROPOSED_PAIR: _is_confirmed,
}
"""How each kind that has issues about pairs is answered."""
