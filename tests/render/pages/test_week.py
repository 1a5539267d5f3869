from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.records.person import FreeTime, Person
from telemaco.records.reminders import Weekday
from telemaco.render.pages.week import free_hours, offset_of, week_of

_DAY = 24 * 60


def _person(*free: FreeTime) -> Person:
    return Person.model_construct(availability=free)


def _free(days: str, start: int, end: int) -> FreeTime:
    return FreeTime.model_construct(
        days=tuple(Weekday(day) for day in days.split()), start=start, end=end
    )


def test_a_day_has_its_stretches_in_order_and_those_that_touch_are_one() -> None:
    week = week_of(
        _person(
            _free("mon", 18 * 60, _DAY),
            _free("mon tue", 9 * 60, 10 * 60),
            _free("mon", 10 * 60, 12 * 60 + 5),
            _free("mon", 9 * 60, 9 * 60 + 30),
        )
    )

    hours = [day.hours.replace("\N{EN DASH}", "-") for day in week[:3]]
    assert hours == ["9:00-12:05, 18:00-24:00", "9:00-10:00", ""]
    assert week[0].stretches == ((540, 185), (1080, 360))


def test_without_a_free_hour_there_is_no_week() -> None:
    assert week_of(_person()) == ()


def test_a_script_is_told_days_by_number_and_hours_in_minutes() -> None:
    person = _person(_free("mon wed", 1080, 1230), _free("fri", 540, 720))

    assert free_hours(person) == "02 1080-1230;4 540-720"


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("Europe/Rome", date(2027, 3, 15), "UTC+1"),
        ("Europe/Rome", date(2027, 6, 15), "UTC+2"),
        ("America/St_Johns", date(2027, 1, 15), "UTC\N{MINUS SIGN}3:30"),
        ("UTC", date(2027, 1, 15), "UTC+0"),
    ],
)
def test_a_clocks_distance_is_that_of_the_day(zone: str, day: date, offset: str) -> None:
    assert offset_of(zone, day) == offset


_HOURS = st.tuples(st.integers(0, _DAY - 1), st.integers(1, 600)).map(
    lambda hours: (hours[0], min(_DAY, sum(hours)))
)


@given(st.lists(_HOURS, min_size=1, max_size=6))
def test_no_minute_is_lost_or_counted_twice(hours: list[tuple[int, int]]) -> None:
    (monday, *_) = week_of(_person(*(_free("mon", start, end) for start, end in hours)))

    free = {minute for start, end in hours for minute in range(start, end)}
    shown = [m for start, length in monday.stretches for m in range(start, start + length)]
    assert sorted(free) == shown
