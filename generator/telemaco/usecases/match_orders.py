"""The orders of a run: as they are written on the command line, and as a receipt has them."""

from collections.abc import Sequence
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.matching.orders import Couple, Orders, orders_in
from telemaco.matching.roster import Roster, roster
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import current_members, is_current
from telemaco.records.base import ProgramId
from telemaco.records.receipt import Receipt
from telemaco.usecases.named import person_named


def orders_of(
    community: Community, pins: Sequence[str], forbids: Sequence[str], *, force: bool
) -> Orders:
    """The orders that somebody wrote as `one=other`. Raises TelemacoError."""
    return Orders(
        tuple(_couple(community, pin) for pin in pins),
        tuple(_couple(community, pair) for pair in forbids),
        force,
    )


def orders_from(
    community: Community, receipt: Receipt, program: ProgramId, today: date
) -> tuple[Orders, tuple[Message, ...]]:
    """The orders of an earlier run, and what is to be said of those that are left out.

    A pin is left out when its two are a pair by now, or do not both take part any more. Raises
    TelemacoError for an order that names nobody.
    """
    given = orders_in(receipt)
    for couple in (*given.pins, *given.forbids):
        _two(community, *couple)
    people = roster(community, program, today)
    idle = {pin: _idle(community, program, people, pin) for pin in given.pins}
    pins = tuple(pin for pin in given.pins if idle[pin] is None)
    told = tuple(why for why in idle.values() if why is not None)
    return Orders(pins, given.forbids, given.force), told


def _couple(community: Community, written: str) -> Couple:
    one, equals, other = written.partition("=")
    if not equals:
        raise TelemacoError(
            msg("{written} does not name two people.", written=written),
            msg("Write the names of their files with = between them: ada=grace."),
        )
    return _two(community, one, other)


def _two(community: Community, one: str, other: str) -> Couple:
    if one == other:
        raise TelemacoError(
            msg("{one}={other} names one person twice.", one=one, other=other),
            msg("Write the names of their files with = between them: ada=grace."),
        )
    return person_named(community, one), person_named(community, other)


def _idle(community: Community, program: ProgramId, people: Roster, pin: Couple) -> Message | None:
    """Why a pin of an earlier run is left out, if it is."""
    mentor, mentee = pin
    if _are_paired(community, program, pin):
        return msg(
            "The pin {mentor}={mentee} is left out: they are a pair.", mentor=mentor, mentee=mentee
        )
    if any(one.id == mentor for one in people.mentors) and any(
        one.id == mentee for one in people.mentees
    ):
        return None
    return msg(
        "The pin {mentor}={mentee} is left out: they do not both take part any more.",
        mentor=mentor,
        mentee=mentee,
    )


def _are_paired(community: Community, program: ProgramId, couple: Couple) -> bool:
    return any(
        is_current(community.pairs[pair_id])
        and {*couple} <= {one.person for one in current_members(community.pairs[pair_id])}
        for pair_id in community.pairs_of_program.get(program, ())
    )
