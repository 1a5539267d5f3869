"""Peers who look for a circle, and how good circles of theirs are."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from telemaco.matching.choosing import runs_waited
from telemaco.matching.meeting import Shares, shares_of
from telemaco.matching.participants import Mask, Matrix
from telemaco.matching.table import Table

Circle = tuple[int, ...]
"""The positions of the members, rising."""

_A_CIRCLE = 2
"""People without whom nobody meets."""

Value = tuple[int, int, int, int, int]
"""People placed, how many runs they have waited, circles, unevenness (both below 0), and scores:
compared in this order."""


@dataclass(frozen=True)
class Peers:
    """People and what counts for their circles.

    `fits` and `scores` are of every two people, both directions together; `shared` is what each
    can share with others (see `meeting.Shares`), `waited` how many earlier runs left them without
    a circle, more for those who come first. A circle has `least` to `most` members, and
    there may be `circles` (None: any number).
    """

    fits: Mask
    scores: Matrix
    shares: Shares
    shared: Sequence[int]
    waited: Sequence[int]
    least: int
    most: int
    circles: int | None
    spread: bool

    def can_meet(self, members: Sequence[int]) -> bool:
        """Whether these people fit one another and share an hour and a language."""
        common, able, everybody = -1, -1, 0
        for one in members:
            common &= self.shared[one]
            able &= self._fitting[one]
            everybody |= 1 << one
        return not everybody & ~able and self.shares.are_enough(common)

    def in_reach(self, circle: Sequence[int], able: Sequence[int]) -> dict[int, list[int]]:
        """Of those able to join a circle, who could join after each of them."""
        common = -1
        for one in circle:
            common &= self.shared[one]
        found: dict[int, list[int]] = {}
        for one in able:
            fitting, shared = self._fitting[one], common & self.shared[one]
            found[one] = [
                other
                for other in able
                if other != one
                and fitting >> other & 1
                and self.shares.are_enough(shared & self.shared[other])
            ]
        return found

    def value(self, circles: Sequence[Circle]) -> Value:
        """How good a set of circles is."""
        uneven = sum(len(circle) ** 2 for circle in circles) if self.spread else 0
        placed = sum(map(len, circles))
        waited = sum(self.waited[one] for circle in circles for one in circle)
        worth = sum(self._worth(circle) for circle in circles)
        return placed, waited, -len(circles), -uneven, worth

    def with_others(self, one: int, members: Sequence[int]) -> int:
        """The sum of somebody's scores with others."""
        own = self._rows[one]
        return sum(own[other] for other in members)

    def _worth(self, circle: Circle) -> int:
        """The sum of the members' mean scores with the others, both directions together."""
        known = self._worths.get(circle)
        if known is None:
            total = sum(self.with_others(one, circle) for one in circle)
            known = self._worths[circle] = total // max(1, len(circle) - 1)
        return known

    @cached_property
    def _worths(self) -> dict[Circle, int]:
        return {}

    @cached_property
    def _fitting(self) -> list[int]:
        """The people whom each person fits, as bits, and the person."""
        return [
            sum(1 << int(other) for other in np.flatnonzero(row)) | 1 << one
            for one, row in enumerate(self.fits)
        ]

    @cached_property
    def _rows(self) -> list[list[int]]:
        scores = self.scores.copy()
        np.fill_diagonal(scores, 0)
        rows: list[list[int]] = scores.tolist()
        return rows


def peers_of(table: Table, most: int | None) -> Peers:
    """The people of a table of everybody with everybody; there may be `most` circles."""
    terms, people = table.terms, table.mentees
    shares, capacity = shares_of(terms, people), terms.program.capacity
    least = max(_A_CIRCLE, capacity.group_minimum)
    return Peers(
        table.allowed & table.allowed.T,
        table.scores + table.scores.T,
        shares,
        [shares.of(one) for one in people],
        [runs_waited(one) for one in people],
        least,
        max(least, capacity.group_maximum),
        most,
        terms.program.matching.spread == "even",
    )
