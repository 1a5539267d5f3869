"""What programs call by name: guides and surveys."""

from collections.abc import Iterator

from telemaco.findings import Finding, Location, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.guides import BUILT_IN_AGENDAS, guide_names
from telemaco.model.instruments import survey_names
from telemaco.records.base import AgendaId, SurveyId
from telemaco.records.layout import Kind, program_path
from telemaco.rules.naming import at, suggesting


def agendas(community: Community) -> Iterator[Finding]:
    """The guides that a program chooses exist."""
    for program_id, program in community.programs.items():
        for position, choice in enumerate(program.agendas):
            if not is_agenda(community, choice.agenda):
                place = at(program_path(program_id), "agendas", position, "agenda")
                yield unknown_agenda(community, choice.agenda, place)


def surveys(community: Community) -> Iterator[Finding]:
    """The surveys that a program asks exist."""
    for program_id, program in community.programs.items():
        path = program_path(program_id)
        for position, evaluation in enumerate(program.evaluation):
            if not is_survey(community, evaluation.survey):
                place = at(path, "evaluation", position, "survey")
                yield unknown_survey(community, evaluation.survey, place)
        for position, survey in enumerate(program.completion.surveys if program.completion else ()):
            place = at(path, "completion", "surveys", position)
            if not is_survey(community, survey):
                yield unknown_survey(community, survey, place)
            elif survey not in {evaluation.survey for evaluation in program.evaluation}:
                yield Finding(
                    "survey-not-asked",
                    place,
                    msg(
                        '"{name}" belongs to completing the program, but is never asked',
                        name=survey,
                    ),
                    msg("Add it under evaluation, with the moment at which it is asked."),
                    Severity.WARNING,
                )


def is_agenda(community: Community, agenda: AgendaId) -> bool:
    """Whether the guide is the community's or built in."""
    return agenda in guide_names(community.agendas) or any(
        names[:1] in {(), (agenda,)} for names in community.unread.get(Kind.AGENDA, ())
    )


def unknown_agenda(community: Community, agenda: AgendaId, place: Location) -> Finding:
    """The finding for a guide that nobody wrote."""
    unknown = Finding(
        "unknown-agenda",
        place,
        msg('there is no agenda "{name}"', name=agenda),
        msg(
            "Correct the name, or write the guide in program/agendas/. Telemaco brings {names}.",
            names=", ".join(BUILT_IN_AGENDAS),
        ),
    )
    return suggesting(unknown, agenda, guide_names(community.agendas))


def is_survey(community: Community, survey: SurveyId) -> bool:
    """Whether the survey has a file, readable or not, or is built in."""
    return survey in survey_names(community.surveys) or community.is_unread(Kind.SURVEY, survey)


def unknown_survey(community: Community, survey: SurveyId, place: Location) -> Finding:
    """The finding for a survey that nobody wrote."""
    unknown = Finding(
        "unknown-survey",
        place,
        msg('there is no survey "{name}"', name=survey),
        msg("Correct the name, or write the survey in program/surveys/."),
    )
    return suggesting(unknown, survey, survey_names(community.surveys))
