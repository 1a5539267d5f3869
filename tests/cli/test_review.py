import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.forge.scene import NAME, TOKEN, Proposed, Scene, propose, put_files

FILES = {
    "program/community.yaml": SETTINGS,
    "program/people/cosimo.yaml": COSIMO + "github: cosimo\n",
}


@pytest.fixture
def result(scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the check of a pull request by Cosimo has handed over, in a trusted run."""
    scene.github.now = lambda: datetime.now(UTC)
    scene.github.token(TOKEN, contents="read", pull_requests="write")
    put_files(scene.home, FILES)
    changed = {"program/people/cosimo.yaml": COSIMO + "github: cosimo\nlocation: Florence\n"}
    number, head = propose(scene.home, Proposed("cosimo", changed, "cosimo/workshop"))
    event = {
        "repository": {"default_branch": "main"},
        "workflow_run": {
            "head_sha": head,
            "head_repository": {"full_name": "cosimo/workshop"},
            "conclusion": "success",
            "html_url": "https://github.com/atelier/workshop/actions/runs/1",
        },
    }
    handed_over = {
        "result/number": str(number),
        "result/check.json": '{"form": 1, "findings": []}',
        "event.json": json.dumps(event),
        **FILES,
    }
    for path, text in handed_over.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    monkeypatch.setenv("GITHUB_API_URL", scene.github.url)
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.setenv("GITHUB_REPOSITORY", NAME)
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "result"


def test_answer_is_shown_and_nothing_written(
    result: Path, scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", str(result)]) == 0

    printed = capsys.readouterr()
    assert printed.out.startswith("### All is right\n")
    assert "Nothing was written; --apply writes it." in printed.err
    assert scene.github.writes == []


def test_applied_twice_is_applied_once(
    result: Path, scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", str(result), "--apply"]) == 0
    assert run(["review", str(result), "--apply"]) == 0

    assert capsys.readouterr().err.splitlines() == [
        "Pull request 1 was answered. It is ready.",
        "Pull request 1 has its answer already. It is ready.",
    ]
    assert len(list(scene.home.comments.all())) == 1


def test_forged_result_ends_with_3(
    result: Path, scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    (result / "check.json").write_text("All is right")

    assert run(["review", str(result), "--apply"]) == 3

    assert "it is no JSON" in capsys.readouterr().err
    assert scene.github.writes == []
