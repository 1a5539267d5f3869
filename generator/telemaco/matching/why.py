"""Why two people were not paired: the limit that forbids it, or what it would cost the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from telemaco.matching.choosing import Choice
from telemaco.matching.limits import LIMITS, NONE
from telemaco.matching.participants import Participant
from telemaco.matching.propose import Considered
from telemaco.matching.solving.costs import costs_of
from telemaco.matching.solving.needs import met
from telemaco.matching.solving.preferring import mentee_ranks, mentor_ranks
from telemaco.matching.solving.problem import UNMATCHED, Integers
from telemaco.matching.solving.solve import Solution
from telemaco.matching.solving.why_not import Forced, why_not
from telemaco.matching.table import Table
from telemaco.matching.together import no_way_to_join
from telemaco.messages import Message, msg
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
class Contented:
    """Somebody who likes the one they have better: whom they asked for, or who scores more.

    Between equals the draw decides. `score` is that with the one they have, of 100000.
    """

    person: PersonId
    has: PersonId
    score: int
    reason: Literal["asked", "score", "draw"]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a mentee is not with a mentor; `own` is their pair and whom they are with now.

    `forbidden` is the limit in words. `cost` is None when there is one, when nobody could make
    room, when members of groups changed places, and for stable pairs, which have no price: of
    these at least one side is `contented`, the mentee, or the mentor with all whom they have,
    unless the program takes no more pairs.
    `floor` is the least score that the fair objective allows, when the pair is below it.
    """

    own: Moved
    forbidden: Message | None = None
    cost: Cost | None = None
    others: tuple[Moved, ...] = ()
    floor: int | None = None
    contented: tuple[Contented, ...] = ()


def why(considered: Considered, mentee: PersonId, mentor: PersonId) -> Why | None:
    """The answer; None when one of the two takes no part in the matching on their side."""
    table, choice = considered.table, considered.choice
    rows = {one.id: row for row, one in enumerate(table.mentees)}
    columns = {one.id: column for column, one in enumerate(table.mentors)}
    if choice is None or mentee not in rows or mentor not in columns:
        return None
    row, column = rows[mentee], columns[mentor]
    own = _moved(table, row, int(choice.chosen[row]), column)
    if forbidden := _forbidden(table, choice, row, column):
        return Why(own, forbidden)
    if choice.problem.objective == "stable":
        return Why(own, contented=tuple(_contented(table, choice, row, column)))
    if choice.solution is None:
        return Why(own)
    return _priced(table, choice.solution, own, row, column)


def _forbidden(table: Table, choice: Choice, row: int, column: int) -> Message | None:
    """The pin, the limit or the group that keeps the two apart."""
    if row in choice.pinned and choice.chosen[row] != column:
        return _pinned(table, row, int(choice.chosen[row]))
    limit = int(table.limits[row, column])
    if limit != NONE:
        return LIMITS[limit].reason(table.mentees[row], table.mentors[column], table.terms)
    return _apart(table, choice, row, column)


def _apart(table: Table, choice: Choice, row: int, column: int) -> Message | None:
    """What keeps a mentee from joining a mentor's group, in a program of groups."""
    rows = np.flatnonzero(choice.chosen == column).tolist()
    mentees = [table.mentees[at] for at in rows if at != row]
    if not table.terms.clocks or not mentees:
        return None
    return no_way_to_join([table.mentors[column], *mentees], table.mentees[row], table.terms)


def _pinned(table: Table, row: int, column: int) -> Message:
    return msg(
        "the pair of {mentee} and {mentor} is pinned in this run",
        mentee=table.mentees[row].person.name,
        mentor=table.mentors[column].person.name,
    )


def _contented(table: Table, choice: Choice, row: int, column: int) -> Iterator[Contented]:
    """Who of the two would not change, as preferences go; nobody, if they are a pair."""
    own = int(choice.chosen[row])
    if own == column:
        return
    costs, liking = costs_of(choice.problem), choice.liking
    here = np.array([row]), np.array([column])
    mentee, mentor = table.mentees[row], table.mentors[column]
    if own != UNMATCHED:
        now = mentee_ranks(costs, liking, here[0], np.array([own]))
        if now < mentee_ranks(costs, liking, *here):
            other = table.mentors[own]
            scores = int(table.scores[row, own]), int(table.scores[row, column])
            yield Contented(mentee.id, other.id, scores[0], _reason(mentee, other, scores))
    held = np.flatnonzero(choice.free_to_move == column)
    ranks = mentor_ranks(costs, liking, held, np.full_like(held, column))
    is_full = choice.taken[column] >= choice.problem.room[column]
    if is_full and (ranks < mentor_ranks(costs, liking, *here)).all():
        for at in held.tolist():
            other = table.mentees[at]
            scores = int(table.scores[at, column]), int(table.scores[row, column])
            yield Contented(mentor.id, other.id, scores[0], _reason(mentor, other, scores))


def _reason(
    one: Participant, other: Participant, scores: tuple[int, int]
) -> Literal["asked", "score", "draw"]:
    """Why somebody likes the other better, with the scores of both pairs."""
    if other.id in one.enrolment.prefers:
        return "asked"
    return "score" if scores[0] > scores[1] else "draw"


def _priced(table: Table, solution: Solution, own: Moved, row: int, column: int) -> Why:
    forced = why_not(solution, row, column)
    if forced is None:
        return Why(own)
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
    """What is lost when the pairs become those that are chosen.

    Where the most pairs are wanted, those left out are counted by themselves.
    """
    unit, problem = solution.costs.unit, solution.costs.problem
    first = met(problem, solution.chosen) - met(problem, chosen)
    loss, left_out = forced.loss - first * problem.rebate * unit, 0
    if problem.objective != "total" and not solution.is_limited:
        before, after = solution.chosen == UNMATCHED, chosen == UNMATCHED
        left_out = int(after.sum()) - int(before.sum())
        loss -= left_out * int(solution.prices.left_out.min())
    return Cost(left_out, solution.costs.points(round(loss / unit)), first)
