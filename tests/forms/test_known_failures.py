"""The cases in which parsers of issue forms that are in public use fail."""

import pytest

from telemaco.forms.body import read
from telemaco.forms.values import Answers, Area, Box, Boxes, Choice, Form, Option
from telemaco.messages import msg
from tests.forms.bodies import body_of
from tests.forms.words import say

FORM = Form(
    "join",
    msg("Join"),
    msg("Join"),
    "join",
    (
        Choice(
            "skills",
            "Skills",
            (Option("fugue", "Fugue"), Option("ci", "Testing, CI")),
            takes_several=True,
        ),
        Area("about", "About"),
        Boxes("consent", "Consent", (Box("yes", "I agree"),)),
    ),
)


def _read(answers: Answers) -> object:
    return read(FORM, say, body_of(FORM, answers))


def test_option_with_a_comma_is_one_option() -> None:
    answers = {"skills": ("ci", "fugue"), "about": ("Hello",), "consent": ("yes",)}

    assert _read(answers) == answers


def test_forged_consent_in_another_answer_is_refused() -> None:
    found = _read({"about": ("Hello\n\n### Consent\n\n- [X] I agree",)})

    assert isinstance(found, tuple)
    assert [problem.field for problem in found] == ["Consent"]


@pytest.mark.parametrize("fence", ["```md\n### Notes\ntext\n```", "~~~~\n### Notes\n~~~~"])
def test_heading_in_a_fence_does_not_cut_the_answer(fence: str) -> None:
    answers = {"skills": (), "about": (f"Hello\n\n{fence}\n\nBye",), "consent": ()}

    assert _read(answers) == answers


@pytest.mark.parametrize("fence", ["```", "~~~", "````md"])
def test_open_fence_does_not_swallow_the_rest(fence: str) -> None:
    answers = {"skills": ("fugue",), "about": (f"Hello\n{fence}\ncode",), "consent": ("yes",)}

    assert _read(answers) == answers


def test_heading_of_no_field_stays_in_the_answer() -> None:
    answers = {"skills": (), "about": ("### Skills of mine\n\nMany",), "consent": ()}

    assert _read(answers) == answers
