"""Pairs as lists show them: which there are, what they are called, how they stand."""

from dataclasses import dataclass, replace
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.attendance import held_with
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId
from telemaco.records.pair import Member, Pair, PairStatus
from telemaco.render.pages import words
from telemaco.render.pages.addresses import code_of, pair_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.published import name_in_pairs, tells_its_story

_TONES = {
    PairStatus.ACTIVE: "good",
    PairStatus.CONFIRMED: "new",
    PairStatus.PAUSED: "rest",
    PairStatus.COMPLETED: "done",
}


@dataclass(frozen=True, slots=True)
class PairCard:
    """A pair as lists show it; `left` is the day of who left before the others."""

    title: str
    page: str
    status: Message
    tone: str
    start: date
    held: int
    is_ahead: bool
    left: date | None = None


def is_over(pair: Pair) -> bool:
    """Whether the pair came to an end, of whatever kind."""
    return pair.status in {PairStatus.COMPLETED, PairStatus.ENDED_EARLY}


def pair_title(edition: Edition, pair_id: PairId) -> str:
    """A pair's name: its own if it has one, else its members' as far as they are published."""
    pair = edition.community.pairs[pair_id]
    if pair.title is not None and tells_its_story(edition.community, pair):
        return edition.text(pair.title)
    names = [name_in_pairs(edition.community, member.person) for member in pair.members]
    known = [name for name in names if name]
    if not known:
        code = code_of(edition.community, pair_id).removeprefix("p_")[:4]
        return edition.words(msg("Pair {code}", code=code))
    unknown = len(names) - len(known)
    if unknown == 1:
        known.append(edition.words(words.PARTICIPANT))
    elif unknown:
        known.append(edition.words(msg("{count} participants", count=unknown)))
    return edition.words(msg("{several} and {last}", several=", ".join(known[:-1]), last=known[-1]))


def pair_card(edition: Edition, pair_id: PairId) -> PairCard:
    """A pair as lists show it."""
    pair = edition.community.pairs[pair_id]
    return PairCard(
        title=pair_title(edition, pair_id),
        page=pair_address(edition.community, pair_id),
        status=words.PAIR_STATUS[pair.status],
        tone=_TONES.get(pair.status, "done"),
        start=pair.start,
        held=edition.progress[pair_id].held,
        is_ahead=pair.start > edition.today,
    )


def left_on(member: Member, pair: Pair) -> date | None:
    """The last day of a member who left before the pair ended."""
    is_before = member.end is not None and (pair.end is None or member.end < pair.end)
    return member.end if is_before else None


def card_of_member(edition: Edition, pair_id: PairId, person: PersonId) -> PairCard:
    """A pair as the page of one of its members shows it: the days and sessions are theirs."""
    pair = edition.community.pairs[pair_id]
    times = [member for member in pair.members if member.person == person]
    left = [left_on(member, pair) for member in times]
    held = held_with(edition.community, pair_id, person)
    start = min(member.start or pair.start for member in times)
    return replace(
        pair_card(edition, pair_id),
        start=start,
        is_ahead=start > edition.today,
        left=None if None in left else max(day for day in left if day),
        held=sum(session.day <= edition.today for session in held),
    )
