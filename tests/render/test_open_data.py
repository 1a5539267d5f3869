import csv
import json
from datetime import date
from io import StringIO

from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.progress.standing import standing_of
from telemaco.render.open_data.files import as_csv, as_json, files_of
from telemaco.render.open_data.tables import Cell, Column, OpenTable, open_tables
from tests.fakes import COSIMO, SETTINGS, community
from tests.progress.outcomes.circle import DONE, files, person

TODAY = date(2027, 2, 3)
PROGRAM = """\
title: {en: Spring, it: Primavera}
summary: Learning to paint.
status: open
style: informal
kind: one-to-one
dates: {start: 2027-02-01}
"""
FULL = """\
name: =SUM(A1)
pronouns: she/her
github: sofonisba
timezone: Europe/Rome
languages: {it: native, en: basic}
location: Cremona
headline: {en: Painter, it: Pittrice}
bio: secretive
links: [{label: Works, url: https://example.org/works}]
hours_per_month: 4
experience_years: 9
offers: [{skill: painting, level: expert}]
seeks: [{skill: drawing, target: advanced}]
goals: [{statement: A portrait}]
trained: [{module: {en: Listening, it: Ascolto}, on: 2026-12-14}]
enrolments: [{program: spring, role: mentor, status: accepted}]
consent:
  text: v1
  on: 2027-01-01
  publish: [name, pronouns, github, timezone, languages, location, headline, links,
    hours_per_month, experience_years, offers, seeks, goals, trained]
"""
SKILLS = "- {id: painting, label: Painting, group: Arts}\n- {id: drawing, label: Drawing}\n"


def tables(**files: str) -> dict[str, OpenTable]:
    found = community(
        {
            "program/community.yaml": SETTINGS,
            "program/people/cosimo.yaml": COSIMO.replace("publish: [name]", "publish: []"),
            "program/people/sofonisba.yaml": FULL,
            "program/people/later.yaml": COSIMO.replace("2026-01-01", "2028-01-01"),
            "program/people/bare.yaml": COSIMO.replace("[name]", "[name, headline, offers]"),
            "program/programs/spring.yaml": PROGRAM,
            "program/programs/draft.yaml": PROGRAM.replace("open", "draft"),
            "program/skills.yaml": SKILLS,
            **{f"program/{name}.yaml": text for name, text in files.items()},
        }
    )
    return {table.name: table for table in _tables_of(found)}


def _tables_of(mentoring: Community) -> tuple[OpenTable, ...]:
    return open_tables(mentoring, TODAY, standing_of(mentoring, TODAY))


def rows(table: OpenTable) -> list[dict[str, Cell]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_people_are_told_as_far_as_they_allow_it() -> None:
    bare, full = rows(tables()["people"])

    assert {key: value for key, value in bare.items() if value} == {"id": "bare", "name": "Cosimo"}
    assert full == {
        "id": "sofonisba",
        "name": "=SUM(A1)",
        "pronouns": "she/her",
        "github": "sofonisba",
        "timezone": "Europe/Rome",
        "location": "Cremona",
        "headline": "Painter",
        "bio": None,
        "hours_per_month": 4,
        "experience_years": 9,
        "languages": "en (basic); it (native)",
        "offers": "painting (expert)",
        "seeks": "drawing (advanced)",
        "goals": "A portrait",
        "links": "https://example.org/works",
        "trained": "Listening (2026-12-14)",
    }


def test_who_was_declined_has_no_row() -> None:
    declined = FULL.replace("status: accepted", "status: declined")

    (row,) = rows(tables(**{"people/sofonisba": declined})["people"])

    assert row["id"] == "bare"


def test_a_level_that_nobody_gave_is_not_told() -> None:
    plain = FULL.replace(", level: expert", "").replace(", target: advanced", "")

    _bare, found = rows(tables(**{"people/sofonisba": plain})["people"])

    assert (found["offers"], found["seeks"]) == ("painting", "drawing")


def test_counts_of_few_people_are_left_out() -> None:
    (spring,) = rows(tables()["programs"])

    assert spring["title"] == "Spring"
    assert (spring["mentors"], spring["mentees"], spring["pairs"]) == (None, 0, 0)
    assert spring["peers"] == 0


def test_pairs_are_counted_as_their_pages_are_and_goals_only_of_many() -> None:
    facts = (
        "members: [{person: cosimo, role: mentor}, {person: sofonisba, role: mentee}]\n"
        "start: 2027-02-01\ngoals: [{id: a, statement: A, status: achieved}]\n"
    )
    found = {
        "program/community.yaml": SETTINGS,
        "program/programs/spring.yaml": PROGRAM,
        "pairs/spring/one/pair.yaml": facts + "status: active\n",
        "pairs/spring/one/2027-02-02.md": "---\nstatus: held\nminutes: 45\n---\n",
        "pairs/spring/two/pair.yaml": facts + "status: proposed\n",
    }
    many = found | {
        "program/community.yaml": f"{SETTINGS}privacy: {{repository: public, small_group: 2}}\n"
    }

    few_told, all_told = (rows(_tables_of(community(made))[1])[0] for made in (found, many))

    counts = ("pairs", "sessions", "minutes", "goals", "goals_achieved")
    assert [few_told[name] for name in counts] == [1, 1, 45, None, None]
    assert [all_told[name] for name in counts] == [1, 1, 45, 1, 1]


def test_few_people_of_a_program_are_left_out_and_keep_no_other_from_being_told() -> None:
    people = {
        f"program/people/{name}{number}.yaml": COSIMO.replace(
            "enrolments: []",
            f"enrolments: [{{program: {name}, role: mentor, status: applied}}]",
        )
        for name, size in (("autumn", 7), ("spring", 2), ("summer", 6), ("winter", 0))
        for number in range(size)
    }
    programs = {
        f"program/programs/{name}.yaml": PROGRAM
        for name in ("autumn", "spring", "summer", "winter")
    }

    found = community({"program/community.yaml": SETTINGS, **people, **programs})

    told = {row["id"]: row["mentors"] for row in rows(_tables_of(found)[1])}
    assert told == {"autumn": 7, "spring": None, "summer": 6, "winter": 0}


def test_who_was_declined_cannot_be_taken_from_those_whom_the_report_tells() -> None:
    declined = {"program/people/no.yaml": person("mentor", status="declined")}
    found = community({"program/community.yaml": SETTINGS, **files([DONE] * 7, more=declined)})

    (told,) = rows(_tables_of(found)[1])

    assert (told["mentors"], told["mentees"], told["pairs"]) == (None, 7, 7)


def test_counts_are_told_where_the_community_says_so() -> None:
    (spring,) = rows(
        tables(
            community=f"{SETTINGS}privacy: {{repository: public, small_group: 2}}\n",
            **{
                "programs/spring": PROGRAM.replace("start:", "end: 2027-06-30, start:"),
                "people/bare": FULL.replace("github: sofonisba", "github: bare"),
            },
        )["programs"]
    )

    assert (spring["mentors"], spring["end"]) == (2, "2027-06-30")


def test_skills_have_their_headings() -> None:
    assert [row["group"] for row in rows(tables()["skills"])] == ["Arts", None]


def test_what_a_spreadsheet_would_run_is_made_harmless_in_csv() -> None:
    odd = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "plain", 'with "quotes", and\nlines', None, -3]
    columns = tuple(Column(f"c{n}", "string", msg("odd")) for n in range(10))
    table = OpenTable("odd", msg("odd"), msg("odd"), columns, (tuple(odd),))

    _, cells = csv.reader(StringIO(as_csv(table).decode(), newline=""))

    assert cells == [
        *("'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx"),
        *("plain", 'with "quotes", and\nlines', "", "-3"),
    ]
    assert json.loads(as_json(table))[0]["c0"] == "=1+1"


def test_files_have_a_dictionary_and_the_same_bytes_each_time() -> None:
    found = tuple(tables().values())

    files = files_of(found, "csv", Catalog("en"))

    assert list(files) == ["people.csv", "programs.csv", "skills.csv", "datapackage.json"]
    assert files == files_of(found, "csv", Catalog("en"))
    people = json.loads(files["datapackage.json"])["resources"][0]
    assert people["path"] == "people.csv"
    assert people["schema"]["fields"][0] == {
        "name": "id",
        "type": "string",
        "description": "the name of the person's file",
    }


def test_dictionary_names_the_licence() -> None:
    def licences(licence: str | None) -> object:
        files = files_of((), "csv", Catalog("en"), licence)
        return json.loads(files["datapackage.json"]).get("licenses")

    assert licences("CC BY 4.0") == [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]
    assert licences("https://example.org/terms") == [{"path": "https://example.org/terms"}]
    assert licences(None) is None
