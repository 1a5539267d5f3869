"""Lists of pairs do not tell by their order how the folders of nameless pairs are called."""

from datetime import date

from telemaco.records.base import PersonId, ProgramId
from telemaco.render.pages.addresses import pair_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.notes import latest_notes
from telemaco.render.pages.pair_pages import program_pairs_pages
from telemaco.render.pages.people_pages import person_page
from telemaco.render.pages.upcoming import coming_meetings
from telemaco.render.pages.voices import voices
from tests.render.pages.workshop import NOTE, PAIR, WORKSHOP, edition

BOTTEGA = ProgramId("bottega")
MASTERS = ("aldo", "bice", "carlo", "dino", "elsa", "filippo", "gino", "ida")
NAMED = "zz-verrocchio-leonardo"


def _many(status: str = "active", more: str = "") -> Edition:
    """Pairs of people who are not named, and one of people who are, last by its folder."""
    files = {PAIR: "", NOTE: "", f"pairs/bottega/{NAMED}/pair.yaml": WORKSHOP[PAIR] + more}
    for name in MASTERS:
        folder = f"pairs/bottega/{name}-verrocchio"
        files[f"program/people/{name}.yaml"] = (
            f"name: {name.title()}\ntimezone: Europe/Rome\nlanguages: {{it: native}}\n"
            "enrolments: [{program: bottega, role: mentee, status: matched}]\n"
            "consent: {text: v1, on: 2027-01-01, publish: [pairs]}\n"
        )
        files[f"{folder}/pair.yaml"] = (
            f"members: [{{person: verrocchio, role: mentor}}, {{person: {name}, role: mentee}}]\n"
            f"status: {status}\nstart: 2027-01-15\n{more}"
        )
        files[f"{folder}/2027-03-01.md"] = WORKSHOP[NOTE]
    return edition(files)


def test_nameless_pairs_of_one_day_come_after_the_named_by_their_code() -> None:
    many = _many()

    found = [pair_address(many.community, pair) for pair in many.public_pairs(BOTTEGA)]

    assert found[0] == f"pairs/bottega/{NAMED}/"
    assert len(found) == 1 + len(MASTERS)
    assert found[1:] == sorted(found[1:])
    (page,) = program_pairs_pages(many, BOTTEGA)
    places = [page.body.index(address) for address in found]
    assert places == sorted(places)


def test_coming_meetings_of_one_day_go_by_the_code() -> None:
    many = _many()

    pairs = [pair for day, pair in coming_meetings(many, [BOTTEGA]) if day == date(2027, 3, 22)]

    found = [pair_address(many.community, pair) for pair in pairs]
    assert len(found) == len(MASTERS)
    assert found == sorted(found)


def test_notes_of_one_day_go_by_the_code() -> None:
    many = _many()

    found = [pair_address(many.community, pair) for pair, _note in latest_notes(many, 9)]

    assert len(found) == len(MASTERS)
    assert found == sorted(found)


def test_closing_words_of_one_day_go_by_the_code() -> None:
    many = _many("completed", "closing: {on: 2027-03-01, reflection: We drew.}\n")

    found = [voice.page for voice in voices(many, 9)]

    assert len(found) == len(MASTERS)
    assert found == sorted(found)


def test_pairs_of_a_person_go_by_the_code() -> None:
    many = _many()

    body = person_page(many, PersonId("verrocchio")).body

    found = [pair_address(many.community, pair) for pair in many.public_pairs(BOTTEGA)]
    places = [body.index(address) for address in found]
    assert places == sorted(places)
