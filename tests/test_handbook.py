"""What the texts for people say is so: commands exist, examples are right, links lead somewhere."""

import re
from pathlib import Path

import click
import pytest

from telemaco.cli.app import telemaco
from telemaco.loading.load import load
from tests.fakes import FakeSources

ROOT = Path(__file__).parent.parent
BOOK = ROOT / "generator/telemaco/builtin/handbook"
HANDBOOK = sorted((*BOOK.glob("*/*.md"), *(ROOT / "site").glob("*/handbook/*.md")))
SKELETON = ROOT / "generator/telemaco/builtin/community"
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *HANDBOOK, *SKELETON.rglob("*.md")]
LINKED = [*HANDBOOK, *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
COMMAND = re.compile(r"^(?:\$ )?(telemaco [a-z].*)$|`(telemaco [a-z][^`]*)`", re.MULTILINE)
EXAMPLE = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|repository:)([^)#]*)(?:#([^)]+))?\)")


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _command(name: str) -> click.Command:
    context = telemaco.make_context("telemaco", ["check"])
    command = telemaco.get_command(context, name)
    assert command is not None, f"telemaco {name} is no command"
    return command


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w]+", "-", heading.lower()).strip("-") for heading in headings}


@pytest.mark.parametrize("path", TEXTS, ids=_named)
def test_every_command_exists_with_its_options(path: Path) -> None:
    lines = [a or b for a, b in COMMAND.findall(path.read_text())]

    for line in lines:
        _telemaco, name, *words = line.partition("#")[0].split()
        command = _command(name)
        verbs = command.commands.values() if isinstance(command, click.Group) else ()
        options = {
            option
            for known in (command, *verbs)
            for parameter in known.params
            for option in parameter.opts
        }
        assert {word for word in words if word.startswith("--")} <= options, line


@pytest.mark.parametrize("language", ["en", "it"])
def test_examples_are_files_that_can_be_read(language: str) -> None:
    text = (ROOT / f"generator/telemaco/builtin/handbook/{language}/files.md").read_text()

    examples: dict[str, str | bytes] = dict(EXAMPLE.findall(text))
    loaded = load(FakeSources(examples).files())

    assert loaded.findings == ()
    assert loaded.files == len(examples) == 6


@pytest.mark.parametrize("path", LINKED, ids=_named)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target, anchor in LINK.findall(path.read_text()):
        page = path.parent / target if target else path

        assert page.exists(), target
        assert not anchor or anchor in _anchors(page), f"{target}#{anchor}"


def test_every_page_exists_in_every_language() -> None:
    names = {folder.name: {page.name for page in folder.glob("*.md")} for folder in BOOK.iterdir()}

    assert set(names) == {"en", "it"}
    assert names["en"] == names["it"]


@pytest.mark.parametrize(
    "name",
    ["phases", "mentors", "mentees", "groups", "remote", "trouble", "safeguarding", "evaluating"],
)
@pytest.mark.parametrize("language", ["en", "it"])
def test_pages_on_practice_name_their_sources(language: str, name: str) -> None:
    text = (BOOK / language / f"{name}.md").read_text()

    assert re.search(r"^(## (Sources|Fonti)|\[\^1\]: .*)$", text, re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_phase_has_a_checklist_and_what_telemaco_does_for_it(language: str) -> None:
    text = (BOOK / language / "phases.md").read_text()

    phases = re.findall(r"^## \d\. (.*?)(?=^## )", text, re.MULTILINE | re.DOTALL)

    assert len(phases) == 9
    for phase in phases:
        assert "\n- " in phase, phase
        assert "\n**Telemaco:** " in phase, phase


@pytest.mark.parametrize("language", ["en", "it"])
def test_first_page_leads_to_every_other(language: str) -> None:
    pages = {page.name for page in (BOOK / language).glob("*.md")} - {"index.md"}

    assert set(LINK.findall((BOOK / language / "index.md").read_text())) == {(p, "") for p in pages}
