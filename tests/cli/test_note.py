from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.progress.atelier import ACTIVE, PROGRAM, person

Printed = pytest.CaptureFixture[str]
PATH = "pairs/atelier/verrocchio-leonardo/2027-02-01.md"


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    files = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/atelier.yaml": PROGRAM,
        "program/people/verrocchio.yaml": person("mentor", rest="confirmed: 2027-01-01\n"),
        "program/people/leonardo.yaml": person("mentee"),
        "pairs/atelier/verrocchio-leonardo/pair.yaml": ACTIVE,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def _run(community: Path, *arguments: str) -> int:
    return run(["note", *arguments, "--root", str(community), "--today", "2027-02-01"])


def test_note_is_shown_and_not_written_without_apply(community: Path, capsys: Printed) -> None:
    status = _run(community, "verrocchio-leonardo")

    printed = capsys.readouterr()
    assert status == 0
    assert printed.out.startswith(f"write {PATH}\n\n---\n# yaml-language-server: ")
    assert printed.out.endswith("agenda: first-meeting\n---\n")
    assert printed.err == (
        "The note has no room for what was said: everybody can read this repository, and notes "
        "are not public here.\nNothing was written; --apply writes it.\n"
    )
    assert not (community / PATH).exists()


def test_apply_writes_the_note_and_a_second_one_if_asked(community: Path, capsys: Printed) -> None:
    first = _run(community, "atelier/verrocchio-leonardo", "--apply")
    written = (community / PATH).read_text()
    refused = _run(community, "atelier/verrocchio-leonardo", "--apply")
    second = _run(community, "atelier/verrocchio-leonardo", "--again", "--apply")

    printed = capsys.readouterr()
    assert (first, refused, second) == (0, 3, 0)
    assert printed.out == f"write {PATH}\nwrite {PATH.replace('.md', '-2.md')}\n"
    assert "Written. Correct what is not so" in printed.err
    assert (community / PATH).read_text() == written


def test_note_of_a_private_community_has_headings(community: Path, capsys: Printed) -> None:
    settings = community / "program/community.yaml"
    settings.write_text(settings.read_text() + "privacy: {repository: private}\n")

    _run(community, "verrocchio-leonardo", "--date", "2027-02-08")

    printed = capsys.readouterr()
    assert printed.out.endswith("---\n## Come va\n\n## Obiettivo\n\n## Realtà\n\n"
                                "## Come lavoriamo\n\n## Impegni\n")  # fmt: skip
    assert printed.err == "Nothing was written; --apply writes it.\n"


def test_name_with_a_slip_is_answered_with_the_right_one(community: Path, capsys: Printed) -> None:
    assert _run(community, "verrochio-leonardo") == 3
    assert capsys.readouterr().err == (
        "There is no pair verrochio-leonardo.\n  Did you mean verrocchio-leonardo?\n"
    )


def test_who_rests_is_excused(community: Path, capsys: Printed) -> None:
    resting = person("mentee", rest="paused_until: 2027-02-02\n")
    (community / "program/people/leonardo.yaml").write_text(resting, encoding="utf-8")

    _run(community, "verrocchio-leonardo")

    assert "attendance:\n  verrocchio: present\n  leonardo: excused\n" in capsys.readouterr().out
