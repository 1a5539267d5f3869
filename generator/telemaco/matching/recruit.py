"""What one more place would bring: with a mentor who is there, or with one still to be found.

The gain is exact (for the fair objective: with the same floor) and needs no second matching. At
the prices of the best set of pairs one more place with a mentor saves that mentor's toll, and a
new mentor saves what the mentee for whom it matters most would save, moves of others included.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from telemaco.matching.choosing import Choice
from telemaco.matching.participants import Participant
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

    With a `mentor` who is there; else with a new one who knows the `skill` as an expert, has
    the `language` as a native and lives in the `zone`, free every day from 8 to 22. `serves` is
    how many more people would have a mentor (0 or 1), `points` what the others gain (see
    `Costs.points`; it can be below 0 when one more person is served).
    """

    mentor: PersonId | None
    skill: SkillId | None
    language: Language | None
    zone: str | None
    serves: int
    points: int


def openings(table: Table, choice: Choice) -> tuple[Opening, ...]:
    """The places that would bring most, of either kind, the best first."""
    solution = choice.solution
    if solution is None or solution.is_limited or not table.mentees:
        return ()
    found = [*_with_mentors(table, solution), *_with_others(table, solution)]
    worth = [opening for opening in found if opening.serves or opening.points > 0]
    ranked = sorted(worth, key=lambda one: (-one.serves, -one.points, one.mentor or ""))
    return tuple(ranked[:_MOST])


def _with_mentors(table: Table, solution: Solution) -> Iterator[Opening]:
    for column, toll in enumerate(solution.prices.tolls.tolist()):
        serves, points = _gain(solution, toll)
        yield Opening(table.mentors[column].id, None, None, None, serves, points)


def _with_others(table: Table, solution: Solution) -> Iterator[Opening]:
    """New mentors such as those who are left out, or else served worst, would want."""
    profiles = dict.fromkeys(
        (wish.skill, _language(mentee), mentee.person.timezone, mentee.ahead)
        for mentee in (table.mentees[row] for row in _asking(table, solution))
        for wish in mentee.person.seeks
    )
    made_up = [_mentor(*profile, number) for number, profile in enumerate(profiles)]
    judged = table_of(table.mentees, made_up, table.terms)
    costs = solution.costs
    for column, (skill, language, zone, _) in enumerate(profiles):
        rows = np.flatnonzero(judged.allowed[:, column] & costs.allows(judged.scores[:, column]))
        level = costs.levels[judged.scores[rows, column]] * costs.unit
        saved = int((solution.prices.costs[rows] - level).max(initial=0))
        yield Opening(None, skill, language, zone, *_gain(solution, saved))


def _asking(table: Table, solution: Solution) -> list[int]:
    """Those whom the limits leave with nobody or everybody else, then the lowest scores."""
    matched = np.flatnonzero(solution.chosen != UNMATCHED)
    own = np.full(len(table.mentees), UNMATCHED)
    own[matched] = table.scores[matched, solution.chosen[matched]]
    return [int(row) for row in np.argsort(own, kind="stable")[:_ASKED]]


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


def _gain(solution: Solution, saved: int) -> tuple[int, int]:
    """What is saved, as people served and points of the others."""
    costs, serves = solution.costs, 0
    if costs.problem.objective != "total":
        one = int(solution.prices.left_out.min())
        serves = (saved + one // 2) // one
        saved -= serves * one
    return serves, costs.points(round(saved / costs.unit))
