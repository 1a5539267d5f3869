"""People from a table: what becomes of every row, and the files that say it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from telemaco.findings import TelemacoError
from telemaco.loading.file import Entry, read_file
from telemaco.loading.load import load
from telemaco.loading.suspicious import private_passages
from telemaco.loading.text import decode, unwanted
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.model.vocabulary.names import gather
from telemaco.ports import Sources
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import SKILLS, Address, Kind, is_too_large
from telemaco.records.order import shape_of
from telemaco.records.program import Role
from telemaco.records.skills import Skill
from telemaco.tables.cells import Context
from telemaco.tables.columns import Table
from telemaco.tables.days import day_order
from telemaco.tables.fields import Field
from telemaco.tables.mapping import ColumnMap
from telemaco.tables.merging import Place, digest, facts_of, merged, of_table, with_changes
from telemaco.tables.outcome import Import, Outcome, UnknownSkill
from telemaco.tables.people import Problem, Said, person_id, said, skill_texts
from telemaco.tables.reading import Row
from telemaco.tables.words import Names, parts
from telemaco.usecases.import_receipt import RECEIPT, Known, receipt_of, receipt_text
from telemaco.yamltext.editing import UneditableError, rewrite
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read
from telemaco.yamltext.writing import write


@dataclass(frozen=True, slots=True)
class Request:
    """A table and how it is to be understood; `today` counts for rows without a date."""

    table: Table
    map: ColumnMap
    program: ProgramId
    role: Role | None
    today: date


def import_people(
    sources: Sources, request: Request, receipt: bytes | None, names: Names
) -> Import:
    """What becomes of every row. Raises TelemacoError when the program or the receipt is none."""
    community = load(sources.files()).community
    if request.program not in community.programs:
        raise _no_program(request.program, community)
    _require_skills(request.map, community)
    desk = _Desk(sources, community, request, receipt_of(receipt))
    context = _context(community, request, names)
    readings = {row.number: said(row, context) for row in request.table.rows}
    later = _later(readings)
    outcomes = [
        desk.outcome(row, reading, later.get(row.number))
        for row, reading in zip(request.table.rows, readings.values(), strict=True)
    ]
    files = {**desk.files, RECEIPT: receipt_text(desk.known)} if desk.files else {}
    has_consent = Field.CONSENT in request.map.columns.values()
    return Import(tuple(outcomes), _unknown(readings, community), has_consent, files)


def _no_program(program: ProgramId, community: Community) -> TelemacoError:
    meant = closest(program, community.programs)
    return TelemacoError(
        msg('there is no program "{program}"', program=program),
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg("Programs are the files in program/programs/."),
    )


def _require_skills(chosen: ColumnMap, community: Community) -> None:
    for words, ids in chosen.skills.items():
        for skill in parts(ids or ""):
            if skill not in community.skills:
                meant = closest(skill, community.skills)
                raise TelemacoError(
                    msg(
                        'the mapping takes "{words}" for {skill}, which is no skill of {path}',
                        words=words,
                        skill=skill,
                        path=SKILLS,
                    ),
                    msg("Did you mean {meant}?", meant=meant) if meant else None,
                )


def _context(community: Community, request: Request, names: Names) -> Context:
    columns = request.map.columns
    texts = tuple(dict.fromkeys(skill_texts(request.table, columns)))
    gathered = gather([texts], community.skills)
    skills = {
        text: tuple(gathered.known[one] for one in keys if one in gathered.known)
        for text, keys in gathered.skills_of.items()
    }
    partly = {text for text, ids in skills.items() if len(ids) < len(gathered.skills_of[text])}
    dates = [title for title, field_ in columns.items() if field_ is Field.SUBMITTED]
    places = [
        request.table.columns[title].place for title in dates if title in request.table.columns
    ]
    cells = [
        row.cells[place] for row in request.table.rows for place in places if place < len(row.cells)
    ]
    order = request.map.dates or day_order(cells)
    return Context(request.table, request.map, names, skills, partly, order, request.role)


def _later(readings: Mapping[int, Said | tuple[Problem, ...]]) -> dict[int, int]:
    """The row of a person's last answer, by the rows of those before it."""
    last: dict[str, int] = {}
    for number, reading in readings.items():
        if isinstance(reading, Said):
            last[reading.identity] = number
    return {
        number: last[reading.identity]
        for number, reading in readings.items()
        if isinstance(reading, Said) and last[reading.identity] != number
    }


def _unknown(
    readings: Mapping[int, Said | tuple[Problem, ...]], community: Community
) -> tuple[UnknownSkill, ...]:
    found = Counter(
        word for one in readings.values() if isinstance(one, Said) for word in one.unknown
    )
    labels = {label: skill.id for skill in community.skills.values() for label in _names(skill)}
    meant = {word: closest(word, labels) for word in found}
    return tuple(
        UnknownSkill(word, rows, labels[near] if (near := meant[word]) else None)
        for word, rows in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def _names(skill: Skill) -> tuple[str, ...]:
    labels = (skill.label,) if isinstance(skill.label, str) else tuple(skill.label.values())
    return (skill.id, *labels, *skill.aliases)


class _Desk:
    """Where rows become files, one after the other."""

    def __init__(
        self, sources: Sources, community: Community, request: Request, known: dict[str, Known]
    ) -> None:
        self.files: dict[str, bytes] = {}
        self.known = known
        self._sources = sources
        self._request = request
        self._logins = {
            person.github.casefold(): name
            for name, person in community.people.items()
            if person.github
        }
        unread = (names[0] for names in community.unread.get(Kind.PERSON, ()) if names)
        self._taken = {*community.people, *map(PersonId, unread)}
        self._by_hand = self._taken - {one.person for one in known.values()}

    def outcome(self, row: Row, reading: Said | tuple[Problem, ...], later: int | None) -> Outcome:
        """What becomes of a row; what is to be written is kept in `files`."""
        if not isinstance(reading, Said):
            return Outcome(row.number, "refused", problems=reading)
        private = tuple(self._private(row))
        if private:
            return Outcome(row.number, "refused", problems=private)
        if later is not None:
            problem = Problem("", msg("row {row} is a later answer of the same person", row=later))
            return Outcome(row.number, "refused", problems=(problem,))
        return self._placed(row.number, reading)

    def _private(self, row: Row) -> Iterator[Problem]:
        """Cells with something that must not become public."""
        for title, field_ in self._request.map.columns.items():
            column = self._request.table.columns.get(title)
            if column is None or field_ is Field.SUBMITTED or column.place >= len(row.cells):
                continue
            for odd in unwanted("", row.cells[column.place]):
                yield Problem(title, odd.message)
            for passage in private_passages(row.cells[column.place]):
                yield Problem(title, msg("it holds what looks like {what}", what=passage.what))

    def _placed(self, number: int, reading: Said) -> Outcome:
        identity = digest(reading.identity)
        known = self.known.get(identity)
        github = str(reading.facts.get("github") or "").casefold()
        person = known.person if known else self._logins.get(github)
        if person is None:
            person = PersonId(person_id(reading.facts["name"]))
            if person in self._by_hand:
                return Outcome(number, "conflict", person, problems=(Problem("", _BY_HAND),))
            person = self._free(person)
        before = known or Known(person, {})
        text = self._text(person)
        if text is None and known:
            return Outcome(number, "conflict", person, problems=(Problem("", _GONE),))
        return self._merged(number, reading, identity, before, text)

    def _free(self, person: PersonId) -> PersonId:
        free, count = person, 2
        while free in self._taken:
            free, count = PersonId(f"{person[:56].rstrip('-')}-{count}"), count + 1
        self._taken.add(free)
        return free

    def _text(self, person: PersonId) -> str | None:
        content = self._sources.read(_path(person))
        found = None if content is None else decode(_path(person), content)
        return found if isinstance(found, str) else None

    def _merged(
        self, number: int, reading: Said, identity: str, before: Known, text: str | None
    ) -> Outcome:
        place = Place(self._request.program, reading.role.value)
        value = {} if text is None else _value(text)
        if value is None:
            return Outcome(number, "conflict", before.person, problems=(Problem("", _UNREAD),))
        found = merged(before.facts, facts_of(value, place), of_table(reading.facts, place))
        day = reading.day or self._request.today
        if found.changes:
            new = with_changes(value, found.changes, place, day)
            written = self._written(before.person, text, new)
            if isinstance(written, tuple):
                return Outcome(number, "refused", before.person, problems=written)
            self.files[_path(before.person)] = written
        self.known[identity] = Known(before.person, found.remembered)
        changed = tuple(found.changes)
        if found.conflicts:
            return Outcome(number, "conflict", before.person, changed, found.conflicts)
        if text is None:
            return Outcome(number, "new", before.person)
        return Outcome(number, "changed" if changed else "unchanged", before.person, changed)

    def _written(
        self, person: PersonId, text: str | None, value: Mapping[str, Any]
    ) -> bytes | tuple[Problem, ...]:
        """The file with the value, or what `telemaco check` would say about it."""
        path = _path(person)
        try:
            new = _new(value) if text is None else rewrite(text, value)
        except UneditableError:
            return (
                Problem(
                    "", msg("{path} cannot be changed without harm; change it by hand", path=path)
                ),
            )
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
        titles = {field_.value: title for title, field_ in self._request.map.columns.items()}
        return titles.get(str(route[0]), "") if route else ""


def _path(person: str) -> str:
    return f"program/people/{person}.yaml"


def _value(text: str) -> dict[str, Any] | None:
    """What a person's file says; None when it cannot be read."""
    try:
        value = read(text)
    except RefusedError:
        return None
    return value if isinstance(value, dict) else None


def _new(value: Mapping[str, Any]) -> str:
    """The text of a file that is not there yet, in the form that `telemaco fmt` gives."""
    known = {key: value[key] for key in shape_of(Kind.PERSON).keys if value.get(key)}
    return write(known, _FOR_EDITORS)


_FOR_EDITORS = "yaml-language-server: $schema=../../docs/schema/person.json"
_BY_HAND: Message = msg("there is a person of this name already, who did not come from a table")
_UNREAD: Message = msg("the person's file cannot be read; telemaco check says why")
_GONE: Message = msg("the person was imported before and has been removed since, so stays away")
