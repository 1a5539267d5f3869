"""The living example: clean, whole, in two languages, and about nobody alive."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from telemaco.adapters.disk import DiskSources
from telemaco.model.community import Community
from telemaco.records.base import LocalText
from telemaco.records.layout import FOLDERS, Kind, address_of
from telemaco.records.note import Attendance, NoteStatus
from telemaco.records.pair import PairRole, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role
from telemaco.usecases.check import Checked, check

ROOT = Path(__file__).parents[1]
LIVES = ROOT / "docs" / "example.md"
LANGUAGES = {"en", "it"}
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.is_file()
)


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(DiskSources(ROOT))


@pytest.fixture(scope="module")
def example(checked: Checked) -> Community:
    return checked.community


def test_nothing_is_wrong_in_it(checked: Checked) -> None:
    assert [(f.location.path, f.location.line, f.code) for f in checked.findings] == []


def test_it_is_large_enough_to_show_everything(example: Community) -> None:
    notes = [session for sessions in example.sessions.values() for session in sessions]

    assert len(example.people) >= 28
    assert len(notes) >= 48
    assert len(example.skills) >= 40
    assert {program.style for program in example.programs.values()} == {"formal", "informal"}


def test_every_state_and_role_occurs(example: Community) -> None:
    found: set[StrEnum | str] = set()
    for person in example.people.values():
        for enrolment in person.enrolments:
            found |= {enrolment.status, enrolment.role}
    for pair_id, pair in example.pairs.items():
        found |= {pair.status, *(member.role for member in pair.members)}
        found |= {goal.status for goal in pair.goals}
        for session in example.sessions_of(pair_id):
            found |= {session.note.status, example.visibility_of(session)}
            found |= set(session.note.attendance.values())

    for choices in (EnrolmentStatus, Role, PairStatus, PairRole, NoteStatus, Attendance):
        assert set(choices) <= found, choices
    assert {"open", "achieved", "partly", "dropped"} <= found
    assert {"counts", "members", "public"} <= found


def test_groups_have_from_three_to_six_members(example: Community) -> None:
    sizes = [
        len(pair.members)
        for pair_id, pair in example.pairs.items()
        if example.programs[pair_id.program].style == "informal"
    ]

    assert sizes
    assert all(3 <= size <= 6 for size in sizes)


def test_people_wait_for_a_program_that_is_being_matched(example: Community) -> None:
    program = next(name for name, p in example.programs.items() if p.status == "matching")
    waiting = [
        enrolment.role
        for person in example.people.values()
        for enrolment in person.enrolments
        if enrolment.program == program and enrolment.status == "accepted"
    ]

    assert waiting.count(Role.MENTEE) >= 7
    assert waiting.count(Role.MENTOR) >= 6


def test_sessions_lie_on_their_side_of_today(example: Community) -> None:
    today = example.settings.today
    assert today is not None

    for sessions in example.sessions.values():
        for session in sessions:
            assert (session.day >= today) == (session.note.status is NoteStatus.PLANNED), session


def test_only_public_notes_have_a_text(example: Community) -> None:
    for sessions in example.sessions.values():
        for session in sessions:
            is_public = example.visibility_of(session) == "public"
            assert is_public == bool(session.body.strip()), session


def test_two_people_publish_nothing(example: Community) -> None:
    silent = [name for name, person in example.people.items() if not person.consent.publish]

    assert len(silent) >= 2


def test_nobody_in_it_lived_after_1980(example: Community) -> None:
    lives = dict(_lives(LIVES.read_text()))

    assert set(lives) == set(example.people)
    for person, (born, died) in lives.items():
        assert born < died < 1980, person
        assert died - born < 100, person


def test_bios_give_the_years_of_the_table(example: Community) -> None:
    lives = dict(_lives(LIVES.read_text()))

    for name, person in example.people.items():
        for text in _languages(person.bio).values():
            assert str(abs(lives[name][1])) in text, name


def test_every_text_is_there_in_both_languages(example: Community) -> None:
    records = [
        example.settings,
        *example.skills.values(),
        *example.programs.values(),
        *example.surveys.values(),
        *example.people.values(),
        *example.pairs.values(),
    ]

    places = [one.location for one in example.people.values()]
    same_in_both = [place for place in places if isinstance(place, str)]

    for record in records:
        for text in _local_texts(record):
            if text not in same_in_both:
                assert set(_languages(text)) >= LANGUAGES, text


def test_guides_are_there_in_both_languages(example: Community) -> None:
    assert example.agendas
    for guides in example.agendas.values():
        assert set(guides) == LANGUAGES


@pytest.mark.parametrize("path", FILES)
def test_first_line_names_the_schema(path: str) -> None:
    address = address_of(path)
    assert address is not None
    lines = (ROOT / path).read_text().splitlines()
    first = lines[1] if lines[0] == "---" else lines[0]

    found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)

    assert found, first
    schema = ((ROOT / path).parent / found[1]).resolve()
    assert schema == ROOT / "docs" / "schema" / f"{Kind(address.kind)}.json"


def _lives(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The table of lives: years before our era are negative."""
    for person, born, died in re.findall(
        r"^\| `(\S+)` \| (\d+(?: BC)?) \| (\d+(?: BC)?) \|$", text, re.MULTILINE
    ):
        yield person, (_year(born), _year(died))


def _year(text: str) -> int:
    return -int(text.removesuffix(" BC")) if text.endswith(" BC") else int(text)


def _languages(text: str | Mapping[Any, str] | None) -> Mapping[Any, str]:
    """The text by language; one that names no language counts as neither of the two."""
    if text is None:
        return {}
    return {"": text} if isinstance(text, str) else text


def _local_texts(record: BaseModel) -> Iterator[str | Mapping[Any, str]]:
    """Every value of a field that is a LocalText, however deep."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        is_local = _mentions(field.rebuild_annotation(), LocalText)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from _local_texts(part)
            elif is_local and part is not None:
                yield part


def _mentions(annotation: object, wanted: object) -> bool:
    if annotation == wanted:
        return True
    if get_origin(annotation) in {Annotated, Union, UnionType, tuple}:
        return any(_mentions(part, wanted) for part in get_args(annotation))
    return False
