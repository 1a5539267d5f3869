"""The parts that all records are made of: ids, dates, texts in several languages."""

import re
from datetime import date
from typing import Annotated, NamedTuple, NewType

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 60
YEARS = (1900, 2200)
"""The first and the last year of a date: others are slips, and leave no room to reckon with."""

_ID = StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d|24:00", re.ASCII)
_START = re.compile(r"((?:[01]?\d|2[0-3]):[0-5]\d) +([A-Za-z][\w+/-]*)", re.ASCII)


class Record(BaseModel):
    """A record, or a part of one, as a file says it. Frozen; unknown keys are refused.

    Validators are built at first use, so that a command pays only for what it reads.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, str_strip_whitespace=True
    )


def _parse_date(value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        return day_of(value)
    raise PydanticCustomError("date_form", "not a date")


def day_of(text: str) -> date:
    """The day that is written like 2027-02-03. Raises PydanticCustomError."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("date_not_in_calendar", "not in the calendar") from None
    if not is_within_reach(day):
        raise PydanticCustomError("date_out_of_reach", "not in a year that is allowed")
    return day


def is_within_reach(day: date) -> bool:
    """Whether the day's year is one that a community may name."""
    return YEARS[0] <= day.year <= YEARS[1]


def _parse_time(value: object) -> int:
    if isinstance(value, int):
        return value
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise PydanticCustomError("time_form", "not a time of day")
    hours, minutes = value.split(":")
    return int(hours) * 60 + int(minutes)


def _write_time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Start(NamedTuple):
    """A time of day and the IANA time zone by whose clock it is; `minute` is after midnight."""

    minute: int
    zone: str

    def __str__(self) -> str:
        """18:00 Europe/Rome."""
        return f"{_write_time(self.minute)} {self.zone}"


def _parse_start(value: object) -> Start:
    found = _START.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError("start_form", "not a time and a time zone")
    hours, minutes = found[1].split(":")
    return Start(int(hours) * 60 + int(minutes), found[2])


def _text_kind(value: object) -> str:
    return "by language" if isinstance(value, dict) else "one language"


PersonId = NewType("PersonId", str)
ProgramId = NewType("ProgramId", str)
PairName = NewType("PairName", str)
SkillId = NewType("SkillId", str)
AgendaId = NewType("AgendaId", str)
SurveyId = NewType("SurveyId", str)
GoalId = NewType("GoalId", str)
ItemId = NewType("ItemId", str)
Language = NewType("Language", str)

PersonRef = Annotated[PersonId, _ID]
ProgramRef = Annotated[ProgramId, _ID]
SkillRef = Annotated[SkillId, _ID]
AgendaRef = Annotated[AgendaId, _ID]
SurveyRef = Annotated[SurveyId, _ID]
GoalRef = Annotated[GoalId, _ID]
ItemRef = Annotated[ItemId, _ID]
SeriesRef = Annotated[str, _ID]

LanguageCode = Annotated[Language, StringConstraints(pattern="^[a-z]{2,3}(-[A-Z]{2})?$")]
"""A language as BCP 47 writes the common ones: `it`, `pt-BR`."""

Text = Annotated[str, StringConstraints(min_length=1)]

_TextByLanguage = Annotated[dict[LanguageCode, Text], Field(min_length=1), Tag("by language")]

LocalText = Annotated[
    Annotated[Text, Tag("one language")] | _TextByLanguage,
    Discriminator(_text_kind),
]
"""A text, or one text a language. Read it with `records.text.in_language`."""

Url = Annotated[str, StringConstraints(pattern="^https?://[^ ]+$", max_length=500)]

Date = Annotated[
    date,
    PlainValidator(_parse_date),
    WithJsonSchema({"type": "string", "format": "date"}),
]
"""A day, written 2027-02-03."""

TimeOfDay = Annotated[
    int,
    PlainValidator(_parse_time),
    PlainSerializer(_write_time, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$|^24:00$"}),
]
"""Minutes since midnight, written 18:30."""

StartTime = Annotated[
    Start,
    PlainValidator(_parse_start),
    PlainSerializer(str, when_used="json"),
    WithJsonSchema(
        {"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9] +[A-Za-z][A-Za-z0-9_+/-]*$"}
    ),
]
"""A time of day by a zone's clock, written 18:00 Europe/Rome."""
