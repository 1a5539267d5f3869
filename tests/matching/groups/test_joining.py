from typing import Any

import numpy as np
from hypothesis import given, settings

from telemaco.matching.groups.branch import Branch, Field, best_of, groups_in
from telemaco.matching.groups.company import company_of
from telemaco.matching.groups.joining import joined
from telemaco.matching.solving.problem import UNMATCHED
from tests.matching.groups.companies import every_grouping, fields, group_table, problems_of
from tests.matching.people import participant


def _free(*days: str) -> dict[str, Any]:
    return {"availability": [{"days": [*days], "from": "18:00", "to": "20:00"}]}


def _field(mentees: list[dict[str, Any]], mentors: list[dict[str, Any]], room: int = 2) -> Field:
    people = [participant(f"mentee-{at}", one) for at, one in enumerate(mentees)]
    helping = [
        participant(
            f"mentor-{at}",
            {key: value for key, value in one.items() if key != "comes_first"},
            role="mentor",
            room=room,
            comes_first=bool(one.get("comes_first")),
        )
        for at, one in enumerate(mentors)
    ]
    capacity = {"group_minimum": 2, "group_maximum": 3}
    return Field(company_of(group_table(people, helping, capacity=capacity), None), "seed")


@settings(max_examples=60, deadline=None)
@given(field=fields())
def test_nobody_loses_a_group_and_all_can_still_meet(field: Field) -> None:
    for plan in list(every_grouping(field))[:6]:
        found = joined(field, plan)

        assert not list(problems_of(field.company, groups_in(found)))
        assert not ((found == UNMATCHED) & (plan != UNMATCHED)).any()


def test_somebody_joins_a_group_with_room() -> None:
    people = [_free("mon"), _free("mon"), _free("mon"), _free("tue")]
    left = np.array([0, 0, UNMATCHED, UNMATCHED])

    assert joined(_field(people, [_free("mon")], room=3), left).tolist() == [0, 0, 0, UNMATCHED]
    assert joined(_field(people, [_free("mon")]), left).tolist() == left.tolist()


def test_member_goes_over_where_the_other_group_has_room() -> None:
    people = [_free("mon"), _free("mon", "tue"), _free("mon"), _free("tue"), _free("tue")]
    table = _field(people, [_free("mon"), _free("tue")], room=2).company.table
    mentors = [
        participant(f"mentor-{at}", _free(day), role="mentor", room=room)
        for at, (day, room) in enumerate((("mon", 2), ("tue", 3)))
    ]
    capacity = {"group_minimum": 2, "group_maximum": 3}
    roomy = group_table(table.mentees, mentors, capacity=capacity)
    field = Field(company_of(roomy, None), "seed")
    left = np.array([0, 0, UNMATCHED, 1, 1])

    assert joined(field, left).tolist() == [0, 1, 0, 1, 1]
    assert joined(field, left, moves=False).tolist() == left.tolist()


def test_those_who_are_left_make_a_group_of_their_own() -> None:
    field = _field([_free("mon")] * 4, [_free("mon")] * 2)
    left = np.array([0, 0, UNMATCHED, UNMATCHED])

    assert joined(field, left).tolist() == [0, 0, 1, 1]


def test_mentor_who_must_lead_has_enough_before_another_who_comes_first_has_one() -> None:
    organ = {"offers": [{"skill": "organ", "level": "expert"}]}
    wish = {"seeks": [{"skill": "organ"}]}
    field = _field([{}, wish], [{}, {**organ, "comes_first": True}])
    everything = tuple(tuple(range(len(one))) for one in field.anchors)

    found = best_of(field, Branch(everything, opened=frozenset({0})))

    assert found is not None
    assert found[1].tolist() == [0, 0]
