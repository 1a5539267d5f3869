import pytest

from telemaco.rules.capacity import groups, mentors, programs
from tests.rules.workshop import (
    LEONARDO,
    PAIR,
    PROGRAM,
    UNREADABLE,
    VERROCCHIO,
    codes,
    edited,
    extended,
    found,
    written,
)

_SECOND = {
    "pairs/workshop/verrocchio-perugino/pair.yaml": written(PAIR).replace("leonardo", "perugino")
}
_GROUP = ("kind: one-to-one", "kind: group")


def _capacity(limits: str) -> dict[str, str]:
    return extended(PROGRAM, f"capacity: {{{limits}}}\n")


def _group(size: int, status: str = "active") -> dict[str, str]:
    mentees = "".join(f"  - {{person: p{place}, role: mentee}}\n" for place in range(size))
    return {
        PAIR: "members:\n  - {person: verrocchio, role: mentor}\n"
        f"{mentees}status: {status}\nstart: 2027-01-10\n"
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["mentor-over-capacity"]),
        (_capacity("mentor_default: 2"), []),
        (edited(VERROCCHIO, ("matched", "matched, capacity: 2")), []),
        (edited(VERROCCHIO, ("matched", "matched, capacity: 0")), ["mentor-over-capacity"]),
        (edited(PAIR, ("active", "completed")), []),
        (edited(PAIR, ("mentor}", "mentor, until: 2027-02-01}")), []),
        (edited(PROGRAM, _GROUP), []),
        ({PROGRAM: UNREADABLE}, []),
        ({VERROCCHIO: UNREADABLE}, []),
        (edited(VERROCCHIO, ("role: mentor", "role: mentee")), []),
    ],
)
def test_mentor_has_no_more_pairs_than_they_take(
    changes: dict[str, str], expected: list[str]
) -> None:
    assert codes(mentors, _SECOND, changes) == expected


def test_place_of_too_many_pairs_is_the_mentors_capacity() -> None:
    assert found(mentors, _SECOND) == [
        ("mentor-over-capacity", VERROCCHIO, ("enrolments", 0, "capacity"))
    ]


@pytest.mark.parametrize(
    ("size", "status", "expected"),
    [
        (2, "active", []),
        (4, "active", []),
        (5, "proposed", ["group-too-large"]),
        (1, "active", ["group-too-small"]),
        (1, "proposed", []),
        (5, "completed", []),
    ],
)
def test_group_is_neither_too_small_nor_too_large(
    size: int, status: str, expected: list[str]
) -> None:
    program = edited(PROGRAM, _GROUP)
    program[PROGRAM] += "capacity: {group_minimum: 2, group_maximum: 4}\n"

    assert codes(groups, program, _group(size, status)) == expected


def test_group_is_not_judged_by_limits_that_are_wrong_themselves() -> None:
    program = edited(PROGRAM, _GROUP)
    program[PROGRAM] += "capacity: {group_minimum: 5, group_maximum: 3}\n"

    assert not codes(groups, program, _group(4))
    assert found(programs, program) == [("group-limits", PROGRAM, ("capacity",))]


def test_program_has_no_more_pairs_than_it_has_room_for() -> None:
    assert not codes(programs, _SECOND, _capacity("pairs: 2"))
    assert found(programs, _SECOND, _capacity("pairs: 1")) == [
        ("program-full", PROGRAM, ("capacity", "pairs"))
    ]
    assert not codes(programs, {PAIR: UNREADABLE, LEONARDO: UNREADABLE}, _capacity("pairs: 1"))
