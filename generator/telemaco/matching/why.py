"""Why two people were not paired: the limit that forbids it, or what it would cost the others."""

from dataclasses import dataclass

import numpy as np

from telemaco.matching.choosing import Choice
from telemaco.matching.limits import LIMITS, NONE
from telemaco.matching.propose import Considered
from telemaco.matching.solving.needs import met
from telemaco.matching.solving.problem import UNMATCHED, Integers
from telemaco.matching.solving.solve import Solution
from telemaco.matching.solving.why_not import Forced, why_not
from telemaco.matching.table import Table
from telemaco.matching.together import no_way_to_join
from telemaco.messages import Message
from telemaco.records.base import PersonId


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody whose mentor changes, with the scores of both pairs; None and 0 for nobody."""

    mentee: PersonId
    old: PersonId | None
    new: PersonId | None
    old_score: int
    new_score: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What everybody would lose, exactly: how many more are left out, and points of the objective.

    `first` is how many more of those who come first would have nobody.

    The points are of a score of 100000 for the objectives that add scores; for `fair`, which
    multiplies them, the part of one pair's score whose loss would be as bad, in 100000.
    """

    left_out: int
    points: int
    first: int = 0


@dataclass(frozen=True, slots=True)
class Why:
    """Why a mentee is not with a mentor; `own` is their pair and whom they are with now.

    `forbidden` is the limit in words. `cost` is None when there is one, when nobody could make
    room, and for stable pairs, which have no price. `floor` is the least score that the fair
    objective allows, when the pair is below it.
    """

    own: Moved
    forbidden: Message | None
    cost: Cost | None
    others: tuple[Moved, ...]
    floor: int | None


def why(considered: Considered, mentee: PersonId, mentor: PersonId) -> Why | None:
    """The answer; None when one of the two takes no part in the matching on their side."""
    table, choice = considered.table, considered.choice
    rows = {one.id: row for row, one in enumerate(table.mentees)}
    columns = {one.id: column for column, one in enumerate(table.mentors)}
    if choice is None or mentee not in rows or mentor not in columns:
        return None
    row, column = rows[mentee], columns[mentor]
    own = _moved(table, row, int(choice.chosen[row]), column)
    limit = int(table.limits[row, column])
    if limit != NONE:
        reason = LIMITS[limit].reason(table.mentees[row], table.mentors[column], table.terms)
        return Why(own, reason, None, (), None)
    if apart := _apart(table, choice, row, column):
        return Why(own, apart, None, (), None)
    return _priced(table, choice, own, row, column)


def _apart(table: Table, choice: Choice, row: int, column: int) -> Message | None:
    """What keeps a mentee from joining a mentor's group, in a program of groups."""
    rows = np.flatnonzero(choice.chosen == column).tolist()
    mentees = [table.mentees[at] for at in rows if at != row]
    if not table.terms.clocks or not mentees:
        return None
    return no_way_to_join([table.mentors[column], *mentees], table.mentees[row], table.terms)


def _priced(table: Table, choice: Choice, own: Moved, row: int, column: int) -> Why:
    solution = choice.solution
    forced = why_not(solution, row, column) if solution else None
    if solution is None or forced is None:
        return Why(own, None, None, (), None)
    others = tuple(_moved(table, move.mentee, move.old, move.new) for move in forced.moves)
    floor = solution.costs.least if own.new_score < solution.costs.least else None
    chosen = solution.chosen.copy()
    chosen[[row, *(move.mentee for move in forced.moves)]] = [
        column,
        *(move.new for move in forced.moves),
    ]
    return Why(own, None, _cost(solution, forced, chosen), others, floor)


def _moved(table: Table, row: int, old: int, new: int) -> Moved:
    return Moved(
        table.mentees[row].id,
        _mentor(table, old),
        _mentor(table, new),
        _score(table, row, old),
        _score(table, row, new),
    )


def _mentor(table: Table, column: int) -> PersonId | None:
    return None if column == UNMATCHED else table.mentors[column].id


def _score(table: Table, row: int, column: int) -> int:
    return 0 if column == UNMATCHED else int(table.scores[row, column])


def _cost(solution: Solution, forced: Forced, chosen: Integers) -> Cost:
    """What is lost when the pairs become those that are chosen."""
    unit, problem = solution.costs.unit, solution.costs.problem
    first = met(problem, solution.chosen) - met(problem, chosen)
    loss, left_out = forced.loss - first * problem.rebate * unit, 0
    if problem.objective != "total" and not solution.is_limited:
        one = int(solution.prices.left_out.min())
        left_out = (loss + one // 2) // one
        loss -= left_out * one
    return Cost(left_out, solution.costs.points(round(loss / unit)), first)
