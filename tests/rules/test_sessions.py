import pytest

from telemaco.rules.sessions import clashes, members_of_the_day, somebody_came, whole_notes
from tests.rules.workshop import NOTE, PAIR, UNREADABLE, codes, edited, found, workshop, written


def _note(facts: str) -> dict[str, str]:
    return {NOTE: f"---\n{facts}\n---\n"}


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ("status: held", "minutes and attendance are missing"),
        ("status: held\nminutes: 60", "attendance is missing"),
        ("status: held\nattendance: {leonardo: present}", "minutes is missing"),
    ],
)
def test_session_that_was_held_says_how_long_and_who(facts: str, missing: str) -> None:
    (finding,) = whole_notes(workshop(_note(facts)))

    assert finding.code == "session-incomplete"
    assert getattr(finding.message.facts["missing"], "text", "") == missing


@pytest.mark.parametrize("facts", ["status: held\nmode: written", "status: planned"])
def test_session_in_writing_or_to_come_need_not_say(facts: str) -> None:
    assert not codes(whole_notes, _note(facts))


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        ("{verrocchio: absent, leonardo: excused}", ["held-by-nobody"]),
        ("{verrocchio: absent, leonardo: late}", []),
        ("{verrocchio: absent}", []),
    ],
)
def test_somebody_came_to_a_session_that_was_held(attendance: str, expected: list[str]) -> None:
    facts = f"status: held\nminutes: 60\nattendance: {attendance}"

    assert codes(somebody_came, _note(facts)) == expected


def test_attendance_is_whole_when_the_pair_cannot_be_read() -> None:
    facts = _note("status: held\nattendance: {verrocchio: absent}")

    assert found(somebody_came, facts, {PAIR: UNREADABLE}) == [
        ("held-by-nobody", NOTE, ("status",))
    ]


def test_session_that_was_missed_needs_nobody() -> None:
    assert not codes(somebody_came, _note("status: missed\nattendance: {verrocchio: absent}"))


def test_sessions_of_other_people_at_the_same_time_do_not_clash() -> None:
    planned = "---\nstatus: planned\nstarts: 18:00 Europe/Rome\nminutes: 60\n---\n"
    others = {
        "pairs/workshop/botticelli-lippi/pair.yaml": (
            "members: [{person: botticelli, role: mentor}, {person: lippi, role: mentee}]\n"
            "status: active\nstart: 2027-01-11\n"
        ),
        "pairs/workshop/botticelli-lippi/2027-02-03.md": planned,
    }

    assert not codes(clashes, {NOTE: planned}, others)


@pytest.mark.parametrize(
    ("times", "is_outside"),
    [
        ("", False),
        (", from: 2027-02-03", False),
        (", from: 2027-02-04", True),
        (", until: 2027-02-02", True),
    ],
)
def test_whoever_was_there_belonged_to_the_pair_on_that_day(
    times: str, *, is_outside: bool
) -> None:
    changes = edited(PAIR, ("role: mentee}", f"role: mentee{times}}}"))

    place = ("outside-membership", NOTE, ("attendance", "leonardo"))
    assert found(members_of_the_day, changes) == [place] * is_outside
    absent = edited(NOTE, ("leonardo: present", "leonardo: excused"))
    assert not found(members_of_the_day, changes, absent)


def test_notes_without_a_pair_are_no_matter_of_membership() -> None:
    assert not found(members_of_the_day, {"pairs/workshop/stray/2027-02-03.md": written(NOTE)})
