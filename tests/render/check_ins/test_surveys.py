from telemaco.records.base import PersonId
from telemaco.reminders.letters import Letter, Written
from telemaco.reminders.memory import Memory
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.of_surveys import surveys_of_pair, surveys_of_person
from tests.progress.atelier import PAIR, PROGRAM, START, person
from tests.reminders.on_forge import workshop
from tests.render.check_ins.workshop import letters

FORMS = "forms: {mentor: 'https://forms.example.org/a(1)', mentee: https://forms.example.org/b}"
ASKING = PROGRAM + "evaluation: [{survey: %s, at: %s, " + FORMS + "}]\n"
OWN = """\
title: Ours
roles: [mentor]
readers: [pair]
anonymity: named
items: [{id: a, kind: text, text: A}]
"""


def written(survey: str = "start") -> Written:
    found = workshop(program=ASKING % (survey, "start"), more={"program/surveys/own.yaml": OWN})
    (question,) = surveys_of_pair(found, PAIR, START)
    return letters(found).check_in(Letter(question.key, question, (), Memory()))


def test_check_in_leads_to_the_form_of_each_role() -> None:
    found = written()

    assert found.title.startswith("Questionario: ")
    assert "**C'è un breve questionario da compilare: All'inizio.**" in found.text
    assert (
        "Il modulo: **[per chi fa da mentor](https://forms.example.org/a%281%29)**, "
        "**[per i mentee](https://forms.example.org/b)**. Si tengono solo i conteggi"
    ) in found.text


def test_counts_are_promised_only_where_nothing_else_is_kept() -> None:
    assert "Si tengono solo i conteggi" not in written("own").text


def test_survey_that_is_not_asked_any_more_is_told_so() -> None:
    found = workshop(program=ASKING % ("start", "start"))
    (question,) = surveys_of_pair(found, PAIR, START)

    text = letters(workshop()).check_in(Letter(question.key, question, (), Memory())).text

    assert "Non si chiede più." in text


def test_survey_is_told_along_with_its_form() -> None:
    found = workshop(program=ASKING % ("start", "start"))
    survey, meeting = of_pair(found, PAIR, START)

    text = letters(found).check_in(Letter(meeting.key, meeting, (survey,), Memory())).text

    assert "- C'è un breve questionario da compilare: All'inizio. Il modulo: **[" in text


def test_who_found_nobody_gets_a_form() -> None:
    found = workshop(
        program=ASKING % ("unmatched", "unmatched"),
        more={"program/people/botticelli.yaml": person("mentee", "waiting")},
    )
    (question,) = surveys_of_person(found, PersonId("botticelli"), START)

    text = letters(found).check_in(Letter(question.key, question, (), Memory())).text

    assert "Quando non si è trovato nessuno" in text
    assert "[per i mentee](https://forms.example.org/b)" in text
