"""Issues that were opened before a form was worded anew."""

from dataclasses import replace

import pytest

from telemaco.forms.body import read
from telemaco.forms.catalogue import Recognised, forms_of, recognise
from telemaco.forms.labels import field_labels, known_headings
from telemaco.forms.values import Answers, Choice, Field, Form, Line
from telemaco.messages import msg
from tests.fakes import community
from tests.forms.bodies import body_of
from tests.forms.communities import SURVEY, example, nasty, program, words_in
from tests.forms.words import say

ANSWERS: Answers = {
    "pair": ("atelier-2027/hardy-ramanujan",),
    "program": ("open-circles",),
    "mentees": ("sofonisba-anguissola",),
    "what": ("leave",),
    "date": ("2027-02-03",),
    "answer": ("no",),
    "consent": ("public",),
}


def _before(form: Form) -> Form:
    """The form as it was worded before."""
    return replace(form, items=tuple(_field_before(field) for field in form.fields))


def _field_before(field: Field) -> Field:
    label = field.former[0] if field.former else field.label
    if not isinstance(field, Choice) or field.is_written:
        return replace(field, label=label)
    options = (replace(one, label=(*one.former, one.label)[0]) for one in field.options)
    return replace(field, label=label, options=tuple(options))


def _form(name: str) -> Form:
    return next(form for form in forms_of(example()) if form.name == name)


@pytest.mark.parametrize(
    ("name", "language", "heading"),
    [
        ("accept-the-agreement", "en", "Pair whose agreement you have read"),
        ("accept-the-agreement", "it", "Coppia di cui hai letto l'accordo"),
        ("confirm-a-pair", "en", "Pair that was proposed for you"),
        ("confirm-a-pair", "it", "Coppia che ti è stata proposta"),
        ("propose-a-pair", "en", "Program of the new pair"),
        ("propose-a-pair", "it", "Programma della nuova coppia"),
        ("session-note", "en", "Pair that met"),
        ("session-note", "it", "Coppia che si è vista"),
    ],
)
def test_form_is_known_by_the_heading_that_it_had(name: str, language: str, heading: str) -> None:
    found = recognise(f"### {heading}\n\nx", forms_of(example()), words_in(example()))

    assert found
    assert (found.form.name, found.language) == (name, language)


@pytest.mark.parametrize(
    ("heading", "name", "language"),
    [
        ("Which pair?", "pause-or-leave", "en"),
        ("Quale coppia?", "pause-or-leave", "it"),
        ("Do you want to be in this pair?", "confirm-a-pair", "en"),
        ("Vuoi far parte di questa coppia?", "confirm-a-pair", "it"),
    ],
)
def test_field_is_known_by_the_heading_that_it_had(heading: str, name: str, language: str) -> None:
    words = next(say for code, say in words_in(example()).items() if code == language)

    assert heading in known_headings(_form(name), words)


@pytest.mark.parametrize(
    "name",
    ["accept-the-agreement", "confirm-a-pair", "pause-or-leave", "propose-a-pair", "session-note"],
)
def test_answers_given_before_are_read_as_before(name: str) -> None:
    form, words = _form(name), words_in(example())
    given = {field.id: ANSWERS.get(field.id, ()) for field in form.fields}
    before = _before(form)

    assert before.fields != form.fields
    for language, says in words.items():
        body = body_of(before, given, language)
        assert recognise(body, forms_of(example()), words) == Recognised(form, language)
        assert read(form, says, body) == given


def test_no_form_had_the_first_heading_of_another() -> None:
    for words in words_in(nasty()).values():
        known = [
            [heading for heading, label in known_headings(form, words).items() if label == first]
            for form in forms_of(nasty())
            for first in field_labels(form, words)[:1]
        ]
        headings = [heading for some in known for heading in some]
        assert len(headings) == len(set(headings))


def test_heading_as_it_is_and_as_it_was_is_there_twice() -> None:
    form = _form("session-note")
    body = body_of(form, ANSWERS).replace("2027-02-03", "2027-02-03\n\n### Pair that met\n\nx")

    problems = read(form, say, body)

    assert isinstance(problems, tuple)
    assert [(one.field, say(one.message)) for one in problems] == [
        (
            "Your pair, group or circle",
            "its heading is there more than once, so it is unclear which answer counts",
        )
    ]


def test_heading_that_a_field_has_is_its_own_and_one_that_two_had_is_nobodys() -> None:
    form = Form(
        "f",
        msg("F"),
        msg("F"),
        "f",
        (Line("a", "A", former=("B", "C")), Line("b", "B", former=("C", "D"))),
    )

    assert known_headings(form, say) == {"A": "A", "B": "B", "D": "B"}


def test_question_of_a_survey_is_known_by_its_former_words() -> None:
    anew = SURVEY.replace("text: What was best?", "text: What helped?, former: [What was best?]")
    one, other = (
        community(
            {
                "program/programs/one.yaml": program(status="running"),
                "program/surveys/back.yaml": text,
            }
        )
        for text in (SURVEY, anew)
    )
    answers = {
        "program": ("one",),
        "role": ("mentee",),
        "item-best": ("Tea",),
        "item-useful": ("2",),
        "consent": ("public",),
    }
    before, after = (
        next(form for form in forms_of(found) if form.name == "feedback") for found in (one, other)
    )

    found = read(after, say, body_of(before, answers))

    assert not isinstance(found, tuple)
    assert found["item-best"] == ("Tea",)
