"""Who is looked after by whom, and what differs between two matchings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telemaco.matching.result import Match, Proposal
from telemaco.records.base import PersonId
from telemaco.records.pair import PairRole
from telemaco.records.program import ProgramKind
from telemaco.records.receipt import Receipt

_OF_A_HUNDRED = 1000


@dataclass(frozen=True, slots=True)
class Seat:
    """Whom somebody is with, a mentor or the others of a circle, and the score of 100000.

    A receipt has scores of 100 and, for groups, one for all; so has a seat that was read there.
    """

    partners: tuple[PersonId, ...]
    score: int


Seats = Mapping[PersonId, Seat]
"""The seat of everybody who has one: mentees, and peers."""


@dataclass(frozen=True, slots=True)
class SeatChange:
    """Somebody whose seat is another, or scores otherwise; None for no seat."""

    person: PersonId
    old: Seat | None
    new: Seat | None

    @property
    def stays(self) -> bool:
        """Whether the partners are the same, and only the score is another."""
        return (
            self.old is not None
            and self.new is not None
            and (self.old.partners == self.new.partners)
        )


def seats_of(found: Match) -> Seats:
    """The seats that a run proposes."""
    return {person: seat for proposal in found.proposals for person, seat in _seats(proposal)}


def seats_in(receipt: Receipt, kind: ProgramKind) -> Seats:
    """The seats that a receipt tells of."""
    found: dict[PersonId, Seat] = {}
    for pair in receipt.pairs:
        score = pair.score * _OF_A_HUNDRED
        if kind is ProgramKind.PEER_CIRCLE:
            found |= {one: Seat(_without(pair.members, one), score) for one in pair.members}
        else:
            mentor, *others = pair.members
            mentees = (one for one in others if one not in pair.co_mentors)
            found |= {mentee: Seat((mentor,), score) for mentee in mentees}
    return found


def seat_changes(old: Seats, new: Seats) -> tuple[SeatChange, ...]:
    """Everybody whose seat differs, in the order of the ids."""
    return tuple(
        SeatChange(person, old.get(person), new.get(person))
        for person in sorted({*old, *new})
        if old.get(person) != new.get(person)
    )


def _seats(proposal: Proposal) -> Iterator[tuple[PersonId, Seat]]:
    members = tuple(person for person, _ in proposal.members)
    if proposal.members[0][1] is PairRole.PEER:
        for person in members:
            yield person, Seat(_without(members, person), proposal.score)
    else:
        for link in proposal.links:
            yield link.mentee, Seat((link.mentor,), link.score)


def _without(members: tuple[PersonId, ...], person: PersonId) -> tuple[PersonId, ...]:
    return tuple(one for one in sorted(members) if one != person)
