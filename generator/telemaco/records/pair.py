"""pairs/<program>/<pair>/pair.yaml: a pair or a group."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from telemaco.records.base import (
    Date,
    GoalRef,
    LocalText,
    PersonRef,
    Record,
    Text,
    Url,
)
from telemaco.records.program import Cadence


class PairStatus(StrEnum):
    """Where a pair is in its life."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    ENDED_EARLY = "ended-early"
    CANCELLED = "cancelled"


class PairRole(StrEnum):
    """What a member is in the pair."""

    MENTOR = "mentor"
    CO_MENTOR = "co-mentor"
    MENTEE = "mentee"
    PEER = "peer"
    FACILITATOR = "facilitator"


class EndReason(StrEnum):
    """Why a pair ended, in neutral words."""

    GOALS_REACHED = "goals-reached"
    NO_TIME = "no-time"
    NO_FIT = "no-fit"
    MOVED_ON = "moved-on"
    HEALTH = "health"
    NO_CONTACT = "no-contact"
    CONDUCT = "conduct"
    PROGRAM_ENDED = "program-ended"
    OTHER = "other"


class Member(Record):
    """Somebody in the pair."""

    person: PersonRef = Field(description="The person's file name.")
    role: PairRole = Field(description="What they are in the pair.")
    start: Date | None = Field(None, alias="from", description="First day, if not the pair's.")
    end: Date | None = Field(None, alias="until", description="Last day, if not the pair's.")
    confirmed: Date | None = Field(None, description="The day they agreed to the pair.")


class MatchOrigin(Record):
    """The run of the matching that proposed the pair."""

    receipt: Text = Field(description="The receipt's file name, without the ending.")
    score: int = Field(ge=0, le=100, description="The pair's score, of 100.")


class PairMeeting(Record):
    """Where the pair meets."""

    tool: Literal["jitsi", "zoom", "teams", "meet", "in-person", "other"] = Field(
        description="The tool."
    )
    url: Url | None = Field(
        None, description="The room. In a public repository everybody can read it."
    )


class Agreement(Record):
    """What the members agreed on."""

    version: Text = Field(description="The version of the text.")
    accepted: dict[PersonRef, Date] = Field({}, description="Who accepted it on which day.")
    versions: dict[PersonRef, Text] = Field(
        {}, description="Who accepted another version than that one, and which."
    )
    notice_days: int | None = Field(
        None, ge=0, le=60, description="Days before a meeting by which one says that one cannot."
    )
    between_us: LocalText | None = Field(
        None, description="What stays between the members, in their own words."
    )
    review_on: Date | None = Field(None, description="The day to look at it again.")


class Rating(Record):
    """How far a goal is, on a day."""

    on: Date = Field(description="The day.")
    by: PersonRef = Field(description="Who rated it.")
    level: int = Field(ge=-2, le=2, description="-2: much less than hoped, 2: much more.")


class Goal(Record):
    """What the pair works towards."""

    id: GoalRef = Field(description="A short word for it; session notes refer to it.")
    statement: LocalText = Field(description="The goal in one sentence.")
    success: LocalText | None = Field(None, description="How one sees that it is reached.")
    owner: PersonRef | None = Field(None, description="Whose goal it is.")
    copied_from: PersonRef | None = Field(
        None,
        description="Among whose own goals it stood when the pair began. While they do not publish "
        "their goals it is shown to nobody, whatever becomes of its words; delete the line when "
        "the pair has made the goal its own.",
    )
    due: Date | None = Field(None, description="By when.")
    objective: GoalRef | None = Field(None, description="The program's objective it serves.")
    status: Literal["open", "achieved", "partly", "dropped"] = Field(
        "open", description="What became of it."
    )
    baseline: int | None = Field(None, ge=-2, le=2, description="Where it stood at the start.")
    ratings: tuple[Rating, ...] = Field((), description="How far it was, on which day.")


class MilestoneDone(Record):
    """A milestone of the program that the pair reached."""

    id: GoalRef = Field(description="The milestone's id in the program.")
    done_on: Date = Field(description="The day.")
    evidence: LocalText | None = Field(None, description="What shows it.")


class Closing(Record):
    """How the pair ended."""

    on: Date = Field(description="The day of the last meeting.")
    reflection: LocalText | None = Field(None, description="What they made of it.")
    next_step: LocalText | None = Field(None, description="What comes next.")


class Pair(Record):
    """A pair or a group."""

    members: tuple[Member, ...] = Field(min_length=2, description="Who belongs to it.")
    title: LocalText | None = Field(None, description="The name of a group.")
    status: PairStatus = Field(description="Where it is in its life.")
    start: Date = Field(description="First day.")
    expected_end: Date | None = Field(None, description="The day it should end.")
    end: Date | None = Field(None, description="The day it ended.")
    paused_until: Date | None = Field(None, description="Rests until this day.")
    reason: EndReason | None = Field(None, description="Why it ended.")
    match: MatchOrigin | None = Field(None, description="The run that proposed it.")
    cadence: Cadence | None = Field(None, description="Its own rhythm, if not the program's.")
    meeting: PairMeeting | None = Field(None, description="Where it meets.")
    agreement: Agreement | None = Field(None, description="What the members agreed on.")
    goals: tuple[Goal, ...] = Field((), description="What it works towards.")
    milestones: tuple[MilestoneDone, ...] = Field((), description="Milestones it reached.")
    closing: Closing | None = Field(None, description="How it ended.")
