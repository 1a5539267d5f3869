"""The surveys that a program may ask: the community's own, and those that Telemaco brings."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.records.base import SurveyId
from telemaco.records.layout import Kind
from telemaco.records.survey import Survey
from telemaco.yamltext.reading import read

BUILT_IN_SURVEYS = tuple(
    map(
        SurveyId,
        ("start", "first-session", "midpoint", "end", "exit", "unmatched", "three-months"),
    )
)
"""Surveys that Telemaco brings; a community's file of the same name takes the place of one."""

GAS_WORDS = {
    "-2": msg("much less than hoped"),
    "-1": msg("less than hoped"),
    "0": msg("as hoped"),
    "1": msg("more than hoped"),
    "2": msg("much more than hoped"),
}
"""How the levels of a goal are called, the lowest first."""


def survey_names(own: Iterable[SurveyId]) -> tuple[SurveyId, ...]:
    """The names of all surveys that can be asked: the community's own first."""
    return tuple(dict.fromkeys((*own, *BUILT_IN_SURVEYS)))


def survey_in(community: Community, survey: SurveyId) -> Survey | None:
    """The survey of that name; None if there is none, or the community's own cannot be read."""
    if survey in community.surveys:
        return community.surveys[survey]
    return None if community.is_unread(Kind.SURVEY, survey) else built_in(survey)


@cache
def built_in(survey: SurveyId) -> Survey | None:
    """The survey that Telemaco brings; None if it brings none of that name."""
    if survey not in BUILT_IN_SURVEYS:
        return None
    file = files("telemaco") / "builtin" / "surveys" / f"{survey}.yaml"
    return Survey.model_validate(read(file.read_text(encoding="utf-8")))
