"""An issue as a form of the community's: read by the text alone, whose it is by the forge."""

from datetime import UTC, datetime

import pytest

from telemaco.forms.catalogue import forms_of
from telemaco.forms.values import Boxes, Choice, Field, Form
from telemaco.intake.values import Reading
from telemaco.ports.forge import ForgeIssue
from telemaco.records.base import Language
from telemaco.usecases.intake_form import CommunityForms
from tests.forms.bodies import NO_RESPONSE, body_of
from tests.forms.communities import words_in
from tests.submissions.workshop import community, sources

SENT = datetime(2027, 2, 3, 23, 30, tzinfo=UTC)
ANSWERS = {
    "program": ("workshop",),
    "name": ("Salaì",),
    "timezone": ("Europe/Rome",),
    "fluent": ("it",),
    "seeks-1": ("drawing",),
    "publish": ("name",),
    "consent": ("public", "conduct"),
}


def body(language: str = "en") -> str:
    [form] = [one for one in forms_of(community()) if one.label == "join-as-mentee"]
    return body_of(form, ANSWERS, language)


def forms(changes: dict[str, str] | None = None) -> CommunityForms:
    found = community(changes)
    return CommunityForms(found, sources(changes), words_in(found))


def issue(text: str) -> ForgeIssue:
    return ForgeIssue(
        7, "x", text, (), (), "open", None, SENT, SENT, None, "salai-77", is_ours=False
    )


def read(text: str, changes: dict[str, str] | None = None) -> Reading | None:
    return forms(changes).read(issue(text), SENT.date())


@pytest.mark.parametrize("language", ["en", "it"])
def test_form_becomes_a_file_of_the_day_on_which_it_was_sent(language: str) -> None:
    found = read(body(language))

    assert found is not None
    assert (found.form.label, found.language) == ("join-as-mentee", language)
    assert found.submission.problems == ()
    [(path, content)] = found.files.items()
    assert path == "program/people/salai-77.yaml"
    assert "github: salai-77\n" in content.decode()
    assert "confirmed: 2027-02-03\n" in content.decode()


def test_file_that_says_so_already_is_not_among_those_that_change() -> None:
    first = read(body())
    assert first is not None
    [(path, content)] = first.files.items()

    again = read(body(), {path: content.decode()})

    assert again is not None
    assert again.files == {}


@pytest.mark.parametrize("text", ["", "How do I join?", "### Name\n\nSalaì", "### Consent\n\nyes"])
def test_other_issue_is_no_form(text: str) -> None:
    assert read(text) is None


def test_form_that_cannot_be_read_has_problems_and_no_file() -> None:
    found = read(body().replace("### Name", "### Nome"))

    assert found is not None
    assert found.submission.author is None
    assert (len(found.submission.problems), found.files) == (1, {})


def fields(found: Reading | None) -> list[str]:
    """What the fields with a problem are called, in their order."""
    assert found is not None
    say = words_in(community())[Language("en")]
    return [say(problem.field or "") for problem in found.submission.problems]


def test_answers_that_can_be_read_are_judged_beside_one_that_cannot() -> None:
    text = body().replace("### Name\n\nSalaì", f"### Name\n\n{NO_RESPONSE}")
    headline = "### You in one line\n\n"

    found = read(text.replace(f"{headline}{NO_RESPONSE}", f"{headline}Write to a@example.org"))

    assert found is not None
    assert fields(found) == ["Name", "You in one line"]
    assert (found.files, found.submission.material) == ({}, "")
    assert len(found.submission.understood) > 3


def test_who_has_no_entry_hears_of_it_beside_what_cannot_be_read() -> None:
    [form] = [one for one in forms_of(community()) if one.label == "session-note"]

    found = read(body_of(form, {"date": ("2027-02-03",), "consent": ("public",)}))

    assert fields(found) == ["", "Your pair, group or circle"]


@pytest.mark.parametrize(
    ("form", "field"),
    [(form, field) for form in forms_of(community()) for field in form.fields],
    ids=lambda one: one.label if isinstance(one, Form) else one.id,
)
def test_form_without_one_of_its_answers_is_understood_or_says_so(form: Form, field: Field) -> None:
    answers = {
        one.id: tuple(option.value for option in one.options[:1])
        if isinstance(one, Choice)
        else tuple(box.value for box in one.boxes)
        if isinstance(one, Boxes)
        else ("3",)
        for one in form.fields
        if one.id != field.id
    }

    found = read(body_of(form, answers))

    assert found is not None
    assert found.submission.problems == () or found.files == {}


def test_form_of_which_nothing_is_left_is_asked_for() -> None:
    known = read(body("it"))
    assert known is not None

    lost = forms().lost(issue(""), known.form.name, Language("it"), SENT.date())

    assert lost is not None
    assert (lost.form.label, lost.language) == ("join-as-mentee", "it")
    assert [problem.field for problem in lost.submission.problems] == [None]


def test_form_that_the_community_has_no_more_is_not() -> None:
    assert forms().lost(issue(""), "join-as-apprentice", Language("it"), SENT.date()) is None
    assert forms().lost(issue(""), "join-as-mentee", Language("eo"), SENT.date()) is None
