from telemaco.rules.references_of_programs import agendas, surveys
from tests.rules.workshop import PROGRAM, UNREADABLE, extended, found, hints

HALFWAY = "program/surveys/halfway.yaml"
_CRITIQUE = "agendas: [{session: 1, agenda: critique}]\n"
_SURVEYS = "evaluation: [{survey: halfway, at: end}]\ncompletion: {surveys: [halfway]}\n"
_ASKED = "{title: T, roles: [mentee], readers: [pair], items: [{id: a, kind: text, text: A}]}"


def test_guide_exists() -> None:
    assert found(agendas, extended(PROGRAM, _CRITIQUE)) == [
        ("unknown-agenda", PROGRAM, ("agendas", 0, "agenda"))
    ]


def test_guides_of_the_community_count() -> None:
    guide = {"program/agendas/critique.en.md": "---\ntitle: Critique\n---\n"}

    assert not found(agendas, extended(PROGRAM, _CRITIQUE), guide)


def test_guide_that_cannot_be_read_counts() -> None:
    guide = {"program/agendas/critique.en.md": "no facts"}

    assert not found(agendas, extended(PROGRAM, _CRITIQUE), guide)


def test_built_in_guides_are_listed_when_none_is_like_it() -> None:
    told = hints(agendas, extended(PROGRAM, "agendas: [{session: 1, agenda: zzz}]\n"))

    assert told == [
        (
            "Correct the name, or write the guide in program/agendas/. Telemaco brings "
            "first-meeting, first-meeting-informal, first-meeting-group, regular, "
            "regular-informal, group, midpoint, midpoint-group, goal-setting, feedback, closing, "
            "closing-group, single-session."
        )
    ]


def test_surveys_that_are_asked_and_needed_exist() -> None:
    assert found(surveys, extended(PROGRAM, _SURVEYS)) == [
        ("unknown-survey", PROGRAM, ("evaluation", 0, "survey")),
        ("unknown-survey", PROGRAM, ("completion", "surveys", 0)),
    ]


def test_surveys_that_telemaco_brings_count() -> None:
    built_in = _SURVEYS.replace("halfway", "midpoint")

    assert not found(surveys, extended(PROGRAM, built_in))


def test_surveys_of_the_community_count() -> None:
    assert not found(surveys, extended(PROGRAM, _SURVEYS), {HALFWAY: _ASKED})
    assert not found(surveys, extended(PROGRAM, _SURVEYS), {HALFWAY: UNREADABLE})
