from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.forms.communities import program
from tests.repositories import begin_repository

ROOT = Path(__file__).parent.parent.parent
FOLDER = ".github/ISSUE_TEMPLATE"

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    run(["new", str(tmp_path), "--apply"])
    return tmp_path


def _open(root: Path) -> None:
    (root / "program/programs/second.yaml").write_text(program(style="informal"))


def test_forms_of_the_example_are_current(capsys: Printed) -> None:
    status = run(["forms", "--check", "--root", str(ROOT)])

    printed = capsys.readouterr()
    assert printed.err == f"The forms in {FOLDER} are up to date.\n"
    assert printed.out == f"keep {FOLDER}/config.yml, which somebody else wrote\n"
    assert status == 0


def test_forms_of_a_new_community_are_current(root: Path) -> None:
    assert run(["forms", "--check", "--root", str(root)]) == 0


def test_nothing_is_written_without_apply(root: Path, capsys: Printed) -> None:
    _open(root)
    capsys.readouterr()

    assert run(["forms", "--root", str(root)]) == 0

    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        f"write {FOLDER}/ask-the-coordinator.yml",
        f"write {FOLDER}/join-as-mentee.yml",
        f"write {FOLDER}/join-as-mentor.yml",
        f"write {FOLDER}/pause-or-leave.yml",
        f"write {FOLDER}/propose-a-pair.yml",
    ]
    assert printed.err.endswith("Run telemaco forms --apply to change them.\n")
    assert not (root / FOLDER / "join-as-mentor.yml").exists()


def test_check_fails_until_they_are_written(root: Path, capsys: Printed) -> None:
    _open(root)

    assert run(["forms", "--check", "--root", str(root)]) == 1
    assert run(["forms", "--apply", "--root", str(root)]) == 0
    assert run(["forms", "--check", "--root", str(root)]) == 0
    assert "Changed 5 files.\n" in capsys.readouterr().err


def test_stale_form_is_removed_and_that_of_others_is_kept(root: Path, capsys: Printed) -> None:
    _open(root)
    run(["forms", "--apply", "--root", str(root)])
    (root / "program/programs/second.yaml").unlink()
    (root / FOLDER / "bug.yml").write_text("name: Bug\n")
    capsys.readouterr()

    run(["forms", "--apply", "--root", str(root)])

    assert f"remove {FOLDER}/propose-a-pair.yml\n" in capsys.readouterr().out
    assert not (root / FOLDER / "propose-a-pair.yml").exists()
    assert (root / FOLDER / "bug.yml").read_text() == "name: Bug\n"


def test_link_in_the_place_of_a_form_is_not_followed(root: Path) -> None:
    other = root / "other.yml"
    other.write_text("mine")
    place = root / FOLDER / "session-note.yml"
    place.unlink()
    place.symlink_to(other)

    run(["forms", "--apply", "--root", str(root)])

    assert place.is_symlink()
    assert other.read_text() == "mine"


def test_only_what_a_change_brought_fails_the_check(root: Path, capsys: Printed) -> None:
    _open(root)
    begin_repository(root)
    only_changed = ["forms", "--check", "--only-changed", "HEAD", "--root", str(root)]

    before = run(only_changed)
    told = capsys.readouterr().err
    (root / "program/programs/third.yaml").write_text(program())
    after = run(only_changed)

    assert (before, after) == (0, 1)
    assert told.endswith("They were out of date before this change.\n")
