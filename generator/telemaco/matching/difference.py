"""Who moved between two outcomes of a program's matching, and why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from telemaco.matching.because import absence, because, circumstances
from telemaco.matching.orders import Couple
from telemaco.matching.outcome import Outcome
from telemaco.matching.seats import Seat, seat_changes
from telemaco.matching.settings import SettingChange, setting_changes
from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.model.standing import belongs_to
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.program import Role

_LOOKED_AFTER = frozenset({Role.MENTEE, Role.PEER})


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody whose seat is another: None for no seat.

    `shares` has, for every criterion that gave other points, the points before and after, of
    100000; None before for somebody who had nobody, and nothing at all for a receipt that does
    not tell.
    """

    person: PersonId
    old: Seat | None
    new: Seat | None
    shares: tuple[tuple[str, int | None, int], ...]
    reasons: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who takes part and has nobody, in the receipt's own words, and whom they had."""

    person: PersonId
    had: Seat | None
    binding: str
    would_help: str | None


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody who had a seat and takes no part any more."""

    person: PersonId
    had: Seat
    reason: Message


@dataclass(frozen=True, slots=True)
class Order:
    """A pin, or what is forbidden, that was given in between, or taken back."""

    couple: Couple
    is_pin: bool
    is_given: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two outcomes.

    `moved` had somebody and have somebody else, `served` had nobody; `waiting` are those left
    out who were not before. `kept` counts those who keep their partner.
    """

    program: ProgramId
    old: Outcome
    new: Outcome
    moved: tuple[Move, ...]
    served: tuple[Move, ...]
    waiting: tuple[Waiting, ...]
    gone: tuple[Gone, ...]
    kept: int
    settings: tuple[SettingChange, ...]
    orders: tuple[Order, ...]


def difference(community: Community, program: ProgramId, old: Outcome, new: Outcome) -> Difference:
    """What differs between two outcomes of a program that the community is to have both of."""
    around = circumstances(community, program, old, new)
    changes = seat_changes(old.seats, new.seats)
    same = [one for one in new.seats if one in old.seats and not _is_moved(one, old, new)]
    staying = [
        one for one in old.seats if one not in new.people and _is_placed(community, program, one)
    ]
    moves = [
        Move(
            one.person,
            one.old,
            one.new,
            tuple(_shares(one.person, old, new)),
            because(around, one.person, one.old, one.new),
        )
        for one in changes
        if one.new and not one.stays
    ]
    return Difference(
        program,
        old,
        new,
        tuple(move for move in moves if move.old),
        tuple(move for move in moves if not move.old),
        tuple(_waiting(community, program, old, new)),
        tuple(
            Gone(person, seat, absence(around, person))
            for person, seat in sorted(old.seats.items())
            if person not in new.people and person not in staying
        ),
        len(same) + len(staying),
        setting_changes(old.settings, new.settings) if old.receipts else (),
        tuple(_orders(old, new)),
    )


def _is_moved(person: PersonId, old: Outcome, new: Outcome) -> bool:
    return old.seats[person].partners != new.seats[person].partners


def _is_placed(community: Community, program: ProgramId, person: PersonId) -> bool:
    """Whether somebody is in a pair of the program that goes on, so that no run looks at them."""
    return any(
        pair_id.program == program and belongs_to(community.pairs[pair_id], person)
        for pair_id in community.pairs_of_person.get(person, ())
    )


def _shares(person: PersonId, old: Outcome, new: Outcome) -> Iterator[tuple[str, int | None, int]]:
    before = {share.criterion: share.points for share in old.shares.get(person, ())}
    for share in new.shares.get(person, ()):
        points = before.get(share.criterion)
        if person not in old.seats or (points is not None and points != share.points):
            yield share.criterion, points, share.points


def _waiting(
    community: Community, program: ProgramId, old: Outcome, new: Outcome
) -> Iterator[Waiting]:
    for person, left in sorted(new.left.items()):
        if person not in old.left and _is_looked_after(community, program, person):
            yield Waiting(person, old.seats.get(person), left.binding, left.would_help)


def _is_looked_after(community: Community, program: ProgramId, person: PersonId) -> bool:
    """Whether somebody is to get a partner rather than to be one."""
    found = community.people.get(person)
    return found is not None and any(
        one.program == program and one.role in _LOOKED_AFTER for one in found.enrolments
    )


def _orders(old: Outcome, new: Outcome) -> Iterator[Order]:
    yield from _ordered(old.orders.pins, new.orders.pins, is_pin=True)
    yield from _ordered(_sorted(old), _sorted(new), is_pin=False)


def _ordered(old: Collection[Couple], new: Collection[Couple], *, is_pin: bool) -> Iterator[Order]:
    for couple in new:
        if couple not in old:
            yield Order(couple, is_pin, is_given=True)
    for couple in old:
        if couple not in new:
            yield Order(couple, is_pin, is_given=False)


def _sorted(found: Outcome) -> list[Couple]:
    """The couples that are forbidden, each in the order of the ids."""
    return [(min(couple), max(couple)) for couple in found.orders.forbids]
