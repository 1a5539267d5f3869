from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from telemaco.tables.merging import (
    Place,
    digest,
    facts_of,
    kept_as_written,
    merged,
    of_table,
    with_changes,
)

PLACE = Place("spring", "mentor")
DAY = date(2027, 2, 3)


def after(said: dict[str, object]) -> dict[str, str]:
    return {key: digest(value) for key, value in said.items()}


def test_what_changed_in_the_table_is_taken_over() -> None:
    found = merged(after({"bio": "old"}), {"bio": "old"}, {"bio": "new"})

    assert (found.changes, found.conflicts) == ({"bio": "new"}, ())
    assert found.remembered == after({"bio": "new"})


def test_what_was_changed_by_hand_stays() -> None:
    found = merged(after({"bio": "old"}), {"bio": "by hand"}, {"bio": "old"})

    assert (found.changes, found.conflicts) == ({}, ())
    assert found.remembered == after({"bio": "old"})


def test_file_that_was_there_before_any_table_stays_and_a_no_is_for_people_to_decide() -> None:
    there = {"bio": "by hand", "consent": {"text": "v1", "publish": ["name"]}}
    now = {"bio": "new", "location": "Vinci", "consent": {"text": "v1", "publish": []}}

    found = kept_as_written(merged({}, there, now), now)

    assert (found.changes, found.conflicts) == ({"location": "Vinci"}, ("consent",))
    assert found.remembered == after({"bio": "new", "location": "Vinci"})


def test_what_changed_on_both_sides_is_a_conflict_until_they_agree() -> None:
    before = after({"bio": "old"})

    found = merged(before, {"bio": "by hand"}, {"bio": "new"})
    agreed = merged(before, {"bio": "new"}, {"bio": "new"})

    assert (found.changes, found.conflicts, found.remembered) == ({}, ("bio",), before)
    assert (agreed.changes, agreed.conflicts) == ({}, ())
    assert agreed.remembered == after({"bio": "new"})


def test_what_the_table_says_no_more_goes() -> None:
    found = merged(after({"bio": "old"}), {"bio": "old"}, {"bio": None})

    assert (found.changes, found.remembered) == ({"bio": None}, {})


@given(*(st.sampled_from([None, "a", "b", ["a"]]) for _ in range(3)))
def test_second_run_changes_nothing(before: object, there: object, now: object) -> None:
    first = merged(after({"x": before}), {"x": there}, {"x": now})
    file = {"x": there, **first.changes}

    second = merged(first.remembered, file, {"x": now})

    assert second.changes == {}
    assert second.conflicts == first.conflicts


def test_facts_of_a_file_are_those_of_the_table_that_made_it() -> None:
    facts = of_table(
        {"name": "Ada", "capacity": 2, "consent": {"text": "v1", "publish": ["name"]}}, PLACE
    )

    person = with_changes({}, facts, PLACE, DAY)

    assert person == {
        "name": "Ada",
        "enrolments": [
            {
                "program": "spring",
                "role": "mentor",
                "status": "applied",
                "since": DAY,
                "capacity": 2,
            }
        ],
        "consent": {"text": "v1", "on": DAY, "publish": ["name"]},
    }
    assert not merged(after(facts), facts_of(person, PLACE), facts).changes
    assert facts_of({}, PLACE)["consent"] is None


def test_other_enrolments_stay() -> None:
    other = {"program": "autumn", "role": "mentor", "status": "completed"}
    mine = {"program": "spring", "role": "mentor", "status": "matched", "capacity": "1"}
    person = {"bio": "x", "enrolments": [other, mine]}

    new = with_changes(person, {"capacity spring mentor": None, "bio": None}, PLACE, DAY)

    assert new == {"enrolments": [other, {k: v for k, v in mine.items() if k != "capacity"}]}
