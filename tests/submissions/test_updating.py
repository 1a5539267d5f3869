from collections.abc import Mapping

from telemaco.forms.staying import update_my_entry
from telemaco.records.base import PersonId
from tests.submissions.workshop import FILES, PERSON, TODAY, after, said, sent, told

Given = Mapping[str, str | tuple[str, ...]]

PATH = PERSON.format("leonardo")
LEONARDO = PersonId("leonardo")


def test_saying_that_all_is_right_changes_one_line() -> None:
    found = sent(update_my_entry, {"confirm": "right"}, "leo-from-vinci")

    assert found.files[PATH].decode() == FILES[PATH] + "confirmed: 2027-02-17\n"
    assert said(found.title) == "leonardo says that their entry is right"


def test_only_what_was_filled_in_changes() -> None:
    answers: Given = {
        "confirm": "changed",
        "headline": "Painter",
        "hours": "3",
        "structure": "2",
        "learns-by": ("doing",),
        "availability": ("sun 09:00 12:00",),
        "seeks-2": ("geometry",),
        "seeks-1": ("perspective", "drawing"),
        "publish": ("name", "headline"),
    }

    found = sent(update_my_entry, answers, "leo-from-vinci")

    assert found.files[PATH].decode() == (
        "# Written by Leonardo himself, with the left hand.\n"
        "name: Leonardo\n"
        "github: Leo-from-Vinci\n"
        "timezone: Europe/Rome\n"
        "languages: {it: native}\n"
        "headline: Painter # for now\n"
        "seeks:\n"
        "  - {skill: perspective} # since 1466\n"
        "  - skill: geometry\n"
        "  - skill: drawing\n"
        "enrolments:\n"
        "  - {program: workshop, role: mentee, status: matched}\n"
        "consent: {text: form-1, on: 2027-02-17, publish: [name, headline]}\n"
        "availability:\n"
        "  - days:\n"
        "      - sun\n"
        "    from: 09:00\n"
        "    to: 12:00\n"
        "hours_per_month: 3\n"
        "approach:\n"
        "  structure: 2\n"
        "  learns_by:\n"
        "    - doing\n"
        "confirmed: 2027-02-17\n"
    )
    assert said(found.title) == "leonardo changes their entry"
    assert after(found).people[LEONARDO].confirmed == TODAY


def test_a_hyphen_deletes_a_text() -> None:
    answers: Given = {"confirm": "changed", "headline": "-", "bio": " - ", "hours": "-"}

    found = sent(update_my_entry, answers, "leo-from-vinci")

    assert after(found).people[LEONARDO].headline is None
    assert "headline" not in found.files[PATH].decode()
    rows = {said(row.label): [said(one) for one in row.values] for row in found.understood}
    assert rows["You in one line"] == ["to be deleted"]


def test_name_cannot_be_deleted() -> None:
    found = sent(update_my_entry, {"confirm": "changed", "name": "-"}, "leo-from-vinci")

    assert [told(problem) for problem in found.problems] == [
        "Name: it is needed, and nothing was answered - Fill it in."
    ]


def test_languages_change_by_the_list_that_was_filled_in() -> None:
    changes = {
        PATH: FILES[PATH].replace(
            "{it: native}", "{it: native, la: working, fr: basic, de: fluent}"
        )
    }

    fluent = sent(update_my_entry, {"fluent": ("it", "la")}, "leo-from-vinci", changes)
    working = sent(update_my_entry, {"working": ("fr",)}, "leo-from-vinci", changes)
    both = sent(
        update_my_entry,
        {"fluent": ("en",), "working": ("it",), "other-languages": ("la",)},
        "leo-from-vinci",
        changes,
    )

    assert after(fluent, changes).people[LEONARDO].languages == {
        "it": "native", "la": "fluent", "fr": "basic",
    }  # fmt: skip
    assert after(working, changes).people[LEONARDO].languages == {
        "it": "native", "fr": "working", "de": "fluent",
    }  # fmt: skip
    assert after(both, changes).people[LEONARDO].languages == {
        "it": "working", "la": "working", "en": "fluent",
    }  # fmt: skip


def test_skills_that_are_named_no_more_go() -> None:
    found = sent(update_my_entry, {"seeks-1": ("drawing",), "seeks-2": ()}, "leo-from-vinci")

    assert [wish.skill for wish in after(found).people[LEONARDO].seeks] == ["drawing"]


def test_place_goes_when_it_is_chosen_anew() -> None:
    found = sent(update_my_entry, {"timezone": "Europe/Paris"}, "leo-from-vinci")

    assert after(found).people[LEONARDO].timezone == "Europe/Paris"


def test_entry_of_somebody_else_is_never_changed() -> None:
    for author in ("leonardo", "Leonardo", "leo-from-vinci-", "verrocchio"):
        found = sent(update_my_entry, {"confirm": "changed", "headline": "Mine"}, author)

        assert PATH not in found.files


def test_wrong_values_are_told_by_their_fields() -> None:
    answers: Given = {"confirm": "changed", "hours": "many", "values": ("courage",) * 4}

    found = sent(update_my_entry, answers, "leo-from-vinci")

    assert [told(problem) for problem in found.problems] == [
        (
            'Hours a month you have for it: "many" is not a whole number - Write digits only, for '
            "example 3."
        ),
        "What matters to you?: more than 3 are chosen - Choose those that matter most.",
    ]
