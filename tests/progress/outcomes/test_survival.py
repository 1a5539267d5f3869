from random import Random

from hypothesis import given
from hypothesis import strategies as st

from telemaco.progress.outcomes.survival import (
    Spell,
    Survival,
    days_of,
    months_watched,
    survival,
)

# Weeks of remission of 21 patients, the example of most textbooks (Freireich et al. 1963); a
# minus stands for those who were only watched so long.
_WEEKS = (6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)
_SPELLS = st.lists(st.builds(Spell, st.integers(0, 400), st.booleans()), min_size=1)


def _every_month(spells: list[Spell]) -> tuple[Survival, ...]:
    return survival(spells, months_watched(spells))


def test_the_estimate_is_that_of_the_textbooks() -> None:
    """A month stands for a week, which is over on the day before the next."""
    spells = [Spell(days_of(abs(weeks)) - 1, weeks > 0) for weeks in _WEEKS]

    points = _every_month(spells)

    percent = {point.month: point.percent for point in points}
    assert [percent[week] for week in (5, 6, 7, 10, 13, 16, 22, 23, 34)] == [
        100, 86, 81, 75, 69, 63, 54, 45, 45,
    ]  # fmt: skip
    assert points[5].watched == 21
    assert points[6].watched == 17


def test_where_nothing_broke_off_the_interval_is_wilsons() -> None:
    assert _every_month([Spell(40, broke_off=False)] * 20)[1] == Survival(1, 20, 100, 84, 100)


def test_nothing_watched_is_nothing_said() -> None:
    assert _every_month([]) == ()


@given(_SPELLS)
def test_the_share_never_rises_and_lies_in_its_interval(spells: list[Spell]) -> None:
    points = _every_month(spells)

    assert all(point.low <= point.percent <= point.high for point in points)
    assert [point.percent for point in points] == sorted(
        (point.percent for point in points), reverse=True
    )
    assert all(point.watched >= 1 for point in points)


@given(st.lists(st.integers(0, 400), min_size=1))
def test_without_anything_under_way_it_is_the_plain_share(days: list[int]) -> None:
    points = _every_month([Spell(day, broke_off=True) for day in days])

    for point in points:
        left = sum(day >= days_of(point.month) for day in days)
        assert point.percent == round(100 * left / len(days))


@given(_SPELLS, st.sets(st.integers(1, 12)), st.randoms())
def test_it_does_not_tell_in_which_order_the_pairs_of_a_step_ended(
    spells: list[Spell], some: set[int], random: Random
) -> None:
    months = [month for month in months_watched(spells) if month == 0 or month in some]
    ends = [days_of(month) for month in months]
    steps: dict[int, list[Spell]] = {}
    for spell in spells:
        steps.setdefault(sum(end <= spell.days for end in ends), []).append(spell)

    mixed = [
        Spell(days, spell.broke_off)
        for step in steps.values()
        for days, spell in zip(
            random.sample([one.days for one in step], len(step)), step, strict=True
        )
    ]

    assert survival(mixed, months) == survival(spells, months)


def test_between_two_months_what_broke_off_did_so_before_the_others_were_over() -> None:
    spells = [
        Spell(40, broke_off=False),
        Spell(50, broke_off=True),
        *[Spell(99, broke_off=False)] * 8,
    ]

    points = survival(spells, (0, 1, 2))

    assert [(point.watched, point.percent) for point in points] == [(10, 100), (10, 100), (8, 90)]
