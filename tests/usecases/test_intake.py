"""The intake over the adapter and our own GitHub, held to GitHub's official description."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from telemaco.findings import TelemacoError
from telemaco.intake.values import Standing
from telemaco.usecases.intake import Occasion
from tests.forge.github import BOT
from tests.forge.scene import Scene, check_in
from tests.intake.stage import ADA, JOIN, UNCLEAR, Stage


@pytest.fixture
def stage(scene: Scene) -> Stage:
    return Stage(scene)


def test_form_becomes_a_branch_a_pull_request_and_one_comment(stage: Stage) -> None:
    number = stage.fill(JOIN)

    stage.run(number)

    [pull] = stage.pulls(number)
    assert stage.changes(number) == {ADA: b"name: Ada\n"}
    assert (pull.title, pull.author, pull.state) == ("ada joins", BOT, "open")
    assert (pull.body or "").startswith(f"Closes #{number}\n\n| Field | What was understood |")
    assert "| Name | Ada |" in stage.answer(number)
    assert "A coordinator looks at it and takes it in." in stage.answer(number)
    assert stage.issue(number).labels == ()


def test_run_after_a_run_changes_nothing(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    before = len(stage.scene.github.writes)

    again = stage.run(number)

    assert again.done == ()
    assert len(stage.scene.github.writes) == before


def test_plan_writes_nothing(stage: Stage) -> None:
    number = stage.fill(JOIN)
    before = len(stage.scene.github.writes)

    plan = stage.plan(number)

    assert [type(step).__name__ for step in plan.steps] == ["PutFiles", "OpenPull", "Answer"]
    assert len(stage.scene.github.writes) == before


def test_unclear_form_waits_until_it_is_mended(stage: Stage) -> None:
    number = stage.fill(UNCLEAR)
    stage.run(number)
    unclear, labels = stage.answer(number), stage.issue(number).labels

    stage.edit(number, JOIN)
    mended = stage.run(number)
    again = stage.run(number)

    assert "- **Time zone**: it is missing.\n" in unclear
    assert (labels, stage.issue(number).labels) == (("needs-info",), ())
    assert "missing" not in stage.answer(number)
    assert len(stage.pulls(number)) == 1
    assert (len(mended.done), again.done) == (4, ())


def test_edit_goes_onto_the_same_branch(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    first = stage.head(number)
    assert first is not None
    stage.merge({"program/people/bea.yaml": b"name: Bea\n"})

    other = "program/people/augusta.yaml"
    stage.edit(number, {"files": {other: "name: Augusta\n"}, "title": "Augusta"})
    stage.run(number)

    second = stage.head(number)
    assert second is not None
    assert stage.changes(number) == {other: b"name: Augusta\n"}
    assert stage.scene.home.objects.facts(second)[1] == [first, stage.base]
    assert [pull.title for pull in stage.pulls(number)] == ["Augusta joins"]
    assert stage.run(number).done == ()


def test_what_becomes_unclear_keeps_its_branch(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    head = stage.head(number)

    stage.edit(number, UNCLEAR)
    stage.run(number)

    [pull] = stage.pulls(number)
    assert stage.head(number) == head
    assert "Do not merge this yet" in (pull.body or "")
    assert "Until then the pull request stays as it was." in stage.answer(number)
    assert stage.issue(number).labels == ("needs-info",)


def test_form_that_is_none_any_more_is_said_to_be_so(stage: Stage) -> None:
    number = stage.fill({**JOIN, "language": "it"})
    stage.run(number)
    stage.wait()

    stage.client("ada").ask("PATCH", f"/issues/{number}", {"body": "Never mind."})
    stage.run(number)

    [pull] = stage.pulls(number)
    assert "Do not merge this yet" in (pull.body or "")
    assert "- No form is left.\n" in stage.answer(number)
    assert stage.issue(number).labels == ("needs-info",)
    assert stage.run(number).done == ()


def test_branch_that_somebody_changed_is_left_alone(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    by_hand = stage.merge({ADA: b"name: Ada Lovelace\n"}, f"telemaco/intake-{number}")

    stage.edit(number, {**JOIN, "files": {ADA: "name: Augusta\n"}})
    stage.run(number)

    assert stage.head(number) == by_hand
    assert "Somebody changed the branch" in stage.answer(number)
    assert stage.run(number).done == ()


def test_branch_that_somebody_rewrote_is_left_alone(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    objects, head = stage.scene.home.objects, stage.head(number)
    assert head is not None
    tree = objects.grown_tree(objects.facts(head)[0], {ADA: ("100644", objects.blob(b"x"))})
    amended = objects.commit(objects.facts(head)[2], tree, [stage.base])
    objects.move_ref(f"refs/heads/telemaco/intake-{number}", head, amended, force=True)

    stage.edit(number, {**JOIN, "files": {ADA: "name: Augusta\n"}})
    stage.run(number)

    assert stage.head(number) == amended


def test_branch_of_somebody_else_gets_no_pull_request(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.scene.home.objects.create_ref(f"refs/heads/telemaco/intake-{number}", stage.base)

    stage.run(number)

    assert stage.head(number) == stage.base
    assert stage.pulls(number) == []
    assert "Somebody changed the branch" in stage.answer(number)


def test_pull_request_of_a_coordinator_is_not_edited(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    [pull] = stage.pulls(number)
    stage.scene.home.change(pull, author="cosimo-m")

    stage.edit(number, {**JOIN, "title": "Augusta"})
    stage.run(number)

    assert [one.title for one in stage.pulls(number)] == ["ada joins"]


def _closed(stage: Stage) -> int:
    number = stage.fill(JOIN)
    stage.close(number)
    return number


def _merged(stage: Stage) -> int:
    number = stage.fill(JOIN)
    stage.run(number)
    [pull] = stage.pulls(number)
    stage.close(pull.number, merged=True)
    return number


def _pull_request(stage: Stage) -> int:
    number = stage.fill(JOIN)
    stage.run(number)
    [pull] = stage.pulls(number)
    return pull.number


def _check_in(stage: Stage) -> int:
    opened = stage.scene.run().writer.open_issue(check_in(body=json.dumps(JOIN)))
    assert opened is not None
    return opened.number


@pytest.mark.parametrize(
    "make",
    [
        _closed,
        _merged,
        _pull_request,
        _check_in,
        lambda stage: stage.fill("How do I join?"),
        lambda stage: stage.fill(JOIN, "dependabot[bot]"),
        lambda stage: stage.fill(JOIN, "ghost"),
        lambda _: 77,
    ],
    ids=["closed", "merged", "pull request", "check-in", "no form", "a bot", "a ghost", "gone"],
)
def test_what_does_not_concern_us_is_left_alone(stage: Stage, make: Callable[[Stage], int]) -> None:
    number = make(stage)
    before = len(stage.scene.github.writes)

    plan, applied = stage.plan(number), stage.run(number)

    assert (plan.standing, applied.done) == (None, ())
    assert len(stage.scene.github.writes) == before


def test_pull_request_that_a_coordinator_closed_stays_closed(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    [pull] = stage.pulls(number)
    stage.close(pull.number)

    stage.edit(number, {**JOIN, "files": {ADA: "name: Augusta\n"}})
    stage.run(number)

    assert [one.state for one in stage.pulls(number)] == ["closed"]
    assert stage.changes(number) == {ADA: b"name: Ada\n"}
    assert "closed the pull request without taking it in" in stage.answer(number)
    assert stage.run(number).done == ()


def test_form_is_judged_by_the_day_on_which_it_was_mended(stage: Stage) -> None:
    number = stage.fill({**JOIN, "not_before": "2027-03-09"})
    stage.run(number)
    stage.scene.hands.moment += timedelta(days=10)
    waiting = stage.plan(number)

    stage.edit(number, {**JOIN, "not_before": "2027-03-08"})
    mended = stage.plan(number)
    stage.run(number)
    stage.scene.hands.moment += timedelta(days=10)

    assert (waiting.standing, waiting.steps) == (Standing.UNCLEAR, ())
    assert mended.standing is Standing.READY
    assert stage.run(number).done == ()


def test_form_that_only_asks_goes_to_the_coordinators(stage: Stage) -> None:
    number = stage.fill({"to_do": ["Answer the question."]})

    stage.run(number)

    assert "- Answer the question.\n" in stage.answer(number)
    assert "@cosimo-m This is for you." in stage.answer(number)
    assert stage.head(number) is None


def test_form_that_says_nothing_new_changes_nothing(stage: Stage) -> None:
    number = stage.fill({"said": {"Name": ["Ada"]}})

    stage.run(number)

    assert "The files say all of this already" in stage.answer(number)
    assert stage.head(number) is None


def test_form_that_waits_for_a_coordinator_has_no_label_for_its_author(stage: Stage) -> None:
    number = stage.fill({"problems": [{"says": "you have two entries", "theirs": True}]})

    stage.run(number)

    assert stage.issue(number).labels == ()
    assert "Edit the form" not in stage.answer(number).partition("<sub>")[0]


def test_answer_is_in_the_language_of_the_form(stage: Stage) -> None:
    number = stage.fill({**JOIN, "language": "it"})

    stage.run(number)

    [pull] = stage.pulls(number)
    assert "Grazie" in stage.answer(number)
    assert "What was understood" in (pull.body or "")


def test_without_an_address_the_answer_has_no_link(stage: Stage) -> None:
    stage.place = None
    number = stage.fill(JOIN)

    stage.run(number)

    assert "It is in a pull request now." in stage.answer(number)


def test_commit_that_the_forge_does_not_know_is_refused(stage: Stage) -> None:
    number = stage.fill(JOIN)

    with pytest.raises(TelemacoError, match="does not know the commit"):
        stage.plan_from(Occasion(number, "0" * 40))
