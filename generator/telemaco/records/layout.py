"""Where each record lies: the one place that knows the paths of a community's files."""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from functools import lru_cache
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
PEOPLE = "program/people"
"""The folder of the files of people."""
SUBFOLDERS = ("program/agendas", PEOPLE, "program/programs", "program/surveys")
MAXIMUM_SIZE = 64 * 1024
"""Bytes that a file written by hand may have; see `maximum_size`."""


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
    RESULTS = "results"
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


_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
RESERVED_PAIR_NAMES = frozenset({"matches", "surveys"})
RESERVED_ON_WINDOWS = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names that stand for devices on Windows, where no file can be called so, whatever its ending."""


def address_of(path: str) -> Address | None:
    """What the file is, or None when the layout has no such file."""
    match path.split("/"):
        case ["pairs", program, pair, file] if note := _note(file):
            kind, day, number = note
            return Address(kind, (program, pair, day, number))
        case ["pairs", *steps]:
            return _below_pairs(steps)
        case ["program", *steps]:
            return _below_program(steps)
        case _:
            return None


def contents_of(folder: str) -> tuple[Address, ...]:
    """The kinds of files that a folder may hold, with the names that the folder gives them."""
    kinds: tuple[Kind, ...] = ()
    names: list[str] = []
    match folder.split("/"):
        case ["program"]:
            kinds = _BELOW_PROGRAM
        case ["program", "agendas"]:
            kinds = (Kind.AGENDA,)
        case ["program", inner] if inner in ONE_A_FILE:
            kinds = (ONE_A_FILE[inner],)
        case ["pairs", program, "matches"]:
            kinds, names = (Kind.RECEIPT,), [program]
        case ["pairs", program, "surveys"]:
            kinds, names = (Kind.ANSWER, Kind.RESULTS), [program]
        case ["pairs", program, "surveys", *rest]:
            kinds, names = (Kind.ANSWER,), [program, *rest]
        case ["pairs", program, pair]:
            kinds, names = (Kind.PAIR, Kind.NOTE), [program, pair]
        case ["pairs", *names]:
            kinds = (Kind.PAIR, Kind.NOTE, Kind.RECEIPT, Kind.ANSWER, Kind.RESULTS)
        case _:
            pass
    return tuple(Address(kind, tuple(names)) for kind in kinds)


def is_data_folder(name: str) -> bool:
    """Whether a folder beside others holds records, or would if it were not in capital letters."""
    return name.lower() in FOLDERS


def may_be_overlooked(path: str) -> bool:
    """Whether somebody may have put a record there: beside the folders that hold them."""
    first, *inner = path.lower().split("/")
    is_beside = first in _NEARLY_FOLDERS if inner else True
    return is_beside and "/." not in f"/{path}" and path.lower().endswith(_TEXTS)


def may_hold_overlooked(name: str) -> bool:
    """Whether a folder beside those of records is called as if it held some."""
    return name.lower() in _NEARLY_FOLDERS


_TEXTS = (".yaml", ".yml", ".md", ".txt")
_NEARLY_FOLDERS = frozenset(
    {
        *("people", "persons", "persone", "members", "mentors", "mentees"),
        *("programs", "programmes", "programmi", "surveys", "questionari"),
        *("pair", "coppie", "notes", "note", "sessions", "incontri"),
    }
)


def maximum_size(path: str) -> int:
    """Bytes that the file may have: a receipt, which a machine writes, more than the others."""
    address = address_of(path)
    return _RECEIPT_SIZE if address and address.kind is Kind.RECEIPT else MAXIMUM_SIZE


def is_too_large(path: str, size: int) -> bool:
    """Whether the file has more bytes than it may have."""
    return size > MAXIMUM_SIZE and size > maximum_size(path)


def _below_pairs(steps: list[str]) -> Address | None:
    match steps:
        case [program, pair, "pair.yaml"]:
            return Address(Kind.PAIR, (program, pair))
        case [program, "surveys", file] if file.endswith(_YAML):
            return Address(Kind.RESULTS, (program, file.removesuffix(_YAML)))
        case [program, "matches", file] if file.endswith(_YAML):
            run = file.removesuffix(_YAML)
            return Address(Kind.RECEIPT, (program, run)) if _RUN.fullmatch(run) else None
        case [program, "surveys", survey, answer] if answer.endswith(_YAML):
            return Address(Kind.ANSWER, (program, survey, answer.removesuffix(_YAML)))
        case _:
            return None


@lru_cache(maxsize=4096)
def _note(file: str) -> tuple[Kind, str, str] | None:
    """The kind of a note, its day and its number; many pairs have notes of the same name."""
    found = _NOTE.fullmatch(file)
    if found is None:
        return None
    return Kind.SEALED_NOTE if found[3] else Kind.NOTE, found[1], found[2] or ""


def _below_program(steps: list[str]) -> Address | None:
    match steps:
        case [file] if file in _SINGLE:
            return Address(_SINGLE[file], ())
        case ["agendas", file]:
            found = _AGENDA.fullmatch(file)
            return found and Address(Kind.AGENDA, found.groups())
        case [folder, file] if folder in ONE_A_FILE and file.endswith(_YAML):
            return Address(ONE_A_FILE[folder], (file.removesuffix(_YAML),))
        case _:
            return None


_RECEIPT_SIZE = 1024 * 1024
_YAML = ".yaml"
_SINGLE = {"community.yaml": Kind.COMMUNITY, "skills.yaml": Kind.SKILLS}
ONE_A_FILE = {"people": Kind.PERSON, "programs": Kind.PROGRAM, "surveys": Kind.SURVEY}
"""What the folders below program/ hold, one a file."""
_BELOW_PROGRAM = (*_SINGLE.values(), *ONE_A_FILE.values(), Kind.AGENDA)
_NOTE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([2-9]))?\.md(\.age)?", re.ASCII)
_RUN = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([2-9]))?", re.ASCII)
_AGENDA = re.compile(r"([^/]+)\.([a-z]{2,3}(?:-[A-Z]{2})?)\.md", re.ASCII)


def is_id(name: str) -> bool:
    """Whether a file or folder may be named so."""
    return len(name) <= ID_LENGTH and _ID.fullmatch(name) is not None


def as_id(name: str) -> str:
    """The name as it could be; empty when nothing of it is left."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain))[:ID_LENGTH].strip("-")


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


def pairs_folder(program: ProgramId) -> str:
    """Where the pairs of a program lie."""
    return f"pairs/{program}"


def pair_path(pair: PairId) -> str:
    """Where a pair's file lies."""
    return f"pairs/{pair.program}/{pair.pair}/pair.yaml"


def note_path(pair: PairId, note: NoteId) -> str:
    """Where a session note lies."""
    return f"pairs/{pair.program}/{pair.pair}/{note}.md"


def receipt_path(program: ProgramId, day: str) -> str:
    """Where the receipt of a matching run lies; `day` is `2027-02-03`, or `2027-02-03-2`."""
    return f"pairs/{program}/matches/{day}.yaml"


def day_of(note: str) -> date | None:
    """The day that the name of a note says; None if there is no such day."""
    try:
        return date.fromisoformat(note)
    except ValueError:
        return None


def run_of(receipt: str) -> tuple[date, int] | None:
    """The day that a receipt's name says, and which run of that day; None if it is no such name."""
    found = _RUN.fullmatch(receipt)
    try:
        return (date.fromisoformat(found[1]), int(found[2] or 1)) if found else None
    except ValueError:
        return None


def answer_path(program: ProgramId, survey: SurveyId, token: str) -> str:
    """Where an answer to a survey lies."""
    return f"pairs/{program}/surveys/{survey}/{token}.yaml"


def results_path(program: ProgramId, survey: SurveyId) -> str:
    """Where the results of a survey lie."""
    return f"pairs/{program}/surveys/{survey}.yaml"
