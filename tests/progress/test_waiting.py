from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.progress.waiting import idle_in, left_alone, waiting_in
from tests.progress.atelier import ACTIVE, PAIR, PROGRAM, atelier, person

TODAY = date(2027, 2, 2)
LIPPI = {"program/people/lippi.yaml": person("mentee", "accepted")}
RECEIPT = "pairs/atelier/matches/{}.yaml"
RUN = f"""\
on: 2027-01-02
version: '1'
seed: a
digest: {"0" * 64}
"""


def _why(program: str = PROGRAM, **receipts: str) -> str:
    files = {RECEIPT.format(day.replace("_", "-")[1:]): text for day, text in receipts.items()}
    found = atelier(program=program, more={**LIPPI, **files})
    (waiting,) = waiting_in(found, PAIR.program, TODAY)
    return Catalog("en").text(waiting.reason)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        (PROGRAM, "no matching is on record"),
        (
            PROGRAM.replace("running", "open").replace(
                "{start", "{applications_close: 2027-03-01, start"
            ),
            "no matching yet; one can apply until 1 March 2027",
        ),
        (
            PROGRAM.replace("running", "open").replace(
                "{start", "{applications_close: 2027-02-02, start"
            ),
            "no matching yet; one can apply until 2 February 2027",
        ),
        (
            PROGRAM.replace("running", "open").replace(
                "{start", "{applications_close: 2027-02-01, start"
            ),
            "no matching yet; one could apply until 1 February 2027",
        ),
        (
            PROGRAM.replace("style: formal", "style: informal"),
            "no matching yet; people may find a partner themselves",
        ),
    ],
)
def test_reason_says_when_no_matching_has_run(program: str, reason: str) -> None:
    assert _why(program) == reason


def test_reason_is_what_the_last_matching_found() -> None:
    left = RUN + "unmatched: [{person: lippi, binding: nobody offers drawing}]\n"
    later = left.replace("01-02", "01-03").replace("nobody offers drawing", "no mentor has room")

    assert _why(_2027_01_02=left) == "matching of 2 January 2027: nobody offers drawing"
    assert _why(_2027_01_02=left, _2027_01_03=later) == (
        "matching of 3 January 2027: no mentor has room"
    )


def test_reason_says_who_came_late_and_whose_proposal_came_to_nothing() -> None:
    proposed = RUN + "pairs: [{pair: x, members: [verrocchio, lippi], score: 50}]\n"

    assert _why(_2027_01_02=RUN) == "came after the matching of 2 January 2027"
    assert _why(_2027_01_02=proposed) == "the proposal of 2 January 2027 came to nothing"


def _after_their_pair(**receipts: str) -> tuple[int | None, str]:
    """Leonardo, who is enrolled since 5 January and whose pair ended on 30 January."""
    ended = ACTIVE.replace("active", "ended-early") + "end: 2027-01-30\nreason: no-time\n"
    mentee = {"program/people/leonardo.yaml": person("mentee", "waiting, since: 2027-01-05")}
    files = {RECEIPT.format(day.replace("_", "-")[1:]): text for day, text in receipts.items()}
    found = atelier(pair=ended, more={**mentee, **files})
    (waiting,) = waiting_in(found, PAIR.program, TODAY)
    return waiting.days, Catalog("en").text(waiting.reason)


def test_who_had_a_pair_waits_since_it_ended() -> None:
    proposed = RUN + "pairs: [{pair: x, members: [verrocchio, leonardo], score: 50}]\n"
    since = (3, "their match ended on 30 January 2027")

    assert _after_their_pair() == since
    assert _after_their_pair(_2027_01_02=proposed) == since
    assert _after_their_pair(_2027_01_15=RUN.replace("01-02", "01-15")) == since
    assert _after_their_pair(_2027_02_01=RUN.replace("2027-01-02", "2027-02-01")) == since


def test_matching_after_the_end_of_their_pair_says_why_they_wait() -> None:
    run = RUN.replace("2027-01-02", "2027-02-01")
    left = run + "unmatched: [{person: leonardo, binding: no mentor has room}]\n"
    proposed = run + "pairs: [{pair: x, members: [verrocchio, leonardo], score: 50}]\n"

    assert _after_their_pair(_2027_02_01=left) == (
        3,
        "matching of 1 February 2027: no mentor has room",
    )
    assert _after_their_pair(_2027_02_01=proposed) == (
        3,
        "the proposal of 1 February 2027 came to nothing",
    )


def _idle(status: str = "accepted", program: str = PROGRAM, rest: str = "") -> list[int | None]:
    mentor = person("mentor", f"{status}, since: 2027-01-03", rest)
    found = atelier(program=program, more={"program/people/lippi.yaml": mentor})
    return [one.days for one in idle_in(found, PAIR.program, TODAY) if one.person == "lippi"]


@pytest.mark.parametrize(
    ("found", "days"),
    [
        (_idle(), [30]),
        (_idle(program=PROGRAM.replace("running", "matching")), [30]),
        (_idle(program=PROGRAM.replace("running", "open")), []),
        (_idle(program=PROGRAM.replace("running", "closing")), []),
        (_idle("applied"), []),
        (_idle("accepted, capacity: 0"), []),
        (_idle(rest="paused_until: 2027-03-01\n"), []),
        (_idle(rest="paused_until: 2027-02-01\n"), [30]),
    ],
)
def test_mentor_with_room_and_nobody_is_idle(found: list[int | None], days: list[int]) -> None:
    assert found == days


def test_mentors_are_idle_longest_first_and_those_in_a_pair_are_not() -> None:
    more = {
        "program/people/lippi.yaml": person("mentor", "accepted"),
        "program/people/uccello.yaml": person("mentor", "accepted, since: 2027-01-30"),
        "program/people/vasari.yaml": person("mentor", "waiting, since: 2027-01-03"),
    }

    found = idle_in(atelier(more=more), PAIR.program, TODAY)

    assert [(one.person, one.days) for one in found] == [
        ("vasari", 30),
        ("uccello", 3),
        ("lippi", None),
    ]


def test_mentor_of_an_open_program_is_idle_once_there_was_a_matching() -> None:
    more = {
        "program/people/lippi.yaml": person("mentor", "accepted"),
        RECEIPT.format("2027-01-02"): RUN,
    }

    found = idle_in(
        atelier(program=PROGRAM.replace("running", "open"), more=more), PAIR.program, TODAY
    )

    assert [one.person for one in found] == ["lippi"]


GROUP = """\
members:
  - {person: verrocchio, role: mentor}
  - {person: leonardo, role: mentee}
  - {person: perugino, role: mentee, until: 2027-01-20}
status: active
start: 2027-01-04
"""


@pytest.mark.parametrize("status", ["accepted", "waiting"])
def test_who_left_a_group_that_goes_on_waits_since_then(status: str) -> None:
    left = {"program/people/perugino.yaml": person("mentee", status)}

    (waiting,) = waiting_in(atelier(pair=GROUP, more=left), PAIR.program, TODAY)

    assert (waiting.person, waiting.days) == ("perugino", 13)
    assert Catalog("en").text(waiting.reason) == "they left their group on 20 January 2027"


def test_who_left_a_group_and_counts_as_matched_is_left_alone() -> None:
    left = {"program/people/perugino.yaml": person("mentee")}

    assert left_alone(atelier(pair=GROUP, more=left), PAIR.program) == ("perugino",)
