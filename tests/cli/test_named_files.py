from pathlib import Path

import pytest

from telemaco.cli.app import run

Printed = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["import", "nope.csv"], 'there is no file "nope.csv"; check its name and its folder'),
        (["import", "x", "--lang", "it"], "non c'è nessun file «x»; controlla nome e cartella"),
        (["survey", "count", "halfway", "nope.csv"], 'there is no file "nope.csv"'),
        (["import", "."], ". cannot be read: it is a folder"),
        (["import", ".", "--lang", "it"], ". non si può leggere: è una cartella"),
        (["new", ""], '"" is no name of a folder; write one, or . for the folder you are in'),
        (["new", "  "], '"  " is no name of a folder'),
        (["new", "x", "--name", " "], "--name is empty; write what the community is called"),
    ],
)
def test_name_of_nothing_is_told_in_a_sentence(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Printed,
) -> None:
    monkeypatch.chdir(tmp_path)

    status = run(arguments)

    assert status == 2
    assert told in capsys.readouterr().err.replace("\n", " ")
    assert list(tmp_path.iterdir()) == []
