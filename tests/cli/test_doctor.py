import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from telemaco.cli.app import run
from telemaco.usecases.examined import WORKFLOWS
from tests.forge.scene import NAME, TOKEN, Scene
from tests.forge.state import Label

EXAMPLE = Path(__file__).parent.parent / "communities/small"


@pytest.fixture(name="token")
def _token(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that may look at everything, in a repository where everything is in order."""
    scene.github.now = lambda: datetime.now(UTC)
    scene.github.token(TOKEN, actions="read", administration="read", pages="read", issues="read")
    scene.home.labels["check-in"] = Label("check-in")
    scene.home.settings["pages"] = {"build_type": "workflow"}
    for number, file in enumerate(WORKFLOWS):
        scene.home.workflows.append({"id": number, "path": f".github/workflows/{file}"})
    scene.home.runs.append(
        {
            "id": 9,
            "path": ".github/workflows/reminders.yml",
            "event": "schedule",
            "status": "completed",
            "conclusion": "success",
            "updated_at": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
        }
    )
    monkeypatch.setenv("GITHUB_API_URL", scene.github.url)
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.setenv("GITHUB_REPOSITORY", NAME)


def _doctor(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The verdict on each thing; whether the exit status fits is looked at, too."""
    status = run(["doctor", "--root", str(EXAMPLE), "--format", "json", "--lang", "en"])

    found = {one["what"]: one["verdict"] for one in json.loads(capsys.readouterr().out)}
    assert status == int("bad" in found.values())
    return found


@pytest.mark.usefixtures("token")
def test_repository_in_order_is_found_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    found = _doctor(capsys)

    on_forge = ("repository", "issues", "label", "pull requests", "site", "workflows", "reminders")
    assert {what: found[what] for what in on_forge} == dict.fromkeys(on_forge, "good")


@pytest.mark.usefixtures("token")
def test_wrong_token_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "wrong")

    assert _doctor(capsys)["repository"] == "bad"


def test_without_a_token_the_rest_is_looked_at(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)

    status = run(["doctor", "--root", str(EXAMPLE), "--lang", "en"])

    printed = capsys.readouterr().out
    assert status == 1
    assert "missing: check.yml, intake.yml, reminders.yml" in printed
    assert printed.endswith("1 thing is to be mended.\n")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Nothing is bad, but {count} warnings are to be looked at.\n"),
        ("it", "Niente di grave, ma ci sono {count} avvisi da guardare.\n"),
    ],
)
def test_last_line_counts_the_warnings_when_nothing_is_bad(
    language: str,
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    root = shutil.copytree(EXAMPLE, tmp_path / "community")
    (root / ".github/workflows").mkdir(parents=True)
    for file in WORKFLOWS:
        (root / ".github/workflows" / file).touch()
    run(["doctor", "--root", str(root), "--format", "json", "--lang", "en"])
    count = capsys.readouterr().out.count('"verdict": "warning"')

    status = run(["doctor", "--root", str(root), "--lang", language])

    assert status == 0
    assert count > 1
    assert capsys.readouterr().out.endswith(told.format(count=count))


def test_repository_that_nobody_names_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "token")
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)

    assert _doctor(capsys)["repository"] == "bad"


@pytest.mark.usefixtures("token")
def test_heartbeat_is_a_variable_for_the_build(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    today = f"TELEMACO_REMINDERS_RAN={datetime.now(UTC).date()}\n"

    assert run(["doctor", "--heartbeat", "--root", str(EXAMPLE)]) == 0
    assert capsys.readouterr().out == today
    scene.home.runs.clear()
    assert run(["doctor", "--heartbeat", "--root", str(EXAMPLE)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("token")
def test_heartbeat_without_the_permission_is_refused(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    scene.github.token(TOKEN)
    scene.home.is_private = True

    assert run(["doctor", "--heartbeat", "--root", str(EXAMPLE)]) == 3
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("token")
def test_site_is_built_while_github_cannot_say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_API_URL", "http://127.0.0.1:9")

    assert run(["doctor", "--heartbeat", "--root", str(EXAMPLE)]) == 0
    assert capsys.readouterr().out == ""
