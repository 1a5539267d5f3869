"""A small community without a fault, to be changed by one test at a time."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from telemaco.adapters.translations import Catalog
from telemaco.findings import Finding, Route
from telemaco.loading.load import load
from telemaco.model.community import Community
from telemaco.rules import Rule
from tests.fakes import FakeSources

_BASE = Path(__file__).parent.parent / "findings" / "_base"

SETTINGS = "program/community.yaml"
SKILLS = "program/skills.yaml"
PROGRAM = "program/programs/workshop.yaml"
CIRCLE = "program/programs/circle.yaml"
COSIMO = "program/people/cosimo.yaml"
LEONARDO = "program/people/leonardo.yaml"
VERROCCHIO = "program/people/verrocchio.yaml"
PAIR = "pairs/workshop/verrocchio-leonardo/pair.yaml"
NOTE = "pairs/workshop/verrocchio-leonardo/2027-02-03.md"
SURVEY = "program/surveys/midpoint.yaml"
ANSWER = "pairs/workshop/surveys/midpoint/k3f9.yaml"

PUBLIC = ("{repository: private}", "{repository: public}")
UNREADABLE = "{"


def written(path: str) -> str:
    """A file as it stands in the community."""
    return (_BASE / path).read_text()


def edited(path: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A file with some of its words changed."""
    text = written(path)
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    return {path: text}


def extended(path: str, lines: str) -> dict[str, str]:
    """A file with lines added at its end."""
    return {path: written(path) + dedent(lines)}


def noted(lines: str) -> dict[str, str]:
    """The session note with lines added to its facts."""
    return edited(NOTE, ("minutes: 60\n", f"minutes: 60\n{dedent(lines)}"))


def workshop(*changes: Mapping[str, str]) -> Community:
    """The community with the changes; what cannot be read is left out of it."""
    files = {
        path.relative_to(_BASE).as_posix(): path.read_text()
        for path in sorted(_BASE.rglob("*"))
        if path.is_file()
    }
    for change in changes:
        files |= {path: dedent(text) for path, text in change.items()}
    return load(FakeSources(files).files()).community


def found(rule: Rule, *changes: Mapping[str, str]) -> list[tuple[str, str, Route]]:
    """What a rule finds in the changed community: codes, paths and routes."""
    return [_short(finding) for finding in rule(workshop(*changes))]


def codes(rule: Rule, *changes: Mapping[str, str]) -> list[str]:
    """The codes of what a rule finds in the changed community."""
    return [finding.code for finding in rule(workshop(*changes))]


def hints(rule: Rule, *changes: Mapping[str, str]) -> list[str]:
    """What the findings of a rule advise, in English."""
    return [Catalog("en").text(each.hint) for each in rule(workshop(*changes)) if each.hint]


def _short(finding: Finding) -> tuple[str, str, Route]:
    return finding.code, finding.location.path, finding.location.route
