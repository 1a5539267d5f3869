"""Anchors: for every mentor the sets of mentees who could all meet with them at one hour.

An anchor is an hour and a language of the mentor's; its mentees are those whom the limits allow
and who share both. Whoever comes together at an anchor can meet, whatever their number, so that
at an anchor it is a matter of each person alone who may join. Only anchors are kept that no other
one of the mentor holds all the mentees of, and that have enough for a group. Every group that can
meet lies within one of them.
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from telemaco.matching.groups.company import Company
from telemaco.matching.meeting import Bits
from telemaco.matching.participants import Mask

Anchors = npt.NDArray[np.bool_]
"""A row for every anchor, a column for every mentee; the anchors of most mentees first."""


def anchors_of(company: Company) -> list[Anchors]:
    """The anchors of every mentor."""
    people, shares = company.table.mentees, company.shares
    hours, tongues = shares.hours(people), shares.tongues(people)
    own_hours = shares.hours(company.table.mentors)
    own_tongues = shares.tongues(company.table.mentors)
    allowed = company.table.allowed
    found: list[Anchors] = []
    for column in range(len(company.table.mentors)):
        mine, spoken = own_hours[column] > 0, own_tongues[column] > 0
        sets = _at_hours(hours[:, mine], tongues[:, spoken], allowed[:, column])
        found.append(_largest(sets, company.least).reshape(-1, len(people)))
    return found


def _at_hours(hours: Bits, tongues: Bits, allowed: Mask) -> Iterator[Mask]:
    """The mentees at every hour and language; the same mentees once."""
    seen: set[bytes] = set()
    rows = np.flatnonzero(allowed)
    for spoken in tongues.T:
        able = rows[spoken[rows] > 0]
        for at_hour in np.unique(hours[able].T, axis=0) > 0:
            found = np.zeros(len(allowed), np.bool_)
            found[able[at_hour]] = True
            if (key := found.tobytes()) not in seen:
                seen.add(key)
                yield found


def _largest(found: Iterator[Mask], least: int) -> Anchors:
    """Those that have enough mentees and lie within no other."""
    sets = [one for one in found if one.sum() >= least]
    sets.sort(key=lambda one: (-int(one.sum()), (~one).tobytes()))
    anchors = np.array(sets, np.bool_)
    kept: list[int] = []
    for at, anchor in enumerate(anchors):
        if not (anchors[kept] | ~anchor).all(axis=1).any():
            kept.append(at)
    return anchors[kept]
