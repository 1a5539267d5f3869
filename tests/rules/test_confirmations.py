import pytest

from telemaco.rules.confirmations import confirmations
from tests.rules.workshop import PAIR, edited, found

_DAY = ", confirmed: 2027-01-06"


def _pair(status: str, mentor: str, mentee: str) -> dict[str, str]:
    return edited(
        PAIR,
        ("role: mentor", f"role: mentor{mentor}"),
        ("role: mentee", f"role: mentee{mentee}"),
        ("status: active", f"status: {status}"),
    )


def test_confirmed_pair_says_of_everybody_that_they_agreed() -> None:
    assert found(confirmations, _pair("confirmed", _DAY, "")) == [
        ("confirmation-missing", PAIR, ("members", 1))
    ]


@pytest.mark.parametrize(
    ("status", "mentor", "mentee"),
    [
        ("confirmed", "", ""),
        ("confirmed", _DAY, _DAY),
        ("confirmed", _DAY, ", until: 2027-01-08"),
        ("proposed", _DAY, ""),
        ("active", _DAY, ""),
    ],
)
def test_community_that_sets_the_status_by_hand_is_left_alone(
    status: str, mentor: str, mentee: str
) -> None:
    assert not found(confirmations, _pair(status, mentor, mentee))
