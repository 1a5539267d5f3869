from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from telemaco.render.dates import Dates

DAY = date(2027, 2, 3)


@pytest.mark.parametrize(
    ("language", "day", "short", "month", "number"),
    [
        ("en", "3 February 2027", "3 Feb 2027", "February 2027", "1,234"),
        ("it", "3 febbraio 2027", "3 feb 2027", "febbraio 2027", "1.234"),
        ("xq", "3 February 2027", "3 Feb 2027", "February 2027", "1,234"),
    ],
)
def test_days_and_numbers_are_written_as_the_language_does(
    language: str, day: str, short: str, month: str, number: str
) -> None:
    dates = Dates(language)

    assert dates.day(DAY) == day
    assert dates.short_day(DAY) == short
    assert dates.month(DAY) == month
    assert dates.number(1234) == number
    assert dates.short_month(DAY) == f"{month[:3]} 27"


def test_first_of_a_month_is_an_ordinal_where_the_language_has_it_so() -> None:
    first, eleventh = date(2021, 1, 1), date(2021, 1, 11)

    assert Dates("it").day(first) == "1º gennaio 2021"
    assert Dates("it-CH").short_day(first) == "1º gen 2021"
    assert Dates("it").appointment(datetime(2021, 1, 1, 18, tzinfo=UTC)) == "ven 1º gen 2021, 18:00"
    assert Dates("it").day(eleventh) == "11 gennaio 2021"
    assert Dates("it").month(first) == "gennaio 2021"
    assert Dates("it").short_month(first) == "gen 21"
    assert Dates("en").day(first) == "1 January 2021"


def test_languages_are_named_in_the_readers_language() -> None:
    assert Dates("it").language_name("de") == "tedesco"
    assert Dates("en").language_name("pt-XX") == "Portuguese"
    assert Dates("en").language_name("xx") == "xx"


def test_a_month_alone_has_no_year() -> None:
    assert Dates("en").month_alone(DAY) == "Feb"
    assert Dates("it").month_alone(DAY) == "feb"


@pytest.mark.parametrize(
    ("zone", "city"),
    [("Europe/Rome", "Roma"), ("Etc/GMT-1", "UTC+1"), ("Etc/GMT+3", "UTC\N{MINUS SIGN}3")],
)
def test_clock_without_a_place_is_called_as_people_call_it(zone: str, city: str) -> None:
    assert Dates("it").city(zone) == city


def test_hour_that_comes_twice_is_told_apart_by_how_far_the_clock_is_ahead() -> None:
    rome = ZoneInfo("Europe/Rome")
    start = datetime(2027, 10, 31, 2, 30, tzinfo=rome)

    hour = Dates("en").appointment(start, datetime(2027, 10, 31, 2, 30, tzinfo=rome, fold=1))
    later = Dates("en").appointment(start.replace(hour=9), start.replace(hour=10))

    assert hour == "Sun 31 Oct 2027, 02:30 UTC+2\N{EN DASH}02:30 UTC+1"
    assert later == "Sun 31 Oct 2027, 09:30\N{EN DASH}10:30"
