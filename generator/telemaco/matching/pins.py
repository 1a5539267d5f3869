"""Pairs that a coordinator has decided: they take a place, and the rest is matched around them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from telemaco.findings import TelemacoError
from telemaco.matching.cautions import Caution, CautionKind
from telemaco.matching.choosing import Choice, choose
from telemaco.matching.limits import limit_of
from telemaco.matching.orders import Couple, Orders
from telemaco.matching.participants import Participant
from telemaco.matching.result import Link
from telemaco.matching.table import Table
from telemaco.messages import Message, msg
from telemaco.records.program import ProgramKind

Pinned = Mapping[int, int]
"""The mentor (column) of every mentee (row) whose pair is decided."""


def pinned_in(table: Table, orders: Orders) -> Pinned:
    """The pins as rows and columns of the table.

    Raises TelemacoError for a pin of somebody who takes no part, a second pin of a mentee, and,
    unless the orders say force, for one that breaks a limit or finds no place left.
    """
    if orders.pins and table.terms.program.kind in {ProgramKind.GROUP, ProgramKind.PEER_CIRCLE}:
        raise TelemacoError(
            msg("This program makes groups; a pin is for a pair of two."),
            msg("Leave out --pin, and change the members of a group by hand."),
        )
    rows = {one.id: row for row, one in enumerate(table.mentees)}
    columns = {one.id: column for column, one in enumerate(table.mentors)}
    pinned: dict[int, int] = {}
    for mentor, mentee in dict.fromkeys(orders.pins):
        if mentor not in columns or mentee not in rows:
            raise _no_part(mentor, mentee)
        row, column = rows[mentee], columns[mentor]
        if row in pinned:
            raise TelemacoError(msg("{mentee} is pinned to two mentors.", mentee=mentee))
        reason = against(table, row, column)
        if reason is None and list(pinned.values()).count(column) >= table.mentors[column].room:
            reason = msg("{mentor} has no place left", mentor=mentor)
        if reason and not orders.force:
            raise _refused((mentor, mentee), reason)
        pinned[row] = column
    return pinned


def against(table: Table, row: int, column: int) -> Message | None:
    """The reason of the limit that a pair breaks, if it breaks one."""
    mentee, mentor = table.mentees[row], table.mentors[column]
    limit = limit_of(mentee, mentor, table.terms)
    return limit.reason(mentee, mentor, table.terms) if limit else None


def choose_around(
    table: Table, most: int | None, seed: str, pinned: Pinned, aside: Sequence[int] = ()
) -> Choice:
    """The best set of pairs that has all the pins, with nobody for the rows set aside."""
    allowed = table.allowed
    allowed[list(aside)] = False
    if not pinned:
        return choose(table, allowed, most, seed)
    rows, columns = list(pinned), list(pinned.values())
    allowed[rows] = False
    taken = Counter(columns)
    mentors = tuple(_with_fewer(one, taken[at]) for at, one in enumerate(table.mentors))
    left = None if most is None else max(0, most - len(rows))
    choice = choose(replace(table, mentors=mentors), allowed, left, seed)
    chosen = choice.chosen.copy()
    chosen[rows] = columns
    return replace(choice, chosen=chosen, pinned=tuple(rows))


def told(link: Link, reason: Message | None) -> Link:
    """A pinned pair, with the limit that it breaks as the first thing to mind."""
    if reason is None:
        return link
    text = msg("pinned against a limit: {reason}", reason=reason)
    caution = Caution(CautionKind.AGAINST_LIMIT, (link.mentor, link.mentee), text)
    return replace(link, cautions=(caution, *link.cautions))


def _with_fewer(mentor: Participant, taken: int) -> Participant:
    return replace(mentor, room=max(0, mentor.room - taken), load=mentor.load + taken)


def _no_part(mentor: str, mentee: str) -> TelemacoError:
    return TelemacoError(
        msg(
            "The pin {mentor}={mentee} cannot be: in this run {mentor} is no mentor with a place, "
            "or {mentee} no mentee who waits for a mentor.",
            mentor=mentor,
            mentee=mentee,
        ),
        msg("Write the mentor first: --pin MENTOR=MENTEE."),
    )


def _refused(pin: Couple, reason: Message) -> TelemacoError:
    return TelemacoError(
        msg("The pin {mentor}={mentee}: {reason}.", mentor=pin[0], mentee=pin[1], reason=reason),
        msg("Leave it out, or add --force; the receipt then says so."),
    )
