import re
from datetime import date

import pytest

from telemaco.progress.audit.self_audit import self_audit
from telemaco.progress.audit.values import Mark, Topic
from telemaco.records.base import ProgramId
from tests.fakes import SETTINGS
from tests.progress.atelier import ACTIVE, FACTS, PROGRAM, atelier, person

TODAY = date(2027, 3, 15)
ALL = {"program/community.yaml": SETTINGS + "privacy: {small_group: 2}\n"}
TRAINED = "trained: [{module: Listening, on: 2027-01-02}]\n"
AIMED = ACTIVE + "goals: [{id: draw, statement: Draw, objective: craft}]\n"
AGREED = "agreement: {version: '1', accepted: {verrocchio: 2027-01-05, leonardo: 2027-01-05}}\n"
CONFIRMED = ACTIVE.replace("role: mentor}", "role: mentor, confirmed: 2027-01-02}").replace(
    "role: mentee}", "role: mentee, confirmed: 2027-01-02}"
)
LEFT = ACTIVE.replace("role: mentor}", "role: mentor, until: 2027-02-01}") + (
    "agreement: {version: '1', accepted: {leonardo: 2027-01-05}}\n"
)
ENDED = FACTS + "status: ended-early\nstart: 2027-01-04\nend: 2027-02-04\n"


def _mark(
    says: str,
    *,
    program: str = "",
    pair: str = ACTIVE,
    more: dict[str, str] | None = None,
    has_handbook: bool = False,
) -> Mark:
    community = atelier(pair=pair, program=PROGRAM + program, more=ALL | (more or {}))
    checks = self_audit(community, ProgramId("atelier"), TODAY, has_handbook=has_handbook)
    (found,) = [check for check in checks if check.says.text.startswith(says)]
    assert (found.advice is None) == (found.mark is Mark.SEEN)
    return found.mark


@pytest.mark.parametrize(
    ("says", "program", "mark"),
    [
        ("The program says", "", Mark.SEEN),
        ("The days", "", Mark.PARTLY),
        ("Every objective", "", Mark.MISSING),
        ("People know", "", Mark.PARTLY),
        ("Mentors and mentees", "", Mark.MISSING),
        ("Mentors and mentees", "eligibility: {mentor: [I come.]}\n", Mark.PARTLY),
        ("Participants are asked", "", Mark.MISSING),
        ("Participants are asked", "evaluation: [{survey: s, at: end}]\n", Mark.PARTLY),
        ("It is said beforehand", "completion: {minimum_sessions: 5}\n", Mark.SEEN),
        ("It is said beforehand", "completion: {certificate: true}\n", Mark.MISSING),
        ("Who completes", "completion: {certificate: true}\n", Mark.SEEN),
        ("Who completes", "", Mark.MISSING),
        ("There is a place", "", Mark.MISSING),
        ("There is a place", "chat: {kind: slack, url: https://chat.example.org/}\n", Mark.SEEN),
        ("There are two", "", Mark.MISSING),
        ("There are two", "coordinators: [cosimo, lorenzo]\n", Mark.SEEN),
        ("Somebody notices", "", Mark.SEEN),
        ("Who mentors minors", "", Mark.ASK),
        ("There are a code", "", Mark.SEEN),
    ],
)
def test_what_the_programs_file_shows(says: str, program: str, mark: Mark) -> None:
    assert _mark(says, program=program) is mark


def test_program_without_objectives_has_no_indicators_either() -> None:
    community = atelier(program=PROGRAM.replace("objectives: [{", "# [{"), more=ALL)
    checks = self_audit(community, ProgramId("atelier"), TODAY, has_handbook=True)

    missing = {str(check.says.text) for check in checks if check.mark is Mark.MISSING}
    assert {
        "The program says what it wants to reach.",
        "Every objective says how one sees that it is reached, and how much is enough.",
    } <= missing


def test_single_session_needs_no_rhythm() -> None:
    flash = PROGRAM.replace("kind: one-to-one", "kind: flash")
    flash = flash.replace("cadence: {every: 2, unit: week}\n", "")
    checks = self_audit(atelier(program=flash), ProgramId("atelier"), TODAY, has_handbook=True)

    marks = {str(check.says.text): check.mark for check in checks}
    assert marks["People know beforehand how much time it takes."] is Mark.SEEN
    assert marks["Somebody notices when a pair does not meet."] is Mark.MISSING


@pytest.mark.parametrize(
    ("eligibility", "mark"),
    [("", Mark.MISSING), ("eligibility: {peer: [I bring a question.]}\n", Mark.SEEN)],
)
def test_circle_is_asked_only_what_it_can_have(eligibility: str, mark: Mark) -> None:
    circle = PROGRAM.replace("kind: one-to-one", "kind: peer-circle") + eligibility
    checks = self_audit(atelier(program=circle), ProgramId("atelier"), TODAY, has_handbook=True)

    marks = {str(check.says.text): check.mark for check in checks}
    assert marks["Peers agree to statements on what is expected of them."] is mark
    words = " ".join(
        f"{check.says.text} {check.advice.text if check.advice else ''}" for check in checks
    )
    assert not re.findall(r"mentor|mentee|pairs?\b(?!\.yaml)", words, re.IGNORECASE)


def test_the_checks_of_groups_speak_of_groups() -> None:
    groups = PROGRAM.replace("kind: one-to-one", "kind: group")
    name = ProgramId("atelier")
    of_groups = self_audit(atelier(program=groups), name, TODAY, has_handbook=True)
    of_pairs = self_audit(atelier(), name, TODAY, has_handbook=True)

    assert len(of_groups) == len(of_pairs)
    assert "Everybody agrees before a group begins." in [check.says.text for check in of_groups]
    words = " ".join(
        f"{check.says.text} {check.advice.text if check.advice else ''}" for check in of_groups
    )
    assert not re.findall(r"pairs?\b(?!\.yaml)|both sides", words, re.IGNORECASE)


@pytest.mark.parametrize(
    ("says", "pair", "mark"),
    [
        ("The goals of pairs", ACTIVE, Mark.MISSING),
        ("The goals of pairs", AIMED, Mark.SEEN),
        ("Both sides", ACTIVE, Mark.MISSING),
        ("Both sides", CONFIRMED, Mark.SEEN),
        ("Pairs have an agreement", ACTIVE, Mark.MISSING),
        ("Pairs have an agreement", ACTIVE + AGREED, Mark.SEEN),
        ("Pairs have an agreement", LEFT, Mark.SEEN),
        ("Pairs close", ACTIVE, Mark.ASK),
        ("Pairs close", ENDED, Mark.MISSING),
        ("Pairs close", ENDED + "closing: {on: 2027-02-04}\n", Mark.SEEN),
    ],
)
def test_what_the_files_of_pairs_show(says: str, pair: str, mark: Mark) -> None:
    assert _mark(says, pair=pair) is mark


def test_mentors_are_prepared_when_all_of_the_program_are() -> None:
    trained = {"program/people/verrocchio.yaml": person("mentor", rest=TRAINED)}
    two = trained | {"program/people/ghirlandaio.yaml": person("mentor")}
    gone = trained | {
        "program/people/ghirlandaio.yaml": person("mentor", rest=TRAINED),
        "program/people/perugino.yaml": person("mentor", "withdrawn"),
    }

    assert _mark("Mentors have been", more=trained) is Mark.ASK
    assert _mark("Mentors have been", more=two) is Mark.PARTLY
    assert _mark("Mentors have been", more=gone) is Mark.SEEN


def test_nothing_is_told_of_few_people() -> None:
    checks = self_audit(atelier(pair=AIMED), ProgramId("atelier"), TODAY, has_handbook=True)

    marks = {str(check.says.text): check.mark for check in checks}
    assert marks["The goals of pairs serve the objectives."] is Mark.ASK


def test_receipt_and_handbook_are_seen_where_there_are() -> None:
    receipt = {
        "pairs/atelier/matches/2027-01-03.yaml": (
            f"on: 2027-01-03\nversion: 0.1.0\nseed: 1\ndigest: {'a' * 64}\nsettings: {{}}\n"
            "pairs: []\nunmatched: []\n"
        )
    }

    assert _mark("How pairs were found") is Mark.MISSING
    assert _mark("How pairs were found", more=receipt) is Mark.SEEN
    assert _mark("A handbook") is Mark.MISSING
    assert _mark("A handbook", has_handbook=True) is Mark.SEEN


def test_every_standard_has_a_check() -> None:
    checks = self_audit(atelier(), ProgramId("atelier"), TODAY, has_handbook=True)

    assert {topic for check in checks for topic in check.topics} == set(Topic)


def test_acceptance_of_an_older_text_does_not_count_while_a_pair_meets() -> None:
    text = "---\ntitle: Ours\nversion: 'v2'\n---\n- We come.\n"
    newer = {"program/agendas/agreement.en.md": text}

    assert _mark("Pairs have an agreement", pair=ACTIVE + AGREED, more=newer) is Mark.MISSING
    assert _mark("Pairs have an agreement", pair=ENDED + AGREED, more=newer) is Mark.SEEN
