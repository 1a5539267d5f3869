"""The words that pages have for the choices of the records."""

from collections.abc import Mapping

from telemaco.messages import Message, msg
from telemaco.model.pairings import Pairing, pairing_of
from telemaco.records.note import NoteStatus
from telemaco.records.pair import PairRole, PairStatus
from telemaco.records.person import LanguageLevel, SkillLevel
from telemaco.records.program import ProgramKind, ProgramStatus
from telemaco.records.reminders import Weekday
from telemaco.render.pairing_titles import counted

PROGRAM_STATUS: Mapping[ProgramStatus, Message] = {
    ProgramStatus.DRAFT: msg("In preparation"),
    ProgramStatus.OPEN: msg("Open for applications"),
    ProgramStatus.MATCHING: msg("Matching under way"),
    ProgramStatus.RUNNING: msg("Running"),
    ProgramStatus.CLOSING: msg("Coming to its end"),
    ProgramStatus.COMPLETED: msg("Completed"),
    ProgramStatus.CANCELLED: msg("Cancelled"),
    ProgramStatus.ARCHIVED: msg("Archived"),
}

PROGRAM_KIND: Mapping[ProgramKind, Message] = {
    ProgramKind.ONE_TO_ONE: msg("One to one"),
    ProgramKind.GROUP: msg("In groups"),
    ProgramKind.PEER_CIRCLE: msg("Peer circle"),
    ProgramKind.REVERSE: msg("Reverse mentoring"),
    ProgramKind.FLASH: msg("Single conversations"),
}

# A page never says who gave up: every end reads alike.
PAIR_STATUS: Mapping[PairStatus, Message] = {
    PairStatus.PROPOSED: msg("Proposed"),
    PairStatus.CONFIRMED: msg("About to begin"),
    PairStatus.ACTIVE: msg("Active"),
    PairStatus.PAUSED: msg("Taking a break"),
    PairStatus.COMPLETED: msg("Ended"),
    PairStatus.ENDED_EARLY: msg("Ended"),
    PairStatus.CANCELLED: msg("Ended"),
}

NOTE_STATUS: Mapping[NoteStatus, Message] = {
    NoteStatus.PLANNED: msg("Planned"),
    NoteStatus.HELD: msg("Held"),
    NoteStatus.MISSED: msg("Did not take place"),
    NoteStatus.RESCHEDULED: msg("Moved to another day"),
    NoteStatus.CANCELLED: msg("Called off"),
}

PAIR_ROLE: Mapping[PairRole, Message] = {
    PairRole.MENTOR: msg("Mentor"),
    PairRole.CO_MENTOR: msg("Co-mentor"),
    PairRole.MENTEE: msg("Mentee"),
    PairRole.PEER: msg("Peer"),
    PairRole.FACILITATOR: msg("Facilitator"),
}

SKILL_LEVEL: Mapping[SkillLevel, Message] = {
    SkillLevel.NONE: msg("new to it"),
    SkillLevel.BEGINNER: msg("beginner"),
    SkillLevel.INTERMEDIATE: msg("intermediate"),
    SkillLevel.ADVANCED: msg("advanced"),
    SkillLevel.EXPERT: msg("expert"),
}

LANGUAGE_LEVEL: Mapping[LanguageLevel, Message] = {
    LanguageLevel.BASIC: msg("basic"),
    LanguageLevel.WORKING: msg("working"),
    LanguageLevel.FLUENT: msg("fluent"),
    LanguageLevel.NATIVE: msg("native"),
}

GOAL_STATUS: Mapping[str, Message] = {
    "open": msg("Under way"),
    "achieved": msg("Reached"),
    "partly": msg("Partly reached"),
    "dropped": msg("Put aside"),
}
GOAL_LEFT = msg("Left open")
"""What became of a goal that was under way when its pair ended."""

WEEKDAY: Mapping[Weekday, Message] = {
    Weekday.MON: msg("Monday"),
    Weekday.TUE: msg("Tuesday"),
    Weekday.WED: msg("Wednesday"),
    Weekday.THU: msg("Thursday"),
    Weekday.FRI: msg("Friday"),
    Weekday.SAT: msg("Saturday"),
    Weekday.SUN: msg("Sunday"),
}

PARTICIPANT = msg("a participant")


def pairs_of(kind: ProgramKind, program: str) -> Message:
    """The title of the list of a program's pairs; `program` is what it is called."""
    match pairing_of(kind):
        case Pairing.GROUP:
            return msg("Groups of {program}", program=program)
        case Pairing.CIRCLE:
            return msg("Circles of {program}", program=program)
        case _:
            return msg("Pairs of {program}", program=program)


def listed_pairs_of(kind: ProgramKind, program: str) -> Message:
    """What their list holds, in a sentence; `program` is what it is called."""
    match pairing_of(kind):
        case Pairing.GROUP:
            return msg("The groups of {program}.", program=program)
        case Pairing.CIRCLE:
            return msg("The circles of {program}.", program=program)
        case _:
            return msg("The pairs of {program}.", program=program)


def number_of_pairs(kind: ProgramKind, number: int) -> Message:
    """How many pairs a program of this kind has."""
    return counted(pairing_of(kind), number)
