"""Which guide a session uses: by its number, by where the pair stands, by the kind of program."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from telemaco.model.community import Community
from telemaco.model.goals import needs_goals
from telemaco.model.guides import BUILT_IN_AGENDAS
from telemaco.model.moments import midpoint_by_dates, midpoint_of
from telemaco.model.schedule import is_last_session
from telemaco.model.standing import current_members
from telemaco.records.base import AgendaId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.program import ProgramKind

MIDPOINT_DAYS = 14
"""Days before the midpoint from which on a session counts as its review."""
MIDPOINT_LASTS_DAYS = 28
"""Days after the midpoint on which its review is still asked for."""
_MIDPOINT = "midpoint"
_DEFAULT = "default"
_GROUPS = frozenset({ProgramKind.GROUP, ProgramKind.PEER_CIRCLE})
_TWO = 2
_FEEDBACK_EVERY = 3
"""Sessions from one in which members tell each other how it goes to the next."""


class Moment(StrEnum):
    """Where a pair stands when it meets."""

    FIRST = "first-meeting"
    MIDPOINT = "midpoint"
    LAST = "closing"
    GOALS = "goal-setting"
    FEEDBACK = "feedback"
    USUAL = "regular"


_WORDS = {Moment.MIDPOINT: (_MIDPOINT,), Moment.LAST: ("last",)}
"""What a program's list calls a session besides its number."""


def agenda_of(community: Community, pair_id: PairId, day: date) -> AgendaId:
    """The guide of the session that the pair holds next, if that is on the day.

    The program's list goes first, by the number of the session, then by `last` and `midpoint`;
    its `default` stands for all other sessions but the midpoint review. Without it two people in
    a formal program set goals while none is clear, and tell each other how it goes in every third
    session, but in the weeks of the midpoint, whose review is about the same. What the list leaves
    open is one of those that Telemaco brings, which a community's own of that name replaces.
    """
    listed = _listed(community, pair_id)
    held = _held(community, pair_id, day)
    moment = _moment(community, pair_id, day, held)
    for word in (str(held + 1), *_WORDS.get(moment, ())):
        if word in listed:
            return listed[word]
    if moment is Moment.MIDPOINT:
        return midpoint_agenda(community, pair_id)
    return listed.get(_DEFAULT) or _built_in(community, pair_id, moment)


def midpoint_agenda(community: Community, pair_id: PairId) -> AgendaId:
    """The guide for looking back on the first half: the program's, the community's, or ours."""
    listed = _listed(community, pair_id).get(_MIDPOINT)
    ours = _built_in(community, pair_id, Moment.MIDPOINT)
    if listed or ours in community.agendas:
        return listed or ours
    return next((agenda for agenda in community.agendas if _MIDPOINT in agenda), ours)


def is_reviewed(community: Community, pair_id: PairId, midpoint: date, today: date) -> bool:
    """Whether a session looked back on the first half, be it before a break over the midpoint."""
    listed = _listed(community, pair_id).get(_MIDPOINT)
    first = min(midpoint, midpoint_by_dates(community, pair_id) or midpoint)
    return any(
        session.note.status is NoteStatus.HELD
        and session.note.agenda is not None
        and (_MIDPOINT in session.note.agenda or session.note.agenda == listed)
        and first - timedelta(days=MIDPOINT_DAYS) <= session.day <= today
        for session in community.sessions_of(pair_id)
    )


def is_group(community: Community, pair_id: PairId) -> bool:
    """Whether it is a group: by the kind of its program, or with more than two members."""
    program = community.programs.get(pair_id.program)
    members = {member.person for member in current_members(community.pairs[pair_id])}
    return len(members) > _TWO or (program is not None and program.kind in _GROUPS)


def _listed(community: Community, pair_id: PairId) -> Mapping[str, AgendaId]:
    program = community.programs.get(pair_id.program)
    return {choice.session: choice.agenda for choice in program.agendas} if program else {}


def _held(community: Community, pair_id: PairId, day: date) -> int:
    """Sessions that took place up to the day."""
    return sum(
        session.note.status is NoteStatus.HELD and session.day <= day
        for session in community.sessions_of(pair_id)
    )


def _moment(community: Community, pair_id: PairId, day: date, held: int) -> Moment:
    if not held:
        return Moment.FIRST
    if is_last_session(community, pair_id, day):
        return Moment.LAST
    midpoint = _midpoint_near(community, pair_id, day)
    if midpoint and not is_reviewed(community, pair_id, midpoint, day):
        return Moment.MIDPOINT
    if not _is_formal_pair(community, pair_id):
        return Moment.USUAL
    if _sets_goals(community, pair_id, day):
        return Moment.GOALS
    is_third = (held + 1) % _FEEDBACK_EVERY == 0
    return Moment.FEEDBACK if is_third and not midpoint else Moment.USUAL


def _is_formal_pair(community: Community, pair_id: PairId) -> bool:
    """Whether they are two, in a formal program: groups and informal pairs have one usual guide."""
    program = community.programs.get(pair_id.program)
    is_formal = program is not None and program.style == "formal"
    return is_formal and not is_group(community, pair_id)


def _sets_goals(community: Community, pair_id: PairId, day: date) -> bool:
    """Whether no goal is clear, and no session up to the day was about goals."""
    program = community.programs.get(pair_id.program)
    return needs_goals(community.pairs[pair_id].goals, program) and not any(
        session.note.status is NoteStatus.HELD
        and session.note.agenda == AgendaId(Moment.GOALS)
        and session.day <= day
        for session in community.sessions_of(pair_id)
    )


def _midpoint_near(community: Community, pair_id: PairId, day: date) -> date | None:
    """The pair's midpoint if the day is in its weeks: then it is looked back on, or was."""
    midpoint = midpoint_of(community, pair_id)
    if midpoint is None:
        return None
    first = midpoint - timedelta(days=MIDPOINT_DAYS)
    last = midpoint + timedelta(days=MIDPOINT_LASTS_DAYS)
    return midpoint if first <= day <= last else None


def _built_in(community: Community, pair_id: PairId, moment: Moment) -> AgendaId:
    """The guide for such a pair; a community's own plain one goes before a variant of ours."""
    plain, variant = AgendaId(moment), _variant(community, pair_id, moment)
    is_ours = variant not in community.agendas and plain in community.agendas
    return plain if is_ours and variant.startswith(plain) else variant


def _variant(community: Community, pair_id: PairId, moment: Moment) -> AgendaId:
    program = community.programs.get(pair_id.program)
    if program and program.kind is ProgramKind.FLASH:
        return AgendaId("single-session")
    if is_group(community, pair_id):
        return AgendaId("group" if moment is Moment.USUAL else f"{moment}-group")
    informal = AgendaId(f"{moment}-informal")
    is_informal = program is not None and program.style == "informal"
    return informal if is_informal and informal in BUILT_IN_AGENDAS else AgendaId(moment)
