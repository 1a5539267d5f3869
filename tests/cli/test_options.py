from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from telemaco.cli import exit_status
from telemaco.cli.app import run
from telemaco.cli.build import command as build
from telemaco.cli.export import command as export
from telemaco.cli.options import folder_option
from telemaco.cli.preview import command as preview
from telemaco.cli.report import command as report
from telemaco.cli.survey_ask import ask_command


def _spellings(command: click.Command) -> Iterator[list[str]]:
    return (option.opts for option in command.params if option.name == "out")


@pytest.mark.parametrize("command", [build, preview, report, export, ask_command])
def test_folder_to_write_into_has_two_spellings(command: click.Command) -> None:
    assert [*_spellings(command)] == [["--out", "--output"]]


@pytest.mark.parametrize("spelling", ["--out", "--output"])
def test_either_spelling_names_the_folder(
    spelling: str, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    @folder_option
    def command(out: object) -> None:
        click.echo(out)

    command.main([spelling, "data"], standalone_mode=False)

    assert capsys.readouterr().out == "data\n"


@pytest.mark.parametrize(
    "words", [["forms"], ["survey", "ask", "midpoint"], ["survey", "count", "midpoint", "{table}"]]
)
def test_no_day_is_taken_where_none_is_looked_at(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("")
    named = [word.format(table=table) for word in words]

    status = run([*named, "--today", "2027-02-03", "--root", str(tmp_path)])

    assert "--today" in capsys.readouterr().err
    assert status == exit_status.USAGE
