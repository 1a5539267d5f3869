from collections.abc import Mapping

import pytest

from telemaco.forms.joining import join_as_mentee, join_as_mentor, join_as_peer
from telemaco.records.base import PersonId
from tests.submissions.workshop import FILES, PERSON, after, said, sent, told

MENTOR: Mapping[str, str | tuple[str, ...]] = {
    "program": "workshop",
    "name": "Sofonisba Anguissola",
    "headline": "Portrait painter from Cremona",
    "timezone": "Europe/Rome",
    "fluent": ("it",),
    "working": ("en",),
    "availability": ("mon 18:00 21:00", "wed 18:00 21:00", "sat 09:00 12:00"),
    "offers-1": ("drawing",),
    "offers-2": ("geometry",),
    "capacity": "2",
    "hours": "4",
    "values": ("patience",),
    "structure": "4",
    "publish": ("name", "offers"),
    "consent": ("public", "conduct"),
}

MENTEE: Mapping[str, str | tuple[str, ...]] = {
    "program": "workshop",
    "name": "Raffaello",
    "timezone": "Europe/Rome",
    "fluent": ("it",),
    "seeks-1": ("perspective",),
    "goal": "To paint a school.",
    "prefers": ("verrocchio",),
    "publish": ("name",),
    "consent": ("public", "conduct"),
}


PEER: Mapping[str, str | tuple[str, ...]] = {
    "program": "conversations",
    "name": "Isotta Nogarola",
    "timezone": "Europe/Rome",
    "fluent": ("it",),
    "availability": ("wed 18:00 21:00",),
    "seeks-1": ("perspective",),
    "goal": "To write a dialogue.",
    "offers-2": ("geometry",),
    "prefers": ("botticelli",),
    "publish": ("name", "goals"),
    "consent": ("public", "conduct"),
}


def test_newcomer_gets_a_file_of_their_own() -> None:
    found = sent(join_as_mentor, MENTOR, "Sofonisba")

    assert found.files.keys() == {"program/people/sofonisba.yaml"}
    assert found.problems == ()
    assert found.files["program/people/sofonisba.yaml"].decode() == (
        "# yaml-language-server: $schema=../../docs/schema/person.json\n"
        "name: Sofonisba Anguissola\n"
        "github: Sofonisba\n"
        "timezone: Europe/Rome\n"
        "languages:\n"
        "  it: fluent\n"
        "  en: working\n"
        "headline: Portrait painter from Cremona\n"
        "availability:\n"
        "  - days:\n"
        "      - mon\n"
        "      - wed\n"
        "    from: 18:00\n"
        "    to: 21:00\n"
        "  - days:\n"
        "      - sat\n"
        "    from: 09:00\n"
        "    to: 12:00\n"
        "hours_per_month: 4\n"
        "offers:\n"
        "  - skill: drawing\n"
        "  - skill: geometry\n"
        "approach:\n"
        "  structure: 4\n"
        "values:\n"
        "  - patience\n"
        "enrolments:\n"
        "  - program: workshop\n"
        "    role: mentor\n"
        "    status: applied\n"
        "    capacity: 2\n"
        "    since: 2027-02-17\n"
        "consent:\n"
        "  text: form-1\n"
        "  on: 2027-02-17\n"
        "  publish:\n"
        "    - name\n"
        "    - offers\n"
        "confirmed: 2027-02-17\n"
    )
    after(found)


def test_what_was_understood_is_told_in_the_words_of_the_form() -> None:
    found = sent(join_as_mentor, MENTOR, "Sofonisba")

    rows = {
        said(row.label, "it"): [said(one, "it") for one in row.values] for row in found.understood
    }
    assert rows["Programma in cui saresti mentor"] == ["Un anno in bottega"]
    assert rows["Lingue che parli bene"] == ["italiano"]
    assert "Accetti?" not in rows


def test_title_names_people_and_programs_by_their_ids() -> None:
    found = sent(join_as_mentor, {**MENTOR, "name": "`rm -rf /`"}, "Sofonisba")

    assert said(found.title) == "sofonisba joins workshop as a mentor"


def test_mentee_says_what_they_seek_and_whom_they_would_like() -> None:
    found = sent(join_as_mentee, MENTEE, "Raffaello")

    person = after(found).people[PersonId("raffaello")]
    assert [wish.skill for wish in person.seeks] == ["perspective"]
    assert [goal.statement for goal in person.goals] == ["To paint a school."]
    assert person.enrolments[0].prefers == ("verrocchio",)
    assert person.enrolments[0].role == "mentee"
    assert found.tell == ()


def test_peer_of_a_circle_says_what_they_would_work_on() -> None:
    found = sent(join_as_peer, PEER, "isotta")

    assert found.problems == ()
    assert said(found.title) == "isotta joins conversations as a peer"
    assert found.files["program/people/isotta.yaml"].decode() == (
        "# yaml-language-server: $schema=../../docs/schema/person.json\n"
        "name: Isotta Nogarola\n"
        "github: isotta\n"
        "timezone: Europe/Rome\n"
        "languages:\n"
        "  it: fluent\n"
        "availability:\n"
        "  - days:\n"
        "      - wed\n"
        "    from: 18:00\n"
        "    to: 21:00\n"
        "offers:\n"
        "  - skill: geometry\n"
        "seeks:\n"
        "  - skill: perspective\n"
        "goals:\n"
        "  - statement: To write a dialogue.\n"
        "enrolments:\n"
        "  - program: conversations\n"
        "    role: peer\n"
        "    status: applied\n"
        "    prefers:\n"
        "      - botticelli\n"
        "    since: 2027-02-17\n"
        "consent:\n"
        "  text: form-1\n"
        "  on: 2027-02-17\n"
        "  publish:\n"
        "    - name\n"
        "    - goals\n"
        "confirmed: 2027-02-17\n"
    )
    after(found)


def test_mentee_becomes_a_peer_as_well_and_only_once() -> None:
    first = sent(join_as_peer, PEER, "leo-from-vinci")

    [path] = first.files
    person = after(first).people[PersonId("leonardo")]
    assert [(one.program, one.role) for one in person.enrolments] == [
        ("workshop", "mentee"),
        ("conversations", "peer"),
    ]
    again = sent(join_as_peer, PEER, "leo-from-vinci", {path: first.files[path].decode()})
    assert [told(problem) for problem in again.problems] == [
        (
            "Circle that you would like to join: you take part in Conversations among equals as a "
            "peer already - To change your entry, use the form Change my entry."
        )
    ]


def test_zone_that_was_written_goes_before_the_one_that_was_chosen() -> None:
    found = sent(join_as_mentor, {**MENTOR, "other-timezone": "Asia/Samarkand"}, "Ulugh")

    assert after(found).people[PersonId("ulugh")].timezone == "Asia/Samarkand"


def test_newcomer_without_a_time_zone_is_asked_for_it() -> None:
    answers = {field: answer for field, answer in MENTOR.items() if field != "timezone"}

    found = sent(join_as_mentor, answers, "Sofonisba")

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == [
        "Time zone: it is needed, and nothing was answered - Fill it in."
    ]


def test_second_program_becomes_a_second_place_in_the_same_file() -> None:
    answers = {**MENTOR, "program": "evenings", "headline": "Not to be taken", "hours": "4"}

    found = sent(join_as_mentor, answers, "VERROCCHIO")

    assert found.files.keys() == {PERSON.format("verrocchio")}
    person = after(found).people[PersonId("verrocchio")]
    assert [(one.program, one.status) for one in person.enrolments] == [
        ("workshop", "matched"),
        ("evenings", "applied"),
    ]
    assert [offer.skill for offer in person.offers] == ["drawing", "geometry"]
    assert person.name == "Andrea del Verrocchio"
    assert person.headline == "Not to be taken"
    assert person.hours_per_month == 4
    assert person.consent.publish == ("name", "offers")
    assert [told(one) for one in found.advice] == [
        (
            "you have an entry already, and what it says of you stays as it is - "
            "To change it, use the form Change my entry."
        )
    ]


def test_entry_of_somebody_known_keeps_its_comments_and_order() -> None:
    answers = {**MENTEE, "program": "evenings", "seeks-1": ("perspective",)}

    text = sent(join_as_mentee, answers, "leo-from-vinci").files[PERSON.format("leonardo")].decode()

    assert text.startswith("# Written by Leonardo himself, with the left hand.\nname: Leonardo\n")
    assert "headline: {en: Apprentice, it: Apprendista} # for now\n" in text
    assert "  - {skill: perspective} # since 1466\n" in text


def test_nobody_has_the_same_place_twice() -> None:
    found = sent(join_as_mentor, MENTOR, "verrocchio")

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == [
        (
            "Program in which you would be a mentor: you take part in The year in the workshop "
            "as a "
            "mentor already - To change your entry, use the form Change my entry."
        )
    ]


@pytest.mark.parametrize("status", ["withdrawn, until: 2027-02-01", "declined", "completed"])
def test_somebody_who_left_can_apply_again(status: str) -> None:
    path = PERSON.format("botticelli")
    changes = {path: FILES[path].replace("status: accepted", f"status: {status}")}

    found = sent(join_as_mentor, MENTOR, "sandro", changes)

    [enrolment] = after(found, changes).people[PersonId("botticelli")].enrolments
    assert (enrolment.status, enrolment.until, enrolment.capacity) == ("applied", None, 2)


def test_program_that_is_gone_is_told_by_its_field() -> None:
    found = sent(join_as_mentor, {**MENTOR, "program": "bottega"}, "Sofonisba")

    assert [told(problem) for problem in found.problems] == [
        (
            'Program in which you would be a mentor: there is no program "bottega" - The list has '
            "changed since. Open the form again and choose from it."
        )
    ]


def test_material_is_the_place_and_not_the_words() -> None:
    first = sent(join_as_mentor, MENTOR, "Sofonisba").material

    assert sent(join_as_mentor, {**MENTOR, "headline": "Another"}, "Sofonisba").material == first
    assert sent(join_as_mentor, {**MENTOR, "program": "evenings"}, "Sofonisba").material != first
    assert sent(join_as_mentee, MENTEE, "Sofonisba").material != first


def test_mistakes_are_told_by_the_fields_all_in_one_run() -> None:
    answers = {
        **MENTOR,
        "hours": "four",
        "experience": "1000",
        "bio": "Write to me: sofonisba@example.org",
        "values": ("patience", "courage", "growth", "honesty"),
        "headline": "A line\u202e with a twist",
        "publish": ("offers",),
    }

    found = sent(join_as_mentor, answers, "Sofonisba")

    assert found.files == {}
    assert [told(problem) for problem in found.problems] == [
        (
            "You in one line: there is an invisible character (U+202E) that can make text read "
            "differently from what it says - Delete it: type the words around it again."
        ),
        (
            "More about you: this looks like an e-mail address, which everybody could read here - "
            "Edit the form above and delete it. Earlier versions of the form can still be "
            "read: to have them deleted, too, ask a coordinator."
        ),
        (
            'Hours a month you have for it: "four" is not a whole number - Write digits only, for '
            "example 3."
        ),
        (
            'Years of experience in the field: "1000" is not from 0 to 80 - Write a whole number '
            "from 0 to 80."
        ),
        "What matters to you?: more than 3 are chosen - Choose those that matter most.",
    ]
    shown = [said(value) for row in found.understood for value in row.values]
    assert not any("@" in value or "\u202e" in value for value in shown)


def test_mentee_has_the_same_place_only_once() -> None:
    found = sent(join_as_mentee, MENTEE, "leo-from-vinci")

    assert [told(problem) for problem in found.problems] == [
        (
            "Program in which you would be a mentee: you take part in The year in the workshop as "
            "a mentee already - To change your entry, use the form Change my entry."
        )
    ]


def test_what_is_no_option_is_told_with_the_options() -> None:
    found = sent(join_as_mentor, {**MENTOR, "values": ("greed",)}, "Sofonisba")

    assert [told(problem) for problem in found.problems] == [
        (
            'What matters to you?: "greed" is not one of the options - [curiosity; honesty; '
            "patience; courage; kindness; fairness; independence; excellence; playfulness; "
            "service; tradition; growth] - Choose one of them."
        )
    ]


def test_half_a_character_is_refused() -> None:
    found = sent(join_as_mentor, {**MENTOR, "headline": "a \ud83d b"}, "Sofonisba")

    assert [told(problem) for problem in found.problems] == [
        (
            "You in one line: there is a character that cannot be kept in a file - Delete it: "
            "type the words around it again."
        )
    ]


def test_somebody_known_who_ticks_nothing_keeps_what_the_site_may_show() -> None:
    answers = {**MENTOR, "program": "evenings", "publish": ()}

    found = sent(join_as_mentor, answers, "verrocchio")

    consent = after(found).people[PersonId("verrocchio")].consent
    assert (consent.text, consent.publish) == ("v1", ("name", "offers"))


def test_somebody_known_is_told_when_the_site_shows_something_else_than_before() -> None:
    answers = {**MENTOR, "program": "evenings", "publish": ("name",)}

    found = sent(join_as_mentor, answers, "verrocchio")

    assert after(found).people[PersonId("verrocchio")].consent.publish == ("name",)
    assert told(found.advice[-1]) == (
        "What may the site show?: this takes the place of what you allowed before"
    )


def test_nobody_is_named_by_a_name_that_the_site_may_not_show() -> None:
    found = sent(join_as_mentee, {**MENTEE, "prefers": ("filippino", "botticelli")}, "Raffaello")

    rows = {said(row.label): [said(one) for one in row.values] for row in found.understood}
    assert rows["Is there a mentor whom you would like?"] == ["filippino", "Sandro Botticelli"]
