"""Where each record lies: the one place that knows the paths of a community's files."""

import re
from enum import StrEnum
from typing import NamedTuple

from telemaco.records.base import (
    ID_LENGTH,
    AgendaId,
    Language,
    PairName,
    PersonId,
    ProgramId,
    SurveyId,
)

COMMUNITY = "program/community.yaml"
SKILLS = "program/skills.yaml"
FOLDERS = ("pairs", "program")
"""The folders that hold records; nothing else in the repository is read."""


class Kind(StrEnum):
    """The kinds of files."""

    COMMUNITY = "community"
    SKILLS = "skills"
    PROGRAM = "program"
    PERSON = "person"
    AGENDA = "agenda"
    SURVEY = "survey"
    PAIR = "pair"
    NOTE = "note"
    RECEIPT = "receipt"
    ANSWER = "answer"
    SEALED_NOTE = "sealed-note"


class PairId(NamedTuple):
    """A pair is named within its program."""

    program: ProgramId
    pair: PairName

    def __str__(self) -> str:
        return f"{self.program}/{self.pair}"


class NoteId(NamedTuple):
    """The name of a note's file: its date, and the number of the session of that day."""

    date: str
    number: int = 1

    def __str__(self) -> str:
        return self.date if self.number == 1 else f"{self.date}-{self.number}"


class Address(NamedTuple):
    """What a path stands for: the kind of record and the names in the path."""

    kind: Kind
    names: tuple[str, ...]


_NAME = r"([^/]+)"
_DAY = r"(\d{4}-\d{2}-\d{2})"
_PATTERNS = tuple(
    (kind, re.compile(pattern, re.ASCII))
    for kind, pattern in (
        (Kind.NOTE, rf"pairs/{_NAME}/{_NAME}/{_DAY}(?:-([2-9]))?\.md"),
        (Kind.PERSON, rf"program/people/{_NAME}\.yaml"),
        (Kind.PAIR, rf"pairs/{_NAME}/{_NAME}/pair\.yaml"),
        (Kind.ANSWER, rf"pairs/{_NAME}/surveys/{_NAME}/{_NAME}\.yaml"),
        (Kind.RECEIPT, rf"pairs/{_NAME}/matches/{_DAY}\.yaml"),
        (Kind.PROGRAM, rf"program/programs/{_NAME}\.yaml"),
        (Kind.AGENDA, rf"program/agendas/{_NAME}\.([a-z]{{2,3}}(?:-[A-Z]{{2}})?)\.md"),
        (Kind.SURVEY, rf"program/surveys/{_NAME}\.yaml"),
        (Kind.COMMUNITY, re.escape(COMMUNITY)),
        (Kind.SKILLS, re.escape(SKILLS)),
        (Kind.SEALED_NOTE, rf"pairs/{_NAME}/{_NAME}/{_DAY}(?:-([2-9]))?\.md\.age"),
    )
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
RESERVED_PAIR_NAMES = frozenset({"matches", "surveys"})


def address_of(path: str) -> Address | None:
    """What the file is, or None when the layout has no such file."""
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(path)
        if found:
            return Address(kind, found.groups(""))
    return None


def is_id(name: str) -> bool:
    """Whether a file or folder may be named so."""
    return len(name) <= ID_LENGTH and _ID.fullmatch(name) is not None


def person_path(person: PersonId) -> str:
    """Where a person's file lies."""
    return f"program/people/{person}.yaml"


def program_path(program: ProgramId) -> str:
    """Where a program's file lies."""
    return f"program/programs/{program}.yaml"


def survey_path(survey: SurveyId) -> str:
    """Where a survey's file lies."""
    return f"program/surveys/{survey}.yaml"


def agenda_path(agenda: AgendaId, language: Language) -> str:
    """Where a guide's file lies."""
    return f"program/agendas/{agenda}.{language}.md"


def pair_path(pair: PairId) -> str:
    """Where a pair's file lies."""
    return f"pairs/{pair.program}/{pair.pair}/pair.yaml"


def note_path(pair: PairId, note: NoteId) -> str:
    """Where a session note lies."""
    return f"pairs/{pair.program}/{pair.pair}/{note}.md"


def receipt_path(program: ProgramId, day: str) -> str:
    """Where the receipt of a matching run lies."""
    return f"pairs/{program}/matches/{day}.yaml"


def answer_path(program: ProgramId, survey: SurveyId, token: str) -> str:
    """Where an answer to a survey lies."""
    return f"pairs/{program}/surveys/{survey}/{token}.yaml"
