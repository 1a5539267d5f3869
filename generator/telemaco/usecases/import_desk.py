"""Rows of a table to people's files, one after the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from telemaco.loading.file import Entry, read_file
from telemaco.loading.suspicious import private_passages
from telemaco.loading.text import decode, unwanted
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.ports import Sources
from telemaco.records.base import PersonId
from telemaco.records.layout import Address, Kind, is_too_large
from telemaco.records.order import shape_of
from telemaco.tables.answers import Dropped
from telemaco.tables.days import day_of
from telemaco.tables.fields import Field, plain
from telemaco.tables.merging import (
    Place,
    added_to_consent,
    digest,
    enrolment_key,
    facts_of,
    is_something,
    kept_as_written,
    merged,
    of_table,
    with_changes,
)
from telemaco.tables.outcome import Fate, Outcome
from telemaco.tables.people import Refused, Said, person_id
from telemaco.tables.problem import Problem
from telemaco.tables.reading import Row
from telemaco.usecases.import_enrolling import why_not_enrolled
from telemaco.usecases.import_receipt import Known, removed
from telemaco.usecases.import_request import Request
from telemaco.usecases.import_whose import People
from telemaco.yamltext.editing import UneditableError, rewrite
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read
from telemaco.yamltext.writing import write


class Desk:
    """Where rows become files."""

    def __init__(
        self, sources: Sources, community: Community, request: Request, known: Mapping[str, Known]
    ) -> None:
        self.files: dict[str, bytes] = {}
        self._sources = sources
        there = {
            identity: removed(one) if one.person and self._is_gone(one.person, community) else one
            for identity, one in known.items()
        }
        self._people = People(community, there, request.map)
        self._opened = community.programs[request.program].dates.applications_open
        self._request = request

    @property
    def known(self) -> Mapping[str, Known]:
        """What is to be remembered."""
        return self._people.known

    def outcome(self, row: Row, reading: Said | Refused, dropped: Dropped | None) -> Outcome:
        """What becomes of a row; what is to be written is kept in `files`."""
        if dropped is not None and dropped.fate == "older":
            return Outcome(row.number, "older", problems=(Problem("", dropped.reason),))
        if isinstance(reading, Refused):
            return Outcome(row.number, "refused", problems=reading.problems)
        if reading.day and reading.day > self._request.today:
            return Outcome(row.number, "refused", problems=(self._still_to_come(row, reading.day),))
        private = tuple(self._private(row))
        if private:
            return Outcome(row.number, "refused", problems=private)
        if dropped is not None:
            return Outcome(row.number, dropped.fate, problems=(Problem("", dropped.reason),))
        known = self._people.entry_of(row.number, reading)
        return known if isinstance(known, Outcome) else self._placed(row.number, reading, known)

    def _still_to_come(self, row: Row, day: date) -> Problem:
        title, today = self._title((Field.SUBMITTED.value,)), self._request.today
        cell = row.cells[self._request.table.columns[title].place]
        if day_of(cell, "day-first") == day_of(cell, "month-first"):
            message = msg(
                "{day} is still to come; today is {today}. Correct the cell, or say with --today "
                "which day it is",
                day=day,
                today=today,
            )
            return Problem(title, message)
        message = msg(
            "{day} is still to come; today is {today}. Say dates: day-first or month-first in the "
            "mapping if the month was taken for the day, else correct the cell, or the clock here",
            day=day,
            today=today,
        )
        return Problem(title, message)

    def _is_gone(self, person: PersonId, community: Community) -> bool:
        return person not in community.people and self._sources.read(path_of(person)) is None

    def _private(self, row: Row) -> Iterator[Problem]:
        """Cells with something that must not become public."""
        for title, field in self._request.map.columns.items():
            column = self._request.table.columns.get(title)
            if column is None or field in _NOT_KEPT or column.place >= len(row.cells):
                continue
            for odd in unwanted("", row.cells[column.place]):
                yield Problem(title, odd.message)
            for passage in private_passages(row.cells[column.place]):
                yield Problem(title, msg("it holds what looks like {what}", what=passage.what))

    def _placed(self, number: int, reading: Said, known: Known) -> Outcome:
        person = str(known.person)
        text = self._text(person)
        if text is None and self._request.map.required and not publishes(reading):
            return Outcome(number, "left-out", problems=(Problem("", _AGREES_TO_NOTHING),))
        value = {} if text is None else value_of(text)
        if value is None:
            return Outcome(number, "conflict", person, problems=(Problem("", _UNREAD),))
        if text is not None and _is_another(reading.name, known, str(value.get("name"))):
            problem = Problem("", _other_name(reading.name, path_of(person)))
            return Outcome(number, "conflict", person, problems=(problem,))
        reason = self._why_not_enrolled(reading, known, value)
        if reason is None:
            return self._merged(number, reading, known, text, value)
        problem = Problem("", reason)
        if text is None:
            return Outcome(number, "older", problems=(problem,), is_earlier=True)
        found = self._merged(number, replace(reading, enrols=False), known, text, value)
        return replace(found, problems=(*found.problems, problem), is_earlier=True)

    def _why_not_enrolled(
        self, reading: Said, known: Known, value: Mapping[str, Any]
    ) -> Message | None:
        place = Place(self._request.program, reading.role.value)
        if self._request.enrols_earlier or facts_of(value, place)[enrolment_key(place)]:
            return None
        return why_not_enrolled(reading, known.facts, place, self._opened)

    def _text(self, person: str) -> str | None:
        content = self._sources.read(path_of(person))
        found = None if content is None else decode(path_of(person), content)
        return found if isinstance(found, str) else None

    def _merged(
        self, number: int, reading: Said, known: Known, text: str | None, value: Mapping[str, Any]
    ) -> Outcome:
        place = Place(self._request.program, reading.role.value)
        person = str(known.person)
        later = _later_day(reading, value)
        if later and known.facts.get("confirmed") == digest(later):
            return Outcome(number, "older", person, problems=(Problem("", _later_answer(later)),))
        now = of_table(reading.facts, place, enrols=reading.enrols)
        found = merged(known.facts, facts_of(value, place), now)
        kept: tuple[str, ...] = ()
        if text is not None and self._people.is_by_hand(known.person):
            before, found = found.conflicts, kept_as_written(found, now)
            kept = tuple(key for key in before if key not in found.conflicts)
        if found.changes:
            day = reading.day or self._request.today
            changes = dict(found.changes)
            if "consent" in changes and publishes(reading) and self._people.is_first(reading):
                changes["consent"] = added_to_consent(changes["consent"], value)
            new = with_changes(value, changes, place, day)
            written = self._written(person, text, new)
            if isinstance(written, tuple):
                return Outcome(number, "refused", person, problems=written)
            self.files[path_of(person)] = written
        self._people.remember(reading, Known(known.person, known.table, found.remembered))
        changed = tuple(found.changes)
        if found.conflicts and later:
            problem = Problem("", _confirmed_since(later, found.conflicts))
            return Outcome(number, "older", person, changed, problems=(problem,))
        if found.conflicts:
            return Outcome(number, "conflict", person, changed, found.conflicts)
        if text is None:
            return Outcome(number, "new", person, problems=_namesakes(reading.name, person))
        problems = (Problem("", _by_hand(kept)),) if kept else ()
        fate: Fate = "changed" if changed else "unchanged"
        return Outcome(number, fate, person, changed, problems=problems)

    def _written(
        self, person: str, text: str | None, value: Mapping[str, Any]
    ) -> bytes | tuple[Problem, ...]:
        """The file with the value, or what `telemaco check` would say about it."""
        path = path_of(person)
        try:
            new = _new(value) if text is None else rewrite(text, value)
        except UneditableError:
            return (Problem("", _uneditable(path)),)
        entry = read_file(path, Address(Kind.PERSON, (person,)), new)
        findings = entry.findings if isinstance(entry, Entry) else entry
        if findings:
            return tuple(
                Problem(self._title(finding.location.route), finding.message)
                for finding in findings
            )
        content = new.encode()
        if is_too_large(path, len(content)):
            return (Problem("", msg("its texts are too long for a person's file")),)
        return content

    def _title(self, route: tuple[str | int, ...]) -> str:
        """The column that a value of the file comes from."""
        titles = {field.value: title for title, field in self._request.map.columns.items()}
        return titles.get(str(route[0]), "") if route else ""


def publishes(reading: Said) -> bool:
    """Whether somebody agrees to publish anything."""
    return bool(reading.facts["consent"]["publish"])


def path_of(person: str) -> str:
    """Where the file of somebody is."""
    return f"program/people/{person}.yaml"


def value_of(text: str) -> dict[str, Any] | None:
    """What a person's file says; None when it cannot be read."""
    try:
        value = read(text)
    except RefusedError:
        return None
    return value if isinstance(value, dict) else None


def _namesakes(name: str, person: str) -> tuple[Problem, ...]:
    """That there is somebody of the same name already, who may be the same person."""
    first = person_id(name)
    if first == person:
        return ()
    return (Problem("", msg("{first} has the same name; is this somebody else?", first=first)),)


def _is_another(name: str, known: Known, there: str) -> bool:
    """Whether a row that counts as somebody's has a name that neither it nor their file had."""
    return digest(name) != known.facts.get("name") and plain(name) != plain(there)


def _new(value: Mapping[str, Any]) -> str:
    """The text of a file that is not there yet, in the form that `telemaco fmt` gives."""
    keys = shape_of(Kind.PERSON).keys
    known = {key: value[key] for key in keys if is_something(value.get(key))}
    return write(known, _FOR_EDITORS)


def _later_day(reading: Said, value: Mapping[str, Any]) -> str | None:
    """The day on which the person last said that their file is right, if the row is older."""
    confirmed = value.get("confirmed")
    is_later = isinstance(confirmed, str) and reading.day and confirmed > reading.day.isoformat()
    return confirmed if is_later else None


def _later_answer(day: str) -> Message:
    return msg("the file has a later answer, of {day}, which counts", day=day)


def _confirmed_since(day: str, keys: Sequence[str]) -> Message:
    return msg(
        "the file was confirmed later, on {day}, so it stays as it is: {keys}",
        day=day,
        keys=", ".join(keys),
    )


def _by_hand(keys: Sequence[str]) -> Message:
    return msg(
        "the file was written by hand before this first import, so what it says stays: {keys}",
        keys=", ".join(keys),
    )


def _other_name(name: str, path: str) -> Message:
    return msg(
        'the row has another name than before, "{name}". If this is the same person, change the '
        "name in {path}",
        name=name,
        path=path,
    )


def _uneditable(path: str) -> Message:
    return msg("{path} cannot be changed without harm; change it by hand", path=path)


_NOT_KEPT = frozenset({Field.SUBMITTED, Field.AVAILABILITY})
"""What is kept as days and hours, and not as the text that somebody wrote."""
_FOR_EDITORS = "yaml-language-server: $schema=../../docs/schema/person.json"
_AGREES_TO_NOTHING = msg("agrees to publish nothing")
_UNREAD: Message = msg("the person's file cannot be read; telemaco check says why")
