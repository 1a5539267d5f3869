import pytest

from telemaco.rules.endings import endings, pauses, programs_of_pairs
from tests.rules.workshop import PAIR, PROGRAM, UNREADABLE, codes, edited, found


def _pair(status: str, lines: str = "") -> dict[str, str]:
    return edited(PAIR, ("status: active", f"status: {status}{lines}"))


@pytest.mark.parametrize(
    ("status", "lines", "expected"),
    [
        ("active", "", []),
        ("active", "\nend: 2027-06-01", ["not-ended"]),
        ("paused", "\nreason: no-time\nend: 2027-06-01", ["not-ended"]),
        ("completed", "", ["end-missing"]),
        ("completed", "\nend: 2027-06-01", []),
        ("ended-early", "", ["end-missing", "reason-missing"]),
        ("ended-early", "\nend: 2027-06-01\nreason: no-fit", []),
        ("cancelled", "", []),
    ],
)
def test_status_agrees_with_end_and_reason(status: str, lines: str, expected: list[str]) -> None:
    assert codes(endings, _pair(status, lines)) == expected


def test_pair_that_rests_says_until_when() -> None:
    assert not codes(pauses)
    assert found(pauses, _pair("paused")) == [("pause-without-end", PAIR, ("status",))]
    assert not codes(pauses, _pair("paused", "\npaused_until: 2027-06-01"))


@pytest.mark.parametrize("status", ["draft", "completed", "cancelled", "archived"])
def test_pair_is_under_way_only_while_its_program_runs(status: str) -> None:
    program = edited(PROGRAM, ("running", status))

    assert found(programs_of_pairs, program) == [("program-not-running", PAIR, ("status",))]
    assert not codes(programs_of_pairs, program, _pair("proposed"))
    assert not codes(programs_of_pairs, {PROGRAM: UNREADABLE})
