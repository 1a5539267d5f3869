import click
import pytest

from telemaco.cli.app import run, telemaco
from telemaco.cli.help_texts import translated
from telemaco.cli.words_of_click import translate_click

Printed = pytest.CaptureFixture[str]


def helped(arguments: list[str], capsys: Printed) -> str:
    assert run(arguments) == 0
    return " ".join(capsys.readouterr().out.split())


def test_help_is_in_the_language_of_the_environment(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "it")

    assert "Costruisce il sito." in helped(["--help"], capsys)
    assert "quella che contiene program/" in helped(["check", "--help"], capsys)
    assert "Propone un vocabolario" in helped(["skills", "suggest", "--help"], capsys)

    whole = helped(["check", "--help"], capsys)
    assert whole.startswith("Uso: ")
    assert "Opzioni:" in whole
    assert "[se manca: (la cartella in cui ci si trova)]" in whole

    monkeypatch.setenv("LANGUAGE", "en")

    assert "Build the site." in helped(["--help"], capsys)
    assert "Propose a vocabulary" in helped(["skills", "suggest", "--help"], capsys)


def test_places_for_values_are_in_the_language_of_the_environment(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "it")

    whole = helped(["--help"], capsys)
    accept = helped(["accept", "--help"], capsys)
    new = helped(["new", "--help"], capsys)

    assert "telemaco [OPZIONI] COMANDO [ARGOMENTI]..." in whole
    assert "Mostra la versione ed esce." in whole
    assert "telemaco accept [OPZIONI] PROGRAMMA [PERSONA]..." in accept
    assert "--root PERCORSO" in accept
    assert "--today GIORNO" in accept
    assert "--role [mentor|" in accept
    assert "--contact TESTO" in new
    assert "--apply TESTO" not in new
    assert "PROGRAMMA [OPZIONI] | --verify RICEVUTA" in helped(["match", "--help"], capsys)
    assert "--at ORA" in helped(["meet", "--help"], capsys)
    assert "[OPZIONI] [PROGRAMMA]" in helped(["status", "--help"], capsys)
    assert "--from RICEVUTA" in helped(["match", "propose", "--help"], capsys)
    assert "Comincia la nota di un incontro di COPPIA" in helped(["note", "--help"], capsys)


def test_commands_below_a_command_are_told_in_whole_lines(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "it")

    assert "diff Chi ha cambiato partner fra due abbinamenti." in helped(["match", "-h"], capsys)
    assert "ask Le domande di un questionario, per un" in helped(["survey", "-h"], capsys)


def test_option_that_click_adds_is_explained_in_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "it")
    translate_click()
    command = click.Command("new")

    shown = command.get_help(click.Context(command))

    assert shown.endswith("Mostra questo messaggio ed esce.")


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("en", "chek", 'there is no command "chek". Did you mean check?'),
        ("it", "chek", "non c'è un comando «chek». Intendevi check?"),
        ("en", "re", "Did you mean report, remind or review?"),
        ("en", "mat", "Did you mean match?"),
        ("en", "xyzzy", 'there is no command "xyzzy". telemaco --help says which there are.'),
    ],
)
def test_unknown_command_is_answered_with_the_one_that_was_meant(
    language: str, name: str, said: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)

    assert run([name]) == 2

    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["skills", "sugest"], "non c'è un comando «sugest». Intendevi suggest?"),
        (["skills", "xyzzy"], "non c'è un comando «xyzzy». Ci sono suggest."),
        (["survey", "aks", "start"], "non c'è un comando «aks». Intendevi ask?"),
        (["survey", "start"], "Scrivi ask o count prima del nome"),
    ],
)
def test_commands_below_a_command_are_answered_in_the_same_way(
    arguments: list[str], said: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "it")

    assert run(arguments) == 2

    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["close"], "Manca il nome del programma. I programmi sono questi: atelier-2026,"),
        (
            ["check", "--formt", "x"],
            "L'opzione «--formt» non c'è. (Intendevi una di queste: '--format', '--root'?)",
        ),
        (["check", "--format", "x"], "Valore non valido per '--format': «x» non è fra "),
        (["check", "--format"], "L'opzione «--format» vuole un valore."),
        (["close", "--apply=1"], "L'opzione «--apply» non prende valori."),
        (
            ["check", "x"],
            "«telemaco check --help» dice come si usa. Errore: Argomento di troppo (x)",
        ),
        (["serve", "--port", "x"], "«x» non è un valore valido di tipo numero intero"),
        (["note"], "Manca l'argomento 'COPPIA'."),
        (["import"], "Uso: telemaco import [OPZIONI] TABELLA"),
        (["serve", "--port", "70000"], "70000 non è nell'intervallo 0<=x<=65535."),
        (["status", "--today", "oggi"], "«oggi» non è una data; scrivi anno, mese e giorno"),
        (
            ["match", "propose"],
            "Manca il nome del programma. I programmi sono questi: atelier-2026,",
        ),
        (["match", "x", "--at", "HEAD"], "--at va con --verify."),
        (["remind", "--force"], "--expect e --force vanno con --apply"),
    ],
)
def test_wrong_use_is_explained_in_the_language_of_the_environment(
    arguments: list[str], said: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "it")

    assert run(arguments) == 2

    told = " ".join(capsys.readouterr().err.split())
    assert said in told
    assert "Errore: " in told


def test_reason_of_the_system_is_in_the_readers_language(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "it")

    assert run(["check", "--root", "/nope"]) == 3

    assert capsys.readouterr().err.startswith("/nope non si può leggere: non c'è\n")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_day_out_of_reach_is_wrong_use(day: str, capsys: Printed) -> None:
    assert run(["status", "--today", day]) == 2

    assert "is not in a year from 1900 to 2200" in capsys.readouterr().err


def test_translated_commands_are_found_by_the_same_names() -> None:
    def names(one: click.Command) -> object:
        inner = one.commands.items() if isinstance(one, click.Group) else ()
        return {name: names(below) for name, below in inner}

    context = click.Context(telemaco)
    for name in telemaco.list_commands(context):
        command = telemaco.get_command(context, name)
        assert command
        assert names(translated(command, str.upper)) == names(command)
