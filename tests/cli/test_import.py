from pathlib import Path

import pytest

from telemaco.cli.app import run

Printed = pytest.CaptureFixture[str]

TABLE = """\
Timestamp,Email,Full name,Time zone,Languages,I want to learn,May we publish it?,Shoe size
2027/01/31 10:00,a@b.it,Artemisia Gentileschi,Roma,italiano (madrelingua); English,Pittura,Yes,37
2027/02/01 11:00,c@d.it,Lavinia Fontana,Mars,italiano,Ritratto,No,36
2027/02/01 12:00,e@f.it,Properzia de' Rossi,Atlantide,italiano,scultura in noccioli,No,36
"""
MAPPING = """\
# Which column says what. Change what is wrong, and keep this file.
table: "people" # the name of this form: the same at each import, and another for another form
# program: ... # a file in program/programs/, without .yaml
# role: mentee # or mentor, or peer in a circle, where no column says it
columns:
  "Timestamp": submitted
  # "Email": never stored: addresses and phone numbers
  "Full name": name
  "Time zone": timezone
  "Languages": languages
  "I want to learn": seeks
  "May we publish it?": consent
  # "Shoe size": not read
consent:
  text: v1 # the version of what people agreed to
  publish: [name] # what the question asks about
  # can be, too: pronouns, github, timezone, languages, location, headline, bio, links,
  # availability, hours_per_month, offers, seeks, goals, experience_years, approach, values,
  # trained, pairs, certificate
  # required: true # leaves out who agrees to publish nothing
"""


def test_proposal_asks_once_what_nobody_can_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    table = tmp_path / "people.csv"
    table.write_text("Timestamp,Full name\n01/02/2027,Ada\n03/02/2027,Grace\n", encoding="utf-8")

    assert run(["import", str(table)]) == 0

    proposal = capsys.readouterr().out
    assert (
        'dates: day-first # check it, as no date tells: "01/02/2027" is 1 February 2027.'
        in proposal
    )
    assert "# No column is taken for consent, so nobody is published." in proposal


def test_proposal_says_the_order_of_dates_that_tell_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    table = tmp_path / "people.csv"
    table.write_text("Timestamp,Full name\n01/02/2027,Ada\n30/01/2027,Grace\n", encoding="utf-8")

    assert run(["import", str(table)]) == 0
    assert 'dates: day-first # as "30/01/2027" says' in capsys.readouterr().out


@pytest.fixture
def community(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    run(["new", str(tmp_path / "home"), "--apply"])
    (tmp_path / "people.csv").write_text(TABLE, encoding="utf-8")
    capsys.readouterr()
    return tmp_path / "home"


def imports(community: Path, *options: str) -> int:
    (community.parent / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    program = ["--program", "first", "--role", "mentee", "--today", "2027-02-03"]
    return run(
        [
            "import",
            "people.csv",
            "--map",
            "mapping.yaml",
            "--root",
            str(community),
            *program,
            *options,
        ]
    )


def test_day_frozen_in_the_settings_is_today(community: Path, capsys: Printed) -> None:
    settings = community / "program/community.yaml"
    settings.write_text(settings.read_text() + "today: 2020-02-03\n")
    (community.parent / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    asked = ["--map", "mapping.yaml", "--root", str(community), "--program", "first"]

    status = run(["import", "people.csv", *asked, "--role", "mentee"])

    assert status == 1
    assert "today is 3 February 2020" in capsys.readouterr().out


def test_mapping_is_proposed_without_one(community: Path, capsys: Printed) -> None:
    status = run(["import", "people.csv", "--root", str(community)])

    printed = capsys.readouterr()
    assert (status, printed.out) == (0, MAPPING)
    assert printed.err.startswith("Save this as mapping.yaml, look it over, then: telemaco import")


def test_table_that_asks_for_little_gets_defaults_to_be_checked(
    community: Path, capsys: Printed
) -> None:
    Path("short.csv").write_text("Nome,Bio\nAda,x\n")

    run(["import", "short.csv", "--root", str(community)])

    proposal = capsys.readouterr().out
    assert 'columns:\n  "Nome": name\n  "Bio": bio\n# No column is taken for consent' in proposal
    assert proposal.endswith(
        "timezone: Europe/Rome # of everybody, as no column says it: check it\n"
        "languages: it (fluent) # of everybody, as no column says it: check it\n"
    )


def test_every_row_is_told_and_nothing_written_without_apply(
    community: Path, capsys: Printed
) -> None:
    status = imports(community)

    printed = capsys.readouterr()
    assert status == 1
    assert printed.out == (
        "row 2: new person, artemisia-gentileschi\n"
        "row 3: refused\n"
        '  column Time zone: there is no time zone "Mars"; a large city, a country with '
        "one, or a name as Europe/Rome is understood\n"
        "row 4: refused\n"
        '  column Time zone: there is no time zone "Atlantide"; a large city, a country '
        "with one, or a name as Europe/Rome is understood\n"
    )
    assert printed.err == (
        "3 rows (new person: 1, refused: 2).\n"
        "Words that are no skills of program/skills.yaml: "
        "add them there, or decide in the mapping:\n"
        "skills:\n"
        '  "Pittura": # 1 row\n  "Ritratto": # 1 row\n  "scultura in noccioli": # 1 row\n'
        "Cells that are not understood: correct them in the table, or write in the mapping what to "
        "read in place of each; with nothing behind it, it is left out:\n"
        'cells:\n  "Time zone":\n    "Mars": # 1 row\n    "Atlantide": # 1 row\n'
        "1 mentee names no skill of program/skills.yaml to learn, and matching goes by them: "
        "row 2.\n"
        "2 files would be written. Nothing was; --apply writes them.\n"
    )
    assert not (community / "program/people/artemisia-gentileschi.yaml").exists()


def test_apply_writes_people_whom_check_accepts(community: Path, capsys: Printed) -> None:
    imports(community, "--apply")
    assert run(["check", "--root", str(community), "--today", "2027-02-03"]) == 0
    assert run(["fmt", "--root", str(community)]) == 0
    capsys.readouterr()

    imports(community, "--apply", "--all")

    printed = capsys.readouterr()
    assert printed.out.startswith("row 2: no change, artemisia-gentileschi\n")
    assert printed.err.endswith("There is nothing to write.\n")
    assert "a@b.it" not in (community / "program/.imports.yaml").read_text()


def test_conflict_is_told_with_its_keys(community: Path, capsys: Printed) -> None:
    imports(community, "--apply")
    file = community / "program/people/artemisia-gentileschi.yaml"
    file.write_text(file.read_text().replace("timezone: Europe/Rome", "timezone: Europe/London"))
    Path("people.csv").write_text(TABLE.replace("Roma", "Napoli (Rome)").replace("Yes", "No"))
    capsys.readouterr()

    assert imports(community, "--apply") == 1

    printed = capsys.readouterr()
    assert printed.out.startswith("row 2: changes, artemisia-gentileschi (consent)\n")
    Path("people.csv").write_text(TABLE.replace("Roma", "Paris").replace("Yes", "No"))
    imports(community)
    assert capsys.readouterr().out.startswith(
        "row 2: conflict, artemisia-gentileschi\n"
        "  changed in the table and in the file, so the file stays: timezone\n"
    )
    Path("people.csv").write_text(TABLE.replace("Roma", "Paris"))
    imports(community)
    assert capsys.readouterr().out.startswith(
        "row 2: conflict, artemisia-gentileschi\n"
        "  changed in the table and in the file, so the file stays: timezone\n"
        "  taken over from the table: consent\n"
    )


def test_answers_for_an_earlier_program_are_counted_and_may_be_enrolled(
    community: Path, capsys: Printed
) -> None:
    imports(community, "--apply")
    programs = community / "program/programs"
    (programs / "next.yaml").write_text((programs / "first.yaml").read_text())
    capsys.readouterr()

    status = imports(community, "--program", "next", "--all")
    printed = capsys.readouterr()
    imports(community, "--program", "next", "--enrol-earlier")

    assert status == 1
    assert "answer enrols nobody here: it was imported before for another program" in printed.err
    assert "imported before, for first, so enrols nobody here\n" in printed.out
    assert "enrolment next" not in printed.out
    assert "enrolment next" in capsys.readouterr().out


def test_long_list_of_words_is_cut(community: Path, capsys: Printed) -> None:
    words = "; ".join(f"juggling with {chr(97 + n)} balls" for n in range(25))
    Path("people.csv").write_text(
        f'Full name,Time zone,Languages,I want to learn\nAda,Rome,it,"{words}"\n'
    )
    columns = "table: t\ncolumns: {Full name: name, Time zone: timezone, Languages: languages,\n"
    Path("m.yaml").write_text(f'{columns}  "I want to learn": seeks}}\nrole: mentee\n')

    status = run(
        ["import", "people.csv", "--map", "m.yaml", "--root", str(community), "--program", "first"]
    )

    printed = capsys.readouterr()
    assert (status, printed.out) == (0, "row 2: new person, ada\n")
    assert "  # and 5 more: --all\n" in printed.err
    assert (
        "No column asks for consent, so nothing of these people will be published.\n" in printed.err
    )


def test_who_agrees_to_nothing_is_named_before_a_public_repository_has_their_file(
    community: Path, capsys: Printed
) -> None:
    Path("people.csv").write_text(TABLE.replace("Mars", "Roma"), encoding="utf-8")

    imports(community)

    assert (
        "1 person agrees to publish nothing: lavinia-fontana. But program/community.yaml says that "
        "this repository is public. Everybody can read all files of a public repository, and what "
        "stood in them before. Make the repository private on the forge, and write repository: "
        "private in program/community.yaml. Or leave such people out: write required: true below "
        "consent: in the mapping.\n"
    ) in capsys.readouterr().err


def test_many_who_agree_to_nothing_are_counted_and_all_named_in_the_whole_list(
    community: Path, capsys: Printed
) -> None:
    names = [f"Ada {chr(97 + number)}" for number in range(25)]
    rows = "".join(f"{name},Rome,it\n" for name in names)
    Path("people.csv").write_text(f"Full name,Time zone,Languages\n{rows}")
    Path("m.yaml").write_text(
        "table: t\ncolumns: {Full name: name, Time zone: timezone, Languages: languages}\n"
    )
    command = ["import", "people.csv", "--map", "m.yaml", "--root", str(community)]
    command += ["--program", "first", "--role", "mentee"]

    run(command)
    cut = capsys.readouterr().err
    run([*command, "--all"])

    assert "25 people agree to publish nothing: ada-a, " in cut
    assert "ada-t and 5 more. But" in cut
    assert "ada-y. But" in capsys.readouterr().err


def test_program_and_role_must_be_said(community: Path, capsys: Printed) -> None:
    Path("m.yaml").write_text("table: t\ncolumns: {Full name: name}\n")

    assert run(["import", "people.csv", "--map", "m.yaml", "--root", str(community)]) == 3
    assert run(["import", "people.csv", "--map", "m.yaml", "--program", "first"]) == 3

    assert capsys.readouterr().err == (
        "Which program do they join? Say it with --program, or as program: in the mapping.\n"
        "Do they join as mentors or as mentees, or as peers in a circle? Say it with --role, "
        "or as role: in the mapping.\n"
    )


def test_zones_and_languages_are_told_by_what_people_call_them(
    community: Path, capsys: Printed
) -> None:
    Path("people.csv").write_text(
        "Full name,Time zone,Languages\n"
        "Rokeya Hossain,India,Bengali; Farsi\n"
        "Edgar Allan Poe,New York,English\n"
        "Giuseppe Verdi,Italia,italiano\n"
        "Matsuo Basho,Iceland,Mandarin\n"
        "Machado de Assis,Brasile,English\n",
        encoding="utf-8",
    )
    columns = 'columns: {"Full name": name, "Time zone": timezone, "Languages": languages}\n'
    (community.parent / "named.yaml").write_text(f"table: names\n{columns}")
    options = ["--map", "named.yaml", "--program", "first", "--role", "mentee", "--apply"]

    status = run(["import", "people.csv", "--root", str(community), *options])

    written = {
        path.stem: path.read_text(encoding="utf-8")
        for path in (community / "program" / "people").glob("*.yaml")
    }
    assert status == 1
    assert "timezone: Asia/Kolkata\nlanguages:\n  bn: working\n  fa: " in written["rokeya-hossain"]
    assert "timezone: America/New_York\n" in written["edgar-allan-poe"]
    assert "timezone: Europe/Rome\n" in written["giuseppe-verdi"]
    assert "timezone: Atlantic/Reykjavik\nlanguages:\n  zh: " in written["matsuo-basho"]
    assert (
        '"Brasile" has several time zones: America/Noronha, America/Belem,'
        in capsys.readouterr().out
    )
