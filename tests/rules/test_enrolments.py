import pytest

from telemaco.rules.enrolments import matched_people_have_pairs, members_take_part
from tests.rules.workshop import (
    COSIMO,
    LEONARDO,
    PAIR,
    PROGRAM,
    UNREADABLE,
    codes,
    edited,
    found,
    hints,
    workshop,
)

_PLACE = "{program: workshop, role: mentee, status: matched}"
_MATCHED = ("enrolments: []", f"enrolments: [{_PLACE}]")


def _leonardo(place: str) -> dict[str, str]:
    return edited(LEONARDO, (_PLACE, place))


@pytest.mark.parametrize(
    ("pair", "place", "expected"),
    [
        ("active", "matched", []),
        ("active", "accepted", []),
        ("active", "waiting", ["not-accepted"]),
        ("proposed", "waiting", []),
        ("proposed", "applied", ["not-accepted"]),
        ("paused", "paused", []),
        ("confirmed", "declined", ["not-accepted"]),
        ("completed", "applied", []),
        ("cancelled", "withdrawn", []),
    ],
)
def test_members_are_accepted_before_anything_begins(
    pair: str, place: str, expected: list[str]
) -> None:
    changes = _leonardo(f"{{program: workshop, role: mentee, status: {place}}}")

    assert codes(members_take_part, changes, edited(PAIR, ("active", pair))) == expected


def test_members_are_enrolled() -> None:
    nowhere = edited(LEONARDO, (f"enrolments:\n  - {_PLACE}", "enrolments: []"))

    assert found(members_take_part, nowhere) == [("not-enrolled", PAIR, ("members", 1, "person"))]


def test_members_are_enrolled_in_the_same_role() -> None:
    changes = _leonardo("{program: workshop, role: mentor, status: matched}")

    (finding,) = members_take_part(workshop(changes))

    assert finding.code == "not-enrolled"
    assert finding.message.facts["other"] == "mentor"
    assert hints(members_take_part, changes) == [
        "Add the place to enrolments in program/people/leonardo.yaml."
    ]


def test_whoever_left_need_not_be_accepted_any_more() -> None:
    left = edited(PAIR, ("mentee}", "mentee, until: 2027-03-01}"))
    withdrawn = _leonardo("{program: workshop, role: mentee, status: withdrawn}")

    assert not codes(members_take_part, left, withdrawn)


def test_whoever_left_a_pair_that_goes_on_is_not_matched_any_more() -> None:
    left = edited(PAIR, ("mentee}", "mentee, until: 2027-03-01}"))

    assert codes(matched_people_have_pairs, left) == ["matched-without-pair"]


def test_no_finding_follows_from_another() -> None:
    misspelt = _leonardo("{program: workshp, role: mentee, status: matched}")

    assert not codes(members_take_part, misspelt)
    assert not codes(members_take_part, {LEONARDO: UNREADABLE})
    assert not codes(members_take_part, {PROGRAM: UNREADABLE}, edited(LEONARDO, ("mentee", "peer")))


def test_roles_that_no_such_pair_has_are_not_told_again() -> None:
    wrong = edited(PAIR, ("role: mentee", "role: peer"))
    nowhere = edited(LEONARDO, (f"enrolments:\n  - {_PLACE}", "enrolments: []"))

    assert not codes(members_take_part, wrong)
    assert codes(members_take_part, wrong, nowhere) == ["not-enrolled"]


def test_pair_that_has_somebody_twice_is_left_alone() -> None:
    twice = edited(PAIR, ("person: verrocchio", "person: leonardo"))

    assert not codes(members_take_part, twice)
    assert not codes(matched_people_have_pairs, twice)


def test_pairs_that_cannot_be_read_are_not_missed() -> None:
    files = workshop({"pairs": "x", PAIR: UNREADABLE}, edited(COSIMO, _MATCHED))

    assert not list(matched_people_have_pairs(files))


def test_whoever_is_matched_has_a_pair() -> None:
    assert not codes(matched_people_have_pairs)
    assert found(matched_people_have_pairs, edited(COSIMO, _MATCHED)) == [
        ("matched-without-pair", COSIMO, ("enrolments", 0, "status"))
    ]


def test_pair_that_is_over_is_no_pair() -> None:
    over = edited(PAIR, ("active", "completed"))

    assert codes(matched_people_have_pairs, over) == ["matched-without-pair"] * 2
    assert (
        hints(matched_people_have_pairs, over)
        == ["Their pair completed: telemaco close workshop brings their place up to date."] * 2
    )


@pytest.mark.parametrize(
    "changes",
    [
        {PAIR: UNREADABLE},
        {PROGRAM: UNREADABLE},
        edited(PAIR, ("person: leonardo", "person: leonarda")),
        edited(PROGRAM, ("running", "completed")),
    ],
)
def test_nobody_misses_a_pair_that_may_be_there(changes: dict[str, str]) -> None:
    assert not codes(matched_people_have_pairs, edited(COSIMO, _MATCHED), changes)
