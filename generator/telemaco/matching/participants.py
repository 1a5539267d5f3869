"""What the matching knows of the people who take part and of the terms they meet on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from telemaco.messages import Worded
from telemaco.model.community import Community
from telemaco.model.standing import outcome_of
from telemaco.records.base import PersonId, ProgramId, SkillId
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.person import Enrolment, Person
from telemaco.records.program import Program, Weight
from telemaco.records.text import worded

Matrix = npt.NDArray[np.int32]
"""A number for every mentee (row) and mentor (column)."""

Mask = npt.NDArray[np.bool_]
"""Yes or no for every mentee (row) and mentor (column)."""


UNSAID = 300
"""The value of a criterion about which somebody says nothing: less than a middling answer, so
that leaving a field out is no advantage, and not 0, so that it forbids nothing."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who can be paired.

    `room` is the number of mentees there is room for; `load` those there are already.
    `waited` is on how many days a run of the series left them without a partner since they last
    had one (see `waiting`): the more, the earlier they come.
    `free` are the free slots of the week and `ahead` the minutes that the clock is ahead of
    UTC, both in every season of the program (see `telemaco.model.overlap`).
    """

    id: PersonId
    person: Person
    enrolment: Enrolment
    room: int
    load: int
    free: tuple[int, ...]
    ahead: tuple[int, ...]
    waited: int = 0


Couple = frozenset[PersonId]
"""Two people in no order."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A pair that two people are or were in together."""

    program: ProgramId
    status: PairStatus
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What the program and the vocabulary say about every pair.

    `former` are people who were in a pair together, in any program, with the latest such pair;
    `parted` those whose pair in this program was cancelled or ended early. `silent` are criteria
    about which nobody says anything, which therefore do not count; `hardly_said` those about
    which most say nothing, which is told once and not for every pair. `forbidden` are couples
    that a coordinator rules out for this run. `clocks` are, in a program of groups, the ways in
    which the clocks of those who take part change: minutes in every season beside the first (see
    `meeting`).
    """

    program_id: ProgramId
    program: Program
    related: Mapping[SkillId, frozenset[SkillId]]
    labels: Mapping[SkillId, str | Worded]
    former: Mapping[Couple, Earlier]
    parted: Mapping[Couple, Earlier]
    silent: frozenset[str] = frozenset()
    hardly_said: frozenset[str] = frozenset()
    forbidden: frozenset[Couple] = frozenset()
    clocks: tuple[tuple[int, ...], ...] = ()

    @property
    def weights(self) -> Mapping[str, Weight]:
        """The weight of every criterion, in the order of the record."""
        weights = self.program.matching.weights
        return {name: getattr(weights, name) for name in type(weights).model_fields}


def terms_of(community: Community, program_id: ProgramId) -> Terms:
    """The terms of a program; `silence.silent_criteria` adds what depends on who takes part."""
    former, parted = _together(community, program_id)
    return Terms(
        program_id,
        community.programs[program_id],
        _related(community),
        _labels(community),
        former,
        parted,
    )


def _labels(community: Community) -> Mapping[SkillId, str | Worded]:
    fallbacks = community.settings.languages
    return {one: worded(skill.label, fallbacks) for one, skill in community.skills.items()}


def _related(community: Community) -> Mapping[SkillId, frozenset[SkillId]]:
    """Skills related to each other: what one says of the other holds both ways."""
    found: dict[SkillId, set[SkillId]] = {skill: set() for skill in community.skills}
    for skill, entry in community.skills.items():
        for other in entry.related:
            found[skill].add(other)
            found.setdefault(other, set()).add(skill)
    return {skill: frozenset(others) for skill, others in found.items()}


def _together(
    community: Community, program_id: ProgramId
) -> tuple[Mapping[Couple, Earlier], Mapping[Couple, Earlier]]:
    former: dict[Couple, Earlier] = {}
    parted: dict[Couple, Earlier] = {}
    by_start = sorted(community.pairs.items(), key=lambda entry: (entry[1].start, entry[0]))
    for pair_id, pair in by_start:
        earlier = Earlier(pair_id.program, pair.status, pair.start, pair.end)
        former |= dict.fromkeys(_couples(pair), earlier)
        if pair_id.program == program_id and outcome_of(pair) in _CAME_TO_NOTHING:
            parted |= dict.fromkeys(_couples(pair), earlier)
    return former, parted


_CAME_TO_NOTHING = frozenset({PairStatus.CANCELLED, PairStatus.ENDED_EARLY})


def _couples(pair: Pair) -> list[Couple]:
    people = sorted({member.person for member in pair.members})
    return [frozenset((one, other)) for one in people for other in people if one < other]
