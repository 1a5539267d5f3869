"""What one more place would bring: with a mentor who is there, or with one still to be found.

The gain is exact (for the fair objective: with the same floor) and needs no second matching. At
the prices of the best set of pairs one more place with a mentor saves that mentor's toll, and a
new mentor saves what the mentee for whom it matters most would save, moves of others included.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from telemaco.matching.chains import Chains, chains_of, seeking
from telemaco.matching.choosing import Choice
from telemaco.matching.full_mentors import FullMentors
from telemaco.matching.further_places import saved_by_places
from telemaco.matching.limits import NONE
from telemaco.matching.participants import Mask, Participant
from telemaco.matching.solving.problem import UNMATCHED
from telemaco.matching.solving.solve import Solution
from telemaco.matching.table import Table, table_of
from telemaco.model.overlap import free_slots
from telemaco.records.base import Language, PersonId, SkillId
from telemaco.records.person import LanguageLevel, Person

_MOST = 5
_ASKED = 50
_EVERY_DAY = {
    "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    "from": "08:00",
    "to": "22:00",
}
_LEVELS = tuple(LanguageLevel)


@dataclass(frozen=True, slots=True)
class Opening:
    """One more place and what it is worth.

    With a `mentor` who is there; else with a new one who knows one of the `skills` as an expert,
    has the `language` as a native and lives in the `zone`, free every day from 8 to 22. `serves` is
    how many more people would have a mentor (0 or 1). `points` is by how much less the pairs miss
    of what the objective counts (see `Costs.points`): below 0 when the pair of the one more
    person misses more than the others gain, 0 when they are served below the floor of now,
    because then everybody's floor changes.
    """

    mentor: PersonId | None
    skills: tuple[SkillId, ...]
    language: Language | None
    zone: str | None
    serves: int
    points: int


def openings(table: Table, choice: Choice, full: FullMentors) -> tuple[Opening, ...]:
    """The places that would bring most, of either kind, the best first."""
    solution = choice.solution
    chains = chains_of(choice)
    if solution is None or chains is None or choice.is_full or not table.mentees:
        return ()
    seekers, wanted = chains.seekers, chains.wanted
    if choice.most_are_wanted:
        seekers, wanted = seeking(choice, chains.left, solution.costs.least)
    gains = _Gains(choice, solution, chains, seekers, wanted)
    found = [
        *_with_mentors(table, gains),
        *_with_full_mentors(full, gains),
        *_with_others(table, gains),
    ]
    worth = [opening for opening in found if opening.serves or opening.points > 0]
    ranked = sorted(worth, key=lambda one: (-one.serves, -one.points, one.mentor or ""))
    return tuple(ranked[:_MOST])


@dataclass(frozen=True, slots=True, eq=False)
class _Gains:
    """What is saved in units, as people served and points of the others.

    `seekers` and `wanted` are those of the chains that keep to the floor.
    """

    choice: Choice
    solution: Solution
    chains: Chains
    seekers: Mask
    wanted: Mask

    def of(self, saved: int, *, serves: bool, at_the_floor: bool) -> tuple[int, int]:
        """A saving; whether it serves one more person, and keeps to the floor in doing so."""
        costs = self.solution.costs
        if not self.choice.most_are_wanted or not serves:
            # Where somebody comes first the saving may be theirs, which is beyond all points.
            points = 0 if costs.problem.rebate else costs.points(round(saved / costs.unit))
            return 0, points
        if not at_the_floor:
            return 1, 0
        rest = saved - int(self.solution.prices.left_out.min())
        return 1, costs.points(round(rest / costs.unit))


def _with_mentors(table: Table, gains: _Gains) -> Iterator[Opening]:
    saved = saved_by_places(gains.solution, gains.choice.taken)
    for column, units in enumerate(saved.tolist()):
        serves, points = gains.of(
            units,
            serves=bool(gains.chains.wanted[column]),
            at_the_floor=bool(gains.wanted[column]),
        )
        yield Opening(table.mentors[column].id, (), None, None, serves, points)


def _with_full_mentors(full: FullMentors, gains: _Gains) -> Iterator[Opening]:
    saved = full.most_saved(gains.solution)
    for column, units in enumerate(saved.tolist()):
        allowed = full.allowed(column)
        high = allowed & gains.solution.costs.allows(full.problem.scores[:, column])
        serves, points = gains.of(
            units,
            serves=bool((allowed & gains.chains.seekers).any()),
            at_the_floor=bool((high & gains.seekers).any()),
        )
        yield Opening(full.table.mentors[column].id, (), None, None, serves, points)


def _with_others(table: Table, gains: _Gains) -> Iterator[Opening]:
    """New mentors such as those who are left out, or else served worst, would want.

    Skills that would be worth the same to the same people are named together.
    """
    profiles = dict.fromkeys(
        (wish.skill, _language(mentee), mentee.person.timezone, mentee.ahead)
        for mentee in (table.mentees[row] for row in _asking(table, gains))
        for wish in mentee.person.seeks
    )
    made_up = [_mentor(*profile, number) for number, profile in enumerate(profiles)]
    judged = table_of(table.mentees, made_up, table.terms)
    together: defaultdict[tuple[Language, str, int, int], list[SkillId]] = defaultdict(list)
    for column, (skill, language, zone, _) in enumerate(profiles):
        gain = _gain_of(judged, gains, column)
        together[language, zone, *gain].append(skill)
    for (language, zone, serves, points), skills in together.items():
        yield Opening(None, tuple(skills), language, zone, serves, points)


def _gain_of(judged: Table, gains: _Gains, column: int) -> tuple[int, int]:
    """What a mentor who is not there yet would bring: the most that somebody would save."""
    costs, prices = gains.solution.costs, gains.solution.prices
    allowed = judged.limits[:, column] == NONE
    allowed[list(gains.choice.pinned)] = False
    high = allowed & costs.allows(judged.scores[:, column])
    rows = np.flatnonzero(high)
    level = costs.levels[judged.scores[rows, column]] * costs.unit
    saved = int((prices.costs[rows] - level).max(initial=0))
    return gains.of(
        saved,
        serves=bool((allowed & gains.chains.seekers).any()),
        at_the_floor=bool((high & gains.seekers).any()),
    )


def _asking(table: Table, gains: _Gains) -> list[int]:
    """Those who are left out, then those with the lowest scores; nobody whose pair is decided."""
    chosen = gains.choice.chosen
    matched = np.flatnonzero(chosen != UNMATCHED)
    own = np.full(len(table.mentees), UNMATCHED)
    own[matched] = table.scores[matched, chosen[matched]]
    order = np.argsort(own, kind="stable")
    return [int(row) for row in order[~np.isin(order, gains.choice.pinned)][:_ASKED]]


def _language(mentee: Participant) -> Language:
    spoken: Mapping[Language, LanguageLevel] = mentee.person.languages
    return max(sorted(spoken), key=lambda code: _LEVELS.index(spoken[code]))


def _mentor(
    skill: SkillId, language: Language, zone: str, ahead: tuple[int, ...], number: int
) -> Participant:
    person = Person.model_validate(
        {
            "name": "-",
            "timezone": zone,
            "languages": {language: "native"},
            "availability": [_EVERY_DAY],
            "offers": [{"skill": skill, "level": "expert"}],
            "enrolments": [{"program": "new", "role": "mentor", "status": "accepted"}],
            "consent": {"text": "-", "on": "2000-01-01"},
        }
    )
    free = tuple(free_slots(person.availability, minutes) for minutes in ahead)
    # No id that a person can have, so that no limit takes them for somebody.
    name = PersonId(f"new mentor {number}")
    return Participant(name, person, person.enrolments[0], 1, 0, free, ahead)
