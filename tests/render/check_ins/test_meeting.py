from dataclasses import replace
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.model.community import Community
from telemaco.records.base import Language
from telemaco.render.check_ins.meeting import meeting_lines
from telemaco.render.check_ins.voice import voice_of
from tests.fakes import SETTINGS
from tests.progress.atelier import PAIR, atelier, person

DAY = date(2027, 2, 1)
ENGLISH = voice_of(Catalog("en"), (Language("en"),))
PLANNED = {"2027-02-08": "status: planned\nstarts: 18:00 Europe/Rome\nminutes: 60"}
SITE = {"program/community.yaml": SETTINGS + "url: https://atelier.example.org/\n"}


def _open(role: str) -> str:
    return person(role, rest="confirmed: 2027-01-01\n").replace("[name]", "[name, timezone, pairs]")


def _community(more: dict[str, str]) -> Community:
    people = {
        "program/people/verrocchio.yaml": _open("mentor"),
        "program/people/leonardo.yaml": _open("mentee").replace("Europe/Rome", "Europe/London"),
    }
    return atelier(PLANNED, more={**people, **more})


@pytest.mark.parametrize(("more", "has_calendar"), [({}, False), (SITE, True)])
def test_next_session_is_told_by_every_published_clock(
    more: dict[str, str], *, has_calendar: bool
) -> None:
    line = next(meeting_lines(_community(more), PAIR, DAY, ENGLISH))

    assert line.startswith("Next session: 8 February 2027, ")
    assert "in Rome" in line
    assert "in London" in line
    assert ("calendar.ics" in line) is has_calendar


def test_without_a_time_of_day_there_is_nothing_to_tell() -> None:
    community = replace(_community({}), sessions={})

    assert next(meeting_lines(community, PAIR, DAY, ENGLISH)) == ""
