"""Places that are to be filled if at all possible, and mentees who are to be served so.

They come before everything that is said of scores, but cost nobody else a place: what is the
largest number of people matched has a set that fills as many such places as can be filled at all,
and one that serves as many such mentees (Mendelsohn and Dulmage 1958). So each of them is made
cheaper, by more and more, until as many are filled as can be. Then the set is the best of those
that do: a smaller rebate would choose it, too, if it filled as many.
"""

import numpy as np

from telemaco.matching.solving.problem import FIRST, UNMATCHED, Integers, Problem
from telemaco.matching.solving.reach import enlarged


def has_needs(problem: Problem) -> bool:
    """Whether anything is to be filled, or anybody to be served, before the others."""
    return bool(problem.needs.any() or (problem.mentees_waited == FIRST).any())


def most_met(problem: Problem) -> int:
    """How many such places can be filled, and how many such mentees served, as one number."""
    nobody = np.full(problem.mentees, UNMATCHED, np.int64)
    everybody = np.ones(problem.mentees, np.bool_)
    first = problem.mentees_waited == FIRST
    needed = np.minimum(problem.needs, problem.room)
    columns = np.flatnonzero(needed)
    places = enlarged(problem.scores[:, columns], 0, nobody, needed[columns], everybody)
    mentees = enlarged(problem.scores, 0, nobody, problem.room, first)
    counts = (int((chosen != UNMATCHED).sum()) for chosen in (places, mentees))
    return sum(count if problem.most is None else min(count, problem.most) for count in counts)


def met(problem: Problem, chosen: Integers) -> int:
    """How many needed places a set of pairs fills and mentees who come first it serves."""
    served = chosen != UNMATCHED
    taken = np.bincount(chosen[served], minlength=problem.mentors)
    places = np.minimum(taken, problem.needs).sum()
    return int(places + (served & (problem.mentees_waited == FIRST)).sum())


def turned(problem: Problem) -> Problem | None:
    """The places that are needed as rows, the mentees as columns with one place each.

    None when no place is needed.
    """
    needed = np.repeat(np.arange(problem.mentors), np.minimum(problem.needs, problem.room))
    if not len(needed):
        return None
    ones, zeros = np.ones(problem.mentees, np.int64), np.zeros(problem.mentees, np.int64)
    return Problem(
        np.ascontiguousarray(problem.scores.T[needed]),
        room=ones,
        load=zeros,
        mentees_waited=np.zeros(len(needed), np.int64),
        mentors_waited=zeros,
        needs=zeros,
        row_words=problem.column_words[needed],
        column_words=problem.row_words,
        objective=problem.objective,
        most=problem.most,
    )
