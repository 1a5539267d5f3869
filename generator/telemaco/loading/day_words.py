"""What is wrong with a date or a time of day: code, message and hint."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from telemaco.loading.quoting import Words, quoted
from telemaco.messages import Fact, Message, msg
from telemaco.records.base import YEARS
from telemaco.records.parsing import Fault


def _not_a_date(key: Fact, fault: Fault) -> Words:
    return (
        "bad-date",
        msg("{key}: {value} is not a date", key=key, value=quoted(fault.value)),
        msg("Write year, month and day: 2027-02-03."),
    )


def _no_such_day(key: Fact, fault: Fault) -> Words:
    return (
        "bad-date",
        msg("{key}: {value} is not in the calendar", key=key, value=quoted(fault.value)),
        msg("Check the month and the day; the order is year, month, day: 2027-02-03."),
    )


def _too_far(key: Fact, fault: Fault) -> Words:
    first, last = YEARS
    return (
        "bad-date",
        msg(
            "{key}: the year of {value} is not from {first} to {last}",
            key=key,
            value=quoted(fault.value),
            first=first,
            last=last,
        ),
        msg("Check the year; the order is year, month, day: 2027-02-03."),
    )


_CURLY = frozenset("\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb")
"""Quotation marks as word processors set them, which are part of the text for YAML."""

_STRAIGHT = msg('Write it between straight quotes, as on the keyboard: "18:30".')

_HOURS_AND_MINUTES = msg("Write hours and minutes, from 0:00 to 24:00: 18:30.")
_ONE_QUOTE = msg('A quotation mark is too much, or its other half is missing: 18:30 or "18:30".')


def _not_a_time(key: Fact, fault: Fault) -> Words:
    return (
        "bad-time",
        msg("{key}: {value} is not a time of day", key=key, value=quoted(fault.value)),
        _how_to_write_a_time({*str(fault.value)}),
    )


def _how_to_write_a_time(signs: AbstractSet[str]) -> Message:
    if _CURLY & signs:
        return _STRAIGHT
    return _ONE_QUOTE if signs & {'"', "'"} else _HOURS_AND_MINUTES


def _not_a_start(key: Fact, fault: Fault) -> Words:
    value = quoted(fault.value)
    return (
        "bad-start",
        msg("{key}: {value} is not a time of day and a time zone", key=key, value=value),
        msg("Write both, with a space between them: 18:00 Europe/Rome."),
    )


def _time_order(key: Fact, _fault: Fault) -> Words:
    return (
        "wrong-order",
        msg("{key}: the time ends before it begins", key=key),
        msg("Swap from and to. A time over midnight needs two entries: to 24:00, and from 0:00."),
    )


def _range_order(key: Fact, fault: Fault) -> Words:
    return (
        "wrong-order",
        msg("{key}: {value} ends before it begins", key=key, value=quoted(fault.value)),
        msg("Write the first day, two dots, the last day."),
    )


def _not_quiet(key: Fact, fault: Fault) -> Words:
    return (
        "bad-quiet-day",
        msg(
            "{key}: {value} is not a weekday or a range of dates",
            key=key,
            value=quoted(fault.value),
        ),
        msg("Write sat, 2027-12-24 or 2027-12-20..2028-01-06."),
    )


WORDS_OF_DAYS: Mapping[str, Callable[[Fact, Fault], Words]] = {
    "date_form": _not_a_date,
    "date_not_in_calendar": _no_such_day,
    "date_out_of_reach": _too_far,
    "time_form": _not_a_time,
    "start_form": _not_a_start,
    "free_time_order": _time_order,
    "range_order": _range_order,
    "quiet_form": _not_quiet,
}
"""By the type of the fault."""
