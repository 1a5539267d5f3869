"""pairs/<program>/<pair>/<date>.md: the front matter of a session note."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from telemaco.records.base import (
    AgendaRef,
    Date,
    GoalRef,
    PersonRef,
    Record,
    StartTime,
    Text,
)
from telemaco.records.community import NoteVisibility


class NoteStatus(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    RESCHEDULED = "rescheduled"
    CANCELLED = "cancelled"


class Attendance(StrEnum):
    """Whether a member was there."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"


class Action(Record):
    """Something a member wants to do before the next session."""

    id: GoalRef = Field(description="A short word for it.")
    text: Text = Field(description="What is to be done.")
    owner: PersonRef | None = Field(None, description="Who does it.")
    due: Date | None = Field(None, description="By when.")
    done_on: Date | None = Field(None, description="The day it was done.")


class Moved(Record):
    """That a planned session has another time than it had; `telemaco meet` writes it."""

    times: int = Field(ge=1, le=999, description="How often it was moved.")
    first: Text | None = Field(
        None,
        alias="from",
        description="The name of the note of the day it was first planned for, if another.",
    )


class Note(Record):
    """A session; the file's name is its date, the text below the front matter its body."""

    status: NoteStatus = Field(description="What became of the session.")
    starts: StartTime | None = Field(
        None, description="When it begins, and by the clock of which time zone: 18:00 Europe/Rome."
    )
    minutes: int | None = Field(None, ge=1, le=1440, description="How long it took.")
    mode: Literal["online", "in-person", "written"] | None = Field(
        None, description="How people met."
    )
    # A map as a default would be copied for every note, a sixth of the time in which it is read.
    attendance: dict[PersonRef, Attendance] = Field(
        default_factory=dict, description="Who was there."
    )
    agenda: AgendaRef | None = Field(None, description="The guide that was used.")
    goals: dict[GoalRef, Annotated[int, Field(ge=-2, le=2)]] = Field(
        default_factory=dict,
        description="How far the pair's goals are: -2 much less than hoped, 2 much more.",
    )
    actions: tuple[Action, ...] = Field((), description="What is to be done next.")
    moved: Moved | None = Field(None, description="That it had another time before.")
    next: Date | None = Field(None, description="The day of the next session.")
    visibility: NoteVisibility | None = Field(
        None, description="What the site may show; the community's rule when left out."
    )
