import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.progress.intervals import wilson
from telemaco.progress.outcomes.intervals import Share, difference


@pytest.mark.parametrize(
    ("part", "whole", "interval"),
    # Newcombe, R. G. (1998), Stat. Med. 17, 857-872, table I, method 3.
    [(81, 263, (0.2553, 0.3662)), (15, 148, (0.0624, 0.1605)), (0, 20, (0.0, 0.1611)),
     (1, 29, (0.0061, 0.1718))],
)  # fmt: skip
def test_wilson_intervals_are_those_of_the_books(
    part: int, whole: int, interval: tuple[float, float]
) -> None:
    assert wilson(part / whole, whole) == pytest.approx(interval, abs=0.0001)


def test_the_interval_of_a_difference_is_that_of_the_book() -> None:
    # Newcombe, R. G. (1998), Stat. Med. 17, 873-890, table II, contrast (a): 0.0524 to 0.3339.
    assert difference(Share(56, 70), Share(48, 80)) == (20, 5, 33)


def test_several_comparisons_at_once_need_wider_intervals() -> None:
    _ahead, low, high = difference(Share(56, 70), Share(48, 80), comparisons=7)

    assert low < 5
    assert high > 33


@given(st.integers(1, 500).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    share = Share(*counts)
    low, high = share.interval

    assert 0 <= low <= share.percent <= high <= 100
