"""Everything that a form can be told, in both languages, to be read aloud."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Finding
from telemaco.forms.joining import join_as_mentor
from telemaco.forms.labels import words_of
from telemaco.loading.load import load
from telemaco.messages import as_in_files
from telemaco.records.base import Language
from telemaco.submissions.plain_words import SENTENCES
from telemaco.submissions.spoken import problem_of
from telemaco.usecases.check import Checked, check
from telemaco.usecases.intake_form import CommunityForms
from tests.fakes import FakeSources
from tests.forms.bodies import body_of
from tests.submissions.misread import MISREAD, Misread
from tests.submissions.scenes import SCENES, Scene
from tests.submissions.workshop import FILES, TODAY, said, sent, told
from tests.test_findings_examples import CODES, example
from tests.usecases.test_intake_form import issue

EXPECTED = Path(__file__).parent / "expected"
LANGUAGES = ("en", "it")

_OF_PEOPLE_AND_PAIRS = ("program/people/", "pairs/", "program/programs/", "program/surveys/")
_NO_WORDS_FOR_PEOPLE = re.compile(
    r"pydantic|Traceback|<class|NoneType|\bNone\b|\bstr\b|\bint\b|\bdict\b|\btuple\b|_type\b|"
    r"YAML|\.yaml|\.md\b|front matter|program/|consent\.|enrolments|paused_until|\bkey:|"
    r"\[[a-z-]+\]:"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_told_as_expected(language: str, *, bless: bool) -> None:
    text = "\n".join("\n".join(_lines(scene, language)) + "\n" for scene in SCENES)

    _compare(EXPECTED / f"forms.{language}.txt", text, bless=bless)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_cannot_be_read_is_told_as_expected(language: str, *, bless: bool) -> None:
    text = "\n".join("\n".join(_unread(scene, language)) + "\n" for scene in MISREAD)

    _compare(EXPECTED / f"unread.{language}.txt", text, bless=bless)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_told_as_expected(language: str, *, bless: bool) -> None:
    text = "\n".join("\n".join(_entry(code, language)) + "\n" for code in CODES if _findings(code))

    _compare(EXPECTED / f"findings.{language}.txt", text, bless=bless)


def test_every_sentence_is_about_a_finding_that_there_is() -> None:
    assert set(SENTENCES) <= set(CODES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES, ids=[scene.words for scene in SCENES])
def test_no_form_is_told_in_the_words_of_files(scene: Scene, language: str) -> None:
    found = sent(scene.form, scene.answers, scene.author, scene.changes)

    for problem in (*found.problems, *found.advice):
        assert not _NO_WORDS_FOR_PEOPLE.search(told(problem, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_finding_is_told_in_the_words_of_files(language: str) -> None:
    for code in SENTENCES:
        for finding in _findings(code):
            assert not _NO_WORDS_FOR_PEOPLE.search(_spoken(code, finding, language))


def _lines(scene: Scene, language: str) -> Iterator[str]:
    """What is said of a form: its title, what is wrong, what may be, and what is left to do."""
    found = sent(scene.form, scene.answers, scene.author, scene.changes)
    yield f"# {scene.words}: {said(found.title, language)}"
    yield from (f"wrong: {told(problem, language)}" for problem in found.problems)
    yield from (f"perhaps: {told(problem, language)}" for problem in found.advice)
    yield from (f"to do: {said(message, language)}" for message in found.to_do)


def _unread(scene: Misread, language: str) -> Iterator[str]:
    """What is said of a form whose text was changed by hand."""
    files = {path: text for path, text in {**FILES, **scene.changes}.items() if text is not None}
    base = load(FakeSources(files).files()).community
    words = {Language(one): words_of(Catalog(one)) for one in LANGUAGES}
    body = scene.edit(body_of(scene.form(base), scene.answers, language))
    reading = CommunityForms(base, FakeSources(files), words).read(
        replace(issue(body), author=scene.author), TODAY
    )
    assert reading is not None
    assert reading.submission.problems
    yield f"# {scene.words}"
    yield from (f"wrong: {told(problem, language)}" for problem in reading.submission.problems)


def _entry(code: str, language: str) -> Iterator[str]:
    """A finding as a form and as a pull request are told of it."""
    yield f"# {code}"
    for finding in _findings(code):
        if code in SENTENCES:
            yield f"form: {_spoken(code, finding, language)}"
        words = [Catalog(language).text(as_in_files(finding.message))]
        words += [Catalog(language).text(finding.hint)] if finding.hint else []
        yield f"pull request: {' - '.join(words)}"


def _spoken(code: str, finding: Finding, language: str) -> str:
    community = _checked(code).community
    return told(problem_of(finding, join_as_mentor(community), None, community), language)


def _findings(code: str) -> tuple[Finding, ...]:
    """The findings of a code's example that are about people, pairs and what belongs to them."""
    found = _checked(code).findings
    return tuple(one for one in found if one.location.path.startswith(_OF_PEOPLE_AND_PAIRS))


@cache
def _checked(code: str) -> Checked:
    return check(FakeSources(example(code)))


def _compare(expected: Path, actual: str, *, bless: bool) -> None:
    if bless:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(actual)
    assert actual == expected.read_text(), f"{expected}: read the difference, then pytest --bless"
