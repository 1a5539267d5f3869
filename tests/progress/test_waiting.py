from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.progress.waiting import waiting_in
from tests.progress.atelier import PAIR, PROGRAM, atelier, person

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
            "no matching yet; one can apply until 2027-03-01",
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

    assert _why(_2027_01_02=left) == "nobody offers drawing"
    assert _why(_2027_01_02=left, _2027_01_03=later) == "no mentor has room"


def test_reason_says_who_came_late_and_whose_proposal_came_to_nothing() -> None:
    proposed = RUN + "pairs: [{pair: x, members: [verrocchio, lippi], score: 50}]\n"

    assert _why(_2027_01_02=RUN) == "came after the matching of 2027-01-02"
    assert _why(_2027_01_02=proposed) == "the proposal of 2027-01-02 came to nothing"
