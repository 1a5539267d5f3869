from dataclasses import replace

from telemaco.render.pages.addresses import HANDBOOK
from telemaco.render.pages.asking import Asking, asking
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.people_pages import person_page
from tests.fakes import SETTINGS
from tests.render.pages.workshop import MASTER, PROGRAM, WORKSHOP, edition, without

_OPEN = without(PROGRAM, "status: running", "status: open")
_PAST = without(PROGRAM, "applications_open: 2026-11-01", "applications_close: 2026-11-01")
_FORGE = {
    "program/community.yaml": f"{SETTINGS}forge: {{kind: github, repository: cosimo/workshop}}\n"
}


def _asking(site: Edition) -> Asking:
    (mentor,) = site.mentors.values()
    return asking(site, mentor)


def test_the_door_is_the_form_for_mentees_where_there_is_a_forge() -> None:
    found = _asking(edition(_OPEN | _FORGE, "it"))

    assert found.door
    assert found.door.is_outside
    assert "join-as-mentee-it.yml" in found.door.page


def test_without_a_forge_it_is_a_page_of_the_handbook() -> None:
    site = edition(_OPEN)
    site = replace(site, handbook=frozenset({HANDBOOK, f"{HANDBOOK}join/", f"{HANDBOOK}mentees/"}))

    found = _asking(site)

    assert found.door
    assert found.door.page == "handbook/join/"
    assert found.guide == "handbook/mentees/"


def test_there_is_no_door_while_nobody_can_apply_but_it_is_said() -> None:
    site = edition(_PAST)

    found = _asking(site)

    assert (found.door, found.guide) == (None, "")
    assert site.words(found.places[0].state) == "Applications closed on 1 November 2026."


def test_nobody_is_said_to_have_room_while_nobody_can_apply() -> None:
    site = edition(_PAST)

    body = person_page(site, next(iter(site.mentors))).body

    assert _asking(site).has_room is None
    assert "At present nobody can apply to be mentored by Andrea del Verrocchio." in body
    assert "room" not in body.lower()
    assert '<a href="../../#contact">Ask us' in body


def test_who_can_be_asked_in_no_program_is_sent_on_to_those_that_take_people() -> None:
    site = edition(_PAST | {"program/programs/piazza.yaml": WORKSHOP[PROGRAM]})

    body = person_page(site, next(iter(site.mentors))).body

    assert "Other programs take people now" in body


def test_room_counts_only_in_programs_that_one_can_apply_for() -> None:
    closed = WORKSHOP[PROGRAM].replace(
        "applications_open: 2026-11-01", "applications_close: 2026-11-01"
    )
    both = without(
        MASTER,
        "capacity: 2}]",
        "capacity: 1}, {program: past, role: mentor, status: matched, capacity: 3}]",
    )

    found = _asking(edition(both | {"program/programs/past.yaml": closed}))

    assert [place.room for place in found.places] == [0, None]
    assert found.has_room is False


def test_where_there_is_room_is_told_by_program() -> None:
    assert _asking(edition()).has_room
    assert _asking(edition(without(MASTER, "capacity: 2", "capacity: 1"))).has_room is False


def test_room_is_not_told_of_who_does_not_publish_pairs_but_how_to_ask_is() -> None:
    site = edition(_OPEN | without(MASTER, "values, pairs]", "values]"))

    body = person_page(site, next(iter(site.mentors))).body

    assert _asking(site).has_room is None
    assert "room" not in body.lower()
    assert "You do not write to a mentor directly" in body
