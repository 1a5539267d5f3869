from datetime import date

import pytest

from telemaco.rules import DatedRule, judge
from telemaco.rules.future import days_of_pairs, days_of_people, days_of_sessions
from tests.rules.workshop import (
    LEONARDO,
    NOTE,
    PAIR,
    PROGRAM,
    SETTINGS,
    UNREADABLE,
    edited,
    extended,
    noted,
    workshop,
)

_TODAY = date(2027, 3, 1)
_NOWHERE: dict[str, str] = {}


def told(rule: DatedRule, *changes: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (found.code, found.location.path, ".".join(map(str, found.location.route)))
        for found in rule(workshop(*changes), _TODAY)
    ]


def test_people_agreed_confirmed_and_were_trained_by_today() -> None:
    later = edited(LEONARDO, ("on: 2026-12-01", "on: 2027-03-02"))
    more = "confirmed: {day}\ntrained: [{{module: a, on: 2027-03-01}}, {{module: b, on: {day}}}]\n"
    later[LEONARDO] += more.format(day="2027-03-02")

    assert told(days_of_people, later) == [
        ("after-today", LEONARDO, "consent.on"),
        ("after-today", LEONARDO, "confirmed"),
        ("after-today", LEONARDO, "trained.1.on"),
    ]
    assert not told(days_of_people, extended(LEONARDO, more.format(day="2027-03-01")))


def test_what_a_pair_did_it_did_by_today() -> None:
    def done(day: str) -> dict[str, str]:
        changes = edited(
            PAIR,
            ("{id: angel,", f"{{id: angel, ratings: [{{on: {day}, by: leonardo, level: 1}}],"),
            ("role: mentee", f"role: mentee, confirmed: {day}"),
        )
        changes[PAIR] += f"milestones: [{{id: m, done_on: {day}}}]\n"
        changes[PAIR] += f"agreement: {{version: v1, accepted: {{leonardo: {day}}}}}\n"
        changes[PAIR] += f"closing: {{on: {day}}}\n"
        return changes

    assert told(days_of_pairs, done("2027-03-02")) == [
        ("after-today", PAIR, "members.1.confirmed"),
        ("after-today", PAIR, "goals.0.ratings.0.on"),
        ("after-today", PAIR, "milestones.0.done_on"),
        ("after-today", PAIR, "agreement.accepted.leonardo"),
        ("after-today", PAIR, "closing.on"),
    ]
    assert not told(days_of_pairs, done("2027-03-01"))
    assert not told(days_of_pairs, done("2072-03-01"))


@pytest.mark.parametrize(
    "changes", [_NOWHERE, {PAIR: UNREADABLE}, edited(PROGRAM, (", end: 2027-12-31", ""))]
)
def test_sessions_were_held_by_today(changes: dict[str, str]) -> None:
    late = NOTE.replace("2027-02-03", "2027-03-02")
    held = "---\nstatus: held\n---\n"

    assert told(days_of_sessions, changes, {late: held}) == [("held-in-future", late, "status")]
    assert not told(days_of_sessions, changes, {late: held.replace("held", "planned")})


def test_actions_were_done_by_today() -> None:
    def done(day: str) -> dict[str, str]:
        return noted(f"actions: [{{id: a, text: A}}, {{id: b, text: B, done_on: {day}}}]\n")

    assert told(days_of_sessions, done("2027-03-02")) == [
        ("after-today", NOTE, "actions.1.done_on")
    ]
    assert not told(days_of_sessions, done("2027-03-01"))


def test_named_date_goes_before_the_frozen_one() -> None:
    def codes(community_today: str, today: date | None) -> list[str]:
        frozen = extended(SETTINGS, community_today)
        return [found.code for found in judge(workshop(frozen), today)]

    assert codes("", None) == []
    assert codes("", _TODAY) == []
    assert codes("today: 2027-02-02\n", None) == ["held-in-future"]
    assert codes("today: 2027-02-02\n", _TODAY) == []
    assert codes("today: 2027-03-01\n", date(2027, 2, 2)) == ["held-in-future"]
    assert codes("", date(2027, 2, 2)) == ["held-in-future"]
