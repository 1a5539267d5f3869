import re
from dataclasses import replace
from datetime import date

import pytest

from telemaco.render.pages.coordinators_page import coordinators_page
from tests.fakes import SETTINGS
from tests.render.pages.workshop import PAIR, PROGRAM, PUPIL, edition, without

ALL = {"program/community.yaml": SETTINGS + "privacy: {small_group: 2}\n"}


def _numbers(changes: dict[str, str]) -> list[str]:
    body = coordinators_page(edition(changes)).body
    return [" ".join(cell.split()) for cell in re.findall(r"<dd>(.*?)</dd>", body, re.DOTALL)]


def _unpaired(since: str) -> dict[str, str]:
    """Two pupils wait for a partner."""
    waiting = without(PUPIL, "status: matched", f"status: waiting{since}")
    return waiting | {"program/people/perugino.yaml": waiting[PUPIL], PAIR: ""}


def test_who_waits_is_counted_with_the_longest_wait() -> None:
    assert _numbers(ALL | _unpaired(", since: 2027-02-03")) == ["2", "40 days", "0", "0"]
    assert _numbers(ALL | _unpaired("")) == ["2", "0", "0"]


def test_number_of_few_people_is_not_told() -> None:
    assert _numbers(_unpaired(", since: 2027-02-03")) == ["few", "0", "0"]


@pytest.mark.parametrize(
    ("kind", "awaited"),
    [("one-to-one", "a partner"), ("group", "a group"), ("peer-circle", "a circle")],
)
def test_people_wait_for_what_there_is_in_the_program(kind: str, awaited: str) -> None:
    program = without(PROGRAM, "kind: one-to-one", f"kind: {kind}")

    assert f"People without {awaited}<" in coordinators_page(edition(program)).body


def test_proposals_and_silent_pairs_are_counted_and_not_named() -> None:
    proposed = without(PAIR, "status: active", "status: proposed")

    assert _numbers(ALL | proposed)[1:] == ["1", "0"]
    assert _numbers(proposed)[1:] == ["few", "0"]
    silent = ALL | {"pairs/bottega/verrocchio-leonardo/2027-03-01.md": ""}
    assert _numbers(silent)[1:] == ["0", "1"]
    assert "Leonardo" not in coordinators_page(edition(silent)).body


def test_pairs_that_end_soon_or_should_have_ended_are_listed() -> None:
    soon = without(PAIR, "expected_end: 2027-12-20", "expected_end: 2027-04-14")
    past = without(PAIR, "expected_end: 2027-12-20", "expected_end: 2027-03-14")

    assert "Ends soon" in coordinators_page(edition(soon)).body
    assert "Past its end" in coordinators_page(edition(past)).body
    assert "ends within 30 days" in coordinators_page(edition()).body
    assert "Ends soon" not in coordinators_page(edition(soon | {PROGRAM: ""})).body


def test_long_list_is_cut_and_the_rest_is_counted() -> None:
    soon = without(PAIR, "expected_end: 2027-12-20", "expected_end: 2027-04-14")[PAIR]

    many = coordinators_page(edition({f"pairs/bottega/p{n}/pair.yaml": soon for n in range(102)}))

    assert many.body.count("Ends soon") == 100
    assert "and 2 more" in many.body


def test_page_without_a_program_says_so_and_tells_of_the_reminders() -> None:
    bare = replace(edition({PROGRAM: "", PAIR: ""}), reminders_ran=date(2027, 3, 14))

    body = coordinators_page(bare).body

    assert "No program is under way." in body
    assert "The reminders last ran on 14 March 2027." in body


def test_who_has_a_place_in_a_program_that_is_over_is_counted_and_not_named() -> None:
    over = without(PROGRAM, "status: running", "status: completed") | {PAIR: ""}

    assert "few people" in coordinators_page(edition(over)).body
    body = coordinators_page(edition(ALL | over)).body
    assert "</a>: 2 people" in body
    assert "Leonardo" not in body
