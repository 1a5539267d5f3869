from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from telemaco.matching.groups.branch import Field, groups_in
from telemaco.matching.groups.company import Company, company_of
from telemaco.matching.groups.likeness import likeness
from telemaco.matching.groups.search import best_groups
from telemaco.matching.groups.swaps import swapped
from telemaco.matching.participants import Matrix
from telemaco.matching.solving.problem import UNMATCHED, Integers
from tests.matching.groups.companies import fields, group_table, problems_of
from tests.matching.people import participant, terms

SINGER: dict[str, Any] = {"seeks": [{"skill": "singing"}]}
ORGANIST: dict[str, Any] = {"seeks": [{"skill": "organ"}]}


def _worth(company: Company, like: Matrix, chosen: Integers) -> float:
    """Four parts for the scores with the mentors, one for what members share."""
    total = 0.0
    for column, rows in groups_in(chosen).items():
        total += 4 * int(company.table.scores[rows, column].sum())
        total += 100 * int(like[np.ix_(rows, rows)].sum()) / max(1, len(rows) - 1)
    return total


@settings(max_examples=80, deadline=None)
@given(field=fields())
def test_changes_keep_to_everything_and_are_worth_it(field: Field) -> None:
    company = field.company
    chosen = best_groups(field).chosen
    like = likeness(company.table.mentees, company.table.terms)
    assert like is not None

    for spread in (True, False):
        found = swapped(company, like, chosen, spread=spread)

        after = found.chosen
        assert not list(problems_of(company, groups_in(after)))
        assert ((after == UNMATCHED) == (chosen == UNMATCHED)).all()
        assert found.moved == int((after != chosen).sum())
        assert _worth(company, like, after) >= _worth(company, like, chosen)
        rows = np.flatnonzero(chosen != UNMATCHED)
        if len(rows):
            before = company.table.scores[rows, chosen[rows]]
            assert company.table.scores[rows, after[rows]].min() >= before.min()
        if spread:
            assert _unevenness(after) <= _unevenness(chosen)


def _unevenness(chosen: Integers) -> int:
    return sum(len(rows) ** 2 for rows in groups_in(chosen).values())


def _company(values: Sequence[dict[str, Any]], least: int = 2) -> Company:
    mentees = [participant(f"mentee-{at}", one) for at, one in enumerate(values)]
    mentors = [participant(f"mentor-{at}", role="mentor", room=4) for at in range(2)]
    capacity = {"group_minimum": least, "group_maximum": 4}
    return company_of(group_table(mentees, mentors, capacity=capacity), None)


def test_people_who_want_the_same_come_together_and_what_it_brought_is_told() -> None:
    company = _company([SINGER, ORGANIST, SINGER, ORGANIST])
    like = likeness(company.table.mentees, company.table.terms)

    found = swapped(company, like, np.array([0, 0, 1, 1]), spread=False)

    assert groups_in(found.chosen) in ({0: [0, 2], 1: [1, 3]}, {0: [1, 3], 1: [0, 2]})
    assert found.moved == 2
    assert found.shared == (100, 766)
    assert found.scores[0] == found.scores[1]


@pytest.mark.parametrize(("spread", "sizes"), [(False, [1, 3]), (True, [2, 2])])
def test_somebody_goes_over_alone_unless_groups_are_to_be_even(
    sizes: list[int], *, spread: bool
) -> None:
    company = _company([SINGER, SINGER, SINGER, ORGANIST], least=1)
    like = likeness(company.table.mentees, company.table.terms)

    found = swapped(company, like, np.array([0, 0, 1, 1]), spread=spread)

    assert sorted(map(len, groups_in(found.chosen).values())) == sizes


def test_nothing_changes_where_neither_skills_nor_goals_count() -> None:
    off = terms({"weights": {"skills": "off", "goals": "off"}})
    company = _company([SINGER, ORGANIST, SINGER, ORGANIST])
    chosen = np.array([0, 0, 1, 1])

    assert likeness(company.table.mentees, off) is None
    assert swapped(company, None, chosen, spread=False).moved == 0


def test_related_wishes_count_six_tenths_and_silence_little() -> None:
    people = [
        participant("a", {"seeks": [{"skill": "fugue"}]}),
        participant("b", {"seeks": [{"skill": "counterpoint"}, {"skill": "fugue"}]}),
        participant("c", {"seeks": [{"skill": "counterpoint"}]}),
        participant("d"),
    ]

    found = likeness(people, terms({"weights": {"goals": "off"}}))

    assert found is not None
    assert (found == found.T).all()
    assert found[0].tolist() == [0, 900, 600, 300]


def test_nobody_goes_where_all_share_no_hour() -> None:
    company = _company(
        [
            SINGER | _free("mon"),
            ORGANIST | _free("mon"),
            SINGER | _free("tue"),
            ORGANIST | _free("tue"),
        ]
    )
    like = likeness(company.table.mentees, company.table.terms)

    found = swapped(company, like, np.array([0, 0, 1, 1]), spread=False)

    assert found.moved == 0


def _free(day: str) -> dict[str, Any]:
    return {"availability": [{"days": [day], "from": "18:00", "to": "20:00"}]}
