import pytest

from telemaco.render.pages.mentors import listed_mentors
from tests.render.pages.workshop import MASTER, PAIR, PROGRAM, TODAY, WORKSHOP, edition, without


def _rooms(changes: dict[str, str] | None = None) -> list[tuple[str, int | None]]:
    return [(m.id, m.room) for m in listed_mentors(edition(changes).community, TODAY)]


def test_a_mentor_is_listed_with_the_room_that_is_left() -> None:
    assert _rooms() == [("verrocchio", 1)]


def test_a_mentor_who_says_no_number_has_the_programs() -> None:
    assert _rooms(without(MASTER, ", capacity: 2")) == [("verrocchio", 0)]


def test_no_room_is_told_where_nobody_can_apply() -> None:
    closed = without(PROGRAM, "applications_open: 2026-11-01", "applications_close: 2027-01-01")
    later = without(PROGRAM, "applications_open: 2026-11-01", "applications_open: 2027-04-01")

    assert _rooms(closed) == _rooms(later) == [("verrocchio", None)]


def test_mentors_of_whom_nobody_can_ask_come_last() -> None:
    busy = WORKSHOP[MASTER].replace("Andrea del", "Aaron").replace("capacity: 2", "capacity: 0")
    other = "program/programs/other.yaml"
    changes = {
        "program/people/aa.yaml": busy.replace("program: bottega", "program: other"),
        other: WORKSHOP[PROGRAM].replace("applications_open", "applications_close"),
        "program/people/zz.yaml": busy,
    }

    assert [name for name, _ in _rooms(changes)] == ["verrocchio", "zz", "aa"]


def test_who_left_a_pair_takes_no_room() -> None:
    left = without(PAIR, "role: mentee", "role: mentee, until: 2027-02-01")

    assert _rooms(left) == [("verrocchio", 2)]


def test_a_pair_that_ended_takes_no_room() -> None:
    ended = without(PAIR, "status: active", "status: completed\nend: 2027-03-01")
    ended = {PAIR: ended[PAIR].replace("\nend:", "\n        end:")}

    assert _rooms(ended) == [("verrocchio", 2)]


@pytest.mark.parametrize(
    "change",
    [
        without(MASTER, "[name, pronouns", "[pronouns"),
        without(MASTER, "offers, seeks, goals", "seeks, goals"),
        without(MASTER, "offers: [{skill: drawing, level: expert}, {skill: casting}]"),
        without(MASTER, "role: mentor", "role: mentee"),
        without(MASTER, "status: matched", "status: applied"),
        without(MASTER, "program: bottega", "program: another"),
        without(MASTER, "confirmed: 2027-02-01", "confirmed: 2026-02-01"),
        without(MASTER, "confirmed: 2027-02-01", "paused_until: 2027-05-01"),
        without(PROGRAM, "status: running", "status: completed"),
    ],
)
def test_who_cannot_be_asked_is_not_listed(change: dict[str, str]) -> None:
    assert _rooms(change) == []


def test_a_break_that_is_over_hides_nobody() -> None:
    back = without(MASTER, "confirmed: 2027-02-01", "paused_until: 2027-03-15")

    assert _rooms(back) == [("verrocchio", 1)]


def test_mentors_are_in_the_order_of_their_names() -> None:
    another = WORKSHOP[MASTER].replace("Andrea del Verrocchio", "alesso Baldovinetti")

    assert [name for name, _ in _rooms({"program/people/zz.yaml": another})] == ["zz", "verrocchio"]


def test_mark_on_a_letter_does_not_move_a_name_to_the_end() -> None:
    more = {
        "program/people/agostino.yaml": WORKSHOP[MASTER].replace("Andrea del Verrocchio", "Ágata"),
    }

    assert [name for name, _ in _rooms(more)] == ["agostino", "verrocchio"]


def test_mentors_with_room_come_first() -> None:
    busy = WORKSHOP[MASTER].replace("Andrea del", "Aaron").replace("capacity: 2", "capacity: 0")

    assert [name for name, _ in _rooms({"program/people/aa.yaml": busy})] == ["verrocchio", "aa"]


def test_room_that_is_not_told_comes_between_room_and_none() -> None:
    silent = WORKSHOP[MASTER].replace("Andrea del", "Aaron").replace("values, pairs]", "values]")
    busy = WORKSHOP[MASTER].replace("Andrea del", "Abel").replace("capacity: 2", "capacity: 0")

    found = _rooms({"program/people/aa.yaml": silent, "program/people/ab.yaml": busy})

    assert found == [("verrocchio", 1), ("aa", None), ("ab", 0)]
