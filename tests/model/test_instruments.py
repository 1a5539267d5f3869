from importlib.resources import files

import pytest

from telemaco.loading.load import load
from telemaco.model.instruments import BUILT_IN_SURVEYS, built_in, survey_in, survey_names
from telemaco.records.base import SurveyId
from telemaco.records.layout import survey_path
from telemaco.records.program import Role
from telemaco.records.survey import ItemKind
from telemaco.rules import surveys as rules
from telemaco.rules.texts import texts_of_survey
from tests.fakes import FakeSources, community

OWN = "{title: Ours, roles: [mentee], readers: [pair], items: [{id: a, kind: text, text: A}]}"


@pytest.mark.parametrize("name", BUILT_IN_SURVEYS)
def test_survey_that_telemaco_brings_is_whole(name: SurveyId) -> None:
    survey = built_in(name)

    assert survey is not None
    assert survey.source is not None
    assert survey.confirmation is not None
    assert len({item.id for item in survey.items}) == len(survey.items)
    for _, text in texts_of_survey(survey):
        assert isinstance(text, dict)
        assert set(text) == {"en", "it"}
    assert {role for role in survey.roles if not survey.asked_of(role)} == set()


@pytest.mark.parametrize("name", ["start", "first-session", "midpoint", "end", "three-months"])
def test_mentors_and_mentees_are_asked_the_same(name: str) -> None:
    survey = built_in(SurveyId(name))
    assert survey is not None
    mentees = {item.id for item in survey.asked_of(Role.MENTEE)}

    for item in survey.asked_of(Role.MENTOR):
        if item.kind is ItemKind.SCALE and item.id != "mentoring":
            assert {item.id, item.mirrors} & mentees


def test_surveys_that_telemaco_brings_pass_the_rules_for_surveys() -> None:
    shipped = files("telemaco") / "builtin" / "surveys"

    ours = community(
        {
            survey_path(SurveyId(file.name[:-5])): file.read_text("utf-8")
            for file in shipped.iterdir()
        }
    )

    assert ours.surveys == {name: built_in(name) for name in sorted(BUILT_IN_SURVEYS)}
    for rule in (rules.scales, rules.mirrors):
        assert list(rule(ours)) == []


def test_own_survey_takes_the_place_of_one_that_telemaco_brings() -> None:
    ours = community({"program/surveys/end.yaml": OWN, "program/surveys/own.yaml": OWN})

    assert survey_names(ours.surveys)[:2] == ("end", "own")
    found = survey_in(ours, SurveyId("end"))
    assert found is not None
    assert found.title == "Ours"
    assert survey_in(ours, SurveyId("exit")) == built_in(SurveyId("exit"))
    assert survey_in(ours, SurveyId("else")) is None


def test_survey_that_cannot_be_read_is_not_replaced() -> None:
    ours = load(FakeSources({"program/surveys/end.yaml": "{"}).files()).community

    assert survey_in(ours, SurveyId("end")) is None
