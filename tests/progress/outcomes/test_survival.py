from hypothesis import given
from hypothesis import strategies as st

from telemaco.progress.outcomes.survival import Spell, Survival, days_of, survival

# Weeks of remission of 21 patients, the example of most textbooks (Freireich et al. 1963); a
# minus stands for those who were only watched so long.
_WEEKS = (6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)


def test_the_estimate_is_that_of_the_textbooks() -> None:
    spells = [Spell(days_of(abs(weeks)), weeks > 0) for weeks in _WEEKS]

    points = survival(spells)

    percent = {point.month: point.percent for point in points}
    assert [percent[week] for week in (5, 6, 7, 10, 13, 16, 22, 23, 35)] == [
        100, 86, 81, 75, 69, 63, 54, 45, 45,
    ]  # fmt: skip
    assert points[6].watched == 21
    assert points[7].watched == 17


def test_where_nothing_broke_off_the_interval_is_wilsons() -> None:
    assert survival([Spell(40, broke_off=False)] * 20)[1] == Survival(1, 20, 100, 84, 100)


def test_where_all_broke_off_the_interval_is_that_of_the_last_who_did() -> None:
    assert survival([Spell(0, broke_off=True)] * 4) == (Survival(0, 4, 0, 0, 49),)


def test_nothing_watched_is_nothing_said() -> None:
    assert survival([]) == ()


@given(st.lists(st.builds(Spell, st.integers(0, 400), st.booleans()), min_size=1))
def test_the_share_never_rises_and_lies_in_its_interval(spells: list[Spell]) -> None:
    points = survival(spells)

    assert all(point.low <= point.percent <= point.high for point in points)
    assert [point.percent for point in points] == sorted(
        (point.percent for point in points), reverse=True
    )
    assert all(point.watched >= 1 for point in points)


@given(st.lists(st.integers(0, 400), min_size=1))
def test_without_anything_under_way_it_is_the_plain_share(days: list[int]) -> None:
    points = survival([Spell(day, broke_off=True) for day in days])

    for point in points:
        left = sum(day > days_of(point.month) for day in days)
        assert point.percent == round(100 * left / len(days))
