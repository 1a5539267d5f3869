"""Proposing a pair, where people find one another: its file, which says who has agreed so far."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.pair_names import free_name, taken_names
from telemaco.model.standing import current_members, is_current
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId, is_id, pair_path, person_path, program_path
from telemaco.records.pair import PairRole, PairStatus
from telemaco.records.program import Program, ProgramKind
from telemaco.submissions.answers import day, label_of, text_of
from telemaco.submissions.draft import Draft, NewFile, Origin
from telemaco.submissions.membership import member_of
from telemaco.submissions.values import Filled, Problem

_MENTORS, _MENTEES = "mentors", "mentees"

Members = tuple[tuple[PersonId, PairRole], ...]
"""The people of a pair with their roles, those who lead it first."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    """Who is to meet in which program, by whom it is proposed, and from which day on."""

    author: PersonId
    program_id: ProgramId
    program: Program
    members: Members
    start: date | str

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Everybody, each once."""
        return tuple(dict.fromkeys(person for person, _ in self.members))


def propose(filled: Filled, community: Community, today: date) -> Draft:
    """Propose a pair or a group to which the author belongs."""
    title = msg("A proposal")
    author = member_of(filled, community)
    if isinstance(author, Problem):
        return Draft(title, problems=(author,))
    program_id = ProgramId(text_of(filled.answers, "program"))
    program = community.programs.get(program_id)
    if program is None or program.style != "informal":
        return Draft(title, author.id, problems=(_not_here(filled),))
    start = day(text_of(filled.answers, "start")) or max(today, program.dates.start)
    made = _Proposal(author.id, program_id, program, _members(filled, program), start)
    pair_id = PairId(program_id, free_name(_stem(made), taken_names(community, program_id)))
    path = pair_path(pair_id)
    return Draft(
        msg("{pair}: a proposal", pair=str(pair_id)),
        author.id,
        changes=(NewFile(path, _value(made, filled, today)),),
        origins=tuple(_origins(path, made, filled)),
        problems=tuple(_problems(made, filled, community)),
        confirm=tuple(person for person in made.people if person != author.id),
        material=(program_id, repr(made.members), str(start), PairStatus.PROPOSED.value),
    )


def _not_here(filled: Filled) -> Problem:
    return Problem(
        label_of(filled.form, "program"),
        msg("in this program the coordinators bring people together"),
        hint=msg("Join the program, and name whom you would like to meet."),
    )


def _members(filled: Filled, program: Program) -> Members:
    """Who is to be what; rules judge whether that makes a pair of the program."""
    leaders = tuple(map(PersonId, filled.answers.get(_MENTORS, ())))
    learners = tuple(map(PersonId, filled.answers.get(_MENTEES, ())))
    if program.kind is ProgramKind.PEER_CIRCLE:
        return (
            *((person, PairRole.FACILITATOR) for person in leaders),
            *((person, PairRole.PEER) for person in learners),
        )
    second = PairRole.CO_MENTOR if program.kind is ProgramKind.GROUP else PairRole.MENTOR
    return (
        *((person, PairRole.MENTOR) for person in leaders[:1]),
        *((person, second) for person in leaders[1:]),
        *((person, PairRole.MENTEE) for person in learners),
    )


def _stem(made: _Proposal) -> str:
    """What the folder is called if that is free: by those who meet, or the first of a group."""
    if not made.people or not all(map(is_id, made.people)):
        return "pair"
    if made.program.kind is ProgramKind.PEER_CIRCLE:
        return f"{made.people[0]}-circle"
    if made.program.kind is ProgramKind.GROUP:
        return f"{made.people[0]}-group"
    return "-".join(made.people[:2])


def _value(made: _Proposal, filled: Filled, today: date) -> Mapping[str, Any]:
    agreed = {made.author, *filled.agreed}
    title = text_of(filled.answers, "title")
    last = made.program.dates.end
    is_sound = last is not None and not isinstance(made.start, str) and made.start < last
    return {
        "members": [
            {
                "person": person,
                "role": role.value,
                **({"confirmed": today} if person in agreed else {}),
            }
            for person, role in made.members
        ],
        **({"title": title} if title else {}),
        "status": PairStatus.PROPOSED.value,
        "start": made.start,
        **({"expected_end": last} if is_sound else {}),
    }


def _problems(made: _Proposal, filled: Filled, community: Community) -> Iterator[Problem]:
    if made.author not in made.people:
        yield Problem(
            label_of(filled.form, _MENTEES),
            msg("you are not among the people you name"),
            hint=msg("Name yourself, too. Others propose their own pairs."),
        )
    pairs = community.pairs_of_program.get(made.program_id, ())
    current = (community.pairs[one] for one in pairs if is_current(community.pairs[one]))
    for pair in current:
        if {member.person for member in current_members(pair)} == {*made.people}:
            yield Problem(
                label_of(filled.form, _MENTEES),
                msg("these people are together in the program already"),
                hint=msg(
                    "If it was proposed for you, use the form Confirm a pair, a group or a circle."
                ),
            )
            return


def _origins(path: str, made: _Proposal, filled: Filled) -> Iterator[Origin]:
    yield Origin(path, (), _MENTEES)
    yield Origin(path, ("title",), "title")
    yield Origin(path, ("start",), "start" if text_of(filled.answers, "start") else "program")
    yield Origin(program_path(made.program_id), (), "program")
    leaders = len(filled.answers.get(_MENTORS, ()))
    for position, (person, _) in enumerate(made.members):
        field = _MENTORS if position < leaders else _MENTEES
        yield Origin(path, ("members", position), field)
        yield Origin(person_path(person), (), field)
