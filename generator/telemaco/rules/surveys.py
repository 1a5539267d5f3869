"""Surveys: their questions, and what programs ask with them."""

from collections.abc import Iterable, Iterator, Mapping

from telemaco.findings import Finding, Location, Severity
from telemaco.messages import Choices, msg
from telemaco.model.community import Community
from telemaco.model.instruments import survey_in, survey_names
from telemaco.records.base import SurveyId
from telemaco.records.layout import program_path, survey_path
from telemaco.records.program import Moment, Role
from telemaco.records.survey import Item, ItemKind, Survey
from telemaco.rules.naming import at, at_key, suggesting
from telemaco.rules.references_of_programs import is_survey

CHOSEN = frozenset({ItemKind.SCALE, ItemKind.CHOICE, ItemKind.MULTI})
"""The kinds of questions that say what can be answered."""
_LEAST_CHOICES = 2
_LONGEST_SCALE = 11


def scales(community: Community) -> Iterator[Finding]:
    """A question that is answered by choosing has something to choose from, and not too much."""
    for survey_id, survey in community.surveys.items():
        for position, item in enumerate(survey.items):
            place = at(survey_path(survey_id), "items", position, "scale")
            if item.kind in CHOSEN and len(item.scale) < _LEAST_CHOICES:
                yield _missing(item, place)
            elif item.kind is ItemKind.SCALE and len(item.scale) > _LONGEST_SCALE:
                yield _too_long(item, place)
            elif item.kind not in CHOSEN and item.scale:
                yield _unused(item, place)


def mirrors(community: Community) -> Iterator[Finding]:
    """The question that another one mirrors is there, and can be set beside it."""
    questions = {
        survey_id: survey
        for survey_id in survey_names(community.surveys)
        if (survey := survey_in(community, survey_id))
    }
    for survey_id, survey in community.surveys.items():
        for position, item in enumerate(survey.items):
            if item.mirrors is not None:
                place = at(survey_path(survey_id), "items", position, "mirrors")
                yield from _mirror(questions, survey_id, item, place)


def roles_of_questions(community: Community) -> Iterator[Finding]:
    """Questions are asked of people whom the survey asks."""
    for survey_id, survey in community.surveys.items():
        for position, item in enumerate(survey.items):
            for rank, role in enumerate(item.roles):
                if role not in survey.roles:
                    place = at(survey_path(survey_id), "items", position, "roles", rank)
                    yield not_asked(role, survey_id, survey, place)


def roles_of_evaluations(community: Community) -> Iterator[Finding]:
    """A program asks a survey of people whom the survey asks."""
    for program_id, program in community.programs.items():
        for position, evaluation in enumerate(program.evaluation):
            survey = survey_in(community, evaluation.survey)
            for rank, role in enumerate(evaluation.roles):
                if survey and role not in survey.roles:
                    place = at(program_path(program_id), "evaluation", position, "roles", rank)
                    yield not_asked(role, evaluation.survey, survey, place)
            for role in evaluation.forms:
                if survey and role not in survey.roles:
                    place = at_key(
                        program_path(program_id), "evaluation", position, "forms", role.value
                    )
                    yield not_asked(role, evaluation.survey, survey, place)


def moments(community: Community) -> Iterator[Finding]:
    """A program asks a survey at one moment, and at one that comes."""
    for program_id, program in community.programs.items():
        firsts: dict[SurveyId, int] = {}
        for position, evaluation in enumerate(program.evaluation):
            route = ("evaluation", position)
            first = firsts.setdefault(evaluation.survey, position)
            if first != position:
                place = at(program_path(program_id), *route, "survey")
                yield _asked_twice(evaluation.survey, first, position, place)
            elif (
                evaluation.at is Moment.MIDPOINT
                and program.dates.midpoint is None
                and is_survey(community, evaluation.survey)
            ):
                yield _no_midpoint(at(program_path(program_id), *route, "at"))


def not_asked(role: Role, survey_id: SurveyId, survey: Survey, place: Location) -> Finding:
    """The finding for somebody whom a survey does not ask."""
    return Finding(
        "role-not-asked",
        place,
        msg('the survey "{survey}" is not for the role {role}', survey=survey_id, role=role.value),
        msg(
            "Choose from {roles}, or add the role to the survey.",
            roles=Choices(tuple(one.value for one in survey.roles)),
        ),
    )


def _missing(item: Item, place: Location) -> Finding:
    return Finding(
        "scale-missing",
        place,
        msg(
            'the question "{item}" of the kind {kind} has no answers to choose from',
            item=item.id,
            kind=item.kind.value,
        ),
        msg("Add scale: with two answers or more, in their order; or write kind: text."),
    )


def _too_long(item: Item, place: Location) -> Finding:
    return Finding(
        "scale-too-long",
        place,
        msg(
            'the question "{item}" has {count} steps; nobody tells so many apart',
            item=item.id,
            count=len(item.scale),
        ),
        msg("Keep {most} at most; four or five are best.", most=_LONGEST_SCALE),
    )


def _unused(item: Item, place: Location) -> Finding:
    return Finding(
        "scale-unused",
        place,
        msg(
            'the question "{item}" of the kind {kind} has no use for scale:',
            item=item.id,
            kind=item.kind.value,
        ),
        msg("Delete it, or write kind: scale."),
        Severity.WARNING,
    )


def _mirror(
    surveys: Mapping[SurveyId, Survey], survey_id: SurveyId, item: Item, place: Location
) -> Iterator[Finding]:
    found = _found(item, [surveys[survey_id], *surveys.values()])
    if found is None:
        known = {one.id for survey in surveys.values() for one in survey.items}
        unknown = Finding(
            "unknown-item",
            place,
            msg('no survey has a question "{name}"', name=item.mirrors or ""),
            msg("Write the id of the question that asks the other side the same."),
        )
        yield suggesting(unknown, item.mirrors or "", known)
    elif (found[1].kind, len(found[1].scale)) != (item.kind, len(item.scale)):
        yield Finding(
            "mirror-mismatch",
            place,
            msg(
                'the question "{item}" is not answered as "{other}" is, which it mirrors',
                item=item.id,
                other=found[1].id,
            ),
            msg("Give both the same kind and as many answers; else they cannot be compared."),
        )
    elif _roles(surveys[survey_id], item) & _roles(*found):
        yield Finding(
            "mirror-mismatch",
            place,
            msg(
                'the question "{item}" mirrors "{other}", and both are asked of the same people',
                item=item.id,
                other=found[1].id,
            ),
            msg("Say with roles: who is asked each, mentors the one and mentees the other."),
            Severity.WARNING,
        )


def _found(item: Item, surveys: Iterable[Survey]) -> tuple[Survey, Item] | None:
    """The mirrored question: that of the first survey which has one of this id."""
    return next(
        ((survey, one) for survey in surveys for one in survey.items if one.id == item.mirrors),
        None,
    )


def _roles(survey: Survey, item: Item) -> set[Role]:
    return {*(item.roles or survey.roles)}


def _asked_twice(survey: SurveyId, first: int, position: int, place: Location) -> Finding:
    return Finding(
        "survey-asked-twice",
        place,
        msg(
            'entries {first} and {second} ask the survey "{survey}": whose answers are whose '
            "could not be told",
            first=first + 1,
            second=position + 1,
            survey=survey,
        ),
        msg("Copy the survey under another name; questions with the same id are compared."),
    )


def _no_midpoint(place: Location) -> Finding:
    return Finding(
        "moment-without-day",
        place,
        msg("the program has no midpoint, so the survey would never be asked"),
        msg("Add midpoint: to dates, or choose another moment."),
        Severity.WARNING,
    )
