# ruff: noqa: E501 (a case reads best on one line)
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from telemaco.loading.front_matter import Parts, split
from telemaco.records.layout import Kind, address_of
from telemaco.records.parsing import MODELS, parse
from telemaco.records.schema import schema_of
from telemaco.yamltext.reading import read

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("program", "pairs")
    for path in sorted((ROOT / folder).rglob("*.*"))
]


class Editor(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: no dates, no sexagesimal numbers, `no` is a text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (PyYAML's attribute)


for tag, pattern in {
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
    "null": r"~|null|Null|NULL|",
}.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def complaints(kind: Kind, text: str) -> list[str]:
    """What an editor underlines."""
    value = yaml.load(text, Loader=Editor)  # noqa: S506 (a SafeLoader)
    found = Draft202012Validator(schema_of(MODELS[kind])).iter_errors(value)
    return [f"{list(error.absolute_path)}: {error.message}" for error in found]


def accepts(kind: Kind, text: str) -> bool:
    return not isinstance(parse(MODELS[kind], read(text)), tuple)


@pytest.mark.parametrize("kind", MODELS)
def test_schema_is_one(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema_of(MODELS[kind]))


def properties(schema: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 (any part of a schema)
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for part in schema.values():
            yield from properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties(part)


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_is_described(kind: Kind) -> None:
    for name, part in properties(schema_of(MODELS[kind])):
        assert part.get("description"), name


@pytest.mark.parametrize("path", EXAMPLES)
def test_check_and_editor_agree_on_the_example(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    address = address_of(path)

    assert address
    if path.endswith(".md"):
        parts = split(path, text)
        assert isinstance(parts, Parts)
        text = parts.header
    assert accepts(address.kind, text)
    assert complaints(address.kind, text) == []


PERSON = "name: {}\ntimezone: UTC\nlanguages: {{it: native}}\nenrolments: []\nconsent: {{text: {}, on: 2027-01-01}}\n"
PROGRAM = "title: {}\nsummary: x\nstatus: open\nstyle: informal\nkind: group\ndates: {{start: 2027-01-01}}\n"


@pytest.mark.parametrize("scalar", ["2027", "1.5", "true", "no", "0x1F", "1e3", "'x'", "12:30"])
def test_text_may_look_like_a_number_or_a_truth(scalar: str) -> None:
    text = PERSON.format(scalar, scalar)

    assert accepts(Kind.PERSON, text)
    assert complaints(Kind.PERSON, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.PERSON, PERSON.format("x", 1) + "hours_per_month: '4'\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "hours_per_month: +4\nbio:\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "excludes: [2027]\ngithub: 123\nbio: {no: 1}\n"),
        (Kind.PROGRAM, PROGRAM.format(2027) + "matching: {repeat_pairs: yes}\n"),
        (Kind.PROGRAM, PROGRAM.format("{no: 1}") + "matching: {repeat_pairs: 0}\n"),
        (
            Kind.PROGRAM,
            PROGRAM.format("x") + "matching: {repeat_pairs: Off, weights: {goals: off}}\n",
        ),
        (Kind.PROGRAM, PROGRAM.format("x") + "agendas: [{session: 1, agenda: first}]\n"),
    ],
)
def test_what_check_accepts_is_no_fault_in_an_editor(kind: Kind, text: str) -> None:
    assert accepts(kind, text)
    assert complaints(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.PERSON, PERSON.format("x", 1) + "ofers: []\n"),
        (Kind.PERSON, PERSON.format("''", 1)),
        (Kind.PERSON, PERSON.format("x", 1) + "hours_per_month: 201\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "hours_per_month: few\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "bio: {EN: x}\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "bio: {}\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "values: [zzz]\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "links: [{label: x, url: 5}]\n"),
        (Kind.PERSON, PERSON.format("x", 1) + "availability: [{days: [mon], from: 25:00, to: 1:00}]\n"),
        (Kind.PROGRAM, PROGRAM.format("x") + "matching: {repeat_pairs: maybe}\n"),
    ],
)  # fmt: skip
def test_what_check_refuses_is_underlined_by_an_editor(kind: Kind, text: str) -> None:
    assert not accepts(kind, text)
    assert complaints(kind, text)


def test_schemas_name_their_dialect_and_title() -> None:
    schema = json.loads(json.dumps(schema_of(MODELS[Kind.PERSON])))

    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["title"] == "Person"
