from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from posixpath import dirname, join, normpath
from typing import get_args

import pytest
import yaml

from telemaco.adapters.builtin import skeleton
from telemaco.adapters.translations import Catalog, languages
from telemaco.messages import Message
from telemaco.model.placeholders import NEW_CONTACT
from telemaco.records.person import PersonField
from telemaco.usecases.check import check
from telemaco.usecases.new import Beginning, Style, new_community
from tests.fakes import FakeSources

BEGINNING = Beginning('The "Workshop": tomorrow', "workshop@example.org", date(2027, 2, 1))
ENGLISH = Catalog("en")
ITALIAN = Catalog("it")


def _texts(*translators: Catalog, beginning: Beginning = BEGINNING) -> dict[str, str]:
    files = new_community(skeleton(), beginning, translators)
    return {path: content.decode() for path, content in files.items()}


def test_new_community_has_nothing_wrong_in_it() -> None:
    files = _texts(ENGLISH, ITALIAN)

    records = {p: text for p, text in files.items() if p.startswith(("program/", "pairs/"))}
    checked = check(FakeSources(records))

    assert {finding.code for finding in checked.findings} == {"placeholder"}
    assert not checked.failed
    assert checked.community.settings.title == 'The "Workshop": tomorrow'
    assert checked.community.settings.languages == ("en", "it")
    assert list(checked.community.programs) == ["first"]
    assert list(checked.community.people) == ["coordinator"]


@pytest.mark.parametrize("style", ["formal", "informal"])
def test_every_text_to_be_replaced_is_found_in_every_language(style: Style) -> None:
    begun = Beginning(None, NEW_CONTACT, date(2027, 2, 1), style)
    files = _texts(*map(Catalog, languages()), beginning=begun)

    records = {p: text for p, text in files.items() if p.startswith(("program/", "pairs/"))}
    found = check(FakeSources(records)).findings

    keys = ["title", "tagline", "title", "summary"]
    keys += ["objectives"] if style == "formal" else []
    each = sorted([*keys * len(languages()), "contact", "name"])
    assert sorted(str(finding.location.route[0]) for finding in found) == each


def test_no_place_of_the_skeleton_is_left_open() -> None:
    files = _texts(ENGLISH)

    assert [path for path, text in files.items() if "@name" in text or "@tag@" in text] == []
    assert files["README.md"].startswith('# The "Workshop": tomorrow\n')


def test_community_without_a_name_gets_one_in_each_language() -> None:
    nameless = Beginning(None, "workshop@example.org", date(2027, 2, 1))

    files = _texts(ENGLISH, ITALIAN, beginning=nameless)

    assert "title: {en: Our mentoring community, it: " in files["program/community.yaml"]
    assert files["README.md"].startswith("# Our mentoring community\n")


def test_comments_and_other_words_for_skills_are_in_the_language_of_the_community() -> None:
    files = _texts(ITALIAN)
    both = _texts(ENGLISH, ITALIAN)

    english = {line for line in _comments(both) if ":" not in line and not _are_fields(line)}
    assert len(english) > 10
    assert not english & _comments(files)
    assert "aliases: [fare presentazioni, discorsi]" in files["program/skills.yaml"]
    assert "aliases: [presenting, fare presentazioni, talks" in both["program/skills.yaml"]


def _are_fields(line: str) -> bool:
    """Whether it only lists words of the records, which no language translates."""
    return set(line.strip(".,").split(", ")) <= {*get_args(PersonField)}


def _comments(files: dict[str, str]) -> set[str]:
    """What stands after # in the records."""
    return {
        line.partition("# ")[2]
        for path, text in files.items()
        if path.startswith("program/")
        for line in text.splitlines()
        if "# " in line
    }


def test_handbook_comes_with_the_package_and_not_into_the_folder() -> None:
    assert not [path for path in _texts(ITALIAN) if path.startswith("site/")]


def test_program_begins_a_month_after_today() -> None:
    files = _texts(ENGLISH)

    assert "start: 2027-03-03\n" in files["program/programs/first.yaml"]


@pytest.mark.parametrize(
    ("today", "midpoint"),
    [
        ("2027-02-01", "2027-06-02"),
        ("2027-02-03", "2027-06-04"),
        ("2027-02-04", "2027-06-07"),
        ("2027-02-05", "2027-06-07"),
        ("2027-02-06", "2027-06-07"),
    ],
)
def test_formal_program_has_a_midpoint_halfway_on_a_working_day(today: str, midpoint: str) -> None:
    beginning = replace(BEGINNING, today=date.fromisoformat(today))

    formal = new_community(skeleton(), beginning, [Catalog("en")])
    informal = new_community(skeleton(), replace(beginning, style="informal"), [Catalog("en")])

    assert f"midpoint: {midpoint}\n".encode() in formal["program/programs/first.yaml"]
    assert b"midpoint" not in informal["program/programs/first.yaml"]


def test_first_line_of_a_record_leads_editors_to_a_schema_that_is_there() -> None:
    files = _texts(ENGLISH)

    named = {
        normpath(join(dirname(path), text.splitlines()[0].partition("$schema=")[2]))
        for path, text in files.items()
        if path.startswith("program/")
    }

    assert named <= files.keys()
    assert "docs/schema/person.json" in named


def test_workflows_are_explained_in_the_first_language_of_the_community() -> None:
    files = new_community(skeleton(), BEGINNING, [Catalog("it"), Catalog("en")])

    reminders = files[".github/workflows/reminders.yml"].decode()
    assert reminders.startswith("# Apre, sollecita e chiude le issue dei promemoria")
    assert "    # Gli orari sono quelli di questo fuso: mettici il tuo." in reminders
    assert not any(b"@about" in content for content in files.values())


_FOR_MACHINES = {"result", "preview", "github-pages"}
"""Names that no page of the forge shows as words: of what is handed over, of an environment."""


def test_what_the_forge_shows_of_workflows_is_in_the_first_language() -> None:
    english, italian = (
        {
            path: yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (a safe loader)
            for path, text in _texts(language).items()
            if path.startswith(".github/workflows/")
        }
        for language in (ENGLISH, ITALIAN)
    )

    for path, workflow in english.items():
        names, theirs = list(_names(workflow)), list(_names(italian[path]))
        assert {*names} & {*theirs} <= _FOR_MACHINES
        assert theirs == [
            name if name in _FOR_MACHINES else ITALIAN.text(Message(name, {})) for name in names
        ]
    check_name = italian[".github/workflows/check.yml"]["name"]
    followed = italian[".github/workflows/review.yml"]["on"]["workflow_run"]["workflows"]
    assert followed == [check_name] == ["Controllo"]


def _names(part: object) -> Iterator[str]:
    """What a workflow calls itself, its jobs, its steps and its questions."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key in {"name", "description"} and isinstance(value, str):
                yield value
            else:
                yield from _names(value)
    elif isinstance(part, list):
        for value in part:
            yield from _names(value)
