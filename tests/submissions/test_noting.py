from collections.abc import Mapping

import pytest

from telemaco.forms.meeting import session_note
from telemaco.records.base import PersonId
from telemaco.records.layout import NoteId
from telemaco.submissions.membership import pair_id_of
from tests.submissions.workshop import FILES, PAIR, after, said, sent, told

NAME = "workshop/verrocchio-leonardo"
FOLDER = f"pairs/{NAME}"
SETTINGS = "program/community.yaml"
PRIVATE = {SETTINGS: FILES[SETTINGS].replace("public}", "private}")}

Given = Mapping[str, str | tuple[str, ...]]

SESSION: Given = {
    "pair": NAME,
    "date": "2027-02-17",
    "minutes": "45",
    "mode": "in-person",
    "next": "2027-03-03",
    "consent": ("public",),
}


def test_session_becomes_a_note_of_its_pair() -> None:
    found = sent(session_note, SESSION, "leo-from-VINCI")

    assert {path: text.decode() for path, text in found.files.items()} == {
        f"{FOLDER}/2027-02-17.md": (
            "---\n"
            "# yaml-language-server: $schema=../../../docs/schema/note.json\n"
            "status: held\n"
            "minutes: 45\n"
            "mode: in-person\n"
            "attendance:\n"
            "  verrocchio: present\n"
            "  leonardo: present\n"
            "next: 2027-03-03\n"
            "---\n"
        )
    }
    assert after(found).sessions_of(pair_id_of(NAME))[-1].note.minutes == 45
    assert found.tell == ("verrocchio",)
    assert (found.confirm, found.may_object) == ((), ("verrocchio",))
    assert said(found.title) == "workshop/verrocchio-leonardo: session of 17 February 2027"


def test_words_and_things_to_do_are_kept_where_only_members_read_them() -> None:
    notes = "## Check-in\n\nTired.\n---\nStill here: ${{ github.token }} <b>"
    answers = {**SESSION, "notes": notes, "actions": "- Draw ten hands\nDraw ten hands\n1. Ünï"}

    found = sent(session_note, answers, "verrocchio", PRIVATE)

    session = after(found, PRIVATE).sessions_of(pair_id_of(NAME))[-1]
    assert session.body == f"{notes}\n"
    assert [(action.id, action.text) for action in session.note.actions] == [
        ("draw-ten-hands", "Draw ten hands"),
        ("draw-ten-hands-2", "Draw ten hands"),
        ("uni", "Ünï"),
    ]


def test_only_some_who_were_there_means_that_the_others_were_not() -> None:
    found = sent(session_note, {**SESSION, "present": ("leonardo",)}, "verrocchio")

    session = after(found).sessions_of(pair_id_of(NAME))[-1]
    assert session.note.attendance == {"leonardo": "present", "verrocchio": "absent"}


@pytest.mark.parametrize(
    ("present", "mark"), [((), "excused"), (("leonardo",), "excused"), (("verrocchio",), "present")]
)
def test_who_rests_was_excused_unless_the_form_says_that_they_were_there(
    present: tuple[str, ...], mark: str
) -> None:
    path = "program/people/verrocchio.yaml"
    resting = {path: FILES[path] + "paused_until: 2027-02-18\n"}
    found = sent(session_note, {**SESSION, "present": present}, "leo-from-VINCI", resting)

    session = after(found, resting).sessions_of(pair_id_of(NAME))[-1]
    assert session.note.attendance[PersonId("verrocchio")] == mark


def test_session_that_was_missed_says_no_more() -> None:
    answers = {"pair": NAME, "date": "2027-02-17", "status": "missed"}

    found = sent(session_note, answers, "verrocchio")

    session = after(found).sessions_of(pair_id_of(NAME))[-1]
    assert (session.note.status, session.note.attendance) == ("missed", {})


def test_second_session_of_a_day_has_a_number() -> None:
    found = sent(session_note, {**SESSION, "date": "2027-02-03"}, "verrocchio")

    assert found.files.keys() == {f"{FOLDER}/2027-02-03-2.md"}


def test_session_is_not_written_down_twice_in_the_same_words() -> None:
    answers = {"pair": NAME, "date": "2027-02-03", "minutes": "60"}

    found = sent(session_note, answers, "verrocchio")

    assert [told(problem) for problem in found.problems] == [
        (
            "Day of the session: this session is written down already, in the same words - You "
            "need "
            "not do anything. For another session of that day, change something."
        )
    ]


def test_tenth_session_of_a_day_is_refused() -> None:
    note = FILES[f"{FOLDER}/2027-02-03.md"]
    many = {f"{FOLDER}/2027-02-03-{number}.md": note for number in range(2, 10)}

    found = sent(session_note, {**SESSION, "date": "2027-02-03"}, "verrocchio", many)

    assert [told(problem) for problem in found.problems] == [
        "Day of the session: there are 9 sessions of that day already - Correct the day."
    ]


@pytest.mark.parametrize(
    ("body", "expected"), [("", "Words.\n"), ("Bring paper.\n", "Bring paper.\n\nWords.\n")]
)
def test_planned_session_says_what_became_of_it(body: str, expected: str) -> None:
    path = f"{FOLDER}/2027-02-17.md"
    changes = {
        **PRIVATE,
        path: f"---\nstatus: planned # at noon\nagenda: first-meeting\n---\n{body}",
    }
    changes["program/agendas/first-meeting.en.md"] = "---\ntitle: First\n---\nHello\n"

    found = sent(session_note, {**SESSION, "notes": "Words."}, "verrocchio", changes)

    assert found.files.keys() == {path}
    assert b"status: held # at noon\n" in found.files[path]
    session = after(found, changes).sessions_of(pair_id_of(NAME))[-1]
    assert session.id == NoteId("2027-02-17")
    assert session.body == expected
    assert session.note.agenda == "first-meeting"


@pytest.mark.parametrize(
    ("author", "answers", "expected"),
    [
        (
            "botticelli",
            {},
            (
                "your account, botticelli, is named in no entry here - Join first, with the "
                "form for "
                "it. If you have an entry, ask a coordinator to write your account into it."
            ),
        ),
        (
            "sandro",
            {},
            (
                "Your pair, group or circle: you do not belong to it - Only its members can say "
                "something "
                "for it."
            ),
        ),
        (
            "verrocchio",
            {"pair": "workshop/leonardo"},
            (
                "Your pair, group or circle: there is no pair, group or circle "
                '"workshop/leonardo" - '
                "[workshop/verrocchio-leonardo] - Write the program and the name, with a / "
                "between them."
            ),
        ),
        (
            "verrocchio",
            {"date": "17.2.2027"},
            (
                'Day of the session: "17.2.2027" is not a day in the form '
                "year-month-day - Write year, month and day: 2027-02-03."
            ),
        ),
        (
            "verrocchio",
            {"date": "2027-02-30"},
            (
                'Day of the session: "2027-02-30" is not a day in the form year-month-day '
                "- Write year, month and day: 2027-02-03."
            ),
        ),
        (
            "verrocchio",
            {"date": "2026-12-24"},
            (
                "Day of the session: on 24 December 2026 nothing had begun yet; the first day is "
                "10 January 2027 - Correct the day if it is a slip. If it is right, ask a "
                "coordinator."
            ),
        ),
        (
            "verrocchio",
            {"date": "2027-02-18"},
            (
                "Day of the session: 18 February 2027 is still to come; it is "
                "17 February 2027 at the latest - Write down a session once it has taken place."
            ),
        ),
        (
            "verrocchio",
            {"next": "2027-02-10"},
            (
                "Day of the next session: 10 February 2027 is before the day of the session, "
                "17 February 2027 - "
                "Correct one of the two days."
            ),
        ),
        (
            "verrocchio",
            {"next": "soon"},
            (
                'Day of the next session: "soon" is not a day in the form year-month-day '
                "- Write year, month and day: 2027-02-03."
            ),
        ),
        (
            "verrocchio",
            {"minutes": "0"},
            'Minutes: "0" is not from 1 to 1440 - Write a whole number from 1 to 1440.',
        ),
        (
            "verrocchio",
            {"present": ("filippino", "leonardo")},
            "Who was there?: filippino does not belong to it - Choose somebody who does.",
        ),
        (
            "verrocchio",
            {"agenda": "gone"},
            (
                'Guide you used: there is no guide "gone" - The list has changed since. Open the '
                "form again and choose from it."
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_by_the_field(author: str, answers: Given, expected: str) -> None:
    found = sent(session_note, {**SESSION, **answers}, author)

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == [expected]


def test_words_are_not_kept_where_the_session_is_not_for_everybody() -> None:
    found = sent(session_note, {**SESSION, "notes": "Secret of the trade."}, "verrocchio")

    assert [told(problem) for problem in found.problems] == [
        (
            "everybody could read these words, which are for its members alone - Leave "
            "them out, and keep them between you."
        )
    ]


def test_session_without_minutes_is_taken_with_advice() -> None:
    answers = {"pair": NAME, "date": "2027-02-17"}

    found = sent(session_note, answers, "verrocchio")

    assert found.problems == ()
    assert [told(one) for one in found.advice] == [
        (
            "Minutes: it does not say how long the session "
            "took, or "
            "who was there - Add what you know."
        )
    ]


def test_material_is_whether_and_how_long_they_met() -> None:
    first = sent(session_note, SESSION, "verrocchio", PRIVATE).material

    assert sent(session_note, {**SESSION, "next": ""}, "verrocchio", PRIVATE).material == first
    assert sent(session_note, {**SESSION, "minutes": "50"}, "verrocchio").material != first


def test_somebody_who_wants_no_name_is_not_named() -> None:
    changes = {
        SETTINGS: FILES[SETTINGS].replace("public}", "public, note_visibility: public}"),
    }
    answers = {**SESSION, "notes": "We drew.\n\nLeonardo was late."}

    found = sent(session_note, answers, "verrocchio", changes)

    assert [told(problem) for problem in found.problems] == [
        (
            'What you want to keep: the site would show these words, and they name "Leonardo", '
            "who wants no name there - Write another word for them."
        )
    ]


def test_long_thing_to_do_has_a_short_name() -> None:
    answers = {**SESSION, "actions": "Understand the perspective of the ceiling of the chapel"}

    found = sent(session_note, answers, "verrocchio")

    [action] = after(found).sessions_of(pair_id_of(NAME))[-1].note.actions
    assert action.id == "understand-the-perspective-of"


def test_thing_to_do_without_a_plain_letter_has_a_name_nevertheless() -> None:
    found = sent(session_note, {**SESSION, "actions": "画\n画"}, "verrocchio")

    [first, second] = after(found).sessions_of(pair_id_of(NAME))[-1].note.actions
    assert (first.id, second.id) == ("action", "action-2")


def test_everything_wrong_is_told_at_once_whatever_the_day() -> None:
    answers = {**SESSION, "date": "17/02/2027", "minutes": "1h", "next": "soon"}

    found = sent(session_note, {**answers, "present": ("filippino",)}, "verrocchio")

    assert [told(problem).partition(" - ")[0] for problem in found.problems] == [
        'Day of the session: "17/02/2027" is not a day in the form year-month-day',
        'Minutes: "1h" is not a whole number',
        "Who was there?: filippino does not belong to it",
        'Day of the next session: "soon" is not a day in the form year-month-day',
    ]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("verrocchio", ["Your pair, group or circle", "Day of the session", "Minutes"]),
        ("sandro", ["Your pair, group or circle", "Day of the session"]),
    ],
)
def test_everything_wrong_is_told_at_once_whatever_the_pair(
    author: str, expected: list[str]
) -> None:
    answers = {**SESSION, "pair": "Leo", "date": "17/02/2027", "minutes": "1h", "present": ("x",)}

    found = sent(session_note, answers, author)

    assert [told(problem).partition(":")[0] for problem in found.problems] == expected
    assert found.files == {}


def test_days_that_stand_in_for_no_day_are_not_told() -> None:
    note = FILES[f"{FOLDER}/2027-02-03.md"]
    answers = {**SESSION, "date": "soon", "next": "2027-01-01"}

    found = sent(session_note, answers, "verrocchio", {f"{FOLDER}/2027-01-10.md": note})

    assert [told(problem).partition(":")[0] for problem in found.problems] == ["Day of the session"]


@pytest.mark.parametrize(("day", "is_taken"), [("2027-02-01", True), ("2027-02-02", False)])
def test_whoever_left_the_pair_writes_down_only_sessions_before(
    day: str, *, is_taken: bool
) -> None:
    left = "{person: leonardo, role: mentee, until: 2027-02-01}"
    pair = FILES[PAIR].replace("{person: leonardo, role: mentee}", left)

    found = sent(session_note, {**SESSION, "date": day}, "leo-from-vinci", {PAIR: pair})

    assert bool(found.files) is is_taken
    assert [told(problem) for problem in found.problems] == (
        []
        if is_taken
        else [
            (
                "Your pair, group or circle: on 2 February 2027 you did not belong to it - Correct "
                "the day if it is a slip. If it is right, ask a coordinator."
            )
        ]
    )
