from collections.abc import Mapping

import pytest

from telemaco.findings import TelemacoError
from telemaco.forms.asking import ask_the_coordinator, feedback
from telemaco.forms.values import Form
from telemaco.model.community import Community
from telemaco.submissions.values import Filled
from telemaco.usecases.submit import submit
from tests.submissions.workshop import FILES, TODAY, after, community, said, sent, sources, told

Given = Mapping[str, str | tuple[str, ...]]

SURVEY = "program/surveys/evening.yaml"
SETTINGS = "program/community.yaml"
PRIVATE = FILES[SETTINGS].replace("public}", "private}")
QUESTIONS = """\
title: {en: How was it?, it: Com'è andata?}
roles: [mentor, mentee]
readers: [everybody]
anonymity: named
items:
  - {id: well, kind: scale, text: {en: Was it good?, it: È stato bello?},
     scale: [{en: No, it: No}, {en: Yes, it: Sì}], required: true}
  - {id: words, kind: text, text: {en: In words, it: A parole}}
  - {id: what, kind: multi, text: {en: What was there?, it: Che cosa c'era?},
     scale: [{en: Wine, it: Vino}, {en: Bread, it: Pane}]}
"""
ANSWERS: Given = {
    "program": "workshop",
    "role": "mentee",
    "item-well": "2",
    "item-words": "Yes: ${{ 1 }}\n---\n- [x] no",
    "item-what": ("1", "2"),
}


def _survey(base: Community) -> Form:
    return next(iter(feedback(base)))


def test_question_is_answered_by_the_coordinators() -> None:
    found = sent(ask_the_coordinator, {"question": "When do we begin?"}, "anybody")

    assert (found.files, found.problems, found.author) == ({}, (), None)
    assert (found.tell, found.coordinators) == (("cosimo",), ())
    assert [said(one) for one in found.to_do] == ["Answer the question in the issue, and close it."]


def test_question_about_a_program_is_for_those_who_run_it() -> None:
    path = "program/programs/workshop.yaml"
    changes = {path: FILES[path] + "coordinators: [verrocchio]\n"}
    answers: Given = {"question": "When?", "program": "workshop"}

    found = sent(ask_the_coordinator, answers, "sandro", changes)

    assert (found.author, found.tell) == ("botticelli", ("verrocchio",))
    assert found.coordinators == ("verrocchio",)


def test_question_with_something_private_is_not_shown_again() -> None:
    found = sent(ask_the_coordinator, {"question": "Call me: +39 055 123 4567"}, "anybody")

    assert [told(problem) for problem in found.problems] == [
        (
            "Your question for the coordinators: this looks like a phone number, which everybody "
            "could read here - Edit the form above and delete it. Earlier versions of the form can "
            "still "
            "be read: to have them deleted, too, ask a coordinator."
        )
    ]
    assert found.understood == ()


def test_question_for_others_can_be_left_out_and_is_not_kept() -> None:
    mentors = "  - {id: hard, kind: text, text: Was it hard?, roles: [mentor], required: true}\n"
    changes = {SURVEY: QUESTIONS + mentors, SETTINGS: PRIVATE}

    left_out = sent(_survey, ANSWERS, "leo-from-vinci", changes)
    answered = sent(_survey, {**ANSWERS, "item-hard": "No."}, "leo-from-vinci", changes)

    assert left_out.problems == ()
    (one,) = after(left_out, changes).answers.values()
    (other,) = after(answered, changes).answers.values()
    assert one.answers == other.answers


def test_answers_become_a_file_of_a_private_repository() -> None:
    changes = {SURVEY: QUESTIONS, SETTINGS: PRIVATE}

    found = sent(_survey, ANSWERS, "leo-from-vinci", changes)

    [answer] = after(found, changes).answers.values()
    assert answer.answers == {
        "well": "2",
        "words": "Yes: ${{ 1 }}\n---\n- [x] no",
        "what": ("1", "2"),
    }
    assert (answer.week, answer.role, answer.program) == ("2027-W07", "mentee", "workshop")
    assert "leo" not in "".join(found.files)


def test_answers_stay_in_the_issue_of_a_public_repository() -> None:
    found = sent(_survey, ANSWERS, "leo-from-vinci", {SURVEY: QUESTIONS})

    assert (found.files, found.problems) == ({}, ())
    assert [said(one) for one in found.to_do] == [
        (
            "Read the answers in the issue, and close it. In a public repository no file is "
            "made of "
            "them."
        )
    ]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        (
            "verrocchio",
            (
                "What do you take part as?: your entry does not say that you take part in this "
                "program in this role - Choose the program and the role as they stand in your "
                "entry."
            ),
        ),
        (
            "anybody",
            (
                "your account, anybody, is named in no entry here - Join first, with the form for "
                "it. If you have an entry, ask a coordinator to write your account into it."
            ),
        ),
    ],
)
def test_only_those_who_take_part_answer(author: str, expected: str) -> None:
    found = sent(_survey, ANSWERS, author, {SURVEY: QUESTIONS, SETTINGS: PRIVATE})

    assert [told(problem) for problem in found.problems] == [expected]


@pytest.mark.parametrize("anonymity", ["confidential", "aggregate"])
def test_survey_that_is_not_for_everybody_is_not_answered_by_a_form(anonymity: str) -> None:
    form = _survey(community({SURVEY: QUESTIONS}))
    now = {SURVEY: QUESTIONS.replace("named", anonymity), SETTINGS: PRIVATE}
    filled = Filled(form, {"program": ("workshop",)}, "leo-from-vinci", 12)

    for changes in (now, {}):
        found = submit(filled, community(changes), sources(changes), TODAY)

        assert [told(problem) for problem in found.problems] == [
            (
                "this survey is not answered with a form that others can read - Ask a "
                "coordinator how "
                "it is answered."
            )
        ]


def test_form_that_is_none_of_ours_cannot_be_sent() -> None:
    form = ask_the_coordinator(community())
    strange = Filled(Form("x", form.title, form.about, "x", ()), {}, "anybody", 1)

    with pytest.raises(TelemacoError, match='Nothing is known of a form "x"'):
        submit(strange, community(), sources(), TODAY)
