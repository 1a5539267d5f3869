"""Who has earned a certificate: whoever completed a program that gives one."""

from dataclasses import dataclass
from datetime import date

from telemaco.model.attendance import sessions_with, was_never_there
from telemaco.model.community import Community
from telemaco.model.schedule import cadence_of, end_of, is_single, periods_left
from telemaco.model.standing import is_completed
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairRole, PairStatus


@dataclass(frozen=True, slots=True)
class Award:
    """That somebody completed a program: as what, from when to when, and how often they met."""

    pair: PairId
    person: PersonId
    role: PairRole
    first: date
    last: date
    sessions: int
    minutes: int


def awards_of(community: Community, pair_id: PairId) -> tuple[Award, ...]:
    """What the members of a pair have earned, each once.

    The pair completed, and held the program's minimum of sessions (that of `completion`, else that
    of the rhythm, else one) or ended early because its goals were reached. Whoever left before the
    end, or came to no session, earned nothing; a session counts for those who came to it. Whoever
    left and came back gets one award, from their first day on.
    """
    pair, program = community.pairs[pair_id], community.programs.get(pair_id.program)
    completion = program.completion if program else None
    if completion is None or not completion.certificate or not is_completed(pair):
        return ()
    is_early = pair.status is PairStatus.ENDED_EARLY
    least = 0 if is_early else sessions_needed(community, pair_id)
    people = dict.fromkeys(member.person for member in pair.members)
    found = (_award(community, pair_id, person) for person in people)
    return tuple(award for award in found if award and award.sessions >= least)


def sessions_needed(community: Community, pair_id: PairId) -> int:
    """The program's minimum of sessions, else that of the rhythm, else one."""
    program = community.programs.get(pair_id.program)
    completion = program.completion if program else None
    rhythm = cadence_of(community, pair_id)
    asked = completion.minimum_sessions if completion else None
    return asked or (rhythm and rhythm.minimum_sessions) or 1


def has_had_its_session(community: Community, pair_id: PairId, today: date) -> bool:
    """Whether a pair of a flash program has met before today, and plans nothing more."""
    sessions = community.sessions_of(pair_id)
    held = sum(one.note.status is NoteStatus.HELD and one.day < today for one in sessions)
    planned = any(one.note.status is NoteStatus.PLANNED for one in sessions)
    is_enough = held >= sessions_needed(community, pair_id)
    return is_single(community, pair_id) and is_enough and not planned


def attended(community: Community, pair_id: PairId, person: PersonId) -> int:
    """To how many sessions of the pair the person came."""
    return len(sessions_with(community, pair_id, person))


def can_earn(community: Community, pair_id: PairId, person: PersonId, today: date) -> bool:
    """Whether the sessions that the person was at, and those to come, are enough for a certificate.

    A period of the rhythm that is not over yet brings one session, and so does each that is
    planned in it.
    """
    sessions = community.sessions_of(pair_id)
    planned = sum(one.note.status is NoteStatus.PLANNED and one.day >= today for one in sessions)
    to_come = max(planned, periods_left(community, pair_id, today))
    return attended(community, pair_id, person) + to_come >= sessions_needed(community, pair_id)


def award_of(community: Community, pair_id: PairId, person: PersonId) -> Award | None:
    """What the person has earned in the pair."""
    return next((one for one in awards_of(community, pair_id) if one.person == person), None)


def _award(community: Community, pair_id: PairId, person: PersonId) -> Award | None:
    pair, last = community.pairs[pair_id], end_of(community, pair_id)
    theirs = [one for one in pair.members if one.person == person]
    to_the_end = [one for one in theirs if last and (one.end is None or one.end >= last)]
    if last is None or not to_the_end or was_never_there(community, pair_id, person, last):
        return None
    held = sessions_with(community, pair_id, person)
    return Award(
        pair_id,
        person,
        to_the_end[-1].role,
        min(one.start or pair.start for one in theirs),
        last,
        len(held),
        sum(session.note.minutes or 0 for session in held),
    )
