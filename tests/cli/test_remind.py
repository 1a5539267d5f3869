import json
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import SETTINGS

EXAMPLE = str(Path(__file__).parents[2])


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LANGUAGE", "en")


def test_ids_are_never_cut(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["remind", "--root", EXAMPLE])

    assert status == 0
    assert "atelier-summer-2027/maria-sibylla-merian" in capsys.readouterr().out


def test_plan_for_programs_is_sorted_by_the_day_it_fell_due(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["remind", "--root", EXAMPLE, "--format", "json"])

    check_ins = json.loads(capsys.readouterr().out)["check_ins"]
    assert check_ins == sorted(check_ins, key=lambda one: (one["due"], one["key"]))
    assert {"key", "kind", "stage", "to", "send_on", "question"} <= check_ins[0].keys()


def test_quiet_day_is_named_with_the_day_that_follows(capsys: pytest.CaptureFixture[str]) -> None:
    run(["remind", "--root", EXAMPLE, "--today", "2027-03-13"])

    told = capsys.readouterr().out
    assert "today is" in told
    assert "15 March" in told


def test_day_without_check_ins_is_said_to_be_one(capsys: pytest.CaptureFixture[str]) -> None:
    run(["remind", "--root", EXAMPLE, "--today", "2020-01-01"])

    assert "No check-in is due by 1 January 2020." in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--forge", "--apply"])
def test_without_a_token_it_is_said_what_is_missing(
    option: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)

    status = run(["remind", "--root", EXAMPLE, option])

    assert status == 3
    assert "GITHUB_TOKEN is not set" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--forge", "--apply"])
def test_without_a_forge_it_is_said_how_to_remind_by_hand(
    option: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    (tmp_path / "program").mkdir()
    (tmp_path / "program/community.yaml").write_text(SETTINGS)

    status = run(["remind", "--root", str(tmp_path), option])

    assert status == 3
    assert capsys.readouterr().err.endswith(
        "Reminders cannot be posted: program/community.yaml names no forge, and a reminder is an "
        "issue there.\n  telemaco remind prints whom to ask, and what: write to them yourself.\n"
    )


@pytest.mark.parametrize(
    "options",
    [
        ["--force"],
        ["--expect", "abc"],
        ["--format", "markdown"],
        ["--apply", "--format", "json"],
    ],
)
def test_options_that_do_not_go_together_are_refused(options: list[str]) -> None:
    assert run(["remind", "--root", EXAMPLE, *options]) == 2
