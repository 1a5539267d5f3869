"""Propose pairs for a program: who takes part, all scores, the best set, the reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from telemaco.matching.blocking import blocked_most
from telemaco.matching.choosing import Choice
from telemaco.matching.explain import link
from telemaco.matching.full_mentors import FullMentors, full_mentors
from telemaco.matching.groups.circles import are_few, circles
from telemaco.matching.groups.forming import form_groups
from telemaco.matching.groups.left import left_out_of_circles, left_out_of_groups
from telemaco.matching.groups.peers import peers_of
from telemaco.matching.groups.proposals import circle_proposals, group_proposals, helping_role
from telemaco.matching.inputs import digest_of, inputs_of
from telemaco.matching.left import left_without
from telemaco.matching.limits import NONE
from telemaco.matching.meeting import clocks_of
from telemaco.matching.orders import NO_ORDERS, Orders
from telemaco.matching.participants import terms_of
from telemaco.matching.pins import Pinned, against, pinned_in, told
from telemaco.matching.placed_first import choose_placed_first
from telemaco.matching.recruit import openings
from telemaco.matching.result import (
    Competition,
    GroupSearch,
    Match,
    Proposal,
    Swaps,
    Unmatched,
)
from telemaco.matching.roster import Roster, roster
from telemaco.matching.settings import settings_of
from telemaco.matching.silence import notices, with_silence
from telemaco.matching.solving.problem import UNMATCHED, Integers
from telemaco.matching.table import Table, table_of
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.standing import is_current
from telemaco.model.wording import STATUSES
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import PairRole
from telemaco.records.program import Program, ProgramKind, ProgramStatus

_TIMELY = frozenset({ProgramStatus.OPEN, ProgramStatus.MATCHING, ProgramStatus.RUNNING})
_OF_GROUPS = frozenset({ProgramKind.GROUP, ProgramKind.PEER_CIRCLE})


@dataclass(frozen=True, slots=True, eq=False)
class Considered:
    """A program's matching with everything it was worked out from.

    `choice` is None for peer circles, which no mentor is chosen for. `waiting` are those who were
    set aside because they only wait for a place; `full` are, where there are pairs of two, the
    mentors without a place left.
    """

    people: Roster
    table: Table
    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    choice: Choice | None
    search: GroupSearch | None = None
    swaps: Swaps | None = None
    competitions: tuple[Competition, ...] = ()
    waiting: tuple[PersonId, ...] = ()
    full: FullMentors | None = None

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
    kind = community.programs[program_id].kind
    mentors = people.mentees if kind is ProgramKind.PEER_CIRCLE else people.mentors
    terms = with_silence(terms_of(community, program_id), people.mentees, mentors)
    if kind in _OF_GROUPS:
        terms = replace(terms, clocks=clocks_of((*people.mentees, *mentors)))
    table = table_of(people.mentees, mentors, replace(terms, forbidden=orders.forbidden))
    pinned = pinned_in(table, orders)
    match kind:
        case ProgramKind.GROUP:
            return _groups(table, people, seed, today)
        case ProgramKind.PEER_CIRCLE:
            return _circles(table, people, today)
        case _:
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
    inputs = inputs_of(community, program_id, people.ids, today)
    return Match(
        program_id,
        today,
        seed,
        digest_of(inputs, orders, seed, today),
        settings_of(community.programs[program_id]),
        len(people.mentors),
        len(people.mentees),
        found.proposals,
        found.unmatched,
        people.asides,
        (*_notices(community.programs[program_id], found), *_joining(community, program_id, found)),
        found.blocking,
        orders,
        openings(found.table, found.choice, found.full) if found.choice and found.full else (),
        inputs,
        search=found.search,
        swaps=found.swaps,
        competitions=found.competitions,
        blocked=blocked_most(found.table, found.choice) if found.choice else (),
        waiting=found.waiting,
        kind=community.programs[program_id].kind,
    )


def _pairs(table: Table, people: Roster, seed: str, today: date, pinned: Pinned) -> Considered:
    choice, aside = choose_placed_first(table, people.pairs_left, seed, pinned)
    proposals = [
        _pair(table, choice.chosen, row, today)
        for row in np.flatnonzero(choice.chosen != UNMATCHED).tolist()
    ]
    full = full_mentors(table, people.full, choice, seed, aside)
    left = left_without(table, choice, full)
    pairs = _ranked(proposals)
    waiting = tuple(table.mentees[row].id for row in aside)
    return Considered(
        people,
        table,
        pairs,
        left.unmatched,
        choice,
        competitions=left.competitions,
        waiting=waiting,
        full=full,
    )


def _pair(table: Table, chosen: Integers, row: int, today: date) -> Proposal:
    """A pair; only a pin can be against a limit."""
    column = int(chosen[row])
    mentor, mentee = table.mentors[column], table.mentees[row]
    members = ((mentor.id, helping_role(mentor)), (mentee.id, PairRole.MENTEE))
    found = link(table, row, column, today, chosen)
    is_barred = table.limits[row, column] != NONE
    return Proposal(members, (told(found, against(table, row, column) if is_barred else None),))


def _groups(table: Table, people: Roster, seed: str, today: date) -> Considered:
    grouping = form_groups(table, people.pairs_left, seed)
    left = tuple(left_out_of_groups(table, grouping))
    proposals = _ranked([*group_proposals(table, grouping, today)])
    swaps = grouping.swapped
    return Considered(
        people,
        table,
        proposals,
        left,
        grouping.choice,
        GroupSearch(grouping.found.is_proven, grouping.found.at_most),
        Swaps(swaps.moved, swaps.shared, swaps.scores) if swaps.moved else None,
    )


def _circles(table: Table, people: Roster, today: date) -> Considered:
    peers = peers_of(table, people.pairs_left)
    found = circles(peers)
    left = tuple(left_out_of_circles(table, peers, found))
    proposals = _ranked([*circle_proposals(table, found, today)])
    most = int(peers.fits.any(axis=1).sum())
    placed = sum(map(len, found))
    search = GroupSearch(are_few(peers), placed if are_few(peers) else most)
    return Considered(people, table, proposals, left, None, search)


def _ranked(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """By the mentor's id, then the first mentee's."""
    return tuple(sorted(proposals, key=lambda proposal: proposal.members))


def _notices(program: Program, found: Considered) -> Iterator[Message]:
    people, table, blocking = found.people, found.table, found.blocking
    if program.status not in _TIMELY:
        yield msg(
            "The program's status is {status}: pairs are usually proposed while it is open, "
            "matching or running.",
            status=STATUSES[program.status],
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
    if found.waiting:
        yield msg_n(
            "{count} person only waits for a place and was left out, so that nobody who is "
            "accepted loses a mentor by it. Match again once these pairs are written: whoever "
            "waits gets the room that is left.",
            "{count} people only wait for a place and were left out, so that nobody who is "
            "accepted loses a mentor by it. Match again once these pairs are written: whoever "
            "waits gets the room that is left.",
            len(found.waiting),
        )
    everybody = (*people.mentors, *people.mentees)
    first = {one.id for one in everybody if one.enrolment.comes_first}
    if first and program.matching.objective == "stable":
        yield msg_n(
            "{count} person comes first, which does not count where pairs are to be stable.",
            "{count} people come first, which does not count where pairs are to be stable.",
            len(first),
        )
    if found.search:
        yield from _of_groups(found.search, found.proposals)
    if found.swaps:
        yield _of_swaps(found.swaps)
    yield from notices(table.terms, table.mentees, table.mentors)


def _joining(community: Community, program_id: ProgramId, found: Considered) -> Iterator[Message]:
    """How somebody comes into a group that there is: a matching makes new ones only."""
    pairs = [community.pairs[one] for one in community.pairs_of_program.get(program_id, ())]
    is_of_groups = community.programs[program_id].kind in _OF_GROUPS
    if is_of_groups and found.unmatched and any(map(is_current, pairs)):
        yield msg(
            "A matching makes new groups. Somebody comes into one that there is by hand: add them "
            "to members in its pair.yaml, with from: and their first day."
        )


def _of_groups(search: GroupSearch, proposals: Sequence[Proposal]) -> Iterator[Message]:
    served = sum(
        role in {PairRole.MENTEE, PairRole.PEER}
        for proposal in proposals
        for _, role in proposal.members
    )
    if search.is_proven:
        return
    if search.at_most > served:
        yield msg(
            "These are the best groups that were found. Others might serve up to {count} people.",
            count=search.at_most,
        )
    else:
        yield msg(
            "No groups would serve more people. Whether others would fit better is not proven."
        )


def _of_swaps(swaps: Swaps) -> Message:
    return msg(
        "Members who changed groups ({count}) raised what a group shares in skills and goals from "
        "{shared} to {more} of 100; the mean score with the mentor went from {score} to {other}.",
        count=swaps.moved,
        shared=_tenths(swaps.shared[0], 10),
        more=_tenths(swaps.shared[1], 10),
        score=_tenths(swaps.scores[0], 1000),
        other=_tenths(swaps.scores[1], 1000),
    )


def _tenths(number: int, unit: int) -> str:
    return f"{number / unit:.1f}"
