import pytest

from telemaco.rules.spans import (
    agreements_within_programs,
    days_after_sessions,
    days_within_pairs,
    enrolments_within_programs,
    pairs_within_programs,
    sessions_within_pairs,
)
from tests.rules.workshop import (
    LEONARDO,
    NOTE,
    PAIR,
    PROGRAM,
    UNREADABLE,
    codes,
    edited,
    extended,
    found,
    noted,
    written,
)

_EARLY = "pairs/workshop/verrocchio-leonardo/2026-02-03.md"
_LATE = "pairs/workshop/verrocchio-leonardo/2028-02-03.md"


def _starting(day: str) -> tuple[str, str]:
    return ("start: 2027-01-10", f"start: {day}")


def test_pair_begins_while_its_program_runs() -> None:
    too_late = edited(PAIR, _starting("2072-01-10"))

    assert found(pairs_within_programs, too_late) == [("outside-program", PAIR, ("start",))]
    assert not found(pairs_within_programs, too_late, {PROGRAM: UNREADABLE})


def test_program_without_an_end_has_room_for_all_later_days() -> None:
    endless = edited(PROGRAM, (", end: 2027-12-31", ""))

    assert not codes(pairs_within_programs, endless, edited(PAIR, _starting("2072-01-10")))
    assert codes(pairs_within_programs, endless, edited(PAIR, _starting("2026-01-10"))) == [
        "outside-program"
    ]


def test_pair_that_outlives_its_program_is_a_warning() -> None:
    days = "2027-01-10\nexpected_end: 2028-01-01\nend: 2028-02-01\npaused_until: 2028-01-02"
    longer = edited(PAIR, _starting(days))

    assert found(pairs_within_programs, longer) == [
        ("pair-outlives-program", PAIR, ("end",)),
        ("pair-outlives-program", PAIR, ("expected_end",)),
        ("pair-outlives-program", PAIR, ("paused_until",)),
    ]


def test_nobody_joins_a_program_after_its_end() -> None:
    def joining(day: str) -> dict[str, str]:
        return edited(LEONARDO, ("matched", f"matched, since: {day}"))

    assert found(enrolments_within_programs, joining("2028-01-01")) == [
        ("outside-program", LEONARDO, ("enrolments", 0, "since"))
    ]
    assert not found(enrolments_within_programs, joining("2026-12-01"))
    assert not found(enrolments_within_programs, joining("2028-01-01"), {PROGRAM: UNREADABLE})


def test_sessions_take_place_during_the_pairs_life() -> None:
    ended = edited(PAIR, _starting("2027-01-10\nend: 2027-12-01"))

    assert found(sessions_within_pairs, ended, {_EARLY: written(NOTE), _LATE: written(NOTE)}) == [
        ("outside-pair", _EARLY, ()),
        ("outside-pair", _LATE, ()),
    ]


def test_session_that_was_called_off_may_lie_after_the_end() -> None:
    called_off = {_LATE: "---\nstatus: cancelled\n---\n"}

    assert not found(
        sessions_within_pairs, edited(PAIR, _starting("2027-01-10\nend: 2027-12-01")), called_off
    )


@pytest.mark.parametrize("start", ["2072-01-10", "2027-06-10\nend: 2027-01-01"])
def test_sessions_are_not_judged_by_days_that_are_wrong_themselves(start: str) -> None:
    changes = edited(PAIR, _starting(start))

    assert not found(sessions_within_pairs, changes)
    assert not found(days_within_pairs, changes)


def test_sessions_without_a_pair_are_not_judged() -> None:
    assert not found(sessions_within_pairs, {PAIR: UNREADABLE})


def test_what_a_pair_did_it_did_during_its_life() -> None:
    changes = edited(
        PAIR,
        ("mentor}", "mentor, from: 2026-01-01}"),
        (
            "it: Dipingere un angelo}",
            (
                "it: Dipingere un angelo}, due: 2026-02-01, "
                "ratings: [{on: 2026-03-01, by: leonardo, level: 0}]"
            ),
        ),
    )
    changes[PAIR] += "milestones: [{id: a, done_on: 2026-04-01}]\nend: 2027-06-01\n"
    changes[PAIR] += "closing: {on: 2027-07-01}\n"

    assert found(days_within_pairs, changes) == [
        ("outside-pair", PAIR, ("members", 0, "from")),
        ("outside-pair", PAIR, ("goals", 0, "due")),
        ("outside-pair", PAIR, ("goals", 0, "ratings", 0, "on")),
        ("outside-pair", PAIR, ("milestones", 0, "done_on")),
        ("outside-pair", PAIR, ("closing", "on")),
    ]


def test_days_after_the_programs_end_are_warnings() -> None:
    late = NOTE.replace("2027-02-03", "2072-02-17"), NOTE.replace("2027-02-03", "2073-02-17")
    planned: dict[str, str] = dict.fromkeys(late, "---\nstatus: planned\n---\n")
    changes = edited(
        PAIR,
        (
            "it: Dipingere un angelo}",
            (
                "it: Dipingere un angelo}, due: 2040-01-01, "
                "ratings: [{on: 2031-01-01, by: leonardo, level: 0}]"
            ),
        ),
    )
    changes[PAIR] += "milestones: [{id: a, done_on: 2040-04-01}]\n"
    changes[PAIR] += "agreement: {version: v1, review_on: 2040-05-01}\n"

    assert found(sessions_within_pairs, planned) == [("pair-outlives-program", late[0], ())]
    assert found(days_after_sessions, noted("next: 2099-12-31\n")) == [
        ("pair-outlives-program", NOTE, ("next",))
    ]
    assert found(days_within_pairs, changes) == [
        ("pair-outlives-program", PAIR, ("goals", 0, "due")),
        ("pair-outlives-program", PAIR, ("agreement", "review_on")),
        ("pair-outlives-program", PAIR, ("goals", 0, "ratings", 0, "on")),
        ("pair-outlives-program", PAIR, ("milestones", 0, "done_on")),
    ]


@pytest.mark.parametrize("more", ["\nexpected_end: 2072-03-01", "\nend: 2072-03-01"])
def test_pair_that_goes_on_by_its_own_dates_may_meet_later(more: str) -> None:
    later = edited(PAIR, _starting(f"2027-01-10{more}"))
    planned = {NOTE.replace("2027-02-03", "2072-02-17"): "---\nstatus: planned\n---\n"}

    assert not found(sessions_within_pairs, later, planned)


def test_pair_of_an_endless_program_may_meet_for_ever() -> None:
    endless = edited(PROGRAM, (", end: 2027-12-31", ""))
    planned = {NOTE.replace("2027-02-03", "2072-02-17"): "---\nstatus: planned\n---\n"}

    assert not found(sessions_within_pairs, endless, planned)
    assert not found(sessions_within_pairs, {PROGRAM: UNREADABLE}, planned)


def test_what_was_done_after_the_pairs_end_is_an_error() -> None:
    changes = extended(
        PAIR,
        "milestones: [{id: a, done_on: 2027-07-01}]\nend: 2027-06-01\n"
        "agreement: {version: v1, review_on: 2027-08-01}\n",
    )

    assert found(days_within_pairs, changes) == [
        ("outside-pair", PAIR, ("milestones", 0, "done_on"))
    ]


def test_review_comes_after_the_first_day() -> None:
    changes = extended(PAIR, "agreement: {version: v1, review_on: 1999-01-01}\n")

    assert found(days_within_pairs, changes) == [("outside-pair", PAIR, ("agreement", "review_on"))]


def test_nobody_agrees_before_the_program_is_open() -> None:
    def agreed(day: str) -> dict[str, str]:
        return extended(PAIR, f"agreement: {{version: v1, accepted: {{leonardo: {day}}}}}\n")

    early = edited(PROGRAM, ("{start:", "{applications_open: 2026-10-01, start:"))

    assert found(agreements_within_programs, agreed("1999-01-01")) == [
        ("outside-program", PAIR, ("agreement", "accepted", "leonardo"))
    ]
    assert not found(agreements_within_programs, agreed("2027-01-01"))
    assert not found(agreements_within_programs, agreed("2026-10-01"), early)
    assert not found(agreements_within_programs)


def test_what_follows_from_a_session_comes_after_it() -> None:
    changes = noted(
        """\
        next: 2027-01-01
        actions:
          - {id: a, text: A, due: 2027-01-02, done_on: 2027-01-03}
          - {id: b, text: B, due: 2027-02-03}
        """
    )

    assert found(days_after_sessions, changes) == [
        ("before-session", NOTE, ("next",)),
        ("before-session", NOTE, ("actions", 0, "due")),
        ("before-session", NOTE, ("actions", 0, "done_on")),
    ]
    assert not found(days_after_sessions, noted("next: 2027-02-17\n"))


def test_nothing_is_judged_by_days_of_a_program_that_are_wrong_themselves() -> None:
    backwards = edited(PROGRAM, ("start: 2027-01-01", "start: 2072-01-01"))

    for rule in (pairs_within_programs, sessions_within_pairs, enrolments_within_programs):
        assert not found(rule, backwards)


def test_first_day_after_all_sessions_is_told_once() -> None:
    later = NOTE.replace("2027-02-03", "2027-02-10")
    changes = edited(PAIR, _starting("2027-03-10"), ("un angelo}", "un angelo}, due: 2027-03-01"))

    assert found(sessions_within_pairs, changes, {later: written(NOTE)}) == [
        ("outside-pair", PAIR, ("start",))
    ]
    assert not found(days_within_pairs, changes, {later: written(NOTE)})
    assert found(days_within_pairs, changes) == [("outside-pair", PAIR, ("goals", 0, "due"))]


def test_first_day_of_a_program_after_all_pairs_is_told_once() -> None:
    endless = edited(PROGRAM, ("2027-01-01, end: 2027-12-31", "2072-01-01"))
    second = {PAIR.replace("verrocchio", "perugino"): written(PAIR)}

    assert found(pairs_within_programs, endless, second) == [
        ("outside-program", PROGRAM, ("dates", "start"))
    ]
    assert not found(sessions_within_pairs, endless, second)


def test_pair_is_not_judged_by_days_that_are_wrong_themselves() -> None:
    backwards = edited(PAIR, _starting("2072-01-10\nend: 2027-06-01"))

    assert not found(pairs_within_programs, backwards)
