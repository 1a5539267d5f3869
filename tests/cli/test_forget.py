import shlex
import shutil
from pathlib import Path

import pytest

from telemaco.cli.app import run

EXAMPLE = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example that one may change."""
    for folder in ("program", "pairs"):
        shutil.copytree(EXAMPLE / folder, tmp_path / folder)
    return tmp_path


def test_plan_is_shown_and_nothing_changes_before_it_is_applied(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["forget", "humphry-davy", "--root", str(root)]) == 0

    shown = capsys.readouterr()
    assert "move pairs/atelier-2026/davy-faraday to pairs/atelier-2026/pair-" in shown.out
    assert "remove program/people/humphry-davy.yaml" in shown.out
    assert "4 lines may still say who it was." in shown.out
    assert (
        "git filter-repo --force --invert-paths --path program/people/humphry-davy.yaml"
        in shown.out
    )
    assert (root / "program/people/humphry-davy.yaml").is_file()

    command = shown.err.rsplit("To do it: ", 1)[1]
    assert run(shlex.split(command)[1:]) == 0

    assert not (root / "program/people/humphry-davy.yaml").exists()
    assert not (root / "pairs/atelier-2026/davy-faraday").exists()
    assert "Run telemaco check" in capsys.readouterr().err
    assert run(["check", "--root", str(root)]) == 0


def test_who_still_takes_part_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forget", "plato", "--root", str(root)]) == 3

    said = capsys.readouterr().err
    assert "plato still takes part: atelier-2027/plato-aristotle" in said
    assert (
        "First end it: telemaco close atelier-2027 plato-aristotle --reason other --apply; " in said
    )
    assert "telemaco accept atelier-2027 plato --as withdrawn --apply. Or let them choose" in said


def test_due_lists_a_command_for_each(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = root / "program/community.yaml"
    arguments = ["forget", "--due", "--root", str(root), "--today", "2030-01-01"]
    text = settings.read_text()

    run(arguments)
    assert f"telemaco forget humphry-davy --root {root}" in capsys.readouterr().out
    run([*arguments[:-1], "2027-12-01"])
    assert "Nobody took part last more than 24 months ago." in capsys.readouterr().out
    settings.write_text(text.replace("  retention_months: 24\n", ""))
    run(arguments)
    assert "retention_months is not set" in capsys.readouterr().out


def test_nobody_named_is_a_wrong_use(root: Path) -> None:
    assert run(["forget", "--root", str(root)]) == 2


def test_somebody_who_took_no_part_is_removed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "program/people/marin-extra.yaml"
    path.write_text(
        "name: Marin Extra\ngithub: marin-extra-1\ntimezone: Europe/Paris\n"
        "languages: {fr: native}\nenrolments: []\n"
        f"bio: {'long ' * 30}\nconsent: {{text: v1, on: 2026-01-01, publish: []}}\n"
    )

    assert run(["forget", "marin-extra", "--apply", "--root", str(root)]) == 0

    assert "literal:Marin Extra==>somebody" in capsys.readouterr().out
    assert not path.exists()
