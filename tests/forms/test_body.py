from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemaco.forms.body import read
from telemaco.forms.labels import is_blank, option_labels
from telemaco.forms.values import (
    Answers,
    Area,
    Box,
    Boxes,
    Choice,
    Form,
    Line,
    Option,
    Told,
)
from telemaco.messages import msg
from tests.forms.bodies import body_of
from tests.forms.words import say

SKILLS = Choice(
    "skills",
    "Skills",
    (Option("fugue", "Fugue"), Option("testing-ci", "Testing, CI"), Option("tuning", "Tuning")),
    takes_several=True,
)
FORM = Form(
    "join",
    msg("Join"),
    msg("Take part"),
    "join",
    (
        Told(msg("This is public.")),
        Line("name", msg("Name"), is_required=True),
        Area("bio", msg("About you")),
        SKILLS,
        Choice("zone", "Zone", (Option("Europe/Rome", "Rome"), Option("UTC", "UTC"))),
        Boxes(
            "consent",
            msg("Consent"),
            (Box("public", "I know", is_required=True), Box("news", "Write to me")),
        ),
    ),
)
ANSWERS: Answers = {
    "name": ("Ada",),
    "bio": ("One.\n\n## Two\n```\n### three",),
    "skills": ("fugue", "testing-ci"),
    "zone": ("UTC",),
    "consent": ("public",),
}
BODY = body_of(FORM, ANSWERS)


def _problems(body: str) -> list[tuple[str | None, str]]:
    found = read(FORM, say, body)
    assert isinstance(found, tuple)
    return [(problem.field, say(problem.message)) for problem in found]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_answers_are_read_as_they_were_given(ending: str) -> None:
    assert read(FORM, say, BODY.replace("\n", ending)) == ANSWERS


def test_nothing_is_answered_where_github_says_so() -> None:
    answers = {"name": ("Ada",), "consent": ("public", "news")}

    found = read(
        FORM, say, body_of(FORM, answers).replace("### Zone\n\n_No response_", "### Zone\n\nNone")
    )

    assert found == {**answers, "bio": (), "skills": (), "zone": ()}


@pytest.mark.parametrize(
    ("old", "new", "field", "told"),
    [
        ("### Zone", "### Elsewhere", "Zone", "its heading is missing"),
        ("One.", "### Consent\n\n- [X] I know", "Consent", "its heading is there more than once"),
        (
            "### Name\n\nAda\n\n### About you",
            "### About you\n\nAda\n\n### Name",
            None,
            "the headings are not",
        ),
        ("### Name", "Hello\n### Name", None, "there is text above"),
        ("Ada", "Ada\nGrace", "Name", "it takes one line"),
        ("Ada", "_No response_", "Name", "it is needed"),
        ("Fugue, Testing, CI", "Fugue, Testing", "Skills", '"Fugue, Testing" is not one'),
        ("Fugue, Testing, CI", "Fugue, Fugue", "Skills", "an option is there twice"),
        ("UTC", "Paris", "Zone", '"Paris" is not one'),
        ("- [X] I know", "- [ ] I know", "Consent", '"I know" has to be ticked'),
        ("- [X] I know", "I know", "Consent", '"I know" is not one of its boxes'),
        ("- [X] I know", "- [X] I know\n- [X] I know", "Consent", '"- [X] I know" is not one'),
        ("- [X] I know\n", "", "Consent", "a box is missing"),
    ],
)
def test_what_is_unclear_is_refused_with_the_reason(
    old: str, new: str, field: str | None, told: str
) -> None:
    [(name, message)] = _problems(BODY.replace(old, new))

    assert name == field
    assert message.startswith(told)


def test_everything_wrong_is_told_at_once() -> None:
    body = BODY.replace("Ada", "_No response_").replace("UTC", "Paris")

    assert [field for field, _ in _problems(body)] == ["Name", "Zone"]


def test_options_whose_commas_could_mislead_are_shown_without_them() -> None:
    options = (Option("a", "A"), Option("b", "B"), Option("ab", "A, B"))
    field = Choice("c", "C", options, takes_several=True)
    form = Form("f", msg("F"), msg("F"), "f", (field,))

    assert list(option_labels(field, say)) == ["A", "B", "A / B"]
    assert read(form, say, "### C\n\nA, B") == {"c": ("a", "b")}
    assert read(form, say, "### C\n\nA / B, B") == {"c": ("ab", "b")}


_HOSTILE = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "### Name",
                "### Consent",
                "- [X] I know",
                "- [ ] I know",
                "### About you ",
                "_No response_",
                "```",
                "~~~",
                "None",
                "Testing, CI",
                "<!-- ",
                " ### Zone",
                "",
                "\t",
                "text",
            ]
        ),
        max_size=6,
    ).map("\n".join),
)


def _text(answers: Mapping[str, tuple[str, ...]], field: str) -> tuple[str, ...]:
    """An answer as GitHub hands it on: line ends as in Unix, without empty lines around."""
    text = answers[field][0].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return () if is_blank(text) or text.strip() == "_No response_" else (text,)


@settings(max_examples=200, deadline=None)
@given(
    name=_HOSTILE,
    bio=_HOSTILE,
    skills=st.lists(st.sampled_from(SKILLS.options), unique=True),
    crlf=st.booleans(),
)
def test_hostile_text_is_read_exactly_or_refused(
    name: str, bio: str, skills: list[Option], *, crlf: bool
) -> None:
    given_answers: Answers = {
        "name": (name,),
        "bio": (bio,),
        "skills": tuple(option.value for option in skills),
        "zone": ("UTC",),
        "consent": ("public",),
    }
    body = body_of(FORM, given_answers)

    found = read(FORM, say, body.replace("\n", "\r\n") if crlf else body)

    if isinstance(found, tuple):
        assert found
    else:
        assert found["bio"] == _text(given_answers, "bio")
        assert found["name"] == tuple(text.strip() for text in _text(given_answers, "name"))
        assert {key: found[key] for key in ("skills", "zone", "consent")} == {
            key: given_answers[key] for key in ("skills", "zone", "consent")
        }
