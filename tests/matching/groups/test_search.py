from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from telemaco.matching.groups import search
from telemaco.matching.groups.anchors import anchors_of
from telemaco.matching.groups.branch import Field, groups_in
from telemaco.matching.groups.company import company_of
from telemaco.matching.groups.forming import form_groups
from telemaco.matching.groups.search import best_groups
from telemaco.matching.solving.problem import UNMATCHED
from tests.matching.groups.companies import (
    every_grouping,
    fields,
    group_table,
    is_right,
    problems_of,
)
from tests.matching.people import SKILLS, participant

SMALL = settings(max_examples=80, deadline=None)


@SMALL
@given(field=fields())
def test_groups_are_the_best_of_all_where_it_is_said_that_they_are(field: Field) -> None:
    found = best_groups(field)

    best = max(field.value(plan) for plan in every_grouping(field))
    assert not list(problems_of(field.company, groups_in(found.chosen)))
    assert found.value == field.value(found.chosen)
    assert found.is_proven
    assert found.value == best


@SMALL
@given(field=fields())
def test_search_that_is_cut_short_finds_groups_that_can_meet(field: Field) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "_MOST", 1)
        patch.setattr(search, "_LEAST", 1)
        found = best_groups(field)

    sizes = [int((plan != UNMATCHED).sum()) for plan in every_grouping(field)]
    assert not list(problems_of(field.company, groups_in(found.chosen)))
    assert int((found.chosen != UNMATCHED).sum()) <= max(sizes)
    if field.problem.objective != "total":
        assert max(sizes) <= found.at_most


@SMALL
@given(field=fields())
def test_every_group_that_can_meet_lies_within_an_anchor(field: Field) -> None:
    anchors = anchors_of(field.company)

    for plan in every_grouping(field):
        for column, rows in groups_in(plan).items():
            assert anchors[column][:, rows].all(axis=1).any()
    for sets in anchors:
        for one, other in ((one, other) for one in sets for other in sets):
            assert one is other or (one & ~other).any() or (one == other).all()


@SMALL
@given(field=fields())
def test_groups_that_are_formed_can_meet_and_serve_as_many_as_were_found(field: Field) -> None:
    company = field.company

    formed = form_groups(company.table, company.most, "seed")

    groups = formed.groups
    assert not list(problems_of(company, groups))
    served = int((formed.choice.chosen != UNMATCHED).sum())
    objective = company.table.terms.program.matching.objective
    if objective not in {"stable", "total"}:
        assert served == int((formed.found.chosen != UNMATCHED).sum())
    most = company.table.terms.program.capacity.co_mentors
    for column, mentors in formed.leaders.items():
        assert mentors[0] == column
        assert len(mentors) <= 1 + most
        assert company.can_meet(groups[column], mentors)
        assert all(len(groups[column]) <= company.room[at] for at in mentors)
    helping = [at for mentors in formed.leaders.values() for at in mentors]
    assert len(helping) == len(set(helping))


def _large() -> Field:
    """Sixty mentees of whom eleven mentors could serve all, were it not for their hours."""
    chance = np.random.default_rng(5)
    hours = [(day, hour) for day in ("mon", "tue", "wed") for hour in (17, 18, 19)]

    def values(skills: str) -> dict[str, Any]:
        own = [hours[at] for at in sorted(chance.choice(len(hours), 3, replace=False))]
        free = [{"days": [day], "from": f"{at}:00", "to": f"{at + 1}:00"} for day, at in own]
        return {"availability": free, skills: [{"skill": str(chance.choice(SKILLS))}]}

    mentees = [participant(f"mentee-{at:02}", values("seeks")) for at in range(60)]
    mentors = [
        participant(f"mentor-{at:02}", values("offers"), role="mentor", room=6) for at in range(12)
    ]
    capacity = {"group_minimum": 3, "group_maximum": 6}
    return Field(company_of(group_table(mentees, mentors, capacity=capacity), 11), "seed")


def test_many_people_are_grouped_well_without_a_proof() -> None:
    field = _large()

    found = best_groups(field)

    assert is_right(field, found.chosen)
    assert not found.is_proven
    served = int((found.chosen != UNMATCHED).sum())
    assert 0.9 * found.at_most <= served <= found.at_most


def _speaking(skill: str, *languages: str, excludes: str | None = None) -> dict[str, Any]:
    return {
        "languages": dict.fromkeys(languages, "working"),
        "seeks": [{"skill": skill}],
        "offers": [{"skill": skill}],
        **({"excludes": [excludes]} if excludes else {}),
    }


def _field(
    mentees: Sequence[dict[str, Any]], mentors: Sequence[dict[str, Any]], least: int
) -> Field:
    table = group_table(
        [participant(f"mentee-{at}", values) for at, values in enumerate(mentees)],
        [participant(f"mentor-{at}", one, role="mentor", room=2) for at, one in enumerate(mentors)],
        capacity={"group_minimum": least, "group_maximum": 2},
    )
    return Field(company_of(table, None), "seed")


def test_branches_no_better_than_the_groups_found_are_given_up() -> None:
    mentees = [_speaking("counterpoint", "de"), _speaking("fugue", "it"), _speaking("fugue", "de")]
    mentors = [_speaking("counterpoint", "it", "de"), _speaking("fugue", "it", "de")]

    found = best_groups(_field(mentees, mentors, 1))

    assert found.is_proven
    assert groups_in(found.chosen) == {0: [0], 1: [2]} or len(groups_in(found.chosen)) == 2


def test_groups_that_cannot_be_filled_are_given_up_with_those_that_were_opened() -> None:
    mentees = [
        _speaking("fugue", "de", "en-GB"),
        _speaking("fugue", "fr"),
        _speaking("fugue", "de"),
        _speaking("fugue", "en-GB", excludes="mentee-0"),
        _speaking("fugue", "fr"),
    ]
    mentors = [_speaking("counterpoint", "en-GB"), _speaking("fugue", "de")]

    field = _field(mentees, mentors, 2)
    found = best_groups(field)

    assert found.is_proven
    assert found.value == max(field.value(plan) for plan in every_grouping(field))
