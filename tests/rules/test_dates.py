import pytest

from telemaco.rules.dates import dates_of_enrolments, dates_of_pairs, dates_of_programs
from tests.rules.workshop import LEONARDO, PAIR, PROGRAM, edited, found


@pytest.mark.parametrize(
    ("dates", "key"),
    [
        ("start: 2027-01-01, end: 2026-12-31", "end"),
        ("start: 2027-01-01, midpoint: 2026-06-30, end: 2026-12-31", "midpoint"),
        ("start: 2027-01-01, applications_open: 2026-12-01, match_by: 2026-11-01", "match_by"),
        ("start: 2027-01-01, midpoint: 2027-06-30", None),
        ("start: 2027-01-01, end: 2027-01-01", None),
    ],
)
def test_days_of_a_program_are_in_order(dates: str, key: str | None) -> None:
    changes = edited(PROGRAM, ("start: 2027-01-01, end: 2027-12-31", dates))

    expected = [("dates-out-of-order", PROGRAM, ("dates", key))] if key else []
    assert found(dates_of_programs, changes) == expected


def test_days_of_a_pair_are_in_order() -> None:
    changes = edited(
        PAIR,
        ("mentor}", "mentor, from: 2027-03-01, until: 2027-02-01}"),
        ("mentee}", "mentee, from: 2027-02-01, until: 2027-03-01}"),
        ("start: 2027-01-10", "start: 2027-01-10\nend: 2026-12-31\nexpected_end: 2026-12-30"),
    )

    assert found(dates_of_pairs, changes) == [
        ("dates-out-of-order", PAIR, ("end",)),
        ("dates-out-of-order", PAIR, ("members", 0, "until")),
    ]


def test_expected_end_comes_after_the_start() -> None:
    changes = edited(PAIR, ("start: 2027-01-10", "start: 2027-01-10\nexpected_end: 2026-12-30"))

    assert found(dates_of_pairs, changes) == [("dates-out-of-order", PAIR, ("expected_end",))]


def test_a_break_ends_after_the_start() -> None:
    changes = edited(PAIR, ("start: 2027-01-10", "start: 2027-01-10\npaused_until: 2026-04-12"))

    assert found(dates_of_pairs, changes) == [("dates-out-of-order", PAIR, ("paused_until",))]


def test_place_in_a_program_ends_after_it_began() -> None:
    backwards = edited(LEONARDO, ("matched", "matched, since: 2027-02-01, until: 2027-01-01"))

    assert found(dates_of_enrolments, backwards) == [
        ("dates-out-of-order", LEONARDO, ("enrolments", 0, "until"))
    ]
    assert not found(
        dates_of_enrolments, edited(LEONARDO, ("matched", "matched, since: 2027-02-01"))
    )
