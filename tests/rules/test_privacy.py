import pytest

from telemaco.findings import Route
from telemaco.rules import Rule, privacy
from tests.rules.workshop import (
    ANSWER,
    LEONARDO,
    NOTE,
    PAIR,
    PUBLIC,
    SETTINGS,
    UNREADABLE,
    VERROCCHIO,
    codes,
    edited,
    extended,
    found,
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
    ("fields", "expected"),
    [("[name, offers]", []), ("[]", []), ("[offers]", ["published-without-name"])],
)
def test_whoever_publishes_something_publishes_their_name(fields: str, expected: list[str]) -> None:
    changes = edited(VERROCCHIO, ("[name, offers]", fields))

    assert codes(privacy.names_of_published_people, changes) == expected
