"""Every way from a page to a record is seen."""

import ast
from functools import cached_property
from pathlib import Path

import telemaco
from telemaco.loading.remembered import FileWords
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.render.pages.edition import Edition
from telemaco.render.tracing.facts import Facts, digest, name_of
from telemaco.render.tracing.notebook import WHOLE, Notebook, Traced
from telemaco.render.tracing.traced import told_once, traced
from tests.render.pages.workshop import MASTER, edition, without

SEEN_BY_PAGES = ("model", "progress", "records", "render", "messages.py")
_REMEMBERING = {"cache", "lru_cache"}
_OF_THE_EDITION = {"Community", "Edition", "Mapping", "object", "Any"}


def test_all_mappings_of_an_edition_are_traced() -> None:
    watched = traced(edition(), Notebook()).edition

    for owner in (watched, watched.community):
        names = [
            *owner.__dataclass_fields__,
            *(
                name
                for name, kept in vars(type(owner)).items()
                if isinstance(kept, cached_property)
            ),
        ]
        for name in names:
            value = getattr(owner, name)
            assert isinstance(value, Traced) or not isinstance(value, dict), name


def test_what_is_worked_out_once_of_records_counts_for_every_page() -> None:
    always = traced(edition(), Notebook()).always

    assert ("unread", WHOLE) in always


def test_a_page_is_seen_to_hang_on_what_it_looks_at() -> None:
    notebook = Notebook()
    watched = traced(edition(), notebook).edition

    assert "verrocchio" in watched.mentors
    assert watched.community.programs.get(ProgramId("no-program")) is None

    assert {name_of(fact) for fact in notebook.tear_out()} == {
        "mentors:verrocchio",
        "programs:no-program",
    }


def test_a_fact_has_another_word_when_its_value_is_another() -> None:
    before = Facts({}, {}).of(edition())
    after = Facts({}, {}).of(edition(without(MASTER, "Florence", "Venice")))

    changed = {name for name in before.keys() | after.keys() if before[name] != after[name]}
    assert changed == {"people:verrocchio", "people:*", "mentors:verrocchio", "mentors:*"}


def test_a_record_is_told_by_its_file_where_that_is_known() -> None:
    known = {MASTER: FileWords("another", "a word")}

    words = Facts(known, {}).of(edition())

    assert words["people:verrocchio"] == digest(f"{MASTER} a word")
    assert words["people:leonardo"] == digest(
        repr(edition().community.people[PersonId("leonardo")])
    )


def test_what_is_no_mapping_is_told_once_for_all_pages() -> None:
    said = told_once(edition())

    assert "The Workshop" in said
    assert "2027, 3, 15" in said


def test_nobody_remembers_records_where_it_would_not_be_seen() -> None:
    """A function with a cache gets texts and the like: nothing of an edition, whole or in part."""
    root = Path(telemaco.__file__).parent
    files = [
        file
        for place in SEEN_BY_PAGES
        for file in (
            [root / place] if place.endswith(".py") else sorted((root / place).rglob("*.py"))
        )
    ]

    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.FunctionDef) and _REMEMBERING & _names(node.decorator_list):
                taken = _names([one.annotation for one in node.args.args if one.annotation])
                assert not taken & _OF_THE_EDITION, f"{file.name}: {node.name}"


def _names(nodes: list[ast.expr]) -> set[str]:
    return {name.id for node in nodes for name in ast.walk(node) if isinstance(name, ast.Name)}


def test_what_is_kept_by_an_edition_is_a_cached_property() -> None:
    """Otherwise `traced` would not know of it."""
    for owner in (Community, Edition):
        assert not [name for name in vars(owner) if name.endswith("_cache")]
