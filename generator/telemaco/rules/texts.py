"""Every text of a record that may be there in several languages, with its route."""

from collections.abc import Iterator, Mapping, Sequence

from telemaco.findings import Route
from telemaco.records.base import Language
from telemaco.records.community import Community as Settings
from telemaco.records.pair import Pair
from telemaco.records.person import Person
from telemaco.records.program import Program, Role
from telemaco.records.skills import Skill
from telemaco.records.survey import Survey

LocalText = str | Mapping[Language, str] | None
"""A text, or one a language; None for a text that is not there."""

LocalTexts = Iterator[tuple[Route, LocalText]]
"""Routes and the texts that are there."""


def texts_of_community(settings: Settings) -> LocalTexts:
    """The community's name and what else readers see of it."""
    yield ("title",), settings.title
    yield ("tagline",), settings.tagline
    for position, channel in enumerate(settings.channels):
        yield ("channels", position, "label"), channel.label


def texts_of_skills(vocabulary: Sequence[Skill]) -> LocalTexts:
    """How skills are called."""
    for position, skill in enumerate(vocabulary):
        yield (position, "label"), skill.label
        yield (position, "group"), skill.group


def texts_of_program(program: Program) -> LocalTexts:
    """What a program says of itself."""
    yield ("title",), program.title
    yield ("summary",), program.summary
    for position, objective in enumerate(program.objectives):
        yield ("objectives", position, "statement"), objective.statement
        yield ("objectives", position, "indicator"), objective.indicator
        yield ("objectives", position, "target"), objective.target
    for role in Role:
        for position, statement in enumerate(program.eligibility.for_role(role)):
            yield ("eligibility", role.value, position), statement
    for position, milestone in enumerate(program.milestones):
        yield ("milestones", position, "title"), milestone.title
        yield ("milestones", position, "evidence"), milestone.evidence


def texts_of_person(person: Person) -> LocalTexts:
    """What a person says of themselves."""
    yield ("location",), person.location
    yield ("headline",), person.headline
    yield ("bio",), person.bio
    for position, link in enumerate(person.links):
        yield ("links", position, "label"), link.label
    for position, goal in enumerate(person.goals):
        yield ("goals", position, "statement"), goal.statement
    for position, training in enumerate(person.trained):
        yield ("trained", position, "module"), training.module


def texts_of_survey(survey: Survey) -> LocalTexts:
    """The questions of a survey, the answers to choose from, and whose they are."""
    yield ("title",), survey.title
    yield ("confirmation",), survey.confirmation
    if survey.source:
        yield ("source", "name"), survey.source.name
        yield ("source", "licence"), survey.source.licence
    for position, item in enumerate(survey.items):
        yield ("items", position, "text"), item.text
        for rank, choice in enumerate(item.scale):
            yield ("items", position, "scale", rank), choice


def texts_of_pair(pair: Pair) -> LocalTexts:
    """What a pair says of itself."""
    yield ("title",), pair.title
    for position, goal in enumerate(pair.goals):
        yield ("goals", position, "statement"), goal.statement
        yield ("goals", position, "success"), goal.success
    for position, done in enumerate(pair.milestones):
        yield ("milestones", position, "evidence"), done.evidence
    if pair.closing:
        yield ("closing", "reflection"), pair.closing.reflection
        yield ("closing", "next_step"), pair.closing.next_step
