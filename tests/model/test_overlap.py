from datetime import date

import pytest

from telemaco.model.overlap import (
    SLOTS,
    clock_gap,
    common_minutes,
    free_slots,
    longest_minutes,
    seasons,
)
from telemaco.records.person import FreeTime


def _free(days: str, start: str, end: str) -> FreeTime:
    return FreeTime.model_validate({"days": days.split(), "from": start, "to": end})


def _slots(zone: str, free: FreeTime, first: date, last: date, *others: str) -> tuple[int, ...]:
    times = seasons([zone, *others], first, last)
    return tuple(free_slots([free], season[zone]) for season in times)


def test_hours_in_common_are_those_of_the_clock_in_each_place() -> None:
    winter = date(2027, 1, 11), date(2027, 1, 31)
    rome = _slots("Europe/Rome", _free("mon", "18:00", "20:00"), *winter)
    lima = _slots("America/Lima", _free("mon", "12:00", "13:30"), *winter)

    assert common_minutes(rome, lima) == 90


def test_longest_stretch_in_common_goes_over_the_end_of_a_week() -> None:
    times = seasons({"UTC"}, date(2027, 1, 11), date(2027, 1, 31))

    def slots(*free: FreeTime) -> tuple[int, ...]:
        return tuple(free_slots(free, season["UTC"]) for season in times)

    night = slots(_free("sun", "23:30", "24:00"), _free("mon", "0:00", "0:45"))
    noons = slots(_free("tue", "12:00", "12:30"), _free("wed", "12:00", "12:45"))
    always = (~(-1 << SLOTS),)

    assert longest_minutes(night, always) == 75
    assert longest_minutes(noons, always) == 45
    assert longest_minutes(noons, night) == 0
    assert longest_minutes(always, always) == 7 * 24 * 60


def test_season_with_the_fewest_hours_counts() -> None:
    year = date(2027, 1, 11), date(2027, 6, 30)
    rome = _slots("Europe/Rome", _free("mon", "18:00", "20:00"), *year, "America/Lima")
    lima = _slots("America/Lima", _free("mon", "12:00", "14:00"), *year, "Europe/Rome")

    assert len(rome) == 2
    assert common_minutes(rome, lima) == 60


def test_evening_in_one_place_is_the_next_day_in_another() -> None:
    day = date(2027, 2, 1), date(2027, 2, 1)
    auckland = _slots("Pacific/Auckland", _free("mon", "07:00", "09:00"), *day)
    new_york = _slots("America/New_York", _free("sun", "13:00", "15:00"), *day)

    assert common_minutes(auckland, new_york) == 120


@pytest.mark.parametrize("day", ["mon", "wed", "sun"])
def test_day_has_the_same_length_wherever_the_week_begins(day: str) -> None:
    for ahead in (-720, -5, 0, 345, 840):
        slots = free_slots([_free(day, "00:00", "24:00")], ahead)

        assert slots.bit_count() == (96 if ahead % 15 == 0 else 95)
        assert slots < 1 << SLOTS


def test_less_than_a_quarter_of_an_hour_is_no_slot() -> None:
    assert free_slots([_free("mon", "18:05", "18:25")], 0) == 0


def test_gap_between_clocks_is_the_larger_of_all_seasons_and_the_shorter_way_round() -> None:
    assert clock_gap((60, 120), (-300, -300)) == 420
    assert clock_gap((780,), (-600,)) == 60


def test_week_with_other_clocks_is_a_season_of_its_own() -> None:
    zones = ("Europe/Rome", "America/New_York")

    found = seasons(zones, date(2027, 1, 1), date(2027, 12, 31))

    gaps = {(season["Europe/Rome"] - season["America/New_York"]) // 60 for season in found}
    assert gaps == {5, 6}
    assert len(found) == 3


def test_there_is_a_season_even_for_one_day_and_for_nobody() -> None:
    assert seasons(["UTC"], date(2027, 1, 1), date(2026, 1, 1)) == ({"UTC": 0},)
    assert seasons([], date(2027, 1, 1), date(2027, 1, 1)) == ({},)
