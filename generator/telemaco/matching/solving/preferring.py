"""Whom people would rather have, where both sides' preferences decide."""

from collections.abc import Callable

import numpy as np

from telemaco.matching.solving.costs import Costs
from telemaco.matching.solving.problem import FORBIDDEN, UNMATCHED, Integers
from telemaco.matching.solving.stable import Liking, bonus


def mentee_ranks(costs: Costs, liking: Liking, rows: Integers, columns: Integers) -> Integers:
    """The lower, the more each of these mentees likes the mentor beside them."""

    def place(row: int, column: int) -> int | None:
        wishes = liking.mentees.get(row, ())
        return wishes.index(column) if column in wishes else None

    return _ranks(costs, rows, columns, place)


def mentor_ranks(costs: Costs, liking: Liking, rows: Integers, columns: Integers) -> Integers:
    """The lower, the more each of these mentors likes the mentee beside them."""

    def place(row: int, column: int) -> int | None:
        wishes = liking.mentors.get(column, ())
        return wishes.index(row) if row in wishes else None

    return _ranks(costs, rows, columns, place)


def first_in_line(costs: Costs, liking: Liking, chosen: Integers, column: int) -> int:
    """The mentee who would get one more place with a mentor whom somebody left out fits."""
    rows = np.flatnonzero((costs.problem.scores[:, column] != FORBIDDEN) & (chosen != column))
    here = np.full_like(rows, column)
    own = chosen[rows]
    wants = own == UNMATCHED
    has = np.flatnonzero(~wants)
    wants[has] = mentee_ranks(costs, liking, rows[has], here[has]) < mentee_ranks(
        costs, liking, rows[has], own[has]
    )
    wanting = rows[wants]
    return int(wanting[mentor_ranks(costs, liking, wanting, here[wants]).argmin()])


def _ranks(
    costs: Costs, rows: Integers, columns: Integers, place: Callable[[int, int], int | None]
) -> Integers:
    """Asked for first, then by score; draws decide between equals."""
    likes = costs.problem.scores[rows, columns].astype(np.int64)
    places = (place(*couple) for couple in zip(rows.tolist(), columns.tolist(), strict=True))
    likes += np.array([0 if at is None else bonus(at) for at in places], np.int64)
    ranks: Integers = costs.of(rows, columns) % costs.unit - likes * costs.unit
    return ranks
