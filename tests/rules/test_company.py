import pytest

from telemaco.rules.company import excluded_people, shared_languages
from tests.rules.workshop import (
    LEONARDO,
    PAIR,
    UNREADABLE,
    VERROCCHIO,
    codes,
    edited,
    extended,
    found,
)


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        ("{it: native}", []),
        ("{it-CH: working}", []),
        ("{it: basic, la: native}", ["no-shared-language"]),
        ("{it: basic}", ["no-shared-language"]),
    ],
)
def test_members_share_a_language_to_work_in(languages: str, expected: list[str]) -> None:
    assert codes(shared_languages, edited(LEONARDO, ("{it: native}", languages))) == expected


@pytest.mark.parametrize(
    "changes",
    [
        edited(PAIR, ("active", "completed")),
        {VERROCCHIO: UNREADABLE},
        edited(PAIR, ("mentee}", "mentee, until: 2027-02-01}")),
    ],
)
def test_languages_matter_only_between_people_who_meet(changes: dict[str, str]) -> None:
    assert not codes(shared_languages, edited(LEONARDO, ("it: native", "la: native")), changes)


def test_nobody_is_in_a_pair_with_somebody_they_exclude() -> None:
    excluding = extended(LEONARDO, "excludes: [cosimo, leonardo, verrocchio]\n")

    assert found(excluded_people, excluding) == [("excluded-together", PAIR, ("members",))]
    assert not found(excluded_people, excluding, edited(PAIR, ("active", "cancelled")))
