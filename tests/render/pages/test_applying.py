from dataclasses import replace

import pytest

from telemaco.messages import msg
from telemaco.records.base import ProgramId
from telemaco.render.pages.applying import (
    Door,
    days_left,
    doors,
    state_of_applications,
    takes_applications,
)
from tests.fakes import SETTINGS
from tests.render.pages.workshop import PROGRAM, TODAY, edition, without

OPEN = "Applications are open"
BOTTEGA = ProgramId("bottega")
FORGE = {"program/community.yaml": SETTINGS + "forge: {kind: github, repository: acme/workshop}\n"}


def test_forms_are_the_doors_in_the_language_of_the_page_where_there_is_a_forge() -> None:
    forms = "https://github.com/acme/workshop/issues/new?template="

    assert [door.page for door in doors(edition(FORGE), [BOTTEGA])] == [
        f"{forms}join-as-mentee.yml", f"{forms}join-as-mentor.yml"
    ]  # fmt: skip
    assert doors(edition(FORGE, "it"), [BOTTEGA])[0].page == f"{forms}join-as-mentee-it.yml"


def test_door_of_a_circle_is_the_form_for_peers() -> None:
    forms = "https://github.com/acme/workshop/issues/new?template="
    circle = without(PROGRAM, "kind: one-to-one", "kind: peer-circle") | FORGE

    assert [door.page for door in doors(edition(circle), [BOTTEGA])] == [
        f"{forms}join-as-peer.yml"
    ]  # fmt: skip


def test_nothing_to_join_has_no_door() -> None:
    assert doors(edition(FORGE), []) == ()


@pytest.mark.parametrize(
    ("handbook", "door"),
    [
        ({"handbook/", "handbook/join/"}, Door(msg("Join"), "handbook/join/")),
        ({"handbook/"}, Door(msg("Join"), "handbook/")),
        (set(), Door(msg("Ask how to join"), "#contact")),
    ],
)
def test_without_a_forge_the_handbook_is_the_door_and_else_the_contact(
    handbook: set[str], door: Door
) -> None:
    assert doors(replace(edition(), handbook=frozenset(handbook)), [BOTTEGA]) == (door,)


@pytest.mark.parametrize(
    ("status", "dates", "said"),
    [
        ("open", "applications_close: 2027-03-15,", f"{OPEN} until 15 March 2027: the last day."),
        ("open", "applications_close: 2027-03-16,", f"{OPEN} until 16 March 2027: 1 day left."),
        ("open", "applications_open: 2027-03-16,", "Applications open on 16 March 2027."),
        ("open", "applications_close: 2027-03-14,", "Applications closed on 14 March 2027."),
        ("matching", "applications_close: 2027-03-14,", "Applications closed on 14 March 2027."),
        ("matching", "applications_close: 2027-04-14,", "Nobody can apply with a form at present."),
        ("running", "", "One can join at any time."),
        ("closing", "", "Nobody can apply with a form at present."),
    ],
)  # fmt: skip
def test_it_is_said_whether_one_can_apply(status: str, dates: str, said: str) -> None:
    changed = without(PROGRAM, "applications_open: 2026-11-01,", dates)
    changed[PROGRAM] = changed[PROGRAM].replace("status: running", f"status: {status}")

    assert str(state_of_applications(edition(changed), BOTTEGA)) == said


def test_nobody_joins_after_the_last_day() -> None:
    ended = edition(without(PROGRAM, "end: 2027-12-20", "end: 2027-03-14"))

    assert not takes_applications(ended, BOTTEGA)


def test_days_left_are_counted() -> None:
    assert str(days_left(edition(), TODAY)) == "the last day"
