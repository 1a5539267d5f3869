from datetime import date

import pytest

from telemaco.tables.days import DayOrder, Orders, day_of, orders

THIRD = date(2027, 2, 3)


@pytest.mark.parametrize(
    "cell",
    [
        "2027-02-03",
        "2027-02-03T10:33:12Z",
        "2027/02/03 10:33:12 AM GMT+1",
        "3 febbraio 2027",
        "mercoledì 3 febbraio 2027",
        "3rd Feb 2027",
        "February 3, 2027 10:00",
        "Feb 3rd 2027",
        "Wednesday, February 3, 2027",
    ],
)
def test_day_that_can_be_read_in_one_way(cell: str) -> None:
    assert day_of(cell, None) == THIRD


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("3/2/2027 10:33", "day-first", THIRD),
        ("2/3/27 9:12", "month-first", THIRD),
        ("03.02.2027", "day-first", THIRD),
        ("03.02.2027", "month-first", THIRD),
        ("3.2.27 10:00", None, THIRD),
        ("02.13.2027", "month-first", None),
        ("2027-02-03", "month-first", THIRD),
        ("2/3/2027", None, None),
        ("3/3/2027", None, date(2027, 3, 3)),
        ("31/2/2027", "day-first", None),
        ("3 brumaire 2027", None, None),
        ("next week", None, None),
        ("", None, None),
    ],
)
def test_day_that_depends_on_the_order(cell: str, order: DayOrder | None, day: date | None) -> None:
    assert day_of(cell, order) == day


def test_order_of_a_column_is_told_by_all_its_cells() -> None:
    day_first = orders(["", "1/2/2027", "13/2/2027", "2027-02-13", "3/3/2027"])
    month_first = orders(["1/2/2027", "2/13/2027", "13.02.2027"])
    open_yet = orders(["1/2/2027", "2027-02-13"])
    mixed = orders(["2/13/2027", "13/2/2027"])

    assert day_first == Orders("13/2/2027", "", "1/2/2027")
    assert (day_first.order, month_first.order) == ("day-first", "month-first")
    assert (open_yet.order, open_yet.is_mixed) == (None, False)
    assert (mixed.order, mixed.is_mixed) == (None, True)
