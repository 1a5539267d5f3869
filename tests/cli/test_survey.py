import re
from pathlib import Path

import pytest

from telemaco.cli.app import run
from tests.fakes import COSIMO, SETTINGS
from tests.progress.atelier import PROGRAM, person

Printed = pytest.CaptureFixture[str]
RESULTS = "pairs/atelier/surveys/first-session.yaml"
ASKS = """\
evaluation:
  - {survey: short, at: end}
  - {survey: words, at: exit}
  - {survey: first-session, at: after-session}
  - {survey: start, at: start}
"""
SHORT = """\
title: Ours
roles: [mentee]
readers: [coordinator]
anonymity: named
items:
  - {id: goal, kind: gas, text: Goal?, readers: [pair, everybody]}
"""
IN_TABLES_ALONE = (
    "What fewer than 5 answered is in the tables alone, and is counted when more have come. Keep "
    "all tables, and count them together. Delete them when nobody can answer any more.\n"
)
TITLES = "E-mail,listens,aims,rules,next,doubts,Quote"


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    files = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/surveys/short.yaml": SHORT,
        "program/surveys/alone.yaml": SHORT.replace("[pair, everybody]", "[pair]"),
        "program/surveys/words.yaml": SHORT.replace("id: goal, kind: gas", "id: w, kind: text"),
        "program/people/leonardo.yaml": person("mentee").replace("Somebody", "Leonardo da Vinci"),
        "program/programs/atelier.yaml": PROGRAM + ASKS,
        "program/programs/circle.yaml": PROGRAM.replace("one-to-one", "peer-circle")
        + "evaluation:\n  - {survey: start, at: start}\n",
        "program/programs/group.yaml": PROGRAM.replace("one-to-one", "group"),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def table(community: Path, *rows: str, titles: str = TITLES) -> str:
    path = community / f"table{len(list(community.glob('table*')))}.csv"
    path.write_text("\n".join([titles, *rows]) + "\n", encoding="utf-8")
    return str(path)


def said(name: str, listens: int = 4, words: str = "", quote: str = "") -> str:
    return f"{name}@example.org,{listens},4,5,yes,{words},{quote}"


def count(community: Path, *arguments: str) -> int:
    return run(["survey", "count", "first-session", *arguments, "--root", str(community)])


def test_it_is_said_where_figures_stand(community: Path, capsys: Printed) -> None:
    def head(survey: str) -> str:
        run(["survey", "ask", survey, "--root", str(community)])
        return capsys.readouterr().out

    reported = "5 people or more of a role answered stand in the report of the program, which the"
    kept = "Figures of the answers are for the coordinators alone; the site shows none."

    assert reported in head("first-session")
    assert reported in head("short")
    assert kept in head("exit")
    assert "Figures" not in head("alone")
    assert "the others in your pair or group. It stands in no report." in head("alone")
    path = community / "program/programs/atelier.yaml"
    path.write_text(PROGRAM + ASKS.replace("survey: short, at: end", "survey: short, at: exit"))
    assert kept in head("short")


def test_questions_are_printed_for_each_role(community: Path, capsys: Printed) -> None:
    status = run(["survey", "ask", "first-session", "--root", str(community)])

    printed = capsys.readouterr().out
    assert status == 0
    assert printed.startswith("# After the first session (for mentors)\n\nOnly counts of many")
    assert "\n# After the first session (for mentees)\n" in printed
    assert "## 1. I listened more than I spoke.\n\nChoose one. Who reads it: the coor" in printed
    assert "\n- not yet\n" in printed
    assert "peers" not in printed
    assert "write to the coordinators.\n" in printed
    assert printed.endswith("Telemaco. Licence: MIT, as Telemaco itself.\n")


def test_reader_of_one_question_and_levels_of_a_goal_are_told(
    community: Path, capsys: Printed
) -> None:
    run(["survey", "ask", "short", "--root", str(community)])

    printed = capsys.readouterr().out
    assert "Who reads it: the others in your pair or group, everybody." in printed
    assert "- much less than hoped\n- less than hoped\n- as hoped\n" in printed
    assert printed.endswith("- much more than hoped\n")


def test_questions_of_others_are_printed_with_their_licence_and_address(
    community: Path, capsys: Printed
) -> None:
    lent = 'source: {name: The Fox, licence: CC BY 4.0, url: "https://fox.example.org/"}\n'
    (community / "program/surveys/short.yaml").write_text(SHORT + lent)

    run(["survey", "ask", "short", "--root", str(community)])

    assert capsys.readouterr().out.endswith(
        "\nSource of the questions: The Fox. Licence: CC BY 4.0. https://fox.example.org/\n"
    )


def test_whose_questions_they_are_is_told_in_the_language_of_the_reader(
    community: Path, capsys: Printed
) -> None:
    run(["survey", "ask", "start", "--program", "circle", "--lang", "it", "--root", str(community)])

    printed = capsys.readouterr().out
    assert printed.endswith("Domande scritte per Telemaco. Licenza: MIT, come Telemaco stesso.\n")
    assert "\n- sì\n- no\n" in printed


def test_questionnaires_are_written_in_every_language(community: Path, capsys: Printed) -> None:
    folder = community / "forms"

    run(["survey", "ask", "first-session", "--output", str(folder), "--root", str(community)])
    run(["survey", "ask", "short", "--output", str(folder), "--root", str(community)])

    assert "Wrote" in capsys.readouterr().err
    names = {path.name for path in folder.iterdir()}
    assert {"first-session.mentee.en.md", "first-session.mentor.en.csv"} <= names
    assert (folder / "short.mentee.en.csv").read_text() == "Goal?\n"
    (line,) = (folder / "first-session.mentee.en.csv").read_text().splitlines()
    assert line.startswith("My mentor listened to me.,We know what")
    assert line.endswith(',"May we quote your words, without your name?"')


def test_answers_are_counted_and_written(community: Path, capsys: Printed) -> None:
    mentees = table(community, *(said(f"m{number}", 3 + number % 2) for number in range(5)))

    before = count(community, mentees)
    assert not (community / RESULTS).exists()
    after = count(community, mentees, "--apply")

    printed = capsys.readouterr()
    assert (before, after) == (0, 0)
    assert printed.err == (
        f"mentees: 5 answers.\n{RESULTS} would be written. Nothing was; --apply writes it.\n"
        f"mentees: 5 answers.\nWrote {RESULTS}. Words that are not quoted stand in the "
        "tables alone: read them, then delete the tables.\n"
    )
    text = (community / RESULTS).read_text()
    assert text.startswith("# yaml-language-server: $schema=")
    assert "example.org" not in text
    assert run(["check", "--today", "2027-03-01", "--root", str(community)]) == 0


def test_same_table_again_changes_nothing(community: Path, capsys: Printed) -> None:
    rows = [said(f"m{number}") for number in range(5)]
    count(community, table(community, *rows), "--apply")
    text = (community / RESULTS).read_text()

    count(community, table(community, *reversed(rows)), "--apply")

    assert (community / RESULTS).read_text() == text
    assert capsys.readouterr().err.endswith("There is nothing to write.\n")


def test_few_new_answers_wait_for_more(community: Path, capsys: Printed) -> None:
    rows = [said(f"m{number}") for number in range(9)]
    count(community, table(community, *rows[:5]), "--apply")
    text = (community / RESULTS).read_text()

    count(community, table(community, *rows), "--apply")

    assert (community / RESULTS).read_text() == text
    assert "mentees: 9 answers; the file stays at 5 until 5 are new.\n" in capsys.readouterr().err


def test_too_few_answers_are_not_kept(community: Path, capsys: Printed) -> None:
    mentees = table(community, *(said(f"m{number}") for number in range(5)))
    mentors = table(community, "4,4,4,yes", titles="i-listen,aims,rules,next")

    count(community, mentees, mentors, "--apply")

    assert capsys.readouterr().err == (
        "mentors: 1 answer, fewer than 5, so nothing is kept of them yet.\nmentees: 5 answers.\n"
        f"{IN_TABLES_ALONE}Wrote {RESULTS}.\n"
    )
    assert "mentor" not in (community / RESULTS).read_text().partition("groups:")[2]


def test_tables_are_kept_while_too_few_answered_a_question(
    community: Path, capsys: Printed
) -> None:
    questions = "Fit?,Swim?\n"
    survey = SHORT.partition("items:")[0] + (
        "items:\n  - {id: fit, kind: choice, text: Fit?, scale: [a, b]}\n"
        "  - {id: swim, kind: choice, text: Swim?, scale: [a, b]}\n"
    )
    (community / "program/surveys/short.yaml").write_text(survey)
    path = community / "answers.csv"
    path.write_text(questions + "a,\n" * 4 + "a,b\n")

    run(["survey", "count", "short", str(path), "--apply", "--root", str(community)])

    assert capsys.readouterr().err == (
        f"mentees: 5 answers.\n{IN_TABLES_ALONE}Wrote pairs/atelier/surveys/short.yaml.\n"
    )


def test_whose_answers_tables_hold_is_said_in_their_order(community: Path, capsys: Printed) -> None:
    (community / "program/programs/atelier.yaml").write_text(
        PROGRAM + "evaluation: [{survey: exit, at: exit}]\n"
    )
    titles = "why,open,asked-help,again"
    tables = [
        table(community, *("no time,partly,no,fully",) * some, titles=titles) for some in (5, 6)
    ]

    roles = ("--role", "mentor", "--role", "mentee")
    status = run(["survey", "count", "exit", *tables, *roles, "--root", str(community)])

    assert status == 0
    assert capsys.readouterr().err.startswith("mentors: 5 answers.\nmentees: 6 answers.\n")


def test_role_that_is_said_once_is_that_of_all_tables(community: Path, capsys: Printed) -> None:
    tables = [table(community, "4,4,4,yes", titles="i-listen,aims,rules,next") for _ in range(2)]

    count(community, *tables, "--role", "mentor")

    assert "mentors: 2 answers" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("tables", "roles", "problem"),
    [
        (1, 2, "--role is given 2 times for 1 table. Give it once for all tables, or "),
        (3, 2, "--role is given 2 times for 3 tables. Give it once for all tables, or "),
    ],
)
def test_roles_that_are_not_one_a_table_are_refused(
    tables: int, roles: int, problem: str, community: Path, capsys: Printed
) -> None:
    named = [table(community, "4", titles="aims") for _ in range(tables)]

    assert count(community, *named, *["--role", "mentor"] * roles) == 2
    assert problem in capsys.readouterr().err


def test_table_that_is_named_twice_is_refused(community: Path, capsys: Printed) -> None:
    path = table(community, said("a"))

    assert count(community, path, path) == 2
    assert f"{path} is named twice; each table counts once." in capsys.readouterr().err


def test_whoever_asks_all_roles_the_same_is_told_how_to_count(
    community: Path, capsys: Printed
) -> None:
    run(["survey", "ask", "exit", "--root", str(community)])
    run(["survey", "ask", "exit", "--output", str(community / "x"), "--root", str(community)])
    run(["survey", "ask", "short", "--root", str(community)])

    told = capsys.readouterr().err
    assert told.count("The roles are asked the same questions") == 2
    assert (
        "telemaco survey count exit exit-mentor.csv exit-mentee.csv exit-peer.csv "
        "exit-facilitator.csv --role mentor --role mentee --role peer --role facilitator.\n"
    ) in told


def test_question_is_named_by_the_words_of_the_table(community: Path, capsys: Printed) -> None:
    (community / "program/surveys/short.yaml").write_text(
        SHORT.partition("items:")[0]
        + "items:\n  - {id: fit, kind: choice, text: {en: Fits?, it: Va?}, scale: [a, b], "
        "required: true}\n  - {id: swim, kind: text, text: {en: Why not?, it: Perché?}}\n"
    )
    path = community / "answers.csv"
    path.write_text("Va?,Perché?,Quote\na,Chiedi a Leonardo,sì\n")
    lacking = community / "lacking.csv"
    lacking.write_text("Perché?\nForse\n")

    run(["survey", "count", "short", str(path), "--root", str(community)])
    told = capsys.readouterr().out
    status = run(["survey", "count", "short", str(lacking), "--root", str(community)])

    assert told == (
        f'{path}: row 2: not quoted: column "Perché?": it names somebody, so nothing is quoted\n'
    )
    assert status == 3
    assert capsys.readouterr().err == (
        f"{lacking}: the column of a question that must be answered is missing: Va?\n"
        "  Export the table with all questions, or title the column as telemaco survey ask "
        "prints it.\n"
    )


def test_rows_that_are_not_counted_are_told(community: Path, capsys: Printed) -> None:
    rows = [said("a"), said("b", 9), said("a")]

    status = count(community, table(community, *rows))

    assert status == 1
    path = community / "table0.csv"
    assert capsys.readouterr().out == (
        f"{path}: row 2: the same person answered again in row 4, which counts\n"
        f'{path}: row 3: refused: column "listens": "9" is no answer to it; one is not at all, a '
        "little, partly, mostly or fully\n"
    )


def test_nothing_is_written_while_a_row_is_refused(community: Path, capsys: Printed) -> None:
    rows = [said(f"m{number}") for number in range(5)]

    refused = count(community, table(community, *rows, said("last", 9)), "--apply")
    assert not (community / RESULTS).exists()
    mended = count(community, table(community, *rows, said("last", 3)), "--apply")

    assert (refused, mended) == (1, 0)
    assert "answers: 6\n" in (community / RESULTS).read_text()
    assert capsys.readouterr().err == (
        "mentees: 5 answers.\n1 row is refused, so nothing is written. Correct it in the table, "
        "keep all tables, and count again. Or count without it, by --without-refused; then it is "
        "not added later until 5 answers are new, so that the difference tells on nobody.\n"
        f"mentees: 6 answers.\nWrote {RESULTS}. Words that are not quoted stand in the "
        "tables alone: read them, then delete the tables.\n"
    )


def test_answers_are_counted_without_refused_rows_if_one_says_so(
    community: Path, capsys: Printed
) -> None:
    rows = [said(f"m{number}") for number in range(5)]
    some = table(community, *rows, said("last", 9))

    planned = count(community, some, "--without-refused")
    assert not (community / RESULTS).exists()
    refused = count(community, some, "--without-refused", "--apply")
    mended = count(community, table(community, *rows, said("last", 3)), "--apply")

    assert (planned, refused, mended) == (1, 1, 0)
    assert "answers: 5\n" in (community / RESULTS).read_text()
    assert capsys.readouterr().err == (
        f"mentees: 5 answers.\n{RESULTS} would be written. Nothing was; --apply writes it.\n"
        f"mentees: 5 answers.\nWrote {RESULTS}, without 1 row that is refused. To add it: correct "
        f"it now, delete {RESULTS}, and count again. Once others have seen the file, it is not "
        "added until 5 answers are new, so that the difference tells on nobody: keep the tables "
        "until then.\n"
        "mentees: 6 answers; the file stays at 5 until 5 are new.\nThe counts change by 5 answers "
        "or more at once: by the difference of two counts fewer people would be known. Keep all "
        "tables, and count them together once more have answered. If "
        f"{RESULTS} was shown to nobody yet, delete it and count again: then all answers count.\n"
        "There is nothing to write.\n"
    )


def test_file_that_nobody_saw_yet_is_deleted_and_counted_again(community: Path) -> None:
    rows = [said(f"m{number}") for number in range(5)]
    some = table(community, *rows, said("last", 9))
    count(community, some, "--without-refused", "--apply")

    (community / RESULTS).unlink()
    count(community, table(community, *rows, said("last", 3)), "--apply")

    assert "answers: 6\n" in (community / RESULTS).read_text()


def test_row_with_several_faults_is_told_once(community: Path, capsys: Printed) -> None:
    count(community, table(community, "a@example.org,9,9,9,9,,", "b@example.org,,,,,,"))

    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith(
        'row 2: refused: columns "listens", "aims", "rules": "9" is no answer to it; one is not '
        'at all, a little, partly, mostly or fully; column "next": "9" is no answer to it; one is '
        "yes or not yet"
    )
    assert second.endswith("row 3: refused: it answers nothing")


def test_words_are_quoted_unless_they_tell_on_somebody(community: Path, capsys: Printed) -> None:
    rows = [
        said("a", words="More time.", quote="yes"),
        said("b", words="Leonardo is late.", quote="yes"),
        said("c", words="Write to c@example.org", quote="yes"),
        said("d", words="Said in private."),
        said("e", quote="yes"),
    ]

    status = count(community, table(community, *rows), "--apply")

    text = (community / RESULTS).read_text()
    assert status == 0
    assert "More time." in text
    assert "Leonardo" not in text
    assert "private" not in text
    assert "c@" not in text
    path = community / "table0.csv"
    assert capsys.readouterr().out == (
        f'{path}: row 3: not quoted: column "doubts": it names somebody, so nothing is quoted\n'
        f'{path}: row 4: not quoted: column "doubts": it gives an address or a number, so nothing '
        "is quoted\n"
    )


def test_row_that_answers_nothing_is_told(community: Path, capsys: Printed) -> None:
    path = community / "table.csv"
    path.write_text("Goal?,Shoes\n,44\nas hoped,45\n")

    status = run(["survey", "count", "short", str(path), "--root", str(community)])

    assert status == 1
    assert f"{path}: row 2: refused: it answers nothing\n" in capsys.readouterr().out


def test_words_alone_are_counted(community: Path, capsys: Printed) -> None:
    path = community / "table.csv"
    path.write_text("Goal?,Quote\n" + "To swim.,no\n" * 4 + "To fly.,yes\n")

    run(["survey", "count", "words", str(path), "--apply", "--root", str(community)])

    capsys.readouterr()
    text = (community / "pairs/atelier/surveys/words.yaml").read_text()
    assert text.endswith("    answers: 5\n    items: {}\n    quotes:\n      w: [To fly.]\n")
    assert run(["check", "--today", "2027-03-01", "--root", str(community)]) == 0


def test_counts_of_those_who_left_are_kept_out_of_a_public_repository(
    community: Path, capsys: Printed
) -> None:
    tables = table(community, *["Well.,yes"] * 5, titles="w,Quote")
    ask = ["survey", "count", "words", tables, "--root", str(community)]

    run(ask)
    public = capsys.readouterr().err
    settings = community / "program/community.yaml"
    settings.write_text(f"{SETTINGS}privacy: {{repository: private}}\n")
    run(ask)

    assert "This repository is public, and pairs/atelier/surveys/words.yaml has what" in public
    assert "This repository is public" not in capsys.readouterr().err


def test_column_that_means_nothing_is_told(community: Path, capsys: Printed) -> None:
    count(community, table(community, f"{said('a')},44", titles=f"{TITLES},Shoes"))

    assert capsys.readouterr().out == f"{community / 'table0.csv'}: not read: Shoes\n"


@pytest.mark.parametrize(
    ("titles", "problem"),
    [
        ("Shoes", "has no column with a question of this survey"),
        ("aims", "Whose answers are in"),
    ],
)
def test_table_that_cannot_be_understood_is_refused(
    titles: str, problem: str, community: Path, capsys: Printed
) -> None:
    assert count(community, table(community, "4", titles=titles)) == 3
    assert problem in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asking", "hint"),
    [
        ("circle", "Say whose it is with --program: circle."),
        ("group", "Take another table: no program asks this survey of them."),
    ],
)
def test_form_for_those_of_another_program_is_told(
    asking: str, hint: str, community: Path, capsys: Printed
) -> None:
    (community / "program/surveys/ours.yaml").write_text(
        "title: Ours\nroles: [mentor, mentee, peer]\nreaders: [coordinator]\nanonymity: named\n"
        "items:\n  - {id: voice, kind: text, text: Voice?, roles: [peer]}\n"
        "  - {id: help, kind: text, text: Help?, roles: [mentor, mentee]}\n"
    )
    for name in ("atelier", asking):
        path = community / f"program/programs/{name}.yaml"
        asked = path.read_text().partition("evaluation:")[0]
        path.write_text(asked + "evaluation:\n  - {survey: ours, at: end}\n")
    given = table(community, "Mine", titles="Voice?")

    arguments = ["ours", given, "--program", "atelier", "--root", str(community)]
    assert run(["survey", "count", *arguments]) == 3

    assert capsys.readouterr().err == (
        f"{given} has the questions of the form for peers, and atelier does not ask it of them\n"
        f"  {hint}\n"
    )


def test_table_of_another_survey_is_refused_with_its_name(community: Path, capsys: Printed) -> None:
    both = table(community, "as-hoped,4,4", titles="Goal?,listens,aims")
    alike = table(community, "as-hoped,4", titles="Goal?,listens")

    assert run(["survey", "count", "short", both, "--root", str(community)]) == 3
    told = capsys.readouterr().err
    run(["survey", "count", "short", alike, "--root", str(community)])

    assert "looks like the answers to first-session: more of its columns" in told
    assert f"Count it as what it is: telemaco survey count first-session {both}." in told
    assert "looks like the answers" not in capsys.readouterr().err


def test_workbook_is_refused(community: Path, capsys: Printed) -> None:
    (community / "book.csv").write_bytes(b"PK\x03\x04")

    assert count(community, str(community / "book.csv")) == 3
    err = capsys.readouterr().err
    assert "cannot be read: it is a workbook" in err
    assert "Google Sheets: File > Download" in err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["ask", "first-sesion"], "Did you mean first-session?"),
        (["ask", "dinner"], "There are these surveys: alone, short, words, start, first-session,"),
        (["ask", "start", "--program", "group"], "Name it in the program's file"),
        (["count", "end", "{table}"], "Name it in the program's file"),
        (["count", "start", "{table}"], "Several programs ask the survey start: atelier, circle."),
    ],
)
def test_survey_that_is_not_asked_or_by_several_is_told(
    arguments: list[str], problem: str, community: Path, capsys: Printed
) -> None:
    given = [each.format(table=community / "table.csv") for each in arguments]
    (community / "table.csv").write_text(TITLES)

    assert run(["survey", *given, "--root", str(community)]) == 3
    assert problem in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "verb", "told"),
    [
        (
            "en",
            "first",
            "Write ask or count before the name of a survey: telemaco survey ask first.",
        ),
        ("en", "conut", "Did you mean count?"),
        (
            "it",
            "first",
            "Scrivi ask o count prima del nome di un questionario: telemaco survey ask",
        ),
    ],
)
def test_survey_without_a_verb_is_told_how_it_is_asked(
    language: str, verb: str, told: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)

    assert run(["survey", verb]) == 2
    assert told in capsys.readouterr().err


def test_unknown_option_of_surveys_is_told(capsys: Printed) -> None:
    assert run(["survey", "--verb"]) == 2
    assert "--verb" in capsys.readouterr().err


def test_questions_are_those_for_the_kind_of_program(community: Path, capsys: Printed) -> None:
    run(["survey", "ask", "start", "--program", "circle", "--root", str(community)])

    printed = capsys.readouterr().out
    assert "(for peers)" in printed
    assert "facilitators)" not in printed
    assert "mentors" not in printed

    (community / "program/people/cosimo.yaml").write_text(
        COSIMO.replace(
            "enrolments: []", "enrolments: [{program: circle, role: facilitator, status: accepted}]"
        )
    )
    run(["survey", "ask", "start", "--program", "circle", "--root", str(community)])
    assert "(for facilitators)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("survey", "asked"),
    [
        ("start", "mentors mentees peers facilitators"),
        ("first-session", "mentors mentees"),
        ("end", "mentors mentees peers facilitators"),
    ],
)
def test_questions_can_be_read_whoever_asks_them(
    survey: str, asked: str, community: Path, capsys: Printed
) -> None:
    assert run(["survey", "ask", survey, "--root", str(community)]) == 0

    assert (
        re.findall(r"^# .* \(for (.*)\)$", capsys.readouterr().out, re.MULTILINE) == asked.split()
    )


def test_survey_that_cannot_be_read_is_told(community: Path, capsys: Printed) -> None:
    (community / "program/surveys/short.yaml").write_text("title: [")

    assert run(["survey", "ask", "short", "--root", str(community)]) == 3
    assert "program/surveys/short.yaml cannot be read." in capsys.readouterr().err


@pytest.mark.parametrize(("status", "is_said"), [("active", True), ("proposed", False)])
def test_who_asks_few_people_is_told_that_no_figure_will_be_shown(
    community: Path, capsys: Printed, status: str, *, is_said: bool
) -> None:
    pair = community / "pairs/atelier/cosimo-leonardo/pair.yaml"
    pair.parent.mkdir(parents=True)
    pair.write_text(
        "members: [{person: cosimo, role: mentor}, {person: leonardo, role: mentee}]\n"
        f"status: {status}\nstart: 2027-01-04\n",
        encoding="utf-8",
    )

    run(["survey", "ask", "short", "--program", "atelier", "--root", str(community)])

    said = "No report would show figures so far, as fewer than 5 people can answer in each role"
    assert (said in capsys.readouterr().err) is is_said
