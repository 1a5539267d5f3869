"""What the objectives give to people, against taking the best pair first and first come.

Medians of 20 made-up programs of 200 mentees in four kinds. Worst-off and worst tenth are scores of
100, among those who are matched. Below each kind stands the worst of its 20 programs for `fair`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from bench.mentoring import population
from bench.table import Row, print_rows
from telemaco.matching.choosing import problem_of
from telemaco.matching.silence import with_silence
from telemaco.matching.solving.arcs import first_arcs
from telemaco.matching.solving.costs import costs_of
from telemaco.matching.solving.floor import best_worst
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers, Problem
from telemaco.matching.solving.solve import solve
from telemaco.matching.solving.stable import Liking, blocked, stable
from telemaco.matching.table import table_of

_SIZE = 200
_MENTORS_OF_A_HUNDRED = 55
_SEEDS = 20
_POINTS = 1000


@dataclass(frozen=True, slots=True)
class _Made:
    """A made-up program as numbers, and whom its people asked for."""

    problem: Problem
    liking: Liking


@dataclass(frozen=True, slots=True)
class _Outcome:
    matched: int
    total: int
    worst: int
    tenth: float
    blocking: int


def rows() -> Iterator[Row]:
    """Four kinds of programs, and for each what every way to choose gives."""
    for capacity in (False, True):
        for world in (True, False):
            kind = "one to three each" if capacity else "one-to-one"
            where = "world-wide" if world else "one region"
            yield from _kind(f"{where}, {kind}", capacity=capacity, world=world)


def _kind(name: str, *, capacity: bool, world: bool) -> Iterator[Row]:
    programs = [_made(seed, capacity=capacity, world=world) for seed in range(_SEEDS)]
    outcomes = {
        way: [_outcome(made, choose(made)) for made in programs] for way, choose in _WAYS.items()
    }
    most = [one.total for one in outcomes["total"]]
    for way, found in outcomes.items():
        yield Row(
            f"{name}, {way}: {median(one.matched for one in found):.0f} matched, "
            f"worst {median(one.worst for one in found) / _POINTS:.1f}, "
            f"tenth {median(one.tenth for one in found) / _POINTS:.1f}, "
            f"{median(one.blocking for one in found):.0f} blocking",
            100 * median(one.total / best for one, best in zip(found, most, strict=True)),
            "% total",
        )
    fair = outcomes["fair"]
    least = min(one.total / best for one, best in zip(fair, most, strict=True))
    floors = [_best_worst(made.problem) for made in programs]
    kept = min(one.worst / best for one, best in zip(fair, floors, strict=True))
    short = max(
        best.matched - one.matched for one, best in zip(fair, outcomes["coverage"], strict=True)
    )
    yield Row("  fair, least of 20: of the largest total", 100 * least, "%", at_least=98)
    yield Row("  fair, least of 20: of the best worst-off", 100 * kept, "%", at_least=90)
    yield Row("  fair, most of 20: people fewer than could be matched", short, "", at_most=0)


def _made(seed: int, *, capacity: bool, world: bool) -> _Made:
    mentors = _SIZE * _MENTORS_OF_A_HUNDRED // 100 if capacity else _SIZE
    people = population(_SIZE, mentors, seed, capacity=capacity, world=world)
    terms = with_silence(people.terms, people.mentees, people.mentors)
    table = table_of(people.mentees, people.mentors, terms)
    at = {one.id: position for position, one in enumerate(people.mentors)}
    asked = {row: one.enrolment.prefers for row, one in enumerate(people.mentees)}
    wishes = {row: [at[name] for name in names] for row, names in asked.items()}
    return _Made(problem_of(table, table.allowed, None, str(seed)), Liking(wishes, {}))


def _fair(made: _Made) -> Integers:
    return solve(made.problem).chosen


def _coverage(made: _Made) -> Integers:
    return solve(replace(made.problem, objective="coverage")).chosen


def _total(made: _Made) -> Integers:
    return solve(replace(made.problem, objective="total")).chosen


def _stable(made: _Made) -> Integers:
    return stable(costs_of(replace(made.problem, objective="stable")), made.liking)


def _greedy(made: _Made) -> Integers:
    """The best pair that is left, again and again."""
    problem = made.problem
    costs = costs_of(replace(problem, objective="coverage"))
    whole = costs.rows(np.arange(problem.mentees))
    chosen = np.full(problem.mentees, UNMATCHED)
    room = problem.room.copy()
    for pair in np.argsort(whole, axis=None).tolist():
        mentee, mentor = divmod(pair, problem.mentors)
        if problem.scores[mentee, mentor] == FORBIDDEN:
            break
        if chosen[mentee] == UNMATCHED and room[mentor]:
            chosen[mentee] = mentor
            room[mentor] -= 1
    return chosen


def _first_come(made: _Made) -> Integers:
    """One mentee after another takes the best mentor who has a place left."""
    problem = made.problem
    chosen = np.full(problem.mentees, UNMATCHED)
    room = problem.room.copy()
    for mentee in np.argsort(problem.row_words).tolist():
        scores = np.where(room > 0, problem.scores[mentee], FORBIDDEN)
        mentor = int(scores.argmax())
        if scores[mentor] != FORBIDDEN:
            chosen[mentee] = mentor
            room[mentor] -= 1
    return chosen


_WAYS: Mapping[str, Callable[[_Made], Integers]] = {
    "fair": _fair,
    "total": _total,
    "coverage": _coverage,
    "stable": _stable,
    "best pair first": _greedy,
    "first come": _first_come,
}


def _outcome(made: _Made, chosen: Integers) -> _Outcome:
    problem = made.problem
    matched = np.flatnonzero(chosen != UNMATCHED)
    scores = np.sort(problem.scores[matched, chosen[matched]])
    return _Outcome(
        len(scores),
        int(scores.sum()),
        int(scores[0]),
        float(scores[: len(scores) // 10].mean()),
        len(blocked(problem.scores, chosen, problem.room, made.liking)),
    )


def _best_worst(problem: Problem) -> int:
    everybody = np.ones(problem.mentees, np.bool_)
    return best_worst(problem, first_arcs(problem), everybody) or 0


if __name__ == "__main__":
    print_rows(rows())
