import pytest

from telemaco.findings import BODY, Route, Severity
from telemaco.rules import Rule, privacy
from tests.rules.workshop import (
    ANSWER,
    LEONARDO,
    NOTE,
    PAIR,
    PROGRAM,
    PUBLIC,
    SETTINGS,
    UNREADABLE,
    VERROCCHIO,
    codes,
    edited,
    extended,
    found,
    workshop,
    written,
)

_ANSWER = "{survey: a, program: workshop, role: mentee, week: 2027-W20, answers: {a: A}}"
_PRIVATE_THINGS = {
    **extended(LEONARDO, "excludes: [cosimo]\n"),
    **extended(PAIR, "meeting: {tool: jitsi, url: https://meet.example.org/a}\n"),
    NOTE: written(NOTE) + "We spoke.\n",
    ANSWER: _ANSWER,
}
_IN_PUBLIC: list[tuple[Rule, tuple[str, str, Route]]] = [
    (privacy.exclusions_in_public, ("exclusion-in-public", LEONARDO, ("excludes",))),
    (privacy.answers_in_public, ("answer-in-public", ANSWER, ())),
    (privacy.texts_of_notes_in_public, ("note-text-in-public", NOTE, ("visibility",))),
    (privacy.rooms_in_public, ("room-in-public", PAIR, ("meeting", "url"))),
]


@pytest.mark.parametrize(("rule", "expected"), _IN_PUBLIC)
def test_public_repository_refuses_what_is_private(
    rule: Rule, expected: tuple[str, str, Route]
) -> None:
    assert found(rule, edited(SETTINGS, PUBLIC), _PRIVATE_THINGS) == [expected]


def test_room_in_a_program_is_warned_of_in_every_repository() -> None:
    room = extended(PROGRAM, "meeting: {tool: zoom, url: https://zoom.us/j/1}\n")
    server = extended(PROGRAM, "meeting: {tool: jitsi, url: https://meet.example.org/}\n")
    expected = [("room-in-public", PROGRAM, ("meeting", "url"))]

    assert found(privacy.rooms_of_programs, room) == expected
    assert found(privacy.rooms_of_programs, edited(SETTINGS, PUBLIC), room) == expected
    assert not found(privacy.rooms_of_programs, server)


@pytest.mark.parametrize("rule", [rule for rule, _ in _IN_PUBLIC])
def test_private_repository_may_hold_it(rule: Rule) -> None:
    assert not found(rule, _PRIVATE_THINGS)


@pytest.mark.parametrize("rule", [rule for rule, _ in _IN_PUBLIC])
def test_nothing_is_called_public_while_the_settings_cannot_be_read(rule: Rule) -> None:
    assert not found(rule, {SETTINGS: UNREADABLE}, _PRIVATE_THINGS)


@pytest.mark.parametrize("rule", [rule for rule, _ in _IN_PUBLIC])
def test_public_repository_without_private_things_is_fine(rule: Rule) -> None:
    assert not found(rule, edited(SETTINGS, PUBLIC))


def test_note_for_everybody_may_have_its_text_in_public() -> None:
    note = written(NOTE).replace("status: held", "status: held\nvisibility: public") + "We spoke.\n"

    assert not found(privacy.texts_of_notes_in_public, edited(SETTINGS, PUBLIC), {NOTE: note})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We met.\n\nThen Leonardo came.\n", (2, 5)),
        ("leonardo and Leonardos\n", None),
        ("We met.\n", None),
    ],
)
def test_text_for_everybody_names_nobody_who_is_not_named_in_pairs(
    text: str, place: tuple[int, int] | None
) -> None:
    note = written(NOTE).replace("status: held", "status: held\nvisibility: public") + text

    told = found(privacy.names_in_public_notes, {NOTE: note})

    assert told == ([("named-in-note", NOTE, (BODY, *place))] if place else [])


@pytest.mark.parametrize(
    "name", ["Andrea  del\nVerrocchio", "*Andrea* del **Verrocchio**", "ANDREA DEL VERROCCHIO"]
)
def test_a_whole_name_is_found_however_it_is_written(name: str) -> None:
    note = written(NOTE).replace("status: held", "status: held\nvisibility: public")

    (finding,) = privacy.names_in_public_notes(workshop({NOTE: f"{note}{name} came.\n"}))

    assert finding.severity is Severity.ERROR


def test_part_of_a_name_is_a_warning() -> None:
    note = written(NOTE).replace("status: held", "status: held\nvisibility: public")

    (finding,) = privacy.names_in_public_notes(workshop({NOTE: note + "Andrea del mondo.\n"}))

    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "changes",
    [
        {},
        edited(LEONARDO, ("publish: [name]", "publish: [name, pairs]")),
        {LEONARDO: UNREADABLE},
        {PAIR: UNREADABLE},
    ],
)
def test_name_may_stand_where_nobody_reads_it_or_its_owner_publishes_it(
    changes: dict[str, str],
) -> None:
    shown = "status: held\nvisibility: public" if changes else "status: held"
    note = written(NOTE).replace("status: held", shown) + "Leonardo came.\n"

    assert not found(privacy.names_in_public_notes, changes, {NOTE: note})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [("[name, offers]", []), ("[]", []), ("[offers]", ["published-without-name"])],
)
def test_whoever_publishes_something_publishes_their_name(fields: str, expected: list[str]) -> None:
    changes = edited(VERROCCHIO, ("[name, offers]", fields))

    assert codes(privacy.names_of_published_people, changes) == expected
