"""Every code of a finding has an example, and a heading in docs/findings.md.

`tests/findings/_base/` is a small community without a fault. `tests/findings/<code>/` is laid
over it, the files that `absent.txt` names are taken away, and the findings of the whole are
what `expected.txt` says: all of that code. `pytest --bless` writes it anew.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Finding
from telemaco.ports import Obstacle
from telemaco.render.findings import as_text
from telemaco.usecases.check import check
from tests.fakes import FakeSources

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "tests" / "findings"
BASE = EXAMPLES / "_base"
CODES = sorted(path.name for path in EXAMPLES.iterdir() if path != BASE)
NO_DATA = ("expected.txt", "absent.txt")
SOURCES = [
    path
    for folder in ("loading", "rules")
    for path in sorted((ROOT / "generator" / "telemaco" / folder).glob("*.py"))
]
OBSTACLE = "program/people/raffaello.yaml"
OBSTACLES = {
    "symbolic-link": Obstacle(OBSTACLE, "symbolic-link"),
    "not-a-file": Obstacle(OBSTACLE, "folder"),
    "unreadable-file": Obstacle(OBSTACLE, "unreadable"),
    "file-too-large": Obstacle(OBSTACLE, "too-large", 100_000_000),
}
"""What cannot lie in a Git repository as a file."""

_MAKERS = {"Finding", "_finding", "Passage"}


@pytest.mark.parametrize("code", CODES)
def test_example_is_told_as_expected(code: str, *, bless: bool) -> None:
    files = example(code)

    findings = check(FakeSources(files)).findings

    assert {finding.code for finding in findings} == {code}
    _compare(EXAMPLES / code / "expected.txt", _told(findings, files), bless=bless)


def test_base_has_no_fault() -> None:
    assert check(FakeSources(_files(BASE))).findings == ()


@pytest.mark.parametrize(
    "folder",
    [
        *("program", "program/people", "program/programs", "program/surveys", "pairs"),
        *("pairs/workshop", "pairs/workshop/verrocchio-leonardo"),
    ],
)
def test_folder_that_cannot_be_read_is_one_finding(folder: str) -> None:
    files = {path: text for path, text in _files(BASE).items() if not path.startswith(folder)}

    found = check(FakeSources({**files, folder: Obstacle(folder, "unreadable")})).findings

    assert [finding.code for finding in found] == ["unreadable-file"]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        *(("program/people", "program/People"), ("program/people", "program/persons")),
        *(("pairs", "Pairs"), ("program/programs", "program/Programs")),
    ],
)
def test_folder_of_another_name_is_one_finding(folder: str, name: str) -> None:
    files = {path.replace(folder, name, 1): text for path, text in _files(BASE).items()}

    found = check(FakeSources(files)).findings

    assert [(finding.code, finding.location.path) for finding in found] == [
        ("unexpected-folder", name)
    ]


def test_every_code_has_an_example() -> None:
    assert sorted(set(_codes_in_source())) == CODES


def test_every_code_has_a_heading_in_the_documentation() -> None:
    headings = re.findall(r"^### (\S+)$", (ROOT / "docs" / "findings.md").read_text(), re.MULTILINE)

    assert sorted(headings) == CODES


def test_only_obstacles_are_made_by_the_test() -> None:
    without_files = {code for code in CODES if _files(EXAMPLES / code) == {}}

    assert without_files - set(OBSTACLES) == {"community-missing", "vocabulary-missing"}


def example(code: str) -> dict[str, str | bytes | Obstacle]:
    """The files of the small community in which a code is found."""
    absent = EXAMPLES / code / "absent.txt"
    files = {**_files(BASE), **_files(EXAMPLES / code)}
    if code in OBSTACLES:
        files[OBSTACLE] = OBSTACLES[code]
    for path in absent.read_text().split() if absent.exists() else ():
        del files[path]
    return files


def _files(folder: Path) -> dict[str, str | bytes | Obstacle]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in NO_DATA
    }


def _told(findings: tuple[Finding, ...], files: dict[str, str | bytes | Obstacle]) -> str:
    def line(path: str, number: int) -> str:
        content = files.get(path)
        text = content.decode(errors="replace") if isinstance(content, bytes) else ""
        return next(iter(text.split("\n")[number - 1 : number]), "")

    return as_text(findings, Catalog("en"), line)


def _compare(expected: Path, actual: str, *, bless: bool) -> None:
    if bless:
        expected.write_text(actual)
    assert actual == expected.read_text(), f"{expected}: read the difference, then pytest --bless"


def _codes_in_source() -> Iterator[str]:
    """Every code that loading or a rule gives to a finding.

    That is the text among the arguments of `Finding`, and the first of a tuple of words: a code, a
    message and, mostly, a hint.
    """
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in _MAKERS:
                for argument in node.args:
                    yield from _word(argument)
            if isinstance(node, ast.Tuple) and _tells(node.elts[1:]):
                yield from _word(node.elts[0])


def _tells(expressions: list[ast.expr]) -> bool:
    """Whether a message is among them."""
    words = [ast.unparse(expression) for expression in expressions]
    return len(words) in {1, 2} and any(word == "message" or "msg(" in word for word in words)


def _word(expression: ast.expr) -> Iterator[str]:
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        yield expression.value
