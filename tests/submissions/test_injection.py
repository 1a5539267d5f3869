"""Hostile text in every field of every form: read back exactly, or refused; never anything else."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from telemaco.forms.body import read as read_body
from telemaco.forms.catalogue import forms_of
from telemaco.forms.labels import field_labels
from telemaco.forms.values import DELETE, Answers, Area, Form, Line
from telemaco.loading.front_matter import Parts, split
from telemaco.loading.load import Known
from telemaco.submissions.guard import is_writable
from telemaco.submissions.values import Filled, Submission
from telemaco.usecases.submit import submit
from telemaco.yamltext.reading import read
from tests.fakes import FakeSources
from tests.forms.bodies import body_of
from tests.forms.words import say
from tests.submissions.payloads import PAYLOADS
from tests.submissions.test_asking import QUESTIONS
from tests.submissions.test_leaving import in_group
from tests.submissions.workshop import FILES, TODAY, community, told, whole

pytestmark = pytest.mark.no_cover
"""Thousands of forms: every branch that they pass has a test of its own; it halves the time."""

SETTINGS = "program/community.yaml"
CHANGES = {
    SETTINGS: FILES[SETTINGS].replace("public}", "private}"),
    "program/surveys/evening.yaml": QUESTIONS,
    **{
        path: text.replace("status: matched", "status: accepted", 1)
        for path, text in in_group().items()
        if path.startswith("program/")
    },
    "pairs/workshop/botticelli-filippino/pair.yaml": (
        "members:\n  - {person: botticelli, role: mentor}\n  - {person: filippino, role: mentee}\n"
        "status: proposed\nstart: 2027-02-10\n"
    ),
}
SOURCES = FakeSources({**FILES, **CHANGES})
BASE = community(CHANGES)
FORMS = {form.name: form for form in forms_of(BASE)}
MARK = "Quince"
_BULLET = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])(?:\s+|$))?")
"""What may stand before something to do."""

Values = Mapping[str, Any]

_PAIR = "workshop/verrocchio-leonardo"
_BOXES = {"consent": ("public", "conduct")}
_SOMEBODY: Mapping[str, str | tuple[str, ...]] = {
    "program": "workshop",
    "name": "Sofonisba",
    "timezone": "Europe/Rome",
    "fluent": ("it",),
    **_BOXES,
}
SENT: Mapping[str, tuple[str, Mapping[str, str | tuple[str, ...]]]] = {
    "join-as-mentor": ("Sofonisba", _SOMEBODY),
    "join-as-mentee": ("Sofonisba", _SOMEBODY),
    "join-as-peer": ("Sofonisba", {**_SOMEBODY, "program": "conversations"}),
    "session-note": ("verrocchio", {"pair": _PAIR, "date": "2027-02-17", "minutes": "60"}),
    "propose-a-pair": (
        "verrocchio",
        {"program": "evenings", "mentors": ("verrocchio",), "mentees": ("leonardo", "filippino")},
    ),
    "confirm-a-pair": ("sandro", {"pair": "workshop/botticelli-filippino", "answer": "yes"}),
    "accept-the-agreement": ("leo-from-vinci", {"pair": _PAIR, "answer": "yes"}),
    "update-my-entry": ("leo-from-vinci", {"confirm": "changed"}),
    "feedback": ("leo-from-vinci", {"program": "workshop", "role": "mentee", "item-well": "1"}),
    "pause-or-leave": ("leo-from-vinci", {"what": "pause", "until": "2027-04-01"}),
    "ask-the-coordinator": ("anybody", {"question": "When?"}),
}
"""Every form as somebody sends it, with nothing wrong in it."""

TEXTS = {
    "join-as-mentor": ("name", "pronouns", "headline", "bio"),
    "join-as-mentee": ("name", "pronouns", "headline", "bio", "goal"),
    "join-as-peer": ("name", "pronouns", "headline", "bio", "goal"),
    "session-note": ("notes",),
    "propose-a-pair": ("title",),
    "update-my-entry": ("name", "pronouns", "headline", "bio"),
    "feedback": ("item-words",),
}
"""The fields whose words are kept in files as they are."""
OTHERS = [
    (name, field.id)
    for name, form in FORMS.items()
    for field in form.fields
    if isinstance(field, Line | Area) and field.id not in TEXTS.get(name, ())
]
"""Fields for numbers and days, for things to do, and what stays in the issue."""
ALL_FIELDS = [(name, field.id) for name, form in FORMS.items() for field in form.fields]
NOWHERE = {("confirm-a-pair", "words"), ("accept-the-agreement", "words"),
           ("pause-or-leave", "words"),
           ("ask-the-coordinator", "question")}  # fmt: skip
"""What stays in the issue."""
_STEP = 9


def test_every_form_is_tried() -> None:
    assert SENT.keys() == FORMS.keys()
    assert len(set(PAYLOADS)) >= 50


@pytest.mark.parametrize("name", TEXTS)
def test_words_are_read_back_exactly_or_refused(name: str) -> None:
    marked = _values(_submitted(name, dict.fromkeys(TEXTS[name], (MARK,))))
    assert marked

    for payload in PAYLOADS:
        found = _submitted(name, dict.fromkeys(TEXTS[name], (payload,)))

        _assert_harmless(found)
        if not found.problems:
            assert _values(found) == _renamed(marked, payload), payload


@pytest.mark.parametrize("name", FORMS)
def test_all_other_answers_at_once_do_no_harm(name: str) -> None:
    fields = [field for form, field in OTHERS if form == name]

    for payload in PAYLOADS if fields else ():
        _assert_harmless(_submitted(name, dict.fromkeys(fields, (payload,))))


@pytest.mark.parametrize("place", tuple(enumerate(OTHERS)))
def test_other_answers_are_kept_as_they_are_or_refused(place: tuple[int, tuple[str, str]]) -> None:
    number, (name, field) = place
    without = _values(_submitted(name, {}))
    assert without or name == "ask-the-coordinator"

    for payload in PAYLOADS[number % _STEP :: _STEP]:
        found = _submitted(name, {field: (payload,)})

        _assert_harmless(found)
        if not found.problems:
            _assert_said(name, field, payload, (without, _values(found)))


@pytest.mark.parametrize("place", tuple(enumerate(ALL_FIELDS)))
def test_what_github_makes_of_it_does_no_harm(place: tuple[int, tuple[str, str]]) -> None:
    number, (name, field) = place
    form = FORMS[name]
    usual = {**whole(SENT[name][1]), **_BOXES}
    body = body_of(form, {key: value for key, value in usual.items() if key != field})

    for payload in PAYLOADS[number % _STEP :: _STEP]:
        answers = read_body(form, say, _with(form, body, field, payload))

        if not isinstance(answers, tuple):
            _assert_harmless(_submitted(name, answers))
            if (name, field) in OTHERS and answers[field]:
                assert answers[field][0].strip() == _unix(payload).strip()


@pytest.mark.parametrize("place", tuple(enumerate(ALL_FIELDS)))
def test_values_that_no_list_has_do_no_harm(place: tuple[int, tuple[str, str]]) -> None:
    number, (name, field) = place

    for payload in PAYLOADS[number % _STEP :: _STEP]:
        _assert_harmless(_submitted(name, {field: (payload,)}))


@given(
    st.sampled_from(sorted(TEXTS)),
    st.text(max_size=200) | st.lists(st.sampled_from(PAYLOADS[:60]), max_size=3).map("\n".join),
)
@settings(max_examples=100, deadline=None)
def test_any_words_are_read_back_exactly_or_refused(name: str, text: str) -> None:
    assume(text.strip() not in {"", DELETE})

    found = _submitted(name, dict.fromkeys(TEXTS[name], (text,)))

    _assert_harmless(found)
    if not found.problems:
        marked = _values(_submitted(name, dict.fromkeys(TEXTS[name], (MARK,))))
        assert _values(found) == _renamed(marked, text)


_KNOWN: Known = {}
"""The same files are read thousands of times."""


def _submitted(name: str, answers: Answers) -> Submission:
    author, usual = SENT[name]
    filled = Filled(FORMS[name], {**whole(usual), **answers}, author, 12)
    return submit(filled, BASE, SOURCES, TODAY, _KNOWN)


def _assert_harmless(found: Submission) -> None:
    assert all(map(is_writable, found.files))
    assert not (found.problems and found.files)
    for problem in (*found.problems, *found.advice):
        words = told(problem)
        assert not any(sign in words for sign in ("Traceback", "pydantic", "<class", "None"))
    for path in found.files.keys() & {*FILES, *CHANGES}:
        assert path in _OWN.get(found.author or "", ()), path


_OWN = {
    "verrocchio": {f"pairs/{_PAIR}/pair.yaml"},
    "leonardo": {"program/people/leonardo.yaml", f"pairs/{_PAIR}/pair.yaml"},
    "botticelli": {"pairs/workshop/botticelli-filippino/pair.yaml"},
}
"""The files that are there already, by those who may change them."""


def _assert_said(name: str, field: str, text: str, said: tuple[Values, Values]) -> None:
    """The files say the answer as it is, or nothing of it where it stays in the issue."""
    without, now = said
    if field == "actions":
        lines = [line.strip() for line in text.split("\n") if not _BULLET.fullmatch(line)]
        things = [one["text"] for value in now.values() for one in value.get("actions", ())]
        assert [_BULLET.sub("", line, count=1) for line in lines] == things
    elif (name, field) in NOWHERE:
        assert now == without
    else:
        assert text.strip() in _texts(now)


def _with(form: Form, body: str, field: str, text: str) -> str:
    """The body with a text below the heading of the field."""
    labels = dict(zip((one.id for one in form.fields), field_labels(form, say), strict=True))
    before, heading, after = body.partition(f"### {labels[field]}\n\n")
    end = after.find("\n\n### ")
    return f"{before}{heading}{text}{after[end:] if end >= 0 else ''}"


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _values(found: Submission) -> Values:
    """What the files say, by their path; below the front matter, the text."""
    return {path: _value(path, content.decode()) for path, content in found.files.items()}


def _value(path: str, text: str) -> Any:  # noqa: ANN401 (any plain value)
    if not path.endswith(".md"):
        return read(text)
    parts = split(path, text)
    assert isinstance(parts, Parts)
    facts: Any = read(parts.header)
    return {**facts, "body": parts.body.removesuffix("\n")}


def _renamed(value: Any, payload: str) -> Any:  # noqa: ANN401 (any plain value)
    """The values with the text in the place of the mark."""
    match value:
        case dict():
            return {key: _renamed(inner, payload) for key, inner in value.items()}
        case list():
            return [_renamed(inner, payload) for inner in value]
        case _:
            return payload.strip() if value == MARK else value


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 (any plain value)
    match value:
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)
        case _:
            yield value
