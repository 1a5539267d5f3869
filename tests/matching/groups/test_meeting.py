from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.matching.limits import LIMITS, NONE, limit_of
from telemaco.matching.meeting import meeting_minutes, meeting_slots, share_an_hour, shares_of
from telemaco.matching.participants import Participant
from telemaco.matching.table import table_of
from tests.matching.groups.companies import VALUES, can_meet, group_terms
from tests.matching.people import participant, terms

EVENING = {"days": ["tue"], "from": "18:00", "to": "19:00"}
LATE = {"days": ["tue"], "from": "18:00", "to": "20:00"}
NOON = {"days": ["tue"], "from": "12:00", "to": "13:00"}


def _people(*values: dict[str, Any]) -> list[Participant]:
    return [participant(f"mentee-{at}", {**one}) for at, one in enumerate(values)]


@settings(max_examples=100, deadline=None)
@given(
    values=st.lists(VALUES, min_size=1, max_size=4),
    minutes=st.sampled_from((30, 45, 50, 60, 90)),
    hours=st.sampled_from(("required", "off")),
    languages=st.sampled_from(("low", "off")),
)
def test_what_people_share_is_what_a_look_at_every_quarter_hour_says(
    values: list[dict[str, Any]], minutes: int, hours: str, languages: str
) -> None:
    people = _people(*values)
    weights = {"availability": hours, "languages": languages}
    cadence = {"every": 1, "unit": "week", "minutes": minutes}
    known = group_terms(people, matching={"weights": weights}, cadence=cadence)
    shares = shares_of(known, people)

    common = -1
    for one in people:
        common &= shares.of(one)

    assert shares.are_enough(common) == can_meet(people, known)


@settings(max_examples=60, deadline=None)
@given(
    mentees=st.lists(VALUES, min_size=1, max_size=3),
    mentors=st.lists(VALUES, min_size=1, max_size=3),
    hours=st.sampled_from(("required", "low", "off")),
    languages=st.sampled_from(("required", "low", "off")),
)
def test_limits_of_groups_are_those_of_each_pair_and_hold_both_ways(
    mentees: list[dict[str, Any]], mentors: list[dict[str, Any]], hours: str, languages: str
) -> None:
    rows = _people(*mentees)
    columns = [participant(f"mentor-{at}", one) for at, one in enumerate(mentors)]
    weights = {"availability": hours, "languages": languages}
    known = group_terms([*rows, *columns], matching={"weights": weights})

    table = table_of(rows, columns, known)

    for row, one in enumerate(rows):
        for column, other in enumerate(columns):
            limit = limit_of(one, other, known)
            position = int(table.limits[row, column])
            assert limit == (None if position == NONE else LIMITS[position])
            back = limit_of(other, one, known)
            assert (limit and limit.name) == (back and back.name)
            if limit is None:
                assert can_meet([one, other], known)


def test_meeting_takes_an_hour_where_the_program_does_not_say() -> None:
    fortnightly = {"every": 2, "unit": "week"}

    assert meeting_minutes(terms().program) == 60
    assert meeting_minutes(terms(cadence=fortnightly).program) == 60
    assert meeting_slots(terms(cadence={**fortnightly, "minutes": 50}).program) == 4


@pytest.mark.parametrize(("hours", "is_shared"), [(LATE, True), (EVENING, False)])
def test_hour_must_be_shared_when_only_some_clocks_have_changed(
    hours: dict[str, Any], *, is_shared: bool
) -> None:
    rome, lima = _people(
        {"availability": [hours]},
        {"availability": [NOON], "timezone": "America/Lima"},
    )
    known = group_terms([rome, lima])

    assert share_an_hour(rome, lima, known) is is_shared
    limit = limit_of(rome, lima, known)
    assert (limit and limit.name) == (None if is_shared else "meeting")


def test_two_half_hours_are_no_hour() -> None:
    halves = [{**EVENING, "to": "18:30"}, {**EVENING, "from": "19:00", "to": "19:30"}]
    one, other = _people({"availability": halves}, {"availability": [LATE]})

    assert not share_an_hour(one, other, group_terms([one, other]))


def test_language_is_a_limit_of_groups_unless_it_is_off() -> None:
    one, other = _people({}, {"languages": {"de": "native", "it": "basic"}})

    for weight, name in (("low", "languages"), ("off", None)):
        known = group_terms([one, other], matching={"weights": {"languages": weight}})
        limit = limit_of(one, other, known)
        assert (limit and limit.name) == name
