"""Mentors without a group of their own who help to lead another."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from telemaco.matching.groups.company import Company, must_not_meet

Leaders = Mapping[int, tuple[int, ...]]
"""The mentors of every group, by the mentor it was formed around; who fits best leads."""

_NEVER = 10**9
_FIRST = 10**7
_PLACE = 10**6


def with_co_mentors(company: Company, groups: Mapping[int, Sequence[int]]) -> Leaders:
    """The mentors of every group, as many co-mentors as the program allows among them.

    Round by round every group gets one more, so that as many mentors as possible help, those who
    come first before others, and their scores with the mentees are the largest. A round is exact,
    all of them together are not proven to be. A mentor helps where the limits allow them with all
    mentees, where they share the hour and the language, and where the group is not larger than
    they have room for. Of a group's mentors the one whose mean score is the highest leads.
    """
    leaders = {column: [column] for column in groups}
    for _ in range(company.table.terms.program.capacity.co_mentors):
        spare = [
            column
            for column in range(len(company.mentors))
            if not any(column in mentors for mentors in leaders.values())
        ]
        if not spare or not groups:
            break
        _add_one_each(company, groups, leaders, spare)
    return {
        column: tuple(sorted(mentors, key=lambda at: (-_score(company, at, groups[column]), at)))
        for column, mentors in leaders.items()
    }


def _add_one_each(
    company: Company,
    groups: Mapping[int, Sequence[int]],
    leaders: Mapping[int, list[int]],
    spare: Sequence[int],
) -> None:
    columns = list(groups)
    costs = np.full((len(spare), len(columns) + len(spare)), _PLACE, np.int64)
    costs[:, : len(columns)] = _NEVER
    for at, mentor in enumerate(spare):
        first = company.table.mentors[mentor].enrolment.comes_first
        for to, column in enumerate(columns):
            if _can_help(company, mentor, groups[column], leaders[column]):
                score = _score(company, mentor, groups[column])
                costs[at, to] = -score - _FIRST * first
    for row, place in zip(*linear_sum_assignment(costs), strict=True):
        if place < len(columns):
            leaders[columns[int(place)]].append(spare[int(row)])


def _can_help(
    company: Company, mentor: int, mentees: Sequence[int], leaders: Sequence[int]
) -> bool:
    people = company.table.mentors
    return (
        len(mentees) <= people[mentor].room
        and company.can_meet(mentees, [*leaders, mentor])
        and not any(must_not_meet(people[mentor], people[at], company.table) for at in leaders)
    )


def _score(company: Company, mentor: int, mentees: Sequence[int]) -> int:
    """The mean score of a mentor with a group's mentees."""
    return int(company.table.scores[list(mentees), mentor].sum()) // len(mentees)
