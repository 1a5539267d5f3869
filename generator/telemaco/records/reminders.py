"""How reminders behave: part of a program and of the community."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from telemaco.records.base import Record, day_of

_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.\.(\d{4}-\d{2}-\d{2}))?", re.ASCII)


class Weekday(StrEnum):
    """Days of the week, in the order of Python's `date.weekday`."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return tuple(Weekday).index(self)


_WEEKDAYS = frozenset(day.value for day in Weekday)


class DateRange(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"


def _parse_quiet(value: object) -> Weekday | DateRange:
    if isinstance(value, Weekday | DateRange):
        return value
    if isinstance(value, str):
        if value in _WEEKDAYS:
            return Weekday(value)
        found = _RANGE.fullmatch(value)
        if found:
            return _range(found[1], found[2] or found[1])
    raise PydanticCustomError("quiet_form", "not a weekday or a range of dates")


def _range(first: str, last: str) -> DateRange:
    days = DateRange(day_of(first), day_of(last))
    if days.last < days.first:
        raise PydanticCustomError("range_order", "ends before it begins")
    return days


Quiet = Annotated[
    Weekday | DateRange,
    PlainValidator(_parse_quiet),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^(mon|tue|wed|thu|fri|sat|sun|\d{4}-\d{2}-\d{2}(\.\.\d{4}-\d{2}-\d{2})?)$",
        }
    ),
]
"""A weekday (`sat`), a day (2027-12-24) or a range of days (2027-12-20..2028-01-06)."""


class Rung(Record):
    """One step of the ladder that a reminder climbs while nothing happens."""

    after_days: int = Field(ge=0, le=365, description="Days after the check-in fell due.")
    to: Literal["pair", "coordinator"] = Field(description="Whom it addresses.")
    action: Literal["nudge", "escalate", "close"] = Field(description="What happens.")


class Reminders(Record):
    """How reminders behave."""

    grace_days: int = Field(
        default=3,
        ge=0,
        le=60,
        description="Days after a session should have been before it is due.",
    )
    ladder: tuple[Rung, ...] = Field(
        default=(
            Rung.model_construct(after_days=7, to="pair", action="nudge"),
            Rung.model_construct(after_days=14, to="coordinator", action="escalate"),
        ),
        description="What follows while nothing happens, in order.",
    )
    quiet: tuple[Quiet, ...] = Field(
        default=(),
        description="Days on which no reminder goes out: sat, or 2027-12-20..2028-01-06.",
    )
    snooze_maximum_days: int = Field(
        default=60,
        ge=0,
        le=365,
        description="The longest time for which a check-in can be put off.",
    )


class CommunityReminders(Reminders):
    """How reminders behave in programs that say nothing themselves, and how much a run does."""

    writes_per_run: int = Field(
        default=20,
        ge=10,
        le=50,
        description="Changes that one run makes on the forge at most; the rest waits for the next.",
    )
