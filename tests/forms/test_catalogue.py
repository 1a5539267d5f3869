from collections import Counter
from collections.abc import Callable

import pytest

from telemaco.forms.body import read
from telemaco.forms.catalogue import Recognised, forms_of, recognise
from telemaco.forms.labels import field_labels
from telemaco.forms.values import Choice, Form, Told
from telemaco.model.community import Community
from tests.fakes import community
from tests.forms.bodies import body_of
from tests.forms.communities import SURVEY, example, nasty, program, words_in

ELEVEN = {
    "join-as-mentor",
    "join-as-mentee",
    "join-as-peer",
    "session-note",
    "propose-a-pair",
    "confirm-a-pair",
    "accept-the-agreement",
    "update-my-entry",
    "feedback",
    "pause-or-leave",
    "ask-the-coordinator",
}


def _offered(found: Community) -> set[str]:
    return {form.name for form in forms_of(found) if form.is_offered}


def _form(found: Community, name: str) -> Form:
    return next(form for form in forms_of(found) if form.name == name)


def _options(form: Form, field: str) -> tuple[str, ...]:
    choice = next(each for each in form.fields if each.id == field)
    assert isinstance(choice, Choice)
    return tuple(option.value for option in choice.options)


def test_there_are_eleven_kinds_of_forms() -> None:
    assert {form.label for form in forms_of(nasty())} == ELEVEN


def test_form_that_has_nothing_to_offer_is_not_offered() -> None:
    bare = community({})

    assert ELEVEN - _offered(bare) == {
        "join-as-mentor",
        "join-as-mentee",
        "join-as-peer",
        "propose-a-pair",
        "feedback",
    }


@pytest.mark.parametrize("found", [example, nasty], ids=["example", "nasty"])
def test_every_form_is_recognised_in_every_language(found: Callable[[], Community]) -> None:
    forms, words = forms_of(found()), words_in(found())

    for form in forms:
        for language in words:
            body = body_of(form, {}, language)
            assert recognise(body, forms, words) == Recognised(form, language)
            assert recognise(body.replace("\n", "\r\n"), forms, words) == Recognised(form, language)


def test_no_two_forms_begin_with_the_same_heading() -> None:
    firsts = [
        field_labels(form, say)[0]
        for say in words_in(nasty()).values()
        for form in forms_of(nasty())
    ]

    assert max(Counter(firsts).values()) == 1


@pytest.mark.parametrize("body", ["", "Hello", "### Something else\n\nx", "#### Pair that met"])
def test_text_of_no_form_is_not_recognised(body: str) -> None:
    assert recognise(body, forms_of(nasty()), words_in(nasty())) is None


def test_language_without_translation_is_told_by_its_options() -> None:
    found = community(
        {
            "program/community.yaml": (
                "title: W\nlanguages: [en, de]\ncoordinators: [cosimo]\n"
                "contact: a@example.org\ncode_of_conduct: C.md\n"
            ),
            "program/programs/one.yaml": program("{en: Workshop, de: Werkstatt}"),
        }
    )
    forms, words = forms_of(found), words_in(found)
    form = _form(found, "join-as-mentor")

    for language in words:
        answers = {"program": ("one",), "name": ("Ada",), "fluent": ("de",)}
        body = body_of(form, {**answers, "consent": ("public", "conduct")}, language)
        assert recognise(body, forms, words) == Recognised(form, language)


def test_form_whose_options_have_changed_is_recognised_and_says_so() -> None:
    before = community({"program/programs/one.yaml": program("Workshop")})
    after = community({"program/programs/one.yaml": program("Workshops")})
    say = next(iter(words_in(before).values()))
    answers = {
        "program": ("one",),
        "name": ("Ada",),
        "fluent": ("en",),
        "consent": ("public", "conduct"),
    }
    body = body_of(_form(before, "join-as-mentor"), answers)

    found = recognise(body, forms_of(after), words_in(after))

    assert found is not None
    problems = read(found.form, say, body)
    assert isinstance(problems, tuple)
    assert [(p.field, say(p.message), p.hint and say(p.hint)) for p in problems] == [
        (
            "Program in which you would be a mentor",
            '"Workshop" is not one of the options',
            "Did you mean Workshops?",
        )
    ]


@pytest.mark.parametrize(
    ("facts", "is_offered"),
    [
        ({"status": "open"}, True),
        ({"status": "running"}, True),
        ({"status": "matching"}, True),
        ({"status": "open", "dates": ", applications_close: 2026-01-01"}, True),
        ({"status": "running", "dates": ", applications_close: 2026-01-01"}, False),
        ({"status": "draft"}, False),
        ({"status": "closing"}, False),
        ({"status": "archived"}, False),
        ({"kind": "peer-circle"}, False),
        ({"kind": "reverse"}, True),
    ],
)
def test_program_is_offered_to_who_can_apply(facts: dict[str, str], *, is_offered: bool) -> None:
    found = community({"program/programs/one.yaml": program(**facts)})

    assert ("join-as-mentee" in _offered(found)) is is_offered


def test_circle_is_offered_to_peers_alone() -> None:
    found = community(
        {
            "program/programs/circle.yaml": program(kind="peer-circle"),
            "program/programs/one.yaml": program(),
        }
    )

    for name, programs in (("peer", "circle"), ("mentor", "one"), ("mentee", "one")):
        assert _options(_form(found, f"join-as-{name}"), "program") == (programs,)


def test_circle_says_what_peers_agree_to() -> None:
    asked = program(kind="peer-circle") + "eligibility: {peer: [I bring a question.]}\n"
    found = community({"program/programs/circle.yaml": asked})

    said = [
        str(point.facts["text"])
        for item in _form(found, "join-as-peer").items
        if isinstance(item, Told)
        for point in item.points
        if "text" in point.facts
    ]
    assert said == ["I bring a question."]


def test_pairs_are_proposed_in_informal_programs_only() -> None:
    found = community(
        {
            "program/programs/formal.yaml": program(),
            "program/programs/informal.yaml": program(style="informal", kind="peer-circle"),
            "program/programs/over.yaml": program(style="informal", status="completed"),
        }
    )

    assert _options(_form(found, "propose-a-pair"), "program") == ("informal",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("anonymity: named", "anonymity: aggregate"),
        ("anonymity: named", "anonymity: confidential"),
        ("readers: [everybody]", "readers: [pair, coordinator]"),
        ("text: What was best?", f"text: {'What was best? ' * 3000}"),
    ],
)
def test_survey_that_must_not_be_public_has_no_form(old: str, new: str) -> None:
    found = community(
        {
            "program/programs/one.yaml": program(),
            "program/surveys/back.yaml": SURVEY.replace(old, new),
        }
    )

    assert "feedback" not in _offered(found)


def test_every_public_survey_has_its_form() -> None:
    forms = [form for form in forms_of(nasty()) if form.label == "feedback"]

    assert [(form.name, form.subject) for form in forms] == [
        ("feedback", "again"),
        ("feedback-2", "back"),
    ]
    assert all(field.id != "item-pick" for form in forms for field in form.fields)


def test_note_asks_for_words_only_where_all_may_read_them() -> None:
    settings = (
        "title: W\nlanguages: [en]\ncoordinators: [cosimo]\n"
        "contact: a@example.org\ncode_of_conduct: C.md\nprivacy: {%s}\n"
    )
    asks = {
        privacy: any(
            field.id == "notes"
            for field in _form(
                community({"program/community.yaml": settings % privacy}), "session-note"
            ).fields
        )
        for privacy in ("note_visibility: counts", "note_visibility: public", "repository: private")
    }

    assert asks == {
        "note_visibility: counts": False,
        "note_visibility: public": True,
        "repository: private": True,
    }


def test_check_ins_fill_in_fields_that_github_fills_in() -> None:
    fields = {field.id: field for field in _form(example(), "session-note").fields}

    for name in ("pair", "date", "minutes", "agenda"):
        field = fields[name]
        assert not isinstance(field, Choice) or field.is_written


def test_people_and_pairs_do_not_change_what_a_form_shows() -> None:
    shown = [
        [field for field in form.items if not isinstance(field, Choice) or not field.is_written]
        for form in forms_of(example())
    ]
    found = example()
    fewer = Community(**{**vars(found), "people": {}, "pairs": {}, "sessions": {}})

    assert shown == [
        [field for field in form.items if not isinstance(field, Choice) or not field.is_written]
        for form in forms_of(fewer)
    ]
