"""How a pair ends or rests, in its file: neutral, and without a word on who wanted it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import current_members
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, note_path, pair_path
from telemaco.records.note import NoteStatus
from telemaco.records.pair import EndReason, Member, Pair, PairRole, PairStatus
from telemaco.submissions.draft import EditedFile
from telemaco.submissions.membership import others
from telemaco.yamltext.changes import Change, Set

_LEADERS = frozenset({PairRole.MENTOR, PairRole.FACILITATOR})
_NOT_BEGUN = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED})
_TWO = 2


@dataclass(frozen=True, slots=True)
class Ending:
    """What changes in the pair's file, who is to know, and what is left to a coordinator."""

    files: tuple[EditedFile, ...]
    tell: tuple[PersonId, ...]
    to_do: tuple[Message, ...] = ()


def paused(community: Community, pair_id: PairId, author: PersonId, until: date) -> Ending:
    """The pair rests until a day; one that has not begun, or is a group, goes on as it is."""
    pair = community.pairs[pair_id]
    tell = others(pair, author)
    if pair.status in _NOT_BEGUN or len(current_members(pair)) > _TWO:
        return Ending((), tell)
    changes = (Set(("status",), PairStatus.PAUSED.value), Set(("paused_until",), until))
    return Ending((EditedFile(pair_path(pair_id), changes),), tell)


def ended(community: Community, pair_id: PairId, author: PersonId, today: date) -> Ending:
    """The pair is over for the author: it ends, or they leave the group."""
    pair = community.pairs[pair_id]
    tell = others(pair, author)
    if is_group(community, pair_id):
        return _left(pair_id, pair, author, today)
    waiting = msg(
        "The pair {pair} ends. Ask its other member about a new one, and mend their entry.",
        pair=str(pair_id),
    )
    file = EditedFile(pair_path(pair_id), tuple(_over(pair, today)))
    return Ending((file, *sessions_called_off(community, pair_id, today)), tell, (waiting,))


def is_group(community: Community, pair_id: PairId) -> bool:
    """Whether it goes on without one of its members: there are more than two."""
    return len(current_members(community.pairs[pair_id])) > _TWO


def _over(pair: Pair, today: date) -> Iterator[Change]:
    if pair.status in _NOT_BEGUN or today < pair.start:
        yield Set(("status",), PairStatus.CANCELLED.value)
        return
    yield Set(("status",), PairStatus.ENDED_EARLY.value)
    yield Set(("end",), today)
    yield Set(("reason",), EndReason.OTHER.value)


def sessions_called_off(community: Community, pair_id: PairId, today: date) -> Iterator[EditedFile]:
    """The sessions that were planned for later."""
    for session in community.sessions_of(pair_id):
        if session.day > today and session.note.status is NoteStatus.PLANNED:
            change = Set(("status",), NoteStatus.CANCELLED.value)
            yield EditedFile(note_path(pair_id, session.id), (change,))


def _left(pair_id: PairId, pair: Pair, author: PersonId, today: date) -> Ending:
    """The group goes on without the author; a coordinator looks after one that needs them."""
    tell = others(pair, author)
    staying = [member for member in current_members(pair) if member.person != author]
    if _leads_alone(pair, author, staying):
        return Ending(
            (),
            tell,
            (
                msg(
                    "{name} wants to leave the group {pair}, which has nobody else to lead it. "
                    "Find somebody, or end the group.",
                    name=author,
                    pair=str(pair_id),
                ),
            ),
        )
    changes = tuple(
        Set(("members", position, "until"), today)
        for position, member in enumerate(pair.members)
        if member.person == author and member.end is None
    )
    return Ending((EditedFile(pair_path(pair_id), changes),), tell)


def _leads_alone(pair: Pair, author: PersonId, staying: list[Member]) -> bool:
    led = any(
        member.role in _LEADERS for member in current_members(pair) if member.person == author
    )
    needs_somebody = any(member.role is PairRole.MENTEE for member in staying)
    is_led_on = any(member.role in _LEADERS | {PairRole.CO_MENTOR} for member in staying)
    return led and needs_somebody and not is_led_on
