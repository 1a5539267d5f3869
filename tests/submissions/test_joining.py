from collections.abc import Mapping

import pytest

from telemaco.forms.joining import join_as_mentee, join_as_mentor
from telemaco.records.base import PersonId, ProgramId
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
