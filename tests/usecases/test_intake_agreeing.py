"""Forms that need a yes: who is asked, whose word counts, and to what."""

import json
from typing import Any

import pytest

from telemaco.intake.marker import MARKER
from telemaco.intake.values import Standing
from tests.forge.scene import Scene
from tests.intake.stage import JOIN, UNCLEAR, Stage

PAIR = "pairs/atelier/verrocchio-leonardo/pair.yaml"
PROPOSAL: dict[str, Any] = {
    "author": "verrocchio",
    "files": {PAIR: "members: []\n"},
    "confirm": ["verrocchio", "leonardo"],
}


@pytest.fixture
def stage(scene: Scene) -> Stage:
    return Stage(scene)


def test_pair_waits_for_everybody(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "Verrocchio")
    stage.run(number)
    waiting = stage.answer(number)
    stage.run(number, stage.say(number, "/confirm", "michelangelo"))
    still = stage.pulls(number)

    stage.run(number, stage.say(number, "/Confirm\r\nGladly", "Leonardo"))

    assert "@leonardo This concerns you." in waiting
    assert still == []
    assert len(stage.pulls(number)) == 1
    assert "Has agreed: Leonardo." in stage.answer(number)
    assert " @" not in stage.answer(number).replace("\n", " ")
    assert stage.run(number).done == ()


def test_who_agreed_is_in_the_files(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    stage.run(number)

    stage.run(number, stage.say(number, "/confirm", "leonardo"))

    assert stage.changes(number) == {PAIR: b"members: []\nleonardo"}


def test_what_is_agreed_to_is_what_was_there(stage: Stage) -> None:
    number = stage.fill({**PROPOSAL, "title": "One"}, "verrocchio")
    stage.run(number)
    stage.run(number, stage.say(number, "/confirm", "leonardo"))

    stage.edit(number, {**PROPOSAL, "title": "Two"}, "verrocchio")
    stage.run(number)
    cosmetic = stage.plan(number).standing
    stage.edit(number, {**PROPOSAL, "material": "another program"}, "verrocchio")
    stage.run(number)
    material = stage.plan(number).standing
    [pull] = stage.pulls(number)
    stage.run(number, stage.say(number, "/confirm", "leonardo"))

    assert (cosmetic, material) == (Standing.READY, Standing.WAITING)
    assert "has yet to agree" in (pull.body or "")
    assert "Not agreed yet: Leonardo." in (pull.body or "")
    assert stage.plan(number).standing is Standing.READY


def test_yes_before_an_edit_that_no_run_has_seen_counts_for_nothing(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    stage.run(number)

    stage.say(number, "/confirm", "leonardo")
    stage.edit(number, {**PROPOSAL, "material": "another program"}, "verrocchio")
    stage.run(number)

    assert stage.plan(number).standing is Standing.WAITING


def test_yes_stays_while_the_form_cannot_be_understood(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    stage.run(number)
    stage.run(number, stage.say(number, "/confirm", "leonardo"))

    stage.edit(number, {**UNCLEAR, "material": ""}, "verrocchio")
    stage.run(number)
    stage.edit(number, PROPOSAL, "verrocchio")
    stage.run(number)

    assert stage.plan(number).standing is Standing.READY


def test_comment_that_no_list_shows_yet_counts(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    stage.run(number)
    stage.scene.github.lag = lambda: 5.0

    stage.run(number, stage.say(number, "/confirm", "leonardo"))
    stage.run(number)

    assert stage.head(number) is not None
    assert len(stage.pulls(number)) == 1


def test_comment_on_another_issue_counts_for_nothing(stage: Stage) -> None:
    number, other = stage.fill(PROPOSAL, "verrocchio"), stage.fill("Hello")
    stage.run(number)

    stage.run(number, stage.say(other, "/confirm", "leonardo"))
    stage.run(number, 77)

    assert stage.plan(number).standing is Standing.WAITING


def test_comment_that_is_changed_into_a_yes_counts(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    comment = stage.say(number, "What is this?", "leonardo")
    stage.run(number)
    stage.wait()

    stage.client("leonardo").ask("PATCH", f"/issues/comments/{comment}", {"body": "/confirm"})
    stage.run(number, comment)

    assert stage.plan(number).standing is Standing.READY


def test_objection_is_a_matter_for_the_coordinators(stage: Stage) -> None:
    number = stage.fill({**JOIN, "author": "verrocchio", "tell": ["leonardo"]}, "verrocchio")
    stage.run(number)
    told = stage.answer(number)
    stage.run(number, stage.say(number, "/object That was another day.", "leonardo"))
    objected, labels = stage.answer(number), stage.issue(number).labels
    [pull] = stage.pulls(number)

    stage.run(number, stage.say(number, "/confirm", "leonardo"))

    assert told.count("@leonardo") == 1
    assert "@cosimo-m Talk to them" in objected
    assert "@leonardo" not in objected
    assert "Not everybody agrees: Leonardo." in objected
    assert (labels, stage.issue(number).labels) == (("objection",), ())
    assert "does not agree" in (pull.body or "")
    assert "another day" not in objected


def test_somebody_without_an_account_is_asked_by_a_coordinator(stage: Stage) -> None:
    number = stage.fill({**PROPOSAL, "confirm": ["botticelli", "nobody"]}, "verrocchio")

    stage.run(number)

    assert "Botticelli cannot be asked here" in stage.answer(number)
    assert "a participant cannot be asked here" in stage.answer(number)
    assert " @" not in stage.answer(number).replace("\n", " ")


def test_stranger_cannot_forge_our_answer(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    memory = json.dumps(
        {
            "form": "join-as-mentee",
            "language": "en",
            "text": "0",
            "day": "2027-03-01",
            "material": "agreed",
            "since": "2027-01-01T00:00:00+00:00",
            "said": {"leonardo": ["confirm", "2027-03-01T06:00:00+00:00"]},
        }
    )
    stage.say(number, f"{MARKER}\n<!-- telemaco:intake-memory:1 {memory} -->", "verrocchio")

    stage.run(number)

    assert len(stage.answers(number)) == 1
    assert stage.plan(number).standing is Standing.WAITING


def test_memory_that_somebody_damaged_is_asked_for_again(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    stage.run(number)
    stage.run(number, stage.say(number, "/confirm", "leonardo"))
    [answer] = stage.answers(number)
    stage.wait()

    body = {"body": MARKER}
    stage.client("cosimo-m").ask("PATCH", f"/issues/comments/{answer.id}", body)
    stage.run(number)

    assert stage.plan(number).standing is Standing.WAITING
    assert len(stage.answers(number)) == 1
