import pytest

from telemaco.rules.company import excluded_people, pairs_of_mentees, shared_languages
from tests.rules.workshop import (
    LEONARDO,
    PAIR,
    PROGRAM,
    UNREADABLE,
    VERROCCHIO,
    codes,
    edited,
    extended,
    found,
    written,
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


_SECOND = {
    "pairs/workshop/perugino-leonardo/pair.yaml": written(PAIR).replace("verrocchio", "perugino")
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["mentee-in-two-pairs"]),
        (edited(PAIR, ("active", "completed")), []),
        (edited(PAIR, ("mentee}", "mentee, until: 2027-02-01}")), []),
        (edited(PROGRAM, ("one-to-one", "flash")), []),
        ({PROGRAM: UNREADABLE}, []),
    ],
)
def test_mentee_has_one_mentor_at_a_time(changes: dict[str, str], expected: list[str]) -> None:
    assert codes(pairs_of_mentees, _SECOND, changes) == expected
