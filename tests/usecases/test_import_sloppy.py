"""A sign-up sheet that people wrote as they liked, for mentors and mentees at once."""

from telemaco.records.program import Role
from telemaco.tables.fields import Field
from telemaco.tables.outcome import DayInDoubt, Notes, RefusedCell
from tests.usecases.test_import_people import ADA, FILES, HEAD, bring, fates, person, words

ROLES = f"{HEAD},Role,Skills"
GRACE = "Grace,Europe/London,English"
ADULT = ("I am 18 or older",)


def test_skills_of_one_column_go_by_the_role_of_each_row() -> None:
    found = bring(f"{ROLES}\n{ADA},Mentor,painting\n{GRACE},I need a mentor,drawing\n", role=None)

    assert (person(found)["offers"], "seeks" in person(found)) == ([{"skill": "painting"}], False)
    assert person(found, "grace")["seeks"] == [{"skill": "drawing"}]
    assert "offers" not in person(found, "grace")
    assert (found.notes.offers_nothing, found.notes.seeks_nothing) == ((), ())


def test_skills_of_a_peer_count_as_both_and_that_is_told() -> None:
    found = bring(f"{ROLES}\n{ADA},Peer,painting (expert)\n{GRACE},Peer,\n", role=None)

    assert person(found)["offers"] == [{"skill": "painting", "level": "expert"}]
    assert person(found)["seeks"] == [{"skill": "painting", "now": "expert"}]
    assert found.notes.skills_twice == (2,)


def test_skills_of_a_facilitator_are_offered_and_those_of_nobody_known_are_not_read() -> None:
    found = bring(
        f"{ROLES}\n{ADA},Facilitator,painting\n{GRACE},Both,painting\nEve,Rome,English,Cook,x\n",
        role=None,
    )

    assert person(found)["offers"] == [{"skill": "painting"}]
    assert words(found.outcomes[1]) == [
        (
            'Role: "Both" is more than one role, and a row has one. Decide for mentor or mentee, '
            "and enter the other by hand, in the person's file"
        )
    ]
    assert words(found.outcomes[2]) == [
        "Role: it does not say whether this is a mentor or a mentee, or a peer of a circle"
    ]


def test_skills_without_a_column_of_roles_go_by_the_role_of_all() -> None:
    table = f"{HEAD},Skills,I can teach\n{ADA},painting,drawing\n"

    mentor, mentee = (person(bring(table, role=one)) for one in (Role.MENTOR, Role.MENTEE))

    assert mentor["offers"] == [{"skill": "drawing"}, {"skill": "painting"}]
    assert (mentee["offers"], mentee["seeks"]) == ([{"skill": "drawing"}], [{"skill": "painting"}])


def test_who_has_no_skills_that_matching_goes_by_is_told_once() -> None:
    table = f"{ROLES}\n{ADA},mentor,\n{GRACE},mentee,juggling\n"

    found = bring(table, role=None)
    again = bring(table, {**FILES, **found.files}, role=None)

    assert (found.notes.offers_nothing, found.notes.seeks_nothing) == ((2,), (3,))
    assert (fates(again), again.notes) == (["unchanged", "unchanged"], Notes())


def test_who_has_skills_in_their_file_has_skills() -> None:
    head = f"Record ID,{HEAD},City,Skills"
    first = bring(f"{head}\n1,{ADA},,painting\n2,{GRACE},,\n")
    columns = {
        "Record ID": Field.KEY,
        "Full name": Field.NAME,
        "Time zone": Field.TIMEZONE,
        "Languages": Field.LANGUAGES,
        "City": Field.LOCATION,
    }

    found = bring(
        f"{head}\n1,{ADA},Rome,\n2,{GRACE},Rome,\n", {**FILES, **first.files}, columns=columns
    )

    assert fates(found) == ["changed", "changed"]
    assert found.notes.seeks_nothing == (3,)


def test_days_that_contradict_each_other_are_refused_with_both() -> None:
    found = bring(f"Timestamp,{HEAD}\n1/2/2027,{ADA}\n13/2/2027,{GRACE}\n2/13/2027,Eve,Rome,it\n")

    assert fates(found) == ["refused"] * 3
    assert words(found.outcomes[0]) == [
        (
            'Timestamp: who can read "1/2/2027", where "13/2/2027" has the day first and '
            '"2/13/2027" '
            "the month? Say dates: day-first or month-first in the mapping, and correct the "
            "cells of the other kind"
        )
    ]


def test_day_of_the_other_order_than_the_mapping_says_is_refused_by_itself() -> None:
    table = f"Timestamp,{HEAD}\n1/2/2027,{ADA}\n13/2/2027,{GRACE}\n"

    found = bring(table, dates="month-first")
    turned = bring(table.replace("13/2", "2/13"), dates="day-first")

    assert (fates(found), person(found)["confirmed"]) == (["new", "refused"], "2027-01-02")
    assert words(found.outcomes[1]) == [
        (
            'Timestamp: "13/2/2027" is a day only if it is read day-first; days of this table are '
            "read month-first"
        )
    ]
    assert "only if it is read month-first" in words(turned.outcomes[1])[0]
    assert found.cells == (RefusedCell("Timestamp", "13/2/2027", 1),)


def test_day_that_only_the_mapping_tells_how_to_read_is_told() -> None:
    table = f"Timestamp,{HEAD}\n1/2/2027,{ADA}\n"

    found = bring(table, dates="day-first")

    assert found.day_in_doubt is not None
    assert found.day_in_doubt == DayInDoubt("1/2/2027", found.day_in_doubt.day, "day-first")
    assert found.day_in_doubt.day.isoformat() == "2027-02-01"
    assert bring(table).day_in_doubt is None
    assert bring(f"{table}13/2/2027,{GRACE}\n").day_in_doubt is None


def test_row_that_does_not_say_yes_where_the_mapping_requires_it_is_refused() -> None:
    rows = ('Eve,Rome,it,"No, I am 16"', "Zoe,Rome,it,sure", "Ida,Rome,it,")
    table = "\n".join(
        (f"{HEAD},I am 18 or older", f"{ADA},Yes", f"{GRACE},I am 18 or older", *rows)
    )

    found = bring(table, must_agree=ADULT)
    answered = bring(table, cells={"I am 18 or older": {"sure": "yes"}}, must_agree=ADULT)

    assert fates(found) == ["new", "new", "refused", "refused", "refused"]
    assert [words(one) for one in found.outcomes[2:]] == [
        [
            (
                "I am 18 or older: it does not say yes, which the mapping requires. Leave the "
                "row out, or take the title out of required:"
            )
        ],
        [
            (
                'I am 18 or older: is "sure" a yes? The mapping requires one here. If it is, '
                "write yes "
                "behind it, under cells:; if not, leave the row out"
            )
        ],
        ["I am 18 or older: it is empty, and the mapping requires a yes"],
    ]
    assert found.cells == (RefusedCell("I am 18 or older", "sure", 1),)
    assert fates(answered)[3] == "new"
    assert b"18" not in found.files["program/people/ada.yaml"]
