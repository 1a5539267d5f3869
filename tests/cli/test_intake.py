"""`telemaco intake` with the forms of a new community, on our own GitHub."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.forge.faults import Always, Fault
from tests.forge.scene import NAME, TOKEN, Scene
from tests.workflows.forms import ADA, fill, form_body
from tests.workflows.scratch import make_community
from tests.workflows.stage import Stage


@pytest.fixture
def stage(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    made = Stage(scene, tmp_path)
    make_community(made.source)
    made.push()
    scene.github.now = lambda: datetime.now(UTC)
    scene.github.token(TOKEN, issues="write", contents="write", pull_requests="write")
    monkeypatch.setenv("GITHUB_API_URL", scene.github.url)
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.setenv("GITHUB_REPOSITORY", NAME)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("GITHUB_EVENT_PATH", raising=False)
    monkeypatch.chdir(made.source)
    return made


def test_plan_is_printed_and_nothing_is_changed(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    number = fill(stage, form_body(stage, ADA))
    before = len(stage.scene.github.writes)

    status = run(["intake", "--issue", str(number)])

    assert status == 0
    assert capsys.readouterr().out == (
        "Issue 1: a coordinator can take it in.\n"
        "- to do: put program/people/ada.yaml on the branch telemaco/intake-1\n"
        "- to do: open a pull request\n"
        "- to do: answer with a comment\n"
    )
    assert len(stage.scene.github.writes) == before


def test_form_of_the_event_is_taken_in(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    number = fill(stage, form_body(stage, ADA))
    event = stage.source.parent / "event.json"
    event.write_text(json.dumps({"issue": {"number": number}}))
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))

    run(["intake", "--apply"])
    first = capsys.readouterr().out
    run(["intake", "--apply"])

    assert "- done: open a pull request\n" in first
    assert capsys.readouterr().out.endswith("There is nothing to do.\n")


def test_all_open_forms_are_looked_at(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    fill(stage, form_body(stage, ADA))
    fill(stage, "How do I join?", "bea")
    fill(stage, form_body(stage, {**ADA, "fluent": ()}), "cleo")

    status = run(["intake", "--all"])

    printed = capsys.readouterr().out
    assert status == 0
    assert "Issue 1: a coordinator can take it in.\n" in printed
    assert "Issue 2 has no form that is to be looked at.\n" in printed
    assert "Issue 3: something is missing or unclear.\n" in printed


def test_one_form_that_cannot_be_taken_in_does_not_stop_the_others(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    for login in ("ada", "bea"):
        fill(stage, form_body(stage, ADA), login)
    stage.scene.github.faults = Always(r"GET .*/issues/1$", Fault.BAD_GATEWAY_BEFORE)

    status = run(["intake", "--all"])

    told = capsys.readouterr()
    assert status == 3
    assert "Issue 1: not done (GitHub answers with status 502)\n" in told.err
    assert "Issue 2: a coordinator can take it in.\n" in told.out


def test_after_three_in_a_row_no_more_are_tried(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    for login in ("ada", "bea", "cleo", "dora"):
        fill(stage, form_body(stage, ADA), login)
    stage.scene.github.accounts[TOKEN].permissions = {"issues": "read"}
    stage.scene.home.is_private = True

    status = run(["intake", "--all"])

    assert status == 3
    assert capsys.readouterr().err.count("not done") == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [([], "say which issue"), (["--issue", "1", "--all"], "exclude each other")],
)
def test_wrong_use_is_said(
    stage: Stage, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stage.source.exists()
    assert run(["intake", *words]) == 2
    assert says in capsys.readouterr().err


def test_community_that_cannot_be_read_takes_nothing_in(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    (stage.source / "program/community.yaml").write_text("title: [\n")
    stage.commit("Break it")

    assert run(["intake", "--issue", "1"]) == 3
    assert "program/community.yaml cannot be read." in capsys.readouterr().err
