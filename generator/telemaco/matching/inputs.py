"""What goes into a matching: which files, and what the matching looks at in each.

A fingerprint changes when something changes that a pair could depend on, and only then. Names and
stories, what is published, and what follows from the matching itself (an enrolment that becomes
matched, a pair that is confirmed and meets) are left out.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from telemaco.matching.meeting import meeting_minutes
from telemaco.matching.orders import Orders
from telemaco.matching.waiting import counting_receipts
from telemaco.model.community import Community
from telemaco.model.standing import current_members, is_current
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import (
    SKILLS,
    PairId,
    pair_path,
    person_path,
    program_path,
    receipt_path,
)
from telemaco.records.pair import Pair
from telemaco.records.person import Enrolment, EnrolmentStatus, Person
from telemaco.records.program import Program, ProgramKind

Inputs = Mapping[str, str]
"""The SHA-256 of what the matching looks at, by the path of the file, in the order of paths."""

PROGRAM_FACTS = frozenset({"kind", "series", "dates", "capacity", "matching"})
"""The keys of a program that the matching looks at."""

PERSON_FACTS = frozenset(
    {
        "timezone",
        "languages",
        "location",
        "headline",
        "availability",
        "hours_per_month",
        "offers",
        "seeks",
        "goals",
        "experience_years",
        "approach",
        "values",
        "excludes",
    }
)
"""The keys of a person that the matching looks at, besides their enrolments in the program."""

TAKING_PART = frozenset(
    {EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING, EnrolmentStatus.MATCHED}
)
"""The states that an enrolment goes through on the way to a partner."""


def inputs_of(
    community: Community, program_id: ProgramId, people: Iterable[PersonId], today: date
) -> Inputs:
    """The fingerprints of everything that a matching of these people on a day depends on."""
    program = community.programs[program_id]
    facts: dict[str, Any] = {program_path(program_id): _of_program(program)}
    if community.skills:
        facts[SKILLS] = {skill.id: sorted(skill.related) for skill in community.skills.values()}
    taking_part = frozenset(people)
    for person in taking_part:
        facts[person_path(person)] = _of_person(community.people[person], program_id)
    for pair_id in _pairs(community, program_id, taking_part):
        facts[pair_path(pair_id)] = _of_pair(community.pairs[pair_id])
    for receipt_id, receipt in counting_receipts(community, program_id, today):
        left = sorted({one.person for one in receipt.unmatched} & taking_part)
        if left:
            facts[receipt_path(*receipt_id)] = {"on": receipt.on, "unmatched": left}
    return {path: _fingerprint(facts[path]) for path in sorted(facts)}


def digest_of(inputs: Inputs, orders: Orders, seed: str, today: date) -> str:
    """SHA-256 of everything that the answer depends on, as 64 hexadecimal digits."""
    return _fingerprint(
        {
            "inputs": dict(inputs),
            "pins": sorted(orders.pins),
            "forbids": sorted(sorted(couple) for couple in orders.forbidden),
            "force": orders.force,
            "seed": seed,
            "today": today,
        }
    )


def _fingerprint(facts: Mapping[str, Any]) -> str:
    """SHA-256 of canonical JSON: keys sorted, whole numbers and texts only, days as texts."""
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), default=str)
    return sha256(text.encode()).hexdigest()


def _of_program(program: Program) -> Mapping[str, Any]:
    """How long a meeting takes is looked at where several people must have time for it."""
    facts = program.model_dump(include=set(PROGRAM_FACTS), exclude_defaults=True)
    if program.kind in {ProgramKind.GROUP, ProgramKind.PEER_CIRCLE}:
        facts["minutes"] = meeting_minutes(program)
    return facts


def _of_person(person: Person, program_id: ProgramId) -> Mapping[str, Any]:
    enrolments = [
        _of_enrolment(enrolment)
        for enrolment in person.enrolments
        if enrolment.program == program_id
    ]
    facts = person.model_dump(include=set(PERSON_FACTS), exclude_defaults=True)
    return {**facts, "enrolments": enrolments}


def _of_enrolment(enrolment: Enrolment) -> Mapping[str, Any]:
    facts = {
        "role": enrolment.role,
        "status": "taking part" if enrolment.status in TAKING_PART else enrolment.status,
        "capacity": enrolment.capacity,
        "prefers": enrolment.prefers,
        "until": enrolment.until,
    }
    return facts | {"comes_first": True} if enrolment.comes_first else facts


def _pairs(
    community: Community, program_id: ProgramId, taking_part: frozenset[PersonId]
) -> Iterator[PairId]:
    """The pairs of the program, and those anywhere in which somebody who takes part is or was."""
    for pair_id, pair in community.pairs.items():
        if pair_id.program == program_id or any(
            member.person in taking_part for member in pair.members
        ):
            yield pair_id


def _of_pair(pair: Pair) -> Mapping[str, Any]:
    members = current_members(pair) if is_current(pair) else pair.members
    return {
        "members": sorted((member.person, member.role.value) for member in members),
        "status": "current" if is_current(pair) else pair.status,
        "start": pair.start,
    }
