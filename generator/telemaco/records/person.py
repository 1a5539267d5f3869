"""program/people/<person>.yaml: a person and their enrolments."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from telemaco.records.base import (
    Date,
    LanguageCode,
    LocalText,
    PersonRef,
    ProgramRef,
    Record,
    SkillRef,
    Text,
    TimeOfDay,
    Url,
)
from telemaco.records.program import Role
from telemaco.records.reminders import Weekday


class LanguageLevel(StrEnum):
    """How well somebody speaks a language; `working` is enough to mentor in it."""

    BASIC = "basic"
    WORKING = "working"
    FLUENT = "fluent"
    NATIVE = "native"


class SkillLevel(StrEnum):
    """How well somebody masters a skill."""

    NONE = "none"
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    EXPERT = "expert"


class EnrolmentStatus(StrEnum):
    """Where a person stands in a program."""

    APPLIED = "applied"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    MATCHED = "matched"
    PAUSED = "paused"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"


PersonField = Literal[
    "name",
    "pronouns",
    "github",
    "timezone",
    "languages",
    "location",
    "headline",
    "bio",
    "links",
    "availability",
    "hours_per_month",
    "offers",
    "seeks",
    "goals",
    "experience_years",
    "approach",
    "values",
    "trained",
    "pairs",
    "certificate",
]
"""What a person may allow to be published.

`pairs` is that they belong to a pair, `certificate` that they completed a program.
"""

PersonValue = Literal[
    "curiosity",
    "honesty",
    "patience",
    "courage",
    "kindness",
    "fairness",
    "independence",
    "excellence",
    "playfulness",
    "service",
    "tradition",
    "growth",
]


class Link(Record):
    """A page about the person."""

    label: LocalText = Field(description="What it is.")
    url: Url = Field(description="Its address.")


class FreeTime(Record):
    """Hours of the week in which somebody is free, in their own time zone."""

    days: tuple[Weekday, ...] = Field(min_length=1, description="Days of the week.")
    start: TimeOfDay = Field(alias="from", description="From this time, e.g. 18:00.")
    end: TimeOfDay = Field(alias="to", description="To this time of the same day, 24:00 at most.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise PydanticCustomError("free_time_order", "ends before it begins")
        return self


class Offer(Record):
    """A skill that somebody can help with."""

    skill: SkillRef = Field(description="An id of program/skills.yaml.")
    level: SkillLevel = Field(SkillLevel.ADVANCED, description="How well the person masters it.")


class Wish(Record):
    """A skill that somebody wants to learn."""

    skill: SkillRef = Field(description="An id of program/skills.yaml.")
    now: SkillLevel = Field(SkillLevel.BEGINNER, description="How well they master it today.")
    target: SkillLevel = Field(SkillLevel.ADVANCED, description="How well they want to.")
    priority: int = Field(2, ge=1, le=3, description="1 matters most, 3 least.")


class PersonalGoal(Record):
    """What somebody wants to reach."""

    statement: LocalText = Field(description="The goal in one sentence.")
    by: Date | None = Field(None, description="By when.")


class Approach(Record):
    """How somebody likes to learn, or to teach."""

    structure: int = Field(3, ge=1, le=5, description="1: as it comes, 5: by a plan.")
    directness: int = Field(3, ge=1, le=5, description="1: gentle hints, 5: plain words.")
    initiative: int = Field(3, ge=1, le=5, description="1: the mentor leads, 5: the mentee leads.")
    learns_by: tuple[Literal["doing", "discussing", "reading", "watching", "writing"], ...] = Field(
        (), description="The ways that suit best."
    )


class Enrolment(Record):
    """A person's place in a program."""

    program: ProgramRef = Field(description="The program's file name.")
    role: Role = Field(description="What they take part as.")
    status: EnrolmentStatus = Field(description="Where they stand.")
    capacity: int | None = Field(
        None, ge=0, le=100, description="Mentees a mentor takes; the program's default if left out."
    )
    prefers: tuple[PersonRef, ...] = Field((), description="People they ask for, best first.")
    comes_first: bool = Field(
        default=False, description="Whether they must get somebody if at all possible."
    )
    since: Date | None = Field(None, description="First day.")
    until: Date | None = Field(None, description="Last day.")


class Training(Record):
    """A training that somebody completed."""

    module: LocalText = Field(description="Its name.")
    on: Date = Field(description="The day.")


class Consent(Record):
    """What a person allows to be published."""

    text: Text = Field(description="The version of the text they agreed to.")
    on: Date = Field(description="The day they agreed.")
    publish: tuple[PersonField, ...] = Field((), description="Fields that the site may show.")


class Person(Record):
    """A person. There is no field for an e-mail address, a phone number or an address."""

    name: Text = Field(description="The name they want to be called by.")
    pronouns: Text | None = Field(None, description="Their pronouns.")
    github: Annotated[
        str | None,
        StringConstraints(pattern="^[A-Za-z0-9](-?[A-Za-z0-9])*(_[A-Za-z0-9]+)?$", max_length=39),
    ] = Field(None, description="Their login on GitHub, without @.")
    timezone: Text = Field(description="Their IANA time zone, e.g. Europe/Rome.")
    languages: dict[LanguageCode, LanguageLevel] = Field(
        min_length=1, description="Languages they speak, and how well."
    )
    location: LocalText | None = Field(None, description="City or country, as they like.")
    headline: LocalText | None = Field(None, description="One line about them.")
    bio: LocalText | None = Field(None, description="More about them, in Markdown.")
    links: tuple[Link, ...] = Field((), description="Pages about them.")
    availability: tuple[FreeTime, ...] = Field((), description="When they are free.")
    hours_per_month: int | None = Field(None, ge=0, le=200, description="Hours they can give.")
    offers: tuple[Offer, ...] = Field((), description="Skills they can help with.")
    seeks: tuple[Wish, ...] = Field((), description="Skills they want to learn.")
    goals: tuple[PersonalGoal, ...] = Field((), description="What they want to reach.")
    experience_years: int | None = Field(None, ge=0, le=80, description="Years in the field.")
    approach: Approach | None = Field(None, description="How they like to learn or teach.")
    values: tuple[PersonValue, ...] = Field(
        (), max_length=3, description="What matters to them, three at most."
    )
    enrolments: tuple[Enrolment, ...] = Field(description="Their places in programs.")
    excludes: tuple[PersonRef, ...] = Field(
        (), description="People they must not be paired with; private repositories only."
    )
    trained: tuple[Training, ...] = Field((), description="Trainings they completed.")
    consent: Consent = Field(description="What they allow to be published.")
    confirmed: Date | None = Field(
        None, description="The day they last said that this file is right."
    )
    paused_until: Date | None = Field(None, description="Not available before this day.")
