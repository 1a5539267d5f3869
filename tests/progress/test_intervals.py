import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.stats import binomtest

from telemaco.progress.intervals import (
    Estimate,
    difference,
    mean,
    median,
    recommendation,
    share,
)

COUNTS = st.lists(st.integers(0, 30), min_size=2, max_size=11).filter(any)


@pytest.mark.parametrize(("number", "total"), [(0, 5), (3, 10), (17, 20), (40, 40)])
def test_share_has_wilsons_interval(number: int, total: int) -> None:
    found = share(number, total)

    theirs = binomtest(number, total).proportion_ci(method="wilson")
    assert found.value == number / total
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high))


@pytest.mark.parametrize("counts", [(1, 1), (0, 2, 3, 1), (3, 0, 9, 4), (40, 60)])
def test_mean_has_students_interval(counts: tuple[int, ...]) -> None:
    found = mean(range(1, len(counts) + 1), counts)

    given_ = [value for value, count in enumerate(counts, start=1) for _ in range(count)]
    theirs = stats.ttest_1samp(given_, 0).confidence_interval()
    assert found.value == pytest.approx(sum(given_) / len(given_))
    assert found.low == pytest.approx(max(1, theirs.low), abs=1e-4)
    assert found.high == pytest.approx(min(len(counts), theirs.high), abs=1e-4)


@pytest.mark.parametrize("number", [2, 3, 6, 19, 20, 21, 60])
@pytest.mark.parametrize("comparisons", [1, 14])
def test_mean_has_an_interval_that_holds_for_several(number: int, comparisons: int) -> None:
    found = mean(range(-500, 501), [0] * 499 + [1, number - 1] + [0] * 500)

    given_ = [-1, *[0] * (number - 1)]
    theirs = stats.ttest_1samp(given_, 0).confidence_interval(1 - 0.05)
    assert comparisons > 1 or found.low == pytest.approx(max(-500, theirs.low), abs=1e-4)
    wider = mean(range(-500, 501), [0] * 499 + [1, number - 1] + [0] * 500, comparisons)
    several = stats.ttest_1samp(given_, 0).confidence_interval(1 - 0.05 / comparisons)
    assert wider.low == pytest.approx(max(-500, several.low), rel=1e-3)


def test_mean_of_equal_answers_claims_no_certainty() -> None:
    found = mean((1, 2, 3, 4), (0, 0, 0, 5))

    assert (found.value, found.high) == (4, 4)
    assert found.low == pytest.approx(2.6964, abs=1e-3)
    assert mean((1, 2, 3, 4), (0, 1, 0, 0)).high > 3


@given(COUNTS)
def test_interval_holds_the_figure_and_stays_in_the_scale(counts: list[int]) -> None:
    values = range(len(counts))

    found = mean(values, counts)

    assert 0 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= len(counts) - 1


def test_recommendation_is_nine_and_ten_less_zero_to_six() -> None:
    found = recommendation((0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2))

    assert found.value == pytest.approx(0.2)
    # Rocks (2016), AW(3, T): 4.75 and 2.75 of 13.
    assert found.low == pytest.approx(0.1538 - 1.96 * 0.2063, abs=1e-3)
    assert found.high == pytest.approx(0.1538 + 1.96 * 0.2063, abs=1e-3)


@pytest.mark.parametrize(("counts", "value"), [((5, *[0] * 10), -1), ((*[0] * 10, 5), 1)])
def test_recommendation_of_one_mind_is_not_certain(counts: tuple[int, ...], value: int) -> None:
    found = recommendation(counts)

    assert found.value == value
    assert -1 <= found.low < found.high <= 1


def test_difference_puts_two_intervals_together() -> None:
    found = difference(Estimate(4, 3, 4.5), Estimate(2, 1, 6))

    assert found == Estimate(2, 2 - (1 + 16) ** 0.5, 2 + (0.25 + 1) ** 0.5)
    assert not found.tells_a_difference
    assert Estimate(1, 0.5, 2).tells_a_difference
    assert Estimate(-1, -2, -0.5).tells_a_difference


def test_median_is_the_middle_answer() -> None:
    assert median((1, 2, 3), (1, 1, 3)) == 3
    assert median((1, 2, 3), (2, 0, 2)) == 2
