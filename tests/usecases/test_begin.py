from datetime import date

import pytest

from telemaco.loading.load import load
from telemaco.records.base import ProgramId
from telemaco.usecases.begin import beginnings
from telemaco.usecases.decisions import LeftOut, decided
from tests.progress.atelier import ACTIVE, PAIR, PROGRAM
from tests.usecases.deciding import PAIR_FILE, PROPOSED, files_of, sources_of, told

ATELIER = ProgramId("atelier")
NAME = "atelier/verrocchio-leonardo"
CONFIRMED = PROPOSED.replace("status: proposed", "status: confirmed")
START = date(2027, 1, 4)


def test_confirmed_pair_begins_and_its_members_are_matched() -> None:
    files = files_of(CONFIRMED)
    community = load(sources_of(files).files()).community

    plan = decided(beginnings(community, ATELIER, (), START), sources_of(files), START)

    assert told(plan.decisions) == [f"{NAME}: confirmed -> active; matched: verrocchio, leonardo"]
    assert plan.files[PAIR_FILE].decode() == CONFIRMED.replace("confirmed #", "active #")
    assert b"status: matched" in plan.files["program/people/leonardo.yaml"]
    assert len(plan.files) == 3


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (files_of(), "is proposed: telemaco confirm atelier comes first"),
        (files_of(CONFIRMED.replace("01-04", "01-05")), "begins on 5 January 2027"),
        (files_of(CONFIRMED, mentor="declined"), "verrocchio is declined in atelier, not accepted"),
    ],
)
def test_pair_that_cannot_begin_says_why(files: dict[str, str], said: str) -> None:
    community = load(sources_of(files).files()).community

    assert told(beginnings(community, ATELIER, (), START)) == [f"{NAME} stays: {said}"]


def test_members_who_are_matched_already_stay_so() -> None:
    files = files_of(CONFIRMED, "matched", "matched", PROGRAM)
    community = load(sources_of(files).files()).community

    assert told(beginnings(community, ATELIER, (), START)) == [f"{NAME}: confirmed -> active"]


def test_member_who_waited_is_matched() -> None:
    files = files_of(CONFIRMED, "matched", "waiting")
    community = load(sources_of(files).files()).community

    assert told(beginnings(community, ATELIER, (), START)) == [
        f"{NAME}: confirmed -> active; matched: leonardo"
    ]


def test_who_is_accepted_and_belongs_to_a_pair_that_was_written_as_active_is_matched() -> None:
    files = files_of(ACTIVE, "matched", "accepted")
    community = load(sources_of(files).files()).community

    plan = decided(beginnings(community, ATELIER, (), START), sources_of(files), START)

    assert told(plan.decisions) == [f"{NAME}: is active already; matched: leonardo"]
    assert [*plan.files] == ["program/people/leonardo.yaml"]


def test_only_a_pair_that_is_named_is_left_out_for_being_active() -> None:
    community = load(sources_of(files_of(ACTIVE, "matched", "matched")).files()).community

    assert told(beginnings(community, ATELIER, (), START)) == []
    assert told(beginnings(community, ATELIER, [PAIR], START)) == [
        f"{NAME} stays: is active already"
    ]


def test_pair_that_pauses_is_not_looked_at() -> None:
    files = files_of(ACTIVE.replace("active", "paused"), "accepted", "accepted")

    assert told(beginnings(load(sources_of(files).files()).community, ATELIER, (), START)) == []


@pytest.mark.parametrize("status", ["open", "matching"])
def test_program_runs_as_its_pairs_begin(status: str) -> None:
    files = files_of(CONFIRMED, program=PROGRAM.replace("running", status))
    community = load(sources_of(files).files()).community

    plan = decided(beginnings(community, ATELIER, [PAIR], START), sources_of(files), START)

    assert told(plan.decisions)[1:] == [f"atelier: the program: {status} -> running"]
    assert b"status: running" in plan.files["program/programs/atelier.yaml"]


def test_program_makes_pairs_once_nobody_can_apply_any_more() -> None:
    program = PROGRAM.replace("running", "open").replace(
        "dates: {", "dates: {applications_close: 2026-12-01, "
    )
    community = load(sources_of(files_of(program=program)).files()).community

    found = told(beginnings(community, ATELIER, (), date(2026, 12, 20)))

    assert found[-1] == "atelier: the program: open -> matching"


def test_program_is_no_further_than_its_pairs() -> None:
    program = PROGRAM.replace("running", "open").replace("2027-01-04", "2027-02-01")
    files = files_of(CONFIRMED.replace("2027-01-04", "2027-02-01"), program=program)
    community = load(sources_of(files).files()).community

    assert told(beginnings(community, ATELIER, (), START)) == [
        f"{NAME} stays: begins on 1 February 2027"
    ]


def test_pair_that_began_before_is_no_failure() -> None:
    community = load(sources_of(files_of(ACTIVE, "matched", "matched")).files()).community

    [left] = beginnings(community, ATELIER, [PAIR], START)

    assert isinstance(left, LeftOut)
    assert not left.is_named


def test_next_step_is_told_while_a_program_has_no_pairs() -> None:
    files = files_of()
    del files[PAIR_FILE]
    community = load(sources_of(files).files()).community

    assert "atelier stays: has no matches yet: telemaco match atelier" in told(
        beginnings(community, ATELIER, (), START)
    )
