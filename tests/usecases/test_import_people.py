import time
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.ports import Obstacle
from telemaco.records.base import ProgramId
from telemaco.records.program import Role
from telemaco.tables.columns import proposed
from telemaco.tables.mapping import ColumnMap
from telemaco.tables.outcome import FATES, Fate, Import, Outcome, RefusedCell
from telemaco.tables.words import Names
from telemaco.usecases.import_people import import_people
from telemaco.usecases.import_receipt import RECEIPT
from telemaco.usecases.import_request import Request
from telemaco.usecases.read_table import read_mapping, read_table
from telemaco.yamltext.reading import read
from tests.fakes import COSIMO, SETTINGS, FakeSources

PROGRAM = """\
title: Spring
summary: Learning to paint.
status: open
style: informal
kind: one-to-one
dates: {start: 2027-02-01}
"""
SKILLS = """\
- id: painting
  label: {en: Painting, it: Pittura}
  aliases: [oil painting]
- {id: drawing, label: Drawing}
- {id: python, label: Python}
"""
FILES: Mapping[str, str | bytes | Obstacle] = {
    "program/community.yaml": SETTINGS,
    "program/people/cosimo.yaml": COSIMO,
    "program/programs/spring.yaml": PROGRAM,
    "program/skills.yaml": SKILLS,
}
NAMES = Names({"italian": "it", "english": "en", "italiano": "it"}, {"rome": "Europe/Rome"})
HEAD = "Full name,Time zone,Languages"
ADA = "Ada,Europe/London,English"
SPRING = ProgramId("spring")
Files = dict[str, str | bytes | Obstacle]


def bring(
    content: bytes | str,
    files: Mapping[str, str | bytes | Obstacle] = FILES,
    role: Role | None = Role.MENTEE,
    program: ProgramId = SPRING,
    *,
    enrols_earlier: bool = False,
    **more: Any,  # noqa: ANN401 (fields of a mapping)
) -> Import:
    raw = content.encode() if isinstance(content, str) else content
    guessed = read_table("people.csv", raw, None)
    today = more.pop("today", date(2027, 9, 1))
    named = more.pop("columns", None) or proposed(guessed.columns)
    columns = ColumnMap(named, more.pop("form", "spring form"), **more)
    request = Request(
        read_table("people.csv", raw, columns),
        columns,
        program,
        role,
        today,
        enrols_earlier,
    )
    receipt = cast(bytes | None, files.get(RECEIPT))
    return import_people(FakeSources(files), request, receipt, NAMES, Catalog)


def refusal(content: str, **more: Any) -> str:  # noqa: ANN401 (fields of a mapping)
    with pytest.raises(TelemacoError) as caught:
        bring(content, **more)
    hint = caught.value.hint
    say = Catalog("en").text
    return f"{say(caught.value.message)} | {say(hint) if hint else ''}"


def fates(found: Import) -> list[Fate]:
    return [outcome.fate for outcome in found.outcomes]


def words(outcome: Outcome) -> list[str]:
    say = Catalog("en").text
    return [f"{one.column}: {say(one.message)}" for one in outcome.problems]


def person(found: Import, name: str = "ada") -> dict[str, Any]:
    value = read(found.files[f"program/people/{name}.yaml"].decode())
    assert isinstance(value, dict)
    return cast(dict[str, Any], value)


def after(found: Import, files: Mapping[str, str | bytes | Obstacle] = FILES) -> Files:
    return {**files, **found.files}


LAYOUTS: Mapping[str, bytes] = {
    "commas": f"{HEAD}\n{ADA}\n".encode(),
    "semicolons": f"{HEAD}\n{ADA}\n".replace(",", ";").encode(),
    "tabs": f"{HEAD}\n{ADA}\n".replace(",", "\t").encode(),
    "bars": f"{HEAD}\n{ADA}\n".replace(",", "|").encode(),
    "line ends of Windows": f"{HEAD}\r\n{ADA}\r\n".encode(),
    "line ends of old Macs": f"{HEAD}\r{ADA}\r".encode(),
    "no line end at the end": f"{HEAD}\n{ADA}".encode(),
    "UTF-8 with a mark": f"{HEAD}\n{ADA}\n".encode("utf-8-sig"),
    "a mark before quotes": f'"Full name",{HEAD[10:]}\n{ADA}\n'.encode("utf-8-sig"),
    "UTF-16 with a mark": f"{HEAD}\n{ADA}\n".encode("utf-16"),
    "UTF-16, the other way round": b"\xfe\xff" + f"{HEAD}\n{ADA}\n".encode("utf-16-be"),
    "UTF-16 with tabs": f"{HEAD}\n{ADA}\n".replace(",", "\t").encode("utf-16"),
    "Windows-1252": f"{HEAD},City\n{ADA},Forlì\n".encode("cp1252"),
    "all in quotes": b'"Full name","Time zone","Languages"\n"Ada","Europe/London","English"\n',
    "Excel's first line": f"sep=;\r\n{HEAD}\r\n{ADA}\r\n".replace(",", ";").encode(),
    "line breaks in a cell": f'{HEAD},Goals\n{ADA},"one\n\ntwo"\n'.encode(),
    "line breaks in a title": f'{HEAD},"Goals\n(two)"\n{ADA},one\n'.encode(),
    "quotes in a cell": f'{HEAD},Bio\n{ADA},"called ""the lady"""\n'.encode(),
    "titles that are there twice": f"{HEAD},Skills,Skills\n{ADA},,\n".encode(),
    "empty columns": f"{HEAD},,\n{ADA},,\n".encode(),
    "trailing delimiters": f"{HEAD},\n{ADA},\n".encode(),
    "more trailing delimiters than titles": f"{HEAD}\n{ADA},,,\n".encode(),
    "short rows": f"{HEAD},City,Bio\n{ADA}\n".encode(),
    "header in the third row": f"Export,,\n\n{HEAD}\n{ADA}\n".encode(),
    "empty rows": f"\n{HEAD}\n\n{ADA}\n,,\n\n".encode(),
    "spaces around": f" {HEAD.replace(',', ' , ')} \n {ADA.replace(',', ' , ')} \n".encode(),
    "Google Forms": (
        f"Timestamp,Email Address,{HEAD}\n2027/02/03 10:33:12 AM GMT+1,a@b.it,{ADA}\n"
    ).encode(),
    "Microsoft Forms": (
        b"ID;Start time;Completion time;Email;Name;Full name;Time zone;Languages\n"
        b"1;2/13/27 9:12:01;2/13/27 9:20:22;anonymous;;Ada;(UTC+01:00) Amsterdam, Rome;English\n"
    ),
    "Airtable": f"\ufeff{HEAD},Attachment\n{ADA},a.png (https://example.org/a.png)\n".encode(),
    "Tally": (
        f"Submission ID,Respondent ID,Submitted at,{HEAD}\nx1,y1,2027-02-03 10:00,{ADA}\n".encode()
    ),
    "first and last name": b"First name,Last name,Time zone,Languages\nAda,,Rome,English\n",
    "formulas": f'{HEAD},Bio\n{ADA},"=HYPERLINK(""x"")"\n'.encode(),
    "a neutralised formula": f"{HEAD},Bio\n{ADA},'=1+1\n".encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_understood(name: str) -> None:
    found = bring(LAYOUTS[name])

    assert fates(found) == ["new"]
    assert person(found)["name"] == "Ada"
    assert person(found)["timezone"] in {"Europe/London", "Europe/Rome"}


NO_ZONE = (
    'Time zone: there is no time zone "Mars"; a large city, a country with one, or a '
    "name as Europe/Rome is understood"
)
NO_LEVEL = (
    'Skills: "great" is no level; one can be none, beginner, intermediate, advanced or expert'
)
WHICH_MONTH = 'Timestamp: which is the month in "3/2/2027"? {}'.format(
    "Say dates: day-first or month-first in the mapping"
)
INVISIBLE = (
    "Bio: there is an invisible character (U+202E) that can make text read differently from what "
    "it says"
)
REFUSED: Mapping[str, tuple[str, list[str]]] = {
    "more cells than titles": (
        f"{HEAD}\nAda,Europe/London,English,basic\n",
        [": it has 4 cells for 3 titles; is there a delimiter in a text without quotes?"],
    ),
    "no name": (f"{HEAD}\n,Europe/London,English\n", [": it has no name"]),
    "no time zone": (
        f"{HEAD}\nAda,,English\n",
        [": it has no time zone; for all such rows, say timezone: in the mapping"],
    ),
    "a time zone that is none": (
        f"{HEAD}\nAda,Mars,English\n",
        [NO_ZONE],
    ),
    "a language that is none": (
        f"{HEAD}\nAda,Rome,Klingonese\n",
        ['Languages: there is no language "Klingonese"'],
    ),
    "a level that is none": (
        f"{HEAD},Skills\nAda,Rome,English (very),Python (great)\n",
        ['Languages: "very" is no level; one can be basic, working, fluent or native',
         NO_LEVEL],
    ),
    "a number that is none": (
        f"{HEAD},Hours a month\n{ADA},many\n",
        ['Hours a month: "many" is no whole number'],
    ),
    "a number that is no whole one": (
        f'{HEAD},Hours a month\n{ADA},"4,5"\n',
        ['Hours a month: "4,5" is no whole number; write 4 or 5'],
    ),
    "a number that a person's file refuses": (
        f"{HEAD},Hours a month\n{ADA},999\n",
        ['Hours a month: hours_per_month: "999" is not from 0 to 200'],
    ),
    "a login that is none": (
        f"{HEAD},GitHub\n{ADA},none yet\n",
        ['GitHub: "none yet" is no login on GitHub'],
    ),
    "a page that is none": (
        f"{HEAD},Website\n{ADA},soon\n",
        ['Website: "soon" is no address of a page'],
    ),
    "a day that is none": (f"Timestamp,{HEAD}\nsoon,{ADA}\n", ['Timestamp: "soon" is no day']),
    "a day that can be two": (
        f"Timestamp,{HEAD}\n3/2/2027,{ADA}\n",
        [WHICH_MONTH],
    ),
    "titles that come again": (
        f"{HEAD}\n{HEAD}\n",
        [": it repeats the titles and is about nobody; delete the row"],
    ),
    "a sum": (
        f"{HEAD}\nTotale:,Rome,English\n",
        [': "Totale:" stands for a sum and is about nobody; delete the row'],
    ),
    "a sum beside the names": (
        f"Timestamp,{HEAD}\nTotal,40,,\n",
        [': "Total" stands for a sum and is about nobody; delete the row'],
    ),
    "an address in a text": (
        f"{HEAD},Bio\n{ADA},write to ada@example.org\n",
        ["Bio: it holds what looks like an e-mail address"],
    ),
    "a text that is too long": (
        f"{HEAD},Bio\n{ADA},{'word ' * 14_000}\n",
        [": its texts are too long for a person's file"],
    ),
    "an invisible character": (
        f"{HEAD},Bio\n{ADA},turned \u202e round\n",
        [INVISIBLE],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_row_is_refused_with_the_column(name: str) -> None:
    text, expected = REFUSED[name]

    found = bring(text)

    assert fates(found) == ["refused"]
    assert found.outcomes[0].row == 2
    assert words(found.outcomes[0]) == expected
    assert found.files == {}


def test_consent_of_a_row_publishes_what_the_mapping_says() -> None:
    table_ = f"{HEAD},May we publish this?\n{ADA},Yes\nBob,Rome,Italian,No\n"

    found = bring(table_, publish=("name", "bio"), consent_text="v2")

    assert found.has_consent
    assert person(found)["consent"] == {
        "text": "v2",
        "on": "2027-09-01",
        "publish": ["name", "bio"],
    }
    assert person(found, "bob")["consent"]["publish"] == []


def test_rows_that_say_one_end_of_their_hours_are_known() -> None:
    found = bring(f"{HEAD},When are you free?\n{ADA},Mon after 18:00\nBob,Rome,Italian,Mon 9-11\n")

    assert found.notes.open_hours == (2,)


def test_rows_with_a_clock_that_knows_no_summer_are_known_while_they_are_news() -> None:
    table_ = f"{HEAD}\n{ADA.replace('Europe/London', 'UTC+1')}\nBob,Rome,Italian\n"

    found = bring(table_)

    assert found.notes.fixed_zones == (2,)
    assert bring(table_, {**FILES, **found.files}).notes.fixed_zones == ()


def test_nobody_is_published_without_a_column_that_asks() -> None:
    found = bring(f"{HEAD}\n{ADA}\n", publish=("name",))

    assert not found.has_consent
    assert person(found)["consent"]["publish"] == []


def test_day_of_the_answer_is_that_of_consent_and_enrolment() -> None:
    found = bring(f"Timestamp,{HEAD}\n2027-01-31 10:00,{ADA}\n")

    ada = person(found)
    assert ada["confirmed"] == ada["consent"]["on"] == ada["enrolments"][0]["since"] == "2027-01-31"


def test_one_date_that_is_none_refuses_its_row_and_leaves_the_days_of_the_others() -> None:
    stamps = ("32/01/2027 9.30.00", "4/01/2027 9.12.33 CET", "31/01/2027 9.30.00 GMT+1")
    rows = "".join(f"{stamp},{name}{ADA[3:]}\n" for stamp, name in zip(stamps, "XYZ", strict=True))

    found = bring(f"Informazioni cronologiche,{HEAD}\n{rows}")

    assert fates(found) == ["refused", "new", "new"]
    assert words(found.outcomes[0]) == ['Informazioni cronologiche: "32/01/2027 9.30.00" is no day']
    assert found.cells == (RefusedCell("Informazioni cronologiche", "32/01/2027 9.30.00", 1),)
    assert [person(found, one)["confirmed"] for one in "yz"] == ["2027-01-04", "2027-01-31"]


def test_beginner_without_a_year_is_written_and_gains_one_without_a_conflict() -> None:
    first = bring(f"{HEAD},Anni di esperienza\n{ADA},0\n")
    second = bring(f"{HEAD},Anni di esperienza\n{ADA},1\n", after(first))

    assert person(first)["experience_years"] == "0"
    assert fates(second) == ["changed"]
    assert person(second)["experience_years"] == "1"


def test_everything_that_a_row_can_say_arrives() -> None:
    found = bring(
        f"{HEAD},Pronouns,GitHub,Website,Years,Mentees you can take on: capacity,Role,Goals,"
        "Can teach,Want to learn,Can teach [Python]\n"
        'Ada,Rome,"English (C2), Italian and English",she/her,@ada,example.org/ada,10+,2,mentor,'
        '"one\ntwo","oil painting (expert), Drawing",pittura: basic,Advanced\n'
    )

    assert fates(found) == ["new"]
    ada = person(found)
    assert ada["github"] == "ada"
    assert ada["languages"] == {"en": "working", "it": "working"}
    assert ada["links"] == [{"label": "example.org", "url": "https://example.org/ada"}]
    assert ada["experience_years"] == "10"
    assert ada["goals"] == [{"statement": "one"}, {"statement": "two"}]
    assert ada["offers"] == [
        {"skill": "painting", "level": "expert"},
        {"skill": "drawing"},
        {"skill": "python", "level": "advanced"},
    ]
    assert ada["seeks"] == [{"skill": "painting", "now": "beginner"}]
    assert ada["enrolments"][0]["role"] == "mentor"
    assert ada["enrolments"][0]["capacity"] == "2"


def test_free_hours_come_from_a_text_or_a_column_a_day() -> None:
    text = bring(f"{HEAD},When are you free?\n{ADA},Mon 18:00-20:00; Wed 9-11\n")
    days = bring(f"{HEAD},Monday,Wed evening\n{ADA},18.00-20.00,yes\n")

    assert person(text)["availability"] == [
        {"days": ["mon"], "from": "18:00", "to": "20:00"},
        {"days": ["wed"], "from": "09:00", "to": "11:00"},
    ]
    assert [one["days"] for one in person(days)["availability"]] == [["mon"], ["wed"]]


def test_free_hours_that_are_unclear_refuse_the_row_with_the_column() -> None:
    found = bring(f"{HEAD},Availability\n{ADA},after work\n{ADA.replace('Ada', 'Bob')},\n")

    assert fates(found) == ["refused", "new"]
    assert words(found.outcomes[0])[0].startswith(
        'Availability: nobody knows which hours "after work" are; write days with hours'
    )
    assert "availability" not in person(found, "bob")


WHEN = f"{HEAD},Availability,Years\n{ADA},after\t work,x\nBob,Rome,Italian,after work,\n"


def test_cells_that_refuse_a_row_are_listed_to_be_answered() -> None:
    found = bring(WHEN)

    assert found.cells == (
        RefusedCell("Availability", "after work", 2),
        RefusedCell("Years", "x", 1),
    )


def test_mapping_answers_cells() -> None:
    cells = {"Availability": {"after work": "Mon 18-20"}, "Years": {"x": ""}, "Old": {"a": "b"}}
    found = bring(WHEN, cells=cells)

    assert fates(found) == ["new", "new"]
    assert found.cells == ()
    assert person(found)["availability"] == [{"days": ["mon"], "from": "18:00", "to": "20:00"}]
    assert "experience_years" not in person(found)


def test_answer_that_is_refused_itself_is_asked_for_under_the_cell() -> None:
    found = bring(WHEN, cells={"Availability": {"after work": "later"}, "Years": {"x": ""}})

    assert found.cells == (RefusedCell("Availability", "after work", 2),)


@pytest.mark.parametrize(
    "cell", ["see ada@example.org", "+39 06 555 0100 and more", "2/3/2027", "\u202e" + "x" * 200]
)
def test_cells_that_the_mapping_must_not_or_need_not_hold_are_not_listed(cell: str) -> None:
    title = "Timestamp" if cell[0] == "2" else "Pronouns"

    found = bring(f"{HEAD},{title}\n{ADA},{cell}\n")

    assert fates(found) == ["refused"]
    assert found.cells == ()


def test_grid_with_ticks_names_what_is_ticked() -> None:
    found = bring(f"{HEAD},Teach [Python],Teach [Drawing]\n{ADA},x,no\n")

    assert person(found)["offers"] == [{"skill": "python"}]


def test_words_that_are_no_skills_are_listed_with_the_nearest() -> None:
    words = '"Pythn; juggling; painting; printing"'
    found = bring(f"{HEAD},Skills\n{ADA},{words}\nBob,Rome,Italian,juggling\n")

    assert [(one.word, one.rows, one.meant) for one in found.unknown] == [
        ("juggling", 2, None),
        ("Pythn", 1, "python"),
        ("printing", 1, None),
    ]
    assert person(found)["seeks"] == [{"skill": "painting"}]


def test_what_is_read_as_misspelt_is_told_unless_the_mapping_says_it() -> None:
    table_ = f"{HEAD},Skills\n{ADA},paintng; drawing\nBob,Rome,Italian,paintng\n"

    found = bring(table_)
    decided = bring(table_, skills={"paintng": "painting"})

    assert [(one.text, one.rows, one.meant) for one in found.guessed] == [
        ("paintng", 2, ("painting",))
    ]
    assert decided.guessed == ()


def test_words_of_rows_that_are_refused_are_listed_in_the_same_run() -> None:
    found = bring(f"{HEAD},Skills,Years\n{ADA},juggling,many\n")

    assert fates(found) == ["refused"]
    assert [(one.word, one.rows) for one in found.unknown] == [("juggling", 1)]


def test_word_with_and_without_a_capital_letter_is_one_and_decided_once() -> None:
    table_ = f"{HEAD},Skills\n{ADA},Fisica\nBob,Rome,Italian,fisica\nEve,Rome,Italian,Fisica\n"

    found = bring(table_)
    decided = bring(table_, skills={"FISICA": "python", "fisica": "drawing"})

    assert [(one.word, one.rows) for one in found.unknown] == [("Fisica", 3)]
    assert decided.unknown == ()
    assert person(decided, "bob")["seeks"] == [{"skill": "drawing"}]
    assert person(decided, "eve")["seeks"] == [{"skill": "drawing"}]


def test_mapping_decides_about_words() -> None:
    found = bring(
        f'{HEAD},Skills\n{ADA},"Art; juggling"\n',
        skills={"Art": "painting, drawing", "juggling": None},
    )

    assert found.unknown == ()
    assert person(found)["seeks"] == [{"skill": "painting"}, {"skill": "drawing"}]


def test_rows_without_zone_and_language_get_those_of_the_mapping() -> None:
    found = bring("Full name,Bio\nAda,x\n", timezone="Rome", languages="Italian (native)")

    assert person(found)["timezone"] == "Europe/Rome"
    assert person(found)["languages"] == {"it": "native"}


def test_role_must_be_known() -> None:
    assert words(bring(f"{HEAD}\n{ADA}\n", role=None).outcomes[0]) == [
        ": it does not say whether this is a mentor or a mentee, or a peer of a circle"
    ]
    assert fates(bring(f"{HEAD},Role\n{ADA},both\n")) == ["refused"]


def test_last_answer_of_a_person_counts() -> None:
    found = bring(f"Record ID,{HEAD},Bio\n1,{ADA},old\n1,{ADA},new\n")

    assert fates(found) == ["older", "new"]
    assert words(found.outcomes[0]) == [": row 3 is a later answer of the same person"]
    assert person(found)["bio"] == "new"


def test_answer_that_cannot_be_read_does_no_harm_once_there_is_a_later_one() -> None:
    found = bring(f"Record ID,{HEAD},Hours a month\n1,{ADA},many\n1,{ADA},4\n")

    assert fates(found) == ["older", "new"]


def test_table_that_is_older_than_the_last_one_changes_nothing() -> None:
    head = f"Timestamp,{HEAD},City"
    files = after(bring(f"{head}\n2027-01-20,{ADA},Paris\n"))

    found = bring(f"{head}\n2027-01-12,{ADA},London\n", files)

    assert (fates(found), found.files) == (["older"], {})
    assert words(found.outcomes[0]) == [
        ": the file has a later answer, of 2027-01-20, which counts"
    ]


def test_file_that_was_confirmed_by_hand_since_is_no_conflict() -> None:
    head = f"Timestamp,{HEAD},City,Bio"
    files = after(bring(f"{head}\n2027-01-12,{ADA},London,x\n"))
    by_hand = cast(bytes, files["program/people/ada.yaml"]).decode()
    files["program/people/ada.yaml"] = by_hand.replace(
        "confirmed: 2027-01-12", "confirmed: 2027-02-01"
    ).replace("location: London", "location: Ockham")

    found = bring(f"{head}\n2027-01-20,{ADA},Paris,y\n", files)

    assert (fates(found), found.outcomes[0].changed) == (["older"], ("bio",))
    assert words(found.outcomes[0]) == [
        (": the file was confirmed later, on 2027-02-01, so it stays as it is: location, confirmed")
    ]
    assert person(found)["location"] == "Ockham"


def test_answer_of_a_day_that_is_still_to_come_is_refused() -> None:
    table = f"Timestamp,{HEAD}\n03/04/2027,{ADA}\n"

    found = bring(table, today=date(2027, 3, 4), dates="day-first")
    turned = bring(table, today=date(2027, 3, 4), dates="month-first")

    assert (fates(found), found.files) == (["refused"], {})
    assert words(found.outcomes[0]) == [
        (
            "Timestamp: 3 April 2027 is still to come; today is 4 March 2027. Say dates: day-first "
            "or month-first in the mapping if the month was taken for the day, else correct the "
            "cell, or the clock here"
        )
    ]
    assert fates(turned) == ["new"]


def test_day_to_come_that_has_one_order_is_not_to_be_turned() -> None:
    found = bring(f"Timestamp,{HEAD}\n2027-04-03,{ADA}\n", today=date(2027, 3, 4))

    assert words(found.outcomes[0]) == [
        (
            "Timestamp: 3 April 2027 is still to come; today is 4 March 2027. Correct the cell, or "
            "say with --today which day it is"
        )
    ]


def test_file_written_by_hand_keeps_what_it_says_at_the_first_import() -> None:
    table = f"{HEAD},Bio,City,May we publish this?\nCosimo,Europe/London,English,x,Florence,Yes\n"
    people = {"Cosimo": "cosimo"}

    found = bring(table, people=people, publish=("name", "bio"))
    again = bring(table, after(found), people=people, publish=("name", "bio"))

    assert fates(found) == ["changed"]
    assert found.outcomes[0].changed == ("enrolment spring mentee", "location", "bio")
    assert words(found.outcomes[0]) == [
        (
            ": the file was written by hand before this first import, so what it says stays: "
            "timezone, languages, consent"
        )
    ]
    assert (fates(again), again.files) == (["unchanged"], {})


def test_people_of_one_name_are_told_apart_by_a_key() -> None:
    found = bring(f"Respondent ID,{HEAD}\n1,{ADA}\n2,{ADA}\n")

    assert [outcome.person for outcome in found.outcomes] == ["ada", "ada-2"]


def test_name_without_a_latin_letter_gives_an_id() -> None:
    found = bring(f"{HEAD}\n紫式部,Rome,English\n")

    assert found.outcomes[0].person.startswith("person-")


def test_second_import_of_the_same_table_changes_nothing() -> None:
    text = f"{HEAD},Bio,City\n{ADA},x,London\n"

    found = bring(text, after(bring(text)))

    assert fates(found) == ["unchanged"]
    assert found.files == {}


def test_change_of_the_table_is_taken_over_and_one_by_hand_stays() -> None:
    files = after(bring(f"{HEAD},Bio,City\n{ADA},x,London\n"))
    by_hand = cast(bytes, files["program/people/ada.yaml"]).decode()
    files["program/people/ada.yaml"] = by_hand.replace(
        "location: London", "location: Ockham  # she moved"
    )

    found = bring(f"{HEAD},Bio,City\n{ADA},y,London\n", files)

    assert fates(found) == ["changed"]
    assert found.outcomes[0].changed == ("bio",)
    text = found.files["program/people/ada.yaml"].decode()
    assert text == by_hand.replace("bio: x", "bio: y").replace(
        "location: London", "location: Ockham  # she moved"
    )


def test_change_on_both_sides_is_a_conflict_and_the_file_stays() -> None:
    files = after(bring(f"{HEAD},Bio,City\n{ADA},x,London\n"))
    by_hand = cast(bytes, files["program/people/ada.yaml"]).decode()
    files["program/people/ada.yaml"] = by_hand.replace("bio: x", "bio: mine")

    found = bring(f"{HEAD},Bio,City\n{ADA},y,Paris\n", files)
    again = bring(f"{HEAD},Bio,City\n{ADA},y,Paris\n", after(found, files))

    assert (found.outcomes[0].fate, found.outcomes[0].conflicts) == ("conflict", ("bio",))
    assert person(found)["bio"] == "mine"
    assert person(found)["location"] == "Paris"
    assert (again.outcomes[0].conflicts, again.files) == (("bio",), {})


def test_status_that_a_coordinator_gave_stays() -> None:
    files = after(bring(f"{HEAD}\n{ADA}\n"))
    text = cast(bytes, files["program/people/ada.yaml"]).decode()
    files["program/people/ada.yaml"] = text.replace("status: applied", "status: matched")

    assert fates(bring(f"{HEAD}\n{ADA}\n", files)) == ["unchanged"]


def test_person_of_the_same_name_who_came_otherwise_is_left_alone() -> None:
    found = bring(f"{HEAD}\nCosimo,Rome,Italian\n")

    assert fates(found) == ["conflict"]
    assert words(found.outcomes[0]) == [
        (
            ": there is a person of this name already, who did not come from a table. If this is "
            'the same person, write "Cosimo": cosimo in the mapping, under people:; if not, add '
            "something to the name"
        )
    ]


def test_login_of_an_entry_that_was_made_by_hand_is_left_alone() -> None:
    files = {**FILES, "program/people/cosimo.yaml": f"{COSIMO}github: Cosimo\n"}

    found = bring(f"{HEAD},GitHub,City\nCosimo I,Europe/Rome,Italian,cosimo,Florence\n", files)

    assert (fates(found), found.files) == (["conflict"], {})
    assert words(found.outcomes[0]) == [
        (
            ": the login cosimo belongs to cosimo. If this row is of the same person, change their "
            "file by hand"
        )
    ]


def test_person_is_known_from_another_table_by_login_and_name() -> None:
    files = after(bring(f"{HEAD},GitHub\n{ADA},ada\n"))

    found = bring(
        f"Record ID,{HEAD},GitHub,City\n1,{ADA},ada,London\n",
        files,
        role=Role.MENTOR,
        form="mentors",
    )

    assert found.outcomes[0].person == "ada"
    assert found.outcomes[0].changed == ("enrolment spring mentor", "location")
    assert len(person(found)["enrolments"]) == 2


def test_login_of_somebody_else_changes_nothing() -> None:
    files = after(bring(f"Record ID,{HEAD},GitHub\n1,{ADA},ada\n2,Bob,Rome,Italian,bob\n"))

    found = bring(
        f"Record ID,{HEAD},GitHub\n2,Bob,Rome,Italian,ada\n3,Mallory,Rome,Italian,bob\n", files
    )

    assert (fates(found), found.files) == (["conflict", "conflict"], {})
    assert words(found.outcomes[0])[0].startswith(": the login ada belongs to ada.")
    assert words(found.outcomes[1])[0].startswith(': the row has another name than before, "Mall')


def test_same_number_in_two_forms_is_not_the_same_person() -> None:
    columns = {"ID": "key", "Full name": "name", "Time zone": "timezone", "Languages": "languages"}
    files = after(bring(f"ID,{HEAD}\n1,{ADA}\n", columns=columns, form="mentors"))

    found = bring(f"ID,{HEAD}\n1,Zoe,Rome,Italian\n", files, columns=columns, form="mentees")

    assert [(one.fate, one.person) for one in found.outcomes] == [("new", "zoe")]
    assert set(found.files) == {"program/people/zoe.yaml", RECEIPT}


def test_another_name_under_the_same_number_is_a_conflict() -> None:
    files = after(bring(f"Record ID,{HEAD}\n1,{ADA}\n"))

    found = bring(f"Record ID,{HEAD},City\n1,Zoe,Rome,Italian,London\n", files)

    assert (fates(found), found.files) == (["conflict"], {})
    assert words(found.outcomes[0]) == [
        (
            ': the row has another name than before, "Zoe". If this is the same person, change the '
            "name in program/people/ada.yaml"
        )
    ]


def test_name_that_was_corrected_by_hand_stays_and_one_written_alike_is_taken_over() -> None:
    files = after(bring(f"Record ID,{HEAD}\n1,{ADA}\n"))
    text = cast(bytes, files["program/people/ada.yaml"]).decode()
    by_hand = {**files, "program/people/ada.yaml": text.replace("name: Ada", "name: Ada Byron")}

    assert fates(bring(f"Record ID,{HEAD}\n1,{ADA}\n", by_hand)) == ["unchanged"]
    found = bring(f"Record ID,{HEAD}\n1,ADA,Europe/London,English\n", files)
    assert (found.outcomes[0].changed, person(found)["name"]) == (("name",), "ADA")


def test_same_name_in_another_table_is_a_conflict() -> None:
    files = after(bring(f"{HEAD}\n{ADA}\n", form="mentors"))

    found = bring(f"{HEAD}\nAda,Rome,Italian\n", files, form="mentees")

    assert (fates(found), found.files) == (["conflict"], {})
    assert words(found.outcomes[0]) == [
        (
            ": there is a person of this name already, from another row or table. If this is the "
            'same person, write "Ada": ada in the mapping, under people:; if not, add something '
            "to the name"
        )
    ]


SAME_NAME = (
    ": rows 2, 3 have the same name. If this is one person, delete all of them but the last. If "
    "not, give each a number in a column of its own that is key in the mapping"
)


def test_rows_of_one_name_that_may_be_two_people_count_none_of_them() -> None:
    found = bring(f"{HEAD}\n{ADA}\nAda,Rome,Italian\n")
    other = bring(f"{HEAD},Email\n{ADA},a@x.org\nAda,Rome,Italian,b@x.org\n")

    assert (fates(found), found.files) == (["conflict", "conflict"], {})
    assert [*map(words, found.outcomes)] == [[SAME_NAME], [SAME_NAME]]
    assert (fates(other), other.files) == (["conflict", "conflict"], {})


def test_rows_of_one_name_and_address_are_of_one_person() -> None:
    found = bring(f"{HEAD},Email\n{ADA},a@x.org\nAda,Rome,Italian,A@x.org\n")

    assert fates(found) == ["older", "new"]
    assert person(found)["timezone"] == "Europe/Rome"
    assert b"x.org" not in b"".join(found.files.values())


def test_rows_with_one_login_and_two_names_count_none_of_them() -> None:
    found = bring(f"{HEAD},GitHub\n{ADA},ada\nMallory,Rome,Italian,@Ada\n")

    assert (fates(found), found.files) == (["conflict", "conflict"], {})
    assert words(found.outcomes[0]) == [": rows 2, 3 have one key or login, and different names"]


def test_rows_with_one_key_and_two_addresses_count_none_of_them() -> None:
    found = bring(
        f"Email,Record ID,{HEAD}\na@x.org,1,{ADA}\nb@x.org,1,{ADA}\n,2,Bob,Rome,Italian\n"
    )

    assert fates(found) == ["conflict", "conflict", "new"]
    assert words(found.outcomes[0]) == [
        (
            ": rows 2, 3 have one key or login, and different mail addresses. If this is one "
            "person, delete all of them but the last"
        )
    ]


def test_keys_that_differ_in_capital_letters_are_two() -> None:
    assert fates(bring(f"Record ID,{HEAD}\na1,{ADA}\nA1,Bob,Rome,Italian\n")) == ["new", "new"]


def test_answer_before_one_that_cannot_be_read_does_not_count() -> None:
    table_ = f"Record ID,{HEAD},May we publish this?\n1,{ADA},Yes\n1,{ADA},Not sure any more?\n"

    found = bring(table_.replace("Not sure", "Hardly"), publish=("name",))

    assert (fates(found), found.files) == (["older", "refused"], {})


def test_answer_that_is_neither_yes_nor_no_refuses_the_row() -> None:
    table_ = f"{HEAD},May we publish this?\n{ADA},Only to coordinators\n"

    found = bring(table_, publish=("name",))
    told = bring(table_, publish=("name",), yes=("Only to coordinators",))

    assert (fates(found), found.files) == (["refused"], {})
    assert words(found.outcomes[0]) == [
        (
            'May we publish this?: is "Only to coordinators" a yes or a no? If it is a yes, write '
            "it in the mapping, as consent.yes"
        )
    ]
    assert person(told)["consent"]["publish"] == ["name"]


def test_who_takes_consent_back_is_not_published_whatever_was_changed_by_hand() -> None:
    head = f"{HEAD},May we publish this?\n{ADA}"
    files = after(bring(f"{head},Yes\n", publish=("name",)))
    text = cast(bytes, files["program/people/ada.yaml"]).decode()
    files["program/people/ada.yaml"] = text.replace("- name", "- name\n    - bio")

    assert person(bring(f"{head},No\n", files, publish=("name",)))["consent"]["publish"] == []


def test_empty_cell_says_nothing() -> None:
    found = bring(f"Timestamp,{HEAD},City\n2027-01-31,{ADA},London\n,Bob,Rome,Italian,\n")

    assert "location" not in person(found, "bob")
    assert "confirmed" not in person(found, "bob")


def test_person_who_was_removed_stays_away() -> None:
    files = after(bring(f"{HEAD}\n{ADA}\n"))
    del files["program/people/ada.yaml"]

    found = bring(f"{HEAD}\n{ADA}\n", files)

    assert words(found.outcomes[0]) == [
        (
            ": the person was imported before and has been removed since, so stays away. If "
            "they come back, enter them by hand"
        )
    ]


def test_who_was_removed_is_forgotten_but_for_a_digest() -> None:
    files = after(bring(f"{HEAD},Bio\n{ADA},x\nBob,Rome,Italian,y\n"))
    del files["program/people/ada.yaml"]

    found = bring(f"{HEAD},Bio\n{ADA},x\nBob,Rome,Italian,y\n", files)

    assert set(found.files) == {RECEIPT}
    assert "ada" not in found.files[RECEIPT].decode()
    assert found.files[RECEIPT].decode().count("person:") == 1
    again = bring(f"{HEAD},Bio\n{ADA},x\nBob,Rome,Italian,y\n", after(found, files))
    assert (fates(again), again.files) == (["conflict", "unchanged"], {})


def test_people_of_one_name_with_keys_are_told_apart_in_later_tables_too() -> None:
    files = after(bring(f"Record ID,{HEAD}\n1,{ADA}\n"))

    found = bring(f"Record ID,{HEAD}\n1,{ADA}\n2,{ADA}\n", files)

    assert [(one.fate, one.person) for one in found.outcomes] == [
        ("unchanged", "ada"),
        ("new", "ada-2"),
    ]


@pytest.mark.parametrize("text", ["name: Ada\nname: Ada\n", "- Ada\n"])
def test_file_that_cannot_be_read_is_left_alone(text: str) -> None:
    files = after(bring(f"{HEAD}\n{ADA}\n"))
    files["program/people/ada.yaml"] = text

    found = bring(f"{HEAD}\n{ADA}\n", files)

    assert words(found.outcomes[0]) == [
        ": the person's file cannot be read; telemaco check says why"
    ]


def test_file_that_cannot_be_changed_without_harm_is_left_alone() -> None:
    files = after(bring(f'{HEAD},Goals\n{ADA},"one\ntwo"\n'))
    text = cast(bytes, files["program/people/ada.yaml"]).decode()
    files["program/people/ada.yaml"] = text.replace(
        "\n  - statement: one\n  - statement: two",
        " [{statement: one}, # first\n  {statement: two}]",
    )

    found = bring(f"{HEAD},Goals\n{ADA},one\n", files)

    assert words(found.outcomes[0]) == [
        ": program/people/ada.yaml cannot be changed without harm; change it by hand"
    ]


def test_program_must_be_there() -> None:
    files = {key: value for key, value in FILES.items() if "spring" not in key}

    assert refusal(f"{HEAD}\n{ADA}\n", files=files) == (
        "There is no program spring. | "
        "There is no program yet: programs are the files in program/programs/."
    )
    files["program/programs/sprig.yaml"] = PROGRAM
    assert refusal(f"{HEAD}\n{ADA}\n", files=files).endswith("Did you mean sprig?")


def test_skill_of_the_mapping_must_be_there() -> None:
    message = 'the mapping takes "art" for {}, which is no skill of program/skills.yaml | '

    assert refusal(f"{HEAD}\n{ADA}\n", skills={"art": "paintin"}) == (
        message.format("paintin") + "Did you mean painting?"
    )
    assert refusal(f"{HEAD}\n{ADA}\n", skills={"art": "xyz"}) == message.format("xyz")


@pytest.mark.parametrize("receipt", [b"- x\n", b"x: 1\n", b"x: {person: a}\n", b"\xff", b"a: b: c"])
def test_receipt_that_cannot_be_read_is_said(receipt: bytes) -> None:
    assert refusal(f"{HEAD}\n{ADA}\n", files={**FILES, RECEIPT: receipt}) == (
        f"{RECEIPT} cannot be read | Take it back from Git: git checkout {RECEIPT}"
    )


def test_receipt_keeps_nothing_but_digests() -> None:
    found = bring(f"Email,Respondent ID,{HEAD},Bio\na@b.it,y1,{ADA},secretive\n")

    receipt = found.files[RECEIPT].decode()
    assert "a@b.it" not in "".join(map(bytes.decode, found.files.values()))
    assert not [word for word in ("y1", "secretive", "London") if word in receipt]


def test_no_row_is_lost_and_thousands_are_quick() -> None:
    rows = [f"Person {n},Europe/Rome,Italian,note {n % 7}" for n in range(5000)]
    rows[17] = "Person 17,Mars,Italian,x"
    text = "\n".join([f"{HEAD},Bio", *rows])
    begin = time.process_time()

    found = bring(text)

    assert time.process_time() - begin < 60
    assert sum(found.count(fate) for fate in FATES) == len(found.outcomes) == 5000
    assert (found.count("new"), found.count("refused")) == (4999, 1)
    assert len(found.files) == 5000


def test_mapping_is_read_with_everything_that_is_wrong() -> None:
    assert read_mapping("m.yaml", b"table: t\ncolumns: {A: name}").columns == {"A": "name"}
    for content in (b"\xff", b"word"):
        with pytest.raises(TelemacoError) as caught:
            read_mapping("m.yaml", content)
        assert Catalog("en").text(caught.value.message) == (
            "m.yaml: it is no map of words to values"
        )
    with pytest.raises(TelemacoError) as caught:
        read_mapping("m.yaml", b"columns: {A: x, B: y}")
    assert caught.value.hint is not None


def test_mapping_with_a_key_twice_is_told_with_its_line() -> None:
    with pytest.raises(TelemacoError) as caught:
        read_mapping("m.yaml", b"table: t\ncolumns: {A: name}\ncells: {}\ncells: {}\n")

    told = Catalog("en").text(caught.value.message)
    assert told.startswith("m.yaml:4: ")
    assert "cells" in told
    assert caught.value.hint is not None


def test_columns_of_the_mapping_must_be_there_and_hold_no_contacts() -> None:
    text = f"{HEAD},Email\n{ADA},a@b.it\n"

    assert refusal(text, columns={"Full name": "name", "City": "location"}).startswith(
        'people.csv has no column "City" |'
    )
    assert refusal(text, columns={"Full name": "name", "Email": "bio"}).startswith(
        'the column "Email" holds addresses or phone numbers |'
    )


@pytest.mark.parametrize("text", ["", HEAD, 'a,b\n"c'])
def test_what_is_no_table_is_said(text: str) -> None:
    assert refusal(text).startswith("people.csv cannot be read: ")


CONSENT = "Full name,Time zone,Languages,May we publish it?"
PUBLIC = {**FILES, "program/community.yaml": f"{SETTINGS}privacy: {{repository: public}}\n"}
PRIVATE = {**FILES, "program/community.yaml": f"{SETTINGS}privacy: {{repository: private}}\n"}


def test_who_agrees_to_nothing_is_told_of_a_public_repository_only() -> None:
    table = f"{CONSENT}\n{ADA},no\nGrace,Rome,English,yes\n"

    public, private = (bring(table, files, publish=("name",)) for files in (PUBLIC, PRIVATE))

    assert (public.notes.in_public, private.notes.in_public) == (("ada",), ())
    assert fates(public) == fates(private) == ["new", "new"]


def test_nobody_is_told_twice_whose_file_stays_as_it_is() -> None:
    table = f"{CONSENT}\n{ADA},no\n"

    again = bring(table, {**PUBLIC, **bring(table, PUBLIC).files})

    assert (fates(again), again.notes.in_public) == (["unchanged"], ())


def test_who_agrees_to_nothing_is_left_out_where_consent_is_required() -> None:
    found = bring(f"{CONSENT}\n{ADA},no\n", PUBLIC, required=True)

    assert (fates(found), found.files, found.notes.in_public) == (["left-out"], {}, ())


def test_who_takes_consent_back_is_not_left_out() -> None:
    first = bring(f"{CONSENT}\n{ADA},yes\n", PUBLIC, publish=("name",), required=True)

    second = bring(
        f"{CONSENT}\n{ADA},no\n", {**PUBLIC, **first.files}, publish=("name",), required=True
    )

    assert fates(second) == ["changed"]
    assert person(second)["consent"]["publish"] == []


def test_mapping_says_whether_consent_is_required() -> None:
    text = b"table: t\ncolumns: {Full name: name}\nconsent: {required: true}\n"

    assert read_mapping("m.yaml", text).required
    with pytest.raises(TelemacoError):
        read_mapping("m.yaml", text.replace(b"true", b"perhaps"))


def test_receipt_begins_in_the_language_of_the_community() -> None:
    italian = SETTINGS.replace("[en, it]", "[it, en]")

    found = bring(f"{HEAD}\n{ADA}\n", {**FILES, "program/community.yaml": italian})

    assert found.files[RECEIPT].startswith(b"# Ci\xc3\xb2 che telemaco import ha scritto")
