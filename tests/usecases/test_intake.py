"""The intake over the adapter and our own GitHub, held to GitHub's official description."""

import json
from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest

from telemaco.adapters.github.opening import LEASE
from telemaco.findings import TelemacoError
from telemaco.intake.marker import MARKER
from telemaco.intake.values import Standing
from telemaco.ports.forge import ForgeError
from telemaco.usecases.intake import Occasion, Writers, carry_out
from tests.forge.faults import Fault, Once
from tests.forge.github import BOT
from tests.forge.scene import Scene, check_in
from tests.intake.stage import ADA, JOIN, UNCLEAR, Stage

PAIR = "pairs/atelier/verrocchio-leonardo/pair.yaml"
PROPOSAL: dict[str, Any] = {
    "author": "verrocchio",
    "files": {PAIR: "members: []\n"},
    "confirm": ["verrocchio", "leonardo"],
}


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


def test_stranger_cannot_forge_our_answer(stage: Stage) -> None:
    number = stage.fill(PROPOSAL, "verrocchio")
    memory = json.dumps(
        {
            "form": "join-as-mentee",
            "language": "en",
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


def test_commit_that_the_forge_does_not_know_is_refused(stage: Stage) -> None:
    number = stage.fill(JOIN)

    with pytest.raises(TelemacoError, match="does not know the commit"):
        stage.plan_from(Occasion(number, "0" * 40))


WRITES = (
    r"POST .*/git/trees$",
    r"POST .*/git/commits$",
    r"POST .*/git/refs$",
    r"POST .*/pulls$",
    r"POST .*/comments$",
    r"PATCH .*/git/refs/",
    r"POST .*/labels$",
)


@pytest.mark.parametrize("fault", [Fault.BAD_GATEWAY_AFTER, Fault.LATE, Fault.SECONDARY_LIMIT])
@pytest.mark.parametrize("request_", WRITES)
def test_nothing_is_lost_or_doubled_whatever_met_a_request(
    stage: Stage, request_: str, fault: Fault
) -> None:
    number = stage.fill({**JOIN, "tell": ["leonardo"]})
    stage.say(number, "/object", "leonardo")
    stage.scene.github.lag = lambda: 3.0
    stage.scene.github.faults = Once((request_, fault))

    try:
        stage.run(number)
    except ForgeError:
        stage.scene.hands.sleep(LEASE.total_seconds())
        stage.run(number)
    stage.scene.github.lag = float

    assert stage.run(number).done == ()
    assert len(stage.answers(number)) == 1
    assert len(stage.pulls(number)) == 1
    assert stage.changes(number) == {ADA: b"name: Ada\n"}


def test_runs_at_the_same_time_answer_once(stage: Stage) -> None:
    number = stage.fill(JOIN)
    plans = [stage.plan(number) for _ in range(3)]

    def carry(index: int) -> None:
        run = stage.scene.run()
        carry_out(plans[index], Writers(run.writer, run.answer_writer, run.contents_writer))

    runs = [Thread(target=carry, args=(index,)) for index in range(3)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    stage.run(number)

    assert len(stage.answers(number)) == 1
    assert len(stage.pulls(number)) == 1
    assert stage.run(number).done == ()


def test_run_that_is_slower_leaves_the_branch_to_the_faster(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    stage.edit(number, {**JOIN, "files": {ADA: "name: Augusta\n"}})
    plan = stage.plan(number)
    stage.merge({ADA: b"name: Ada King\n"}, f"telemaco/intake-{number}")

    run = stage.scene.run()
    applied = carry_out(plan, Writers(run.writer, run.answer_writer, run.contents_writer))

    assert applied.done == ()
    assert len(applied.left) == len(plan.steps)
    assert stage.changes(number) == {ADA: b"name: Ada King\n"}
