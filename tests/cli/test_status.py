import json
import shlex
from pathlib import Path

import pytest

from telemaco.cli.app import run

EXAMPLE = str(Path(__file__).parents[2])
COMMUNITIES = Path(__file__).parents[1] / "communities"


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LANGUAGE", "en")


def test_status_names_every_pair_that_asks_for_action_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = run(["status", "--root", EXAMPLE])

    assert status == 0
    assert "atelier-2027/plato-aristotle " in capsys.readouterr().out


def test_status_of_one_program_leaves_the_others_out(capsys: pytest.CaptureFixture[str]) -> None:
    run(["status", "atelier-2027", "--root", EXAMPLE, "--format", "json"])

    programs = json.loads(capsys.readouterr().out)["programs"]
    assert [program["id"] for program in programs] == ["atelier-2027"]


def test_unknown_program_is_refused_with_the_one_meant(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["status", "atelier-2072", "--root", EXAMPLE])

    assert status == 3
    assert "Did you mean atelier-2027?" in capsys.readouterr().err


def test_unknown_program_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    statuses = [run([command, "xyzzy", "--root", EXAMPLE]) for command in ("status", "report")]

    assert statuses == [3, 3]
    assert capsys.readouterr().err.count("There are these programs: a") == 2


@pytest.mark.parametrize("command", ["report", "accept", "close"])
def test_program_that_is_left_out_is_asked_for_with_those_there_are(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "program/programs").mkdir(parents=True)
    (tmp_path / "program/programs/spring.yaml").write_text("title: [")

    status = run([command, "--root", str(tmp_path)])

    assert status == 2
    assert "Name the program. There is one program: spring." in capsys.readouterr().err


def test_other_argument_that_is_left_out_and_no_community_are_said_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert [run(["report"]), run(["new"])] == [2, 2]

    said = capsys.readouterr().err
    assert "Missing argument 'PROGRAM'." in said
    assert "Missing argument 'DIR'." in said


def test_program_that_cannot_be_read_is_not_said_to_be_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "program/programs").mkdir(parents=True)
    (tmp_path / "program/programs/spring.yaml").write_text("title: [")

    status = run(["status", "spring", "--root", str(tmp_path)])

    assert status == 3
    assert "program/programs/spring.yaml cannot be read." in capsys.readouterr().err


def test_all_shows_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    run(["status", "--root", EXAMPLE, "--all"])

    assert "--all shows" not in capsys.readouterr().out


def test_files_with_errors_are_counted_and_the_rest_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "community.yaml").write_text("nonsense: 1\n")

    status = run(["status", "--root", str(tmp_path)])

    said = capsys.readouterr()
    assert status == 0
    assert "There is no program yet" in said.out
    assert "telemaco check" in said.err


def test_pair_of_the_documentation_is_the_one_of_the_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = (Path(EXAMPLE) / "docs" / "progress.md").read_text()
    documented = json.loads(page.split("```json")[1].split("```")[0])

    run(["status", "atelier-2027", "--root", EXAMPLE, "--format", "json"])

    (program,) = json.loads(capsys.readouterr().out)["programs"]
    (pair,) = (pair for pair in program["pairs"] if pair["id"] == documented["id"])
    assert documented == pair


@pytest.mark.parametrize("width", ["80", "100"])
def test_no_line_is_wider_than_the_terminal(
    width: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    run(["status", "--root", EXAMPLE])
    run(["remind", "--root", EXAMPLE])

    lines = capsys.readouterr().out.splitlines()
    words = [line for line in lines if not line.lstrip().startswith("https://")]
    assert len(lines) - len(words) < 3, "an address is not broken, so that it can be followed"
    assert max(map(len, words)) <= int(width)


@pytest.mark.parametrize(
    "root", [EXAMPLE, *(str(COMMUNITIES / name) for name in ("small", "bare", "broken"))]
)
def test_every_command_that_is_suggested_works_as_it_is_printed(
    root: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["status", "--root", root, "--format", "json"])
    actions = json.loads(capsys.readouterr().out)["actions"]
    run(["status", "--root", root])
    told = capsys.readouterr().out

    assert len(actions) <= 10
    for action in actions:
        if action["command"] is None:
            assert action["link"] in told
            assert (Path(root) / action["link"].split("/edit/main/")[-1]).is_file()
            continue
        assert action["command"] in told
        name, *arguments = shlex.split(action["command"])
        assert name == "telemaco"
        assert run(arguments) in ({0, 1} if arguments[0] == "check" else {0}), action
