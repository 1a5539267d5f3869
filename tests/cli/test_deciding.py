from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.progress.atelier import PROGRAM, person
from tests.usecases.deciding import PAIR_FILE, PROPOSED, files_of

NAME = "atelier/verrocchio-leonardo"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "120")
    more = {
        "program/people/lippi.yaml": person("mentor", "applied"),
        "program/programs/other.yaml": PROGRAM,
    }
    for path, text in files_of(more=more).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def decide(root: Path, *arguments: str, today: str = "2027-01-04") -> int:
    return run([*arguments, "--root", str(root), "--today", today])


def test_a_program_is_led_from_sign_ups_to_its_end(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statuses = [
        decide(root, "accept", "atelier", "--all", "--apply"),
        decide(root, "confirm", "atelier", "--agreed", "leonardo", "--apply"),
        decide(root, "confirm", "atelier", "verrocchio-leonardo", "--all-agreed", "--apply"),
        decide(root, "begin", "atelier", "--all", "--apply"),
        decide(root, "close", "atelier", NAME, "--apply", today="2027-12-31"),
    ]

    assert statuses == [0, 0, 0, 0, 0], capsys.readouterr()
    assert "status: accepted" in (root / "program/people/lippi.yaml").read_text()
    assert "status: completed" in (root / "program/people/leonardo.yaml").read_text()
    assert (root / PAIR_FILE).read_text() == (
        "# made together\nmembers: [{person: verrocchio, role: mentor, confirmed: 2027-01-04}, "
        "{person: leonardo, role: mentee, confirmed: 2027-01-04}]\n"
        "status: completed # ask them\nstart: 2027-01-04\nend: 2027-12-31\n"
    )
    assert run(["check", "--root", str(root), "--today", "2027-12-31"]) == 0


def test_nothing_is_written_without_apply_and_not_of_everybody_by_mistake(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(root, "accept", "atelier") == 0
    assert "lippi   mentor: applied -> accepted" in capsys.readouterr().out
    assert decide(root, "accept", "atelier", "--apply") == 3
    assert "Name them, or take all that are listed: --all." in capsys.readouterr().err
    assert "status: applied" in (root / "program/people/lippi.yaml").read_text()


def test_all_who_agreed_are_confirmed_without_naming_their_pairs(root: Path) -> None:
    assert decide(root, "accept", "atelier", "--all", "--apply") == 0
    assert decide(root, "confirm", "atelier", "--all-agreed", "--apply") == 0
    assert "status: confirmed" in (root / PAIR_FILE).read_text()


def test_whole_program_is_ended_by_all_and_its_reason(root: Path) -> None:
    ended = decide(
        root,
        "close",
        "atelier",
        "--all",
        "--reason",
        "program-ended",
        "--apply",
        today="2027-02-01",
    )

    assert ended == 0
    assert "status: cancelled" in (root / PAIR_FILE).read_text()
    assert "status: completed" in (root / "program/programs/atelier.yaml").read_text()


def test_who_is_named_and_cannot_be_helped_is_a_finding(root: Path) -> None:
    assert decide(root, "begin", "atelier", "verrocchio-leonardo", "--apply") == 1
    assert (root / PAIR_FILE).read_text() == PROPOSED


def test_nobody_is_declined_by_all(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(root, "accept", "atelier", "--as", "declined", "--all", "--apply") == 3
    assert "Whoever is declined is named." in capsys.readouterr().err


def test_who_is_declined_is_said_to_be_off_the_site(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(root, "accept", "atelier", "leonardo", "--as", "declined")
    declined = capsys.readouterr().err
    decide(root, "accept", "atelier", "leonardo")

    assert "in no pair is not on the site: they have no page" in declined
    assert "not on the site" not in capsys.readouterr().err


def test_pair_of_another_program_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(root, "close", "other", NAME) == 3
    assert f"{NAME} is no pair of other." in capsys.readouterr().err
