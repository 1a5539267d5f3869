"""People from a table: what becomes of every row, and the files that say it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.loading.suspicious import private_passages
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.similar import clearly_meant, closest
from telemaco.model.vocabulary.names import gather
from telemaco.model.vocabulary.spelling import words as words_of
from telemaco.ports import Sources
from telemaco.records.layout import SKILLS
from telemaco.records.skills import Skill
from telemaco.tables.answered import answered, in_one_line
from telemaco.tables.answers import dropped
from telemaco.tables.cells import Context
from telemaco.tables.columns import Table
from telemaco.tables.consent import agrees
from telemaco.tables.days import day_of, orders
from telemaco.tables.fields import Field
from telemaco.tables.mapping import ColumnMap
from telemaco.tables.outcome import (
    DayInDoubt,
    GuessedSkill,
    Import,
    Outcome,
    RefusedCell,
    UnknownSkill,
)
from telemaco.tables.people import Refused, Said, said, skill_texts
from telemaco.tables.words import Names, parts
from telemaco.usecases.forms import Translate
from telemaco.usecases.import_desk import Desk
from telemaco.usecases.import_notes import notes
from telemaco.usecases.import_receipt import HEAD, RECEIPT, receipt_of, receipt_text
from telemaco.usecases.import_request import Request
from telemaco.usecases.named import program_named


def import_people(
    sources: Sources, request: Request, receipt: bytes | None, names: Names, translate: Translate
) -> Import:
    """What becomes of every row. Raises TelemacoError when the program or the receipt is none.

    `translate` gives the translator of the community's language, in which the receipt begins.
    """
    community = load(sources.files()).community
    program_named(community, request.program)
    _require_skills(request.map, community)
    written, request = request.table, replace(request, table=answered(request.table, request.map))
    desk = Desk(sources, community, request, receipt_of(receipt))
    context = _context(community, request, names)
    readings = {row.number: said(row, context) for row in request.table.rows}
    out = dropped(readings)
    outcomes = [
        desk.outcome(row, readings[row.number], out.get(row.number)) for row in request.table.rows
    ]
    files = dict(desk.files)
    head = translate(community.settings.languages[0]).text(HEAD)
    new = receipt_text(desk.known, head) if desk.known else None
    if new is not None and new != receipt:
        files[RECEIPT] = new
    return Import(
        tuple(outcomes),
        _unknown(readings, community),
        Field.CONSENT in request.map.columns.values(),
        files,
        tuple(_refused_cells(outcomes, written, context)),
        _in_doubt(context),
        notes(outcomes, readings, community, sources),
        tuple(_guessed(request, community)),
    )


def _guessed(request: Request, community: Community) -> Iterator[GuessedSkill]:
    """What is read as misspelt, but for what the mapping says itself."""
    table, columns = request.table, request.map.columns
    rows = Counter(
        text
        for row in table.rows
        for text in dict.fromkeys(skill_texts(replace(table, rows=(row,)), columns))
    )
    gathered = gather([tuple(rows)], community.skills)
    answered = {text.casefold() for text in request.map.skills}
    for text, count in sorted(rows.items(), key=lambda one: (-one[1], one[0])):
        ids = [gathered.known[one] for one in gathered.skills_of[text] if one in gathered.known]
        is_misspelt = not gathered.misspelt.keys().isdisjoint(words_of(text))
        if ids and is_misspelt and text.casefold() not in answered:
            yield GuessedSkill(text, count, tuple(ids))


def _in_doubt(context: Context) -> DayInDoubt | None:
    """A day that only the mapping tells how to read."""
    either = context.days.either
    if not either or context.days.day_first or context.days.month_first or not context.order:
        return None
    day = day_of(either, context.order)
    return DayInDoubt(either, day, context.order) if day else None


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
    days = orders(cells)
    order = request.map.dates or days.order
    return Context(request.table, request.map, names, skills, partly, order, request.role, days)


def _unknown(
    readings: Mapping[int, Said | Refused], community: Community
) -> tuple[UnknownSkill, ...]:
    written = Counter(word for one in readings.values() for word in one.unknown)
    spelling: dict[str, str] = {}
    for word, _ in written.most_common():
        spelling.setdefault(word.casefold(), word)
    found: Counter[str] = Counter()
    for word, rows in written.items():
        found[spelling[word.casefold()]] += rows
    labels = {label: skill.id for skill in community.skills.values() for label in _names(skill)}
    meant = {word: clearly_meant(word, labels) for word in found}
    return tuple(
        UnknownSkill(word, rows, labels[near] if (near := meant[word]) else None)
        for word, rows in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def _refused_cells(
    outcomes: Iterable[Outcome], written: Table, context: Context
) -> Iterator[RefusedCell]:
    """The cells, as they were written, that keep rows from being read and can be answered."""
    rows = {row.number: row for row in written.rows}
    found = Counter(
        (title, in_one_line(rows[outcome.row].cells[written.columns[title].place]))
        for outcome in outcomes
        if outcome.fate == "refused"
        for title in dict.fromkeys(one.column for one in outcome.problems if one.column)
    )
    titles = [*written.columns]
    for (title, cell), count in sorted(found.items(), key=lambda one: titles.index(one[0][0])):
        if len(cell) <= _LONGEST and _can_be_answered(title, cell, context):
            yield RefusedCell(title, cell, count)


def _can_be_answered(title: str, cell: str, context: Context) -> bool:
    """Whether the mapping can say what to read in place of this cell alone."""
    if context.map.columns.get(title) is Field.SUBMITTED and not context.order:
        return False
    if title in context.map.must_agree and agrees(cell) is False:
        return False
    return not any(private_passages(cell))


def _names(skill: Skill) -> tuple[str, ...]:
    labels = (skill.label,) if isinstance(skill.label, str) else tuple(skill.label.values())
    return (skill.id, *labels, *skill.aliases)


_LONGEST = 200
"""Signs of a cell that is asked about in the mapping; of a longer one the text is in the table."""
