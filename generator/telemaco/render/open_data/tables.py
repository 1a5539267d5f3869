"""The open tables: what people allow to be published, and counts of what pairs do.

The same rules as the site's hold: nobody without a published name, nothing of a draft, and no
figure that would tell on fewer people than `privacy.small_group`, but for what the pages of pairs
tell of each: how many there are, and the sessions they held.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.progress.community import sums
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Outcomes, Stage
from telemaco.progress.outcomes.withholding import told_programs, withheld
from telemaco.progress.standing import Standing
from telemaco.records.base import Language, LocalText, ProgramId, Record
from telemaco.records.person import Person, PersonField, SkillLevel
from telemaco.records.program import ProgramStatus, Role
from telemaco.records.text import in_language
from telemaco.render.pages.pair_order import has_page
from telemaco.render.pages.published import allows, with_consents_of

Cell = str | int | None
Kind = Literal["string", "integer", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it says, for the data dictionary."""

    name: str
    kind: Kind
    description: Message


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table: its file's name and its title, its columns, and rows of as many cells."""

    name: str
    title: Message
    description: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def open_tables(community: Community, today: date, standing: Standing) -> tuple[OpenTable, ...]:
    """All tables, rows in the order of ids; texts in the community's first language.

    `standing` is how every pair gets on, and what came of each program.
    """
    consenting = with_consents_of(community, today)
    return (_people(consenting), _programs(consenting, standing), _skills(consenting))


def _people(community: Community) -> OpenTable:
    names = sorted(name for name, person in community.people.items() if allows(person, "name"))
    rows = ((name, *_person(community, community.people[name])) for name in names)
    columns = (Column("id", "string", msg("the name of the person's file")), *_PERSON_COLUMNS)
    return OpenTable(
        "people",
        msg("People"),
        msg("People who allow their name to be published."),
        columns,
        tuple(rows),
    )


def _person(community: Community, person: Person) -> Iterator[Cell]:
    for field, tell in _TOLD.items():
        yield tell(community, person) if allows(person, field) else None


def _programs(community: Community, standing: Standing) -> OpenTable:
    shown = sorted(
        name
        for name, program in community.programs.items()
        if program.status is not ProgramStatus.DRAFT
    )
    told = told_programs(community, community.settings.privacy.small_group)
    return OpenTable(
        "programs",
        msg("Programs"),
        msg("Programs, and how many take part. A count of too few people is left out."),
        _PROGRAM_COLUMNS,
        tuple(_program(community, name, standing, is_told=name in told) for name in shown),
    )


def _program(
    community: Community, name: ProgramId, standing: Standing, *, is_told: bool
) -> tuple[Cell, ...]:
    """A row; what the pages of pairs tell of each is summed up whatever the size of the program.

    Of people and goals there is what the report tells.
    """
    program = community.programs[name]
    pairs = community.pairs_of_program.get(name, ())
    listed = sums(community, [standing.progress[one] for one in pairs if has_page(community, one)])
    outcomes = withheld(community, standing.counted[name], community.settings.privacy.small_group)
    return (
        name,
        _worded(community, program.title),
        program.status.value,
        program.style,
        program.kind,
        program.dates.start.isoformat(),
        program.dates.end.isoformat() if program.dates.end else None,
        *(_enrolled(outcomes, role) for role in (Role.MENTOR, Role.MENTEE, Role.PEER)),
        *(listed.pairs, listed.held, listed.minutes),
        *(_goals(outcomes) if is_told else (None, None)),
    )


def _enrolled(outcomes: Outcomes, role: Role) -> int | None:
    """How many people are enrolled as this; None where that would tell on few."""
    stages = next((one.stages for one in outcomes.funnels if one.role is role), None)
    applied = stages[Stage.APPLIED] if stages else 0
    return applied if isinstance(applied, int) else None


def _goals(outcomes: Outcomes) -> tuple[int | None, int | None]:
    """How many goals there are, and how many were reached; None where that would tell on few."""
    match outcomes.goals:
        case Share(part, whole):
            return whole, part
        case why:
            return (None, None) if why is WITHHELD else (0, 0)


def _skills(community: Community) -> OpenTable:
    rows = tuple(
        (
            skill.id,
            _worded(community, skill.label),
            _worded(community, skill.group) if skill.group else None,
        )
        for skill in community.vocabulary
    )
    return OpenTable("skills", msg("Skills"), msg("The skill vocabulary."), _SKILL_COLUMNS, rows)


def _worded(community: Community, text: LocalText) -> str:
    languages: Sequence[Language] = community.settings.languages
    return in_language(text, languages[0], languages)


def _listed(items: Iterator[str]) -> str | None:
    return "; ".join(items) or None


def _stated(record: Record, field: str, level: SkillLevel) -> str:
    """A level behind a skill, unless it is only what the record assumes."""
    return f" ({level})" if field in record.model_fields_set else ""


def _local(field: str) -> Callable[[Community, Person], Cell]:
    def tell(community: Community, person: Person) -> Cell:
        text: Any = getattr(person, field)
        return _worded(community, text) if text else None

    return tell


def _plain(field: str) -> Callable[[Community, Person], Cell]:
    def tell(_: Community, person: Person) -> Cell:
        found: Cell = getattr(person, field)
        return found

    return tell


_TOLD: Mapping[PersonField, Callable[[Community, Person], Cell]] = {
    "name": _plain("name"),
    "pronouns": _plain("pronouns"),
    "github": _plain("github"),
    "timezone": _plain("timezone"),
    "location": _local("location"),
    "headline": _local("headline"),
    "bio": _local("bio"),
    "hours_per_month": _plain("hours_per_month"),
    "experience_years": _plain("experience_years"),
    "languages": lambda _, person: _listed(
        f"{code} ({level})" for code, level in sorted(person.languages.items())
    ),
    "offers": lambda _, person: _listed(
        offer.skill + _stated(offer, "level", offer.level) for offer in person.offers
    ),
    "seeks": lambda _, person: _listed(
        wish.skill + _stated(wish, "target", wish.target) for wish in person.seeks
    ),
    "goals": lambda community, person: _listed(
        _worded(community, goal.statement) for goal in person.goals
    ),
    "links": lambda _, person: _listed(link.url for link in person.links),
    "trained": lambda community, person: _listed(
        f"{_worded(community, training.module)} ({training.on})" for training in person.trained
    ),
}
_PERSON_COLUMNS = (
    Column("name", "string", msg("the name they want to be called by")),
    Column("pronouns", "string", msg("their pronouns")),
    Column("github", "string", msg("their login on GitHub")),
    Column("timezone", "string", msg("their IANA time zone")),
    Column("location", "string", msg("where they are, as they like to say it")),
    Column("headline", "string", msg("one line about them")),
    Column("bio", "string", msg("more about them, in Markdown")),
    Column("hours_per_month", "integer", msg("hours they can give in a month")),
    Column("experience_years", "integer", msg("years in the field")),
    Column("languages", "string", msg("codes of languages and how well they speak them")),
    Column(
        "offers",
        "string",
        msg("ids of skills they can help with, and the level if given"),
    ),
    Column(
        "seeks",
        "string",
        msg("ids of skills they want to learn, and the aim if given"),
    ),
    Column("goals", "string", msg("what they want to reach")),
    Column("links", "string", msg("pages about them")),
    Column("trained", "string", msg("trainings they completed, and the days")),
)
_PROGRAM_COLUMNS = (
    Column("id", "string", msg("the name of the program's file")),
    Column("title", "string", msg("its title")),
    Column("status", "string", msg("where it stands")),
    Column("style", "string", msg("formal or informal")),
    Column("kind", "string", msg("one-to-one, group and so on")),
    Column("start", "date", msg("its first day")),
    Column("end", "date", msg("its last day")),
    Column("mentors", "integer", msg("people who applied as mentors")),
    Column("mentees", "integer", msg("people who applied as mentees")),
    Column("peers", "integer", msg("people who applied as peers of a circle")),
    Column("pairs", "integer", msg("pairs and groups that have a page")),
    Column("sessions", "integer", msg("sessions held")),
    Column("minutes", "integer", msg("minutes of these sessions")),
    Column(
        "goals", "integer", msg("goals that pairs set themselves, those dropped later among them")
    ),
    Column("goals_achieved", "integer", msg("goals achieved")),
)
_SKILL_COLUMNS = (
    Column("id", "string", msg("the word that files use")),
    Column("label", "string", msg("its name")),
    Column("group", "string", msg("the heading it stands under")),
)
