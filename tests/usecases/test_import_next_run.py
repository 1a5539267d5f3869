"""The next run of a program: who answered for it is enrolled, and who answered before is not."""

from collections.abc import Mapping
from typing import cast

from telemaco.ports import Obstacle
from telemaco.records.base import ProgramId
from telemaco.records.program import Role
from telemaco.tables.outcome import Import
from tests.usecases.test_import_people import (
    ADA,
    FILES,
    HEAD,
    PROGRAM,
    Files,
    after,
    bring,
    fates,
    person,
    words,
)

AUTUMN = ProgramId("autumn")
BOB = "Bob,Rome,Italian"
STAMPED = f"Timestamp,E-mail,{HEAD},Bio,Mentees you can take on: capacity"
JANUARY = f"{STAMPED}\n2027-01-12,a@x.org,{ADA},x,1\n2027-01-13,b@x.org,{BOB},y,1\n"
ADA_AGAIN = f"2027-08-01,a@x.org,{ADA},again,2\n"
COY = "2027-08-02,c@x.org,Coy,Rome,Italian,z,1\n"


def files(opened: str = "") -> Files:
    dates = f"dates: {{{opened}start: 2027-09-01}}"
    autumn = PROGRAM.replace("dates: {start: 2027-02-01}", dates)
    return {**FILES, "program/programs/autumn.yaml": autumn}


def imported(text: str, opened: str = "") -> Mapping[str, str | bytes | Obstacle]:
    return after(bring(text, files(opened), Role.MENTOR), files(opened))


def programs(enrolments: list[dict[str, str]]) -> list[str]:
    return [one["program"] for one in enrolments]


def test_grown_table_enrols_who_answered_anew_and_nobody_who_was_imported_before() -> None:
    there = imported(JANUARY)

    found = bring(JANUARY + ADA_AGAIN + COY, there, Role.MENTOR, AUTUMN)
    again = bring(JANUARY + ADA_AGAIN + COY, after(found, there), Role.MENTOR, AUTUMN)

    assert fates(found) == ["older", "unchanged", "changed", "new"]
    assert [one.is_earlier for one in found.outcomes] == [False, True, False, False]
    assert words(found.outcomes[1]) == [
        ": the answer was imported before, for spring, so enrols nobody here"
    ]
    assert programs(person(found)["enrolments"]) == ["spring", "autumn"]
    assert person(found)["enrolments"][1]["capacity"] == "2"
    assert "program/people/bob.yaml" not in found.files
    assert (again.files, [one.is_earlier for one in again.outcomes]) == (
        {},
        [False, True, False, False],
    )


def test_corrected_row_of_an_earlier_answer_changes_the_file_and_enrols_nobody() -> None:
    there = imported(JANUARY)

    found = bring(JANUARY.replace(",y,1", ",better,3"), there, Role.MENTOR, AUTUMN)

    assert [one.changed for one in found.outcomes] == [(), ("bio",)]
    assert programs(person(found, "bob")["enrolments"]) == ["spring"]
    assert person(found, "bob")["enrolments"][0]["capacity"] == "1"


def test_earlier_answers_enrol_if_one_says_so() -> None:
    there = imported(JANUARY)

    found = bring(JANUARY, there, Role.MENTOR, AUTUMN, enrols_earlier=True)

    assert fates(found) == ["changed", "changed"]
    assert programs(person(found)["enrolments"]) == ["spring", "autumn"]


def test_answer_from_before_applications_opened_enrols_nobody() -> None:
    opened = "applications_open: 2027-07-01, "

    found = bring(JANUARY + COY, files(opened), Role.MENTOR, AUTUMN)

    assert fates(found) == ["older", "older", "new"]
    assert words(found.outcomes[0]) == [
        ": the answer of 2027-01-12 came before applications opened on 2027-07-01, so enrols nobody"
    ]
    assert "program/people/bob.yaml" not in found.files


def test_enrolment_that_is_there_already_stays_with_what_the_table_says_of_it() -> None:
    opened = "applications_open: 2027-07-01, "
    there = after(
        bring(JANUARY, files(opened), Role.MENTOR, AUTUMN, enrols_earlier=True), files(opened)
    )

    found = bring(JANUARY.replace("y,1", "y,2"), there, Role.MENTOR, AUTUMN)

    assert [one.is_earlier for one in found.outcomes] == [False, False]
    assert person(found, "bob")["enrolments"][0]["capacity"] == "2"


def test_enrolment_that_was_written_by_hand_is_left_alone() -> None:
    there = dict(imported(JANUARY))
    text = cast(bytes, there["program/people/bob.yaml"]).decode()
    there["program/people/bob.yaml"] = text.replace("program: spring", "program: autumn")

    found = bring(JANUARY, there, Role.MENTOR, AUTUMN)

    assert [one.is_earlier for one in found.outcomes] == [True, False]


def test_without_days_an_answer_is_the_same_until_something_in_it_changes() -> None:
    table = f"{HEAD},Bio\n{ADA},x\n{BOB},y\n"
    there = imported(table)

    found = bring(table.replace(",y", ",anew"), there, Role.MENTOR, AUTUMN, publish=("name",))

    assert [one.is_earlier for one in found.outcomes] == [True, False]
    assert programs(person(found, "bob")["enrolments"]) == ["spring", "autumn"]


def test_new_form_under_the_name_of_the_old_table_takes_over_what_is_new() -> None:
    there = imported(JANUARY)

    found = bring(
        f"Timestamp,{HEAD},City\n2027-08-01,{ADA},London\n2027-08-02,Coy,Rome,Italian,Pisa\n",
        there,
        Role.MENTOR,
        AUTUMN,
    )

    assert fates(found) == ["changed", "new"]
    assert programs(person(found)["enrolments"]) == ["spring", "autumn"]
    assert (person(found)["bio"], person(found)["location"]) == ("x", "London")


NEW_FORM = f"Timestamp,Record ID,{HEAD},Bio\n2027-08-01,1,{BOB},anew\n2027-08-02,2,{ADA},x\n"


def test_person_who_is_there_is_in_conflict_in_a_new_table_until_the_mapping_names_them() -> None:
    there = imported(JANUARY)

    unsaid = bring(NEW_FORM, there, Role.MENTOR, AUTUMN, form="autumn form")
    named = bring(
        NEW_FORM,
        there,
        Role.MENTOR,
        AUTUMN,
        form="autumn form",
        people={"ADA": "ada", "Bob": "bob"},
    )
    again = bring(NEW_FORM, after(named, there), Role.MENTOR, AUTUMN, form="autumn form")

    assert (fates(unsaid), unsaid.files) == (["conflict", "conflict"], {})
    assert words(unsaid.outcomes[1])[0].endswith(
        'If this is the same person, write "Ada": ada in the mapping, under people:; if not, add '
        "something to the name"
    )
    assert fates(named) == ["changed", "changed"]
    assert (person(named, "bob")["bio"], person(named, "bob")["confirmed"]) == (
        "anew",
        "2027-08-01",
    )
    assert programs(person(named)["enrolments"]) == ["spring", "autumn"]
    assert (fates(again), again.files) == (["unchanged", "unchanged"], {})


def test_what_was_changed_by_hand_stays_when_somebody_returns_with_a_new_table() -> None:
    there = dict(imported(JANUARY))
    text = cast(bytes, there["program/people/bob.yaml"]).decode()
    there["program/people/bob.yaml"] = text.replace("bio: y", "bio: mine")

    found = bring(
        NEW_FORM, there, Role.MENTOR, AUTUMN, form="autumn form", people={"Bob": "bob"}
    ).outcomes[0]

    assert (found.fate, found.conflicts) == ("conflict", ("bio",))
    assert "enrolment autumn mentor" in found.changed


def test_yes_to_a_new_form_adds_to_consent_and_a_no_takes_all_of_it_back() -> None:
    asks = f"{HEAD},May we publish this?\n{ADA},Yes\n{BOB},Yes\n"
    first = bring(asks, files(), Role.MENTOR, publish=("name", "bio"))
    there = after(first, files())
    people = {"Ada": "ada", "Bob": "bob"}
    anew = asks.replace(f"{BOB},Yes", f"{BOB},No")

    def answered(table: str, there: Files) -> Import:
        shown = ("certificate", "name")
        return bring(table, there, Role.MENTOR, AUTUMN, form="f", people=people, publish=shown)

    found = answered(anew, there)
    again = answered(anew, after(found, there))
    withdrawn = answered(asks.replace("Yes", "No"), after(found, there))

    assert person(found)["consent"]["publish"] == ["name", "bio", "certificate"]
    assert person(found, "bob")["consent"]["publish"] == []
    assert (fates(again), again.files) == (["unchanged", "unchanged"], {})
    assert person(withdrawn)["consent"]["publish"] == []


def test_entry_that_the_mapping_names_must_be_there_and_is_for_one_row() -> None:
    there = imported(JANUARY)
    table = f"Record ID,{HEAD}\n1,{BOB}\n2,{BOB}\n3,{ADA}\n"

    found = bring(
        table, there, Role.MENTOR, AUTUMN, form="autumn form", people={"Bob": "bob", "Ada": "eve"}
    )

    assert fates(found) == ["changed", "conflict", "conflict"]
    assert words(found.outcomes[1])[0].startswith(
        ': the mapping takes "Bob" for bob, and another row has this name, too'
    )
    assert words(found.outcomes[2]) == [
        ': the mapping takes "Ada" for eve, and there is no such person'
    ]
