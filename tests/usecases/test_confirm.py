from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.records.base import PersonId, ProgramId
from telemaco.usecases.confirm import Consent, confirmations
from telemaco.usecases.decisions import LeftOut, decided
from tests.progress.atelier import ACTIVE, PAIR
from tests.usecases.deciding import PAIR_FILE, PROPOSED, files_of, sources_of, told

TODAY = date(2027, 1, 2)
ATELIER = ProgramId("atelier")
NAME = "atelier/verrocchio-leonardo"
ONE_YES = PROPOSED.replace("mentor}", "mentor, confirmed: 2027-01-01}")
BOTH = ONE_YES.replace("mentee}", "mentee, confirmed: 2027-01-01}")


def found(files: dict[str, str], *agreed: str, everybody: bool = False) -> list[str]:
    community = load(sources_of(files).files()).community
    people = [PersonId(name) for name in agreed]
    return told(confirmations(community, Consent(ATELIER, (), people, everybody), TODAY))


def test_pair_is_confirmed_when_everybody_said_yes() -> None:
    files = files_of(BOTH)
    community = load(sources_of(files).files()).community

    plan = decided(confirmations(community, Consent(ATELIER), TODAY), sources_of(files), TODAY)

    assert told(plan.decisions) == [f"{NAME}: proposed -> confirmed"]
    text = plan.files[PAIR_FILE].decode()
    assert text == BOTH.replace("status: proposed # ask", "status: confirmed # ask")


@pytest.mark.parametrize(
    ("pair", "left"), [(PROPOSED, "verrocchio, leonardo"), (ONE_YES, "leonardo")]
)
def test_pair_without_all_answers_stays_proposed(pair: str, left: str) -> None:
    assert found(files_of(pair)) == [f"{NAME} stays: has no answer yet of {left}"]


def test_day_is_noted_for_who_told_the_coordinator() -> None:
    files = files_of(PROPOSED)
    community = load(sources_of(files).files()).community
    consent = Consent(ATELIER, (), [PersonId("verrocchio")])

    plan = decided(confirmations(community, consent, TODAY), sources_of(files), TODAY)

    assert told(plan.decisions) == [f"{NAME}: said yes to you: verrocchio; no answer yet: leonardo"]
    assert plan.files[PAIR_FILE].decode() == PROPOSED.replace(
        "mentor}", "mentor, confirmed: 2027-01-02}"
    )


def test_last_yes_confirms_the_pair() -> None:
    said = f"{NAME}: proposed -> confirmed; said yes to you: "

    assert found(files_of(ONE_YES), "leonardo") == [f"{said}leonardo"]
    assert found(files_of(PROPOSED), everybody=True) == [f"{said}verrocchio, leonardo"]


def test_nobody_is_confirmed_who_was_not_accepted() -> None:
    assert found(files_of(BOTH, mentee="applied")) == [
        f"{NAME} stays: leonardo is applied in atelier, not accepted"
    ]


def test_who_waited_for_a_partner_waits_no_more() -> None:
    files = files_of(PROPOSED, mentee="waiting")
    community = load(sources_of(files).files()).community
    consent = Consent(ATELIER, everybody=True)

    plan = decided(confirmations(community, consent, TODAY), sources_of(files), TODAY)

    (said,) = told(plan.decisions)
    assert said.startswith(f"{NAME}: proposed -> confirmed; said yes to you: verrocchio, leonardo")
    assert said.endswith("; waiting -> accepted: leonardo")
    assert b"status: accepted" in plan.files["program/people/leonardo.yaml"]


def test_pair_that_is_named_and_is_no_proposal_is_left_out() -> None:
    community = load(sources_of(files_of(ACTIVE, "matched", "matched")).files()).community

    assert told(confirmations(community, Consent(ATELIER, [PAIR]), TODAY)) == [
        f"{NAME} stays: is active already"
    ]
    assert told(confirmations(community, Consent(ATELIER), TODAY)) == []


@pytest.mark.parametrize(
    ("status", "is_refused"), [("confirmed", False), ("active", False), ("cancelled", True)]
)
def test_pair_that_was_confirmed_before_is_no_failure(status: str, *, is_refused: bool) -> None:
    files = files_of(BOTH.replace("status: proposed", f"status: {status}"))
    community = load(sources_of(files).files()).community

    [left] = confirmations(community, Consent(ATELIER, [PAIR]), TODAY)

    assert isinstance(left, LeftOut)
    assert left.is_named is is_refused


def test_next_step_is_told_where_nothing_is_proposed() -> None:
    files = files_of()
    del files[PAIR_FILE]

    assert found(files) == ["atelier stays: has no matches yet: telemaco match atelier"]
    assert found(files_of(BOTH.replace("status: proposed", "status: confirmed"))) == [
        "atelier stays: has no proposal left; then comes telemaco begin atelier"
    ]


def test_nobody_agrees_to_what_was_not_proposed_to_them() -> None:
    with pytest.raises(TelemacoError) as refused:
        found(files_of(ONE_YES), "verrocchio")

    said = Catalog("en").text(refused.value.message)
    assert said == "No proposal waits for an answer of verrocchio."
