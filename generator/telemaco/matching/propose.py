"""Propose pairs for a program: who takes part, all scores, the best set, the reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from telemaco.matching.binding import unmatched_mentee, unmatched_mentor
from telemaco.matching.blocking import blocked_most
from telemaco.matching.choosing import Choice, choose
from telemaco.matching.circles import circles
from telemaco.matching.digest import digest_of
from telemaco.matching.explain import link
from telemaco.matching.groups import Grouping, large_enough
from telemaco.matching.left import left_without
from telemaco.matching.limits import NONE
from telemaco.matching.orders import NO_ORDERS, Orders
from telemaco.matching.participants import Mask, Participant, Terms, terms_of
from telemaco.matching.pins import Pinned, against, choose_around, pinned_in, told
from telemaco.matching.recruit import Opening, openings
from telemaco.matching.result import Competition, Match, Proposal, Unmatched
from telemaco.matching.roster import Roster, roster
from telemaco.matching.silence import notices, with_silence
from telemaco.matching.solving.problem import UNMATCHED, Integers
from telemaco.matching.table import Table, table_of
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.records.base import ProgramId
from telemaco.records.pair import PairRole
from telemaco.records.program import Program, ProgramKind, ProgramStatus, Role

_TIMELY = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING, ProgramStatus.RUNNING})


@dataclass(frozen=True, slots=True, eq=False)
class Considered:
    """A program's matching with everything it was worked out from.

    `choice` is None for peer circles, which no mentor is chosen for.
    """

    people: Roster
    table: Table
    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    choice: Choice | None
    competitions: tuple[Competition, ...] = ()

    @property
    def blocking(self) -> int:
        """The mentees and mentors who would both rather have each other."""
        return len(self.choice.blocking) if self.choice else 0


def consider(
    community: Community,
    program_id: ProgramId,
    today: date,
    seed: str,
    orders: Orders = NO_ORDERS,
) -> Considered:
    """Work out the pairs that are best for a program of the community on a day.

    `seed` is the word that decides between equals. The answer depends on nothing else. Raises
    TelemacoError when an order cannot be followed.
    """
    people = roster(community, program_id, today)
    is_circle = community.programs[program_id].kind is ProgramKind.PEER_CIRCLE
    mentors = people.mentees if is_circle else people.mentors
    terms = with_silence(terms_of(community, program_id), people.mentees, mentors)
    table = table_of(people.mentees, mentors, replace(terms, forbidden=orders.forbidden))
    pinned = pinned_in(table, orders)
    if is_circle:
        return _circles(table, people, today)
    return _pairs(table, people, seed, today, pinned)


def propose(
    community: Community,
    program_id: ProgramId,
    today: date,
    seed: str,
    orders: Orders = NO_ORDERS,
) -> Match:
    """The pairs that are best for a program, with the reasons; see `consider`."""
    found = consider(community, program_id, today, seed, orders)
    people = found.people
    settings = _settings(found.table.terms, today, seed) | orders.settings
    everybody = {one.id: one for one in (*people.mentors, *people.mentees)}
    waited = {f"waited.{one}": str(everybody[one].waited) for one in sorted(everybody)}
    return Match(
        program_id,
        today,
        seed,
        digest_of(community, program_id, sorted(everybody), settings | waited),
        settings,
        len(people.mentors),
        len(people.mentees),
        found.proposals,
        found.unmatched,
        people.asides,
        tuple(_notices(community.programs[program_id], people, found.table, found.blocking)),
        found.blocking,
        orders,
        _openings(found),
        found.competitions,
        blocked_most(found.table, found.choice) if found.choice else (),
    )


def _pairs(table: Table, people: Roster, seed: str, today: date, pinned: Pinned) -> Considered:
    program = table.terms.program
    if program.kind is ProgramKind.GROUP:
        grouping = _grouping(table, people, seed)
        chosen = grouping.choice.chosen
        groups = tuple(_group(table, chosen, column, today) for column in _used(chosen))
        unmatched = tuple(_left(table, grouping, people))
        return Considered(people, table, _ranked(groups), unmatched, grouping.choice)
    choice = choose_around(table, people.pairs_left, seed, pinned)
    pairs = tuple(
        _pair(table, choice.chosen, int(row), today)
        for row in np.flatnonzero(choice.chosen != UNMATCHED)
    )
    left = left_without(table, choice)
    return Considered(people, table, _ranked(pairs), left.unmatched, choice, left.competitions)


def _grouping(table: Table, people: Roster, seed: str) -> Grouping:
    least = table.terms.program.capacity.group_minimum

    def solve(allowed: Mask) -> Choice:
        return choose(table, allowed, None, seed)

    return large_enough(solve, table.scores, table.allowed, least, people.pairs_left)


def _used(chosen: Integers) -> list[int]:
    return [int(column) for column in np.unique(chosen) if column != UNMATCHED]


def _pair(table: Table, chosen: Integers, row: int, today: date) -> Proposal:
    """A pair; only a pin can be against a limit."""
    column = int(chosen[row])
    mentor, mentee = table.mentors[column], table.mentees[row]
    members = ((mentor.id, _helping_role(mentor)), (mentee.id, PairRole.MENTEE))
    found = link(table, row, column, today, chosen)
    is_barred = table.limits[row, column] != NONE
    return Proposal(members, (told(found, against(table, row, column) if is_barred else None),))


def _group(table: Table, chosen: Integers, column: int, today: date) -> Proposal:
    rows = [int(row) for row in np.flatnonzero(chosen == column)]
    leader = table.mentors[column]
    mentees = tuple((table.mentees[row].id, PairRole.MENTEE) for row in rows)
    return Proposal(
        ((leader.id, _helping_role(leader)), *mentees),
        tuple(link(table, row, column, today, chosen) for row in rows),
    )


def _helping_role(mentor: Participant) -> PairRole:
    is_facilitator = mentor.enrolment.role is Role.FACILITATOR
    return PairRole.FACILITATOR if is_facilitator else PairRole.MENTOR


def _circles(table: Table, people: Roster, today: date) -> Considered:
    capacity = table.terms.program.capacity
    found = circles(
        table.scores,
        table.allowed,
        capacity.group_minimum,
        max(capacity.group_minimum, capacity.group_maximum),
        people.pairs_left,
    )
    placed = {one for circle in found for one in circle}
    proposals = tuple(
        Proposal(
            tuple((table.mentees[one].id, PairRole.PEER) for one in circle),
            tuple(link(table, one, two, today) for one in circle for two in circle if one < two),
        )
        for circle in found
    )
    reason = msg("no circle has room for somebody who fits all its members")
    unmatched = tuple(
        Unmatched(one.id, one.enrolment.role, "circle", reason)
        for at, one in enumerate(table.mentees)
        if at not in placed
    )
    return Considered(people, table, _ranked(proposals), unmatched, None)


def _ranked(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """By the mentor's id, then the first mentee's."""
    return tuple(sorted(proposals, key=lambda proposal: proposal.members))


def _left(table: Table, grouping: Grouping, people: Roster) -> Iterator[Unmatched]:
    chosen = grouping.choice.chosen
    limited = people.pairs_left is not None and len(_used(chosen)) >= people.pairs_left
    for row in np.flatnonzero(chosen == UNMATCHED):
        left = unmatched_mentee(table, int(row))
        fits = bool(table.allowed[row].any())
        yield _by_the_program(left, table) if fits and limited else left
    least = table.terms.program.capacity.group_minimum
    for column, mentor in enumerate(table.mentors):
        if column in grouping.too_few and not limited:
            text = msg("fewer than {least} mentees would come together", least=least)
            yield Unmatched(mentor.id, mentor.enrolment.role, "group", text)
        elif not (chosen == column).any():
            left = unmatched_mentor(table, column)
            fits = bool(table.allowed[:, column].any())
            yield _without_group(left, table, limited=limited) if fits else left


def _without_group(left: Unmatched, table: Table, *, limited: bool) -> Unmatched:
    """Somebody whom mentees would fit: the size or the number of the groups binds."""
    if limited:
        return _by_the_program(left, table)
    text = msg(
        "the groups of the others, of up to {most}, take all who fit",
        most=table.terms.program.capacity.group_maximum,
    )
    return Unmatched(left.person, left.role, "group", text)


def _by_the_program(left: Unmatched, table: Table) -> Unmatched:
    most = table.terms.program.capacity.pairs or 0
    text = msg_n("the program takes {count} group", "the program takes {count} groups", most)
    return Unmatched(left.person, left.role, "program", text)


def _notices(program: Program, people: Roster, table: Table, blocking: int) -> Iterator[Message]:
    if program.status not in _TIMELY:
        yield msg(
            "The program's status is {status}: pairs are usually proposed while it is open, "
            "matching or running.",
            status=program.status,
        )
    if people.undecided:
        yield msg_n(
            "{count} person has applied and is neither accepted nor declined.",
            "{count} people have applied and are neither accepted nor declined.",
            people.undecided,
        )
    if blocking:
        yield msg_n(
            "{count} mentee and mentor who are not paired would both rather have each other.",
            "{count} times a mentee and a mentor who are not paired would both rather have each "
            "other: the price of serving everybody well.",
            blocking,
        )
    yield from notices(table.terms, table.mentees, table.mentors)


def _settings(terms: Terms, today: date, seed: str) -> dict[str, str]:
    """Everything besides the files that the answer depends on."""
    return {
        "today": today.isoformat(),
        "seed": seed,
        "objective": terms.program.matching.objective,
        "spread": terms.program.matching.spread,
        **{f"weights.{name}": weight.value for name, weight in terms.weights.items()},
    }


def _openings(found: Considered) -> tuple[Opening, ...]:
    """Places that would help; a place is not yet a group."""
    is_group = found.table.terms.program.kind is ProgramKind.GROUP
    return () if is_group or found.choice is None else openings(found.table, found.choice)
