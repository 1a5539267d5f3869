from collections.abc import Mapping
from datetime import date

import pytest

from telemaco.model.attendance import held_with, sessions_with, was_never_there
from telemaco.model.community import Community
from telemaco.model.recognition import awards_of
from telemaco.records.base import PersonId
from tests.progress.atelier import HELD, PAIR, PROGRAM, atelier, person

BOTTICELLI, LEONARDO = PersonId("botticelli"), PersonId("leonardo")
MEMBERS = """\
members:
  - {person: verrocchio, role: mentor}
  - {person: leonardo, role: mentee}
  - {person: botticelli, role: mentee%s}
status: completed
start: 2027-01-04
end: 2027-07-31
"""
GIVES = PROGRAM + "completion: {minimum_sessions: 2, certificate: true}\n"
DAYS: tuple[str, ...] = ("2027-02-01", "2027-03-01", "2027-04-01", "2027-05-01")
BOTH = f"{HELD}\nattendance: {{leonardo: present, botticelli: present}}"
ONE = f"{HELD}\nattendance: {{leonardo: present}}"


def _group(times: str = "", rest: str = "", notes: Mapping[str, str] | None = None) -> Community:
    return atelier(
        notes or dict.fromkeys(DAYS, HELD),
        pair=MEMBERS % times,
        program=GIVES,
        more={"program/people/botticelli.yaml": person("mentee", rest=rest)},
    )


def _days(community: Community) -> list[str]:
    return [one.day.isoformat() for one in sessions_with(community, PAIR, BOTTICELLI)]


@pytest.mark.parametrize(
    ("times", "days"),
    [
        ("", DAYS),
        (", from: 2027-05-01", DAYS[3:]),
        (", until: 2027-03-01", DAYS[:2]),
        (", from: 2027-02-02, until: 2027-04-30", DAYS[1:3]),
    ],
)
def test_session_counts_for_who_belonged_to_the_group_on_its_day(
    times: str, days: tuple[str, ...]
) -> None:
    assert _days(_group(times)) == list(days)


def test_who_joined_for_the_last_session_earned_no_certificate() -> None:
    found = awards_of(_group(", from: 2027-05-01"), PAIR)

    assert [(one.person, one.sessions) for one in found] == [("verrocchio", 4), ("leonardo", 4)]


def test_who_joined_after_the_last_session_came_to_none() -> None:
    community = _group(", from: 2027-06-01")

    assert was_never_there(community, PAIR, BOTTICELLI, date(2027, 7, 31))
    assert not was_never_there(community, PAIR, LEONARDO, date(2027, 7, 31))


def test_who_rests_was_away_unless_the_note_names_them() -> None:
    notes = dict(zip(DAYS, (BOTH, ONE, ONE, ONE), strict=True))
    late = {**notes, "2027-03-15": BOTH}

    assert _days(_group("", "paused_until: 2027-05-01\n", notes)) == [DAYS[0], DAYS[3]]
    assert _days(_group("", "paused_until: 2027-05-01\n", late)) == [
        DAYS[0], DAYS[1], "2027-03-15", DAYS[3],
    ]  # fmt: skip
    assert len(held_with(_group("", "paused_until: 2027-05-01\n", notes), PAIR, BOTTICELLI)) == 4


def test_break_that_began_before_any_note_named_them_takes_no_session_away() -> None:
    assert _days(_group("", "paused_until: 2027-05-01\n", dict.fromkeys(DAYS, ONE))) == list(DAYS)


def test_session_that_names_nobody_counts_for_who_rests() -> None:
    notes = dict(zip(DAYS, (BOTH, HELD, ONE, BOTH), strict=True))

    assert _days(_group("", "paused_until: 2027-05-01\n", notes)) == [DAYS[0], DAYS[1], DAYS[3]]
