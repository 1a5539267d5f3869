"""program/programs/<program>.yaml: one run of a program."""

from enum import StrEnum
from typing import Literal, assert_never

from pydantic import Field

from telemaco.records.base import (
    AgendaRef,
    Date,
    GoalRef,
    LanguageCode,
    LocalText,
    PersonRef,
    Record,
    SeriesRef,
    SurveyRef,
    Text,
    Url,
)
from telemaco.records.reminders import Reminders


class ProgramStatus(StrEnum):
    """Where a program is in its life."""

    DRAFT = "draft"
    OPEN = "open"
    MATCHING = "matching"
    RUNNING = "running"
    CLOSING = "closing"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    ARCHIVED = "archived"


class ProgramKind(StrEnum):
    """Whether people meet by twos, in groups or among equals."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    PEER_CIRCLE = "peer-circle"
    REVERSE = "reverse"
    FLASH = "flash"


class Weight(StrEnum):
    """How much a criterion counts in the matching."""

    REQUIRED = "required"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OFF = "off"


class Role(StrEnum):
    """What a person takes part as."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    PEER = "peer"
    FACILITATOR = "facilitator"


class Moment(StrEnum):
    """When a survey is asked, in the order in which the moments come.

    `after-session` is after the first one, `exit` after an end before the time, and `unmatched`
    is for those who found nobody.
    """

    START = "start"
    UNMATCHED = "unmatched"
    AFTER_SESSION = "after-session"
    DAY_30 = "day-30"
    MIDPOINT = "midpoint"
    END = "end"
    EXIT = "exit"
    PLUS_3_MONTHS = "plus-3-months"


class Objective(Record):
    """What a program wants to reach."""

    id: GoalRef = Field(description="A short word for it; goals of pairs refer to it.")
    statement: LocalText = Field(description="The objective in one sentence.")
    indicator: LocalText | None = Field(None, description="How one sees that it is reached.")
    target: LocalText | None = Field(None, description="The value to reach.")


class Eligibility(Record):
    """What people agree to before they take part."""

    mentor: tuple[LocalText, ...] = Field((), description="Statements for mentors.")
    mentee: tuple[LocalText, ...] = Field((), description="Statements for mentees.")
    peer: tuple[LocalText, ...] = Field((), description="Statements for the peers of a circle.")

    def for_role(self, role: Role) -> tuple[LocalText, ...]:
        """The statements for a role; facilitators have none."""
        match role:
            case Role.MENTOR:
                return self.mentor
            case Role.MENTEE:
                return self.mentee
            case Role.PEER:
                return self.peer
            case Role.FACILITATOR:
                return ()
            case _:
                assert_never(role)


class ProgramDates(Record):
    """The days that shape a program."""

    applications_open: Date | None = Field(None, description="First day to apply.")
    applications_close: Date | None = Field(None, description="Last day to apply.")
    match_by: Date | None = Field(None, description="The day by which pairs are known.")
    start: Date = Field(description="First day.")
    midpoint: Date | None = Field(None, description="The day of the midpoint review.")
    end: Date | None = Field(None, description="Last day; an informal program may have none.")


class Cadence(Record):
    """How often people meet."""

    every: int = Field(ge=1, le=12, description="Every how many weeks or months.")
    unit: Literal["week", "month"] = Field(description="Weeks or months.")
    minutes: int | None = Field(None, ge=5, le=480, description="How long a session should be.")
    minimum_sessions: int | None = Field(
        None, ge=1, le=500, description="Sessions that a pair should hold at least."
    )


class Capacity(Record):
    """How many people there is room for."""

    pairs: int | None = Field(None, ge=1, le=100_000, description="Pairs or groups at most.")
    mentor_default: int = Field(
        1, ge=0, le=100, description="Mentees of a mentor who says nothing."
    )
    group_minimum: int = Field(2, ge=1, le=100, description="Mentees that a group needs.")
    group_maximum: int = Field(6, ge=1, le=100, description="Mentees that a group takes.")
    co_mentors: int = Field(
        0, ge=0, le=3, description="Co-mentors that a group may have besides its mentor."
    )


class Meeting(Record):
    """Where people meet."""

    tool: Literal["jitsi", "zoom", "teams", "meet", "in-person", "other"] = Field(
        description="The tool."
    )
    url: Url | None = Field(None, description="A public page about it; never a private room.")


class Chat(Record):
    """Where a program talks."""

    kind: Text = Field(description="The kind of chat.")
    url: Url = Field(description="The public address that leads to it.")


class Weights(Record):
    """How much each criterion counts."""

    skills: Weight = Field(Weight.HIGH, description="Skills wanted and offered.")
    goals: Weight = Field(Weight.MEDIUM, description="Goals in common.")
    languages: Weight = Field(Weight.REQUIRED, description="Languages in common.")
    availability: Weight = Field(Weight.REQUIRED, description="Free hours in common.")
    approach: Weight = Field(Weight.LOW, description="How people like to learn and to teach.")
    experience: Weight = Field(Weight.LOW, description="The step in experience.")
    preference: Weight = Field(Weight.HIGH, description="The people somebody asked for.")


class Matching(Record):
    """What counts in the matching, and its limits."""

    weights: Weights = Field(Weights.model_construct(), description="What counts how much.")
    objective: Literal["fair", "total", "coverage", "stable"] = Field(
        "fair", description="What the best set of pairs is."
    )
    spread: Literal["even", "none"] = Field(
        "none", description="Whether mentors should have about as many mentees each."
    )
    rules: tuple[Text, ...] = Field((), description="Further limits of the program.")
    minimum_score: int = Field(
        0, ge=0, le=100, description="Pairs that score less are not proposed (of 100)."
    )
    maximum_timezone_gap: int | None = Field(
        None, ge=0, le=14, description="Hours between two people's clocks at most."
    )
    repeat_pairs: bool = Field(default=True, description="Whether people may be paired again.")


class Milestone(Record):
    """Something every pair should have done by a certain time."""

    id: GoalRef = Field(description="A short word for it.")
    title: LocalText = Field(description="What is to be done.")
    after_days: int = Field(ge=0, le=3650, description="Days after the pair's start.")
    evidence: LocalText | None = Field(None, description="What shows that it is done.")


class AgendaChoice(Record):
    """Which guide a session uses."""

    session: Text = Field(
        pattern=r"^([1-9][0-9]{0,2}|last|midpoint|default)$",
        description="The number of the session, midpoint, last, or default.",
    )
    agenda: AgendaRef = Field(description="The guide's name.")


class Evaluation(Record):
    """A survey and when it is asked."""

    survey: SurveyRef = Field(description="The survey's name.")
    at: Moment = Field(description="When it is asked.")
    roles: tuple[Role, ...] = Field((), description="Who is asked; everybody when left out.")
    forms: dict[Role, Url] = Field(
        {}, description="The page of the form outside, by role; check-ins lead there."
    )


class Completion(Record):
    """What counts as having completed the program."""

    minimum_sessions: int | None = Field(None, ge=0, le=500, description="Sessions held.")
    surveys: tuple[SurveyRef, ...] = Field(
        (),
        description="Surveys that belong to it; each is among those asked. Whose answers are there "
        "is not looked at.",
    )
    certificate: bool = Field(default=False, description="Whether people get a certificate.")


class Program(Record):
    """One run of a program: a cohort."""

    title: LocalText = Field(description="The name of the program.")
    summary: LocalText = Field(description="What it is, in a few sentences.")
    status: ProgramStatus = Field(description="Where it is in its life.")
    style: Literal["formal", "informal"] = Field(
        description="A formal program has objectives, a rhythm and follow-up; an informal "
        "one chases nobody."
    )
    kind: ProgramKind = Field(description="Who meets whom.")
    series: SeriesRef | None = Field(None, description="The word that ties its runs together.")
    languages: tuple[LanguageCode, ...] = Field(
        (), description="Languages it is held in; the community's when left out."
    )
    coordinators: tuple[PersonRef, ...] = Field(
        (), description="Who runs it; the community's coordinators when left out."
    )
    objectives: tuple[Objective, ...] = Field((), description="What it wants to reach.")
    eligibility: Eligibility = Field(
        Eligibility.model_construct(), description="What people agree to."
    )
    dates: ProgramDates = Field(description="Its days.")
    cadence: Cadence | None = Field(None, description="How often people meet.")
    capacity: Capacity = Field(Capacity.model_construct(), description="How many it takes.")
    meeting: Meeting | None = Field(None, description="Where people meet.")
    chat: Chat | None = Field(None, description="Where it talks.")
    matching: Matching = Field(Matching.model_construct(), description="How pairs are proposed.")
    milestones: tuple[Milestone, ...] = Field((), description="What every pair should do by when.")
    agendas: tuple[AgendaChoice, ...] = Field((), description="Guides for its sessions.")
    reminders: Reminders | None = Field(None, description="How its reminders behave.")
    evaluation: tuple[Evaluation, ...] = Field((), description="Surveys and when they are asked.")
    completion: Completion | None = Field(None, description="What counts as completed.")
    handbook: Text | None = Field(None, description="The handbook page to start with.")
