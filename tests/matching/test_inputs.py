"""What the matching depends on is in its inputs, and nothing else is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from telemaco.matching.inputs import PERSON_FACTS, PROGRAM_FACTS
from telemaco.matching.propose import propose
from telemaco.matching.result import Match
from telemaco.records.base import ProgramId
from telemaco.records.person import Person
from telemaco.records.program import Program
from tests.fakes import community
from tests.matching.test_waiting import receipt
from tests.matching.texts import pair, person, program

TODAY = date(2027, 2, 3)
PROGRAM = "program/programs/spring.yaml"
BACH = "program/people/bach.yaml"
FILES = {
    PROGRAM: program("series: lessons"),
    "program/skills.yaml": "- {id: fugue, label: Fugue}\n- {id: organ, label: Organ}\n",
    BACH: person("mentee", seeks=["fugue"]),
    "program/people/haydn.yaml": person("mentee", status="applied"),
    "program/people/reincken.yaml": person("mentor", offers=["fugue"], capacity=2),
}
UNSEEN_OF_PEOPLE = {
    "name": "name: Johann\n",
    "pronouns": "pronouns: he\n",
    "github": "github: bach\n",
    "bio": "bio: Wrote much.\n",
    "links": "links: [{label: Home, url: https://example.org}]\n",
    "trained": "trained: [{module: listening, on: 2027-01-01}]\n",
    "consent": "consent: {text: v2, on: 2027-01-02, publish: [name]}\n",
    "confirmed": "confirmed: 2027-01-15\n",
    "paused_until": "paused_until: 2027-01-15\n",
}
"""A line for every key of a person of which no pair depends, once the person takes part."""
UNSEEN_OF_PROGRAMS = {
    "title": "title: Summer\n",
    "summary": "summary: Other lessons.\n",
    "status": "status: matching\n",
    "style": "style: formal\n",
    "languages": "languages: [en]\n",
    "coordinators": "coordinators: [cosimo]\n",
    "objectives": "objectives: [{id: a, statement: A}]\n",
    "eligibility": "eligibility: {mentor: [I am here]}\n",
    "cadence": "cadence: {every: 1, unit: week}\n",
    "meeting": "meeting: {tool: jitsi}\n",
    "chat": "chat: {kind: zulip, url: https://example.org}\n",
    "milestones": "milestones: [{id: a, title: A, after_days: 3}]\n",
    "agendas": "agendas: [{session: last, agenda: closing}]\n",
    "reminders": "reminders: {grace_days: 4}\n",
    "evaluation": "evaluation: [{survey: midpoint, at: midpoint}]\n",
    "completion": "completion: {certificate: true}\n",
    "handbook": "handbook: participants\n",
}


def _match(*changes: Mapping[str, str]) -> Match:
    files: dict[str, str] = dict(FILES)
    for change in changes:
        files |= change
    return propose(community(files), ProgramId("spring"), TODAY, "spring")


def _with(path: str, line: str) -> dict[str, str]:
    """The file with a key set anew."""
    key = line.partition(":")[0]
    kept = [one for one in FILES[path].splitlines() if not one.startswith(f"{key}:")]
    return {path: "\n".join(kept) + f"\n{line}"}


def _result(found: Match) -> Any:  # noqa: ANN401 (whatever is compared)
    return [(proposal.members, proposal.score, proposal.shares) for proposal in found.proposals], [
        one.person for one in found.unmatched
    ]


def test_inputs_are_the_files_that_went_in() -> None:
    found = _match(
        {
            "pairs/spring/matches/2027-01-10.yaml": receipt("2027-01-10", "bach"),
            "pairs/spring/matches/2027-01-11.yaml": receipt("2027-01-11", "haydn"),
            "pairs/spring/reincken-haydn/pair.yaml": pair("reincken", "haydn"),
            "program/programs/autumn.yaml": program(),
            "pairs/autumn/cosimo-haydn/pair.yaml": pair("cosimo", "haydn"),
            "pairs/autumn/reincken-haydn/pair.yaml": pair("reincken", "haydn"),
        }
    )

    assert list(found.inputs) == [
        "pairs/autumn/reincken-haydn/pair.yaml",
        "pairs/spring/matches/2027-01-10.yaml",
        "pairs/spring/reincken-haydn/pair.yaml",
        BACH,
        "program/people/reincken.yaml",
        PROGRAM,
        "program/skills.yaml",
    ]


def test_every_key_is_either_looked_at_or_known_not_to_matter() -> None:
    assert set(Person.model_fields) == PERSON_FACTS | {"enrolments"} | UNSEEN_OF_PEOPLE.keys()
    assert set(Program.model_fields) == PROGRAM_FACTS | UNSEEN_OF_PROGRAMS.keys()


@pytest.mark.parametrize(
    ("path", "line"),
    [
        *((BACH, line) for line in UNSEEN_OF_PEOPLE.values()),
        *((PROGRAM, line) for line in UNSEEN_OF_PROGRAMS.values()),
    ],
)
def test_what_no_pair_depends_on_changes_neither_the_digest_nor_a_pair(
    path: str, line: str
) -> None:
    before, after = _match(), _match(_with(path, line))

    assert after.digest == before.digest
    assert _result(after) == _result(before)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (BACH, "timezone: Europe/Berlin\n"),
        (BACH, "goals: [{statement: Write a mass}]\n"),
        (
            BACH,
            "enrolments: [{program: spring, role: mentee, status: accepted, prefers: [haydn]}]\n",
        ),
        (
            BACH,
            "enrolments: [{program: spring, role: mentee, status: accepted, comes_first: true}]\n",
        ),
        (PROGRAM, "matching: {weights: {skills: low}}\n"),
        (PROGRAM, "capacity: {pairs: 3}\n"),
        (PROGRAM, "capacity: {co_mentors: 1}\n"),
    ],
)
def test_what_pairs_depend_on_changes_the_fingerprint_of_its_file_alone(
    path: str, line: str
) -> None:
    before, after = _match(), _match(_with(path, line))

    assert {one for one in before.inputs if before.inputs[one] != after.inputs[one]} == {path}
    assert after.digest != before.digest


def test_length_of_a_meeting_goes_in_where_groups_meet() -> None:
    group = _with(PROGRAM, "kind: group\n")
    longer = {PROGRAM: group[PROGRAM] + "cadence: {every: 1, unit: week, minutes: 90}\n"}

    before, after = _match(group), _match(longer)

    assert {one for one in before.inputs if before.inputs[one] != after.inputs[one]} == {PROGRAM}


def test_what_follows_from_a_matching_changes_no_fingerprint() -> None:
    taken = FILES["program/people/reincken.yaml"].replace("accepted", "matched")
    standing = "pairs/spring/reincken-haydn/pair.yaml"
    noted = pair("reincken", "haydn") + "title: The two\n"

    before = _match({standing: pair("reincken", "haydn", "proposed")})
    after = _match({standing: noted, "program/people/reincken.yaml": taken})

    assert after.inputs == before.inputs


def test_defaults_that_are_written_out_change_nothing() -> None:
    written = "matching: {weights: {skills: high}, objective: fair, rules: []}\n"

    assert _match(_with(PROGRAM, written)).digest == _match().digest
