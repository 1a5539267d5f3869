"""The builder at work before the community has been read."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import Obstacle, SourceFile
from telemaco.records.layout import COMMUNITY
from telemaco.usecases.ahead import Inputs, ahead
from tests.fakes import SETTINGS

COMMUNITY_FILE = SourceFile(COMMUNITY, SETTINGS.encode())
OTHERS = {"en": {"docs/index.md": b"# Other"}}


@dataclass
class Sources:
    refused: bool = False

    def files(self) -> Mapping[str, bytes]:
        if self.refused:
            raise TelemacoError(msg("site is a link"))
        return {"site/en/handbook/index.md": b"# Handbook"}


@dataclass
class Builder:
    """Notes down what it is given, and what is waited for; `is_refused` makes it fail then."""

    is_refused: bool = False
    told: list[str] = field(default_factory=list)
    inputs: list[Inputs] = field(default_factory=list)

    @contextmanager
    def begun(self, inputs: Inputs) -> Iterator[Callable[[], Inputs]]:
        number = len(self.inputs)
        self.inputs.append(inputs)
        self.told.append(f"begin {number}")
        yield lambda: self._built(number)
        self.told.append(f"end {number}")

    def _built(self, number: int) -> Inputs:
        self.told.append(f"wait {number}")
        if self.is_refused:
            raise TelemacoError(msg("mkdocs.yml is wrong"))
        return self.inputs[number]


def test_it_works_from_the_beginning_and_the_build_waits_for_that() -> None:
    builder = Builder()

    with ahead(builder, Sources(), COMMUNITY_FILE, Catalog) as early:
        assert builder.told == ["begin 0"]
        (given,) = builder.inputs
        with early.begun(given) as wait:
            assert wait() == given

    assert sorted(given) == ["en", "it"]
    assert builder.told == ["begin 0", "wait 0", "end 0"]


@pytest.mark.parametrize("is_refused", [False, True])
def test_it_is_given_something_else_when_it_is_done(*, is_refused: bool) -> None:
    builder = Builder()

    with ahead(builder, Sources(), COMMUNITY_FILE, Catalog) as early:
        builder.is_refused = is_refused
        with early.begun(OTHERS) as wait:
            builder.is_refused = False
            assert wait() == OTHERS

    assert builder.told == ["begin 0", "wait 0", "begin 1", "wait 1", "end 1", "end 0"]


@pytest.mark.parametrize(
    "settings",
    [
        None,
        Obstacle(COMMUNITY, "unreadable"),
        SourceFile(COMMUNITY, b"title: [\n"),
        SourceFile(COMMUNITY, b"languages: none\n"),
        SourceFile("program/skills.yaml", b"- {id: drawing, label: Drawing}\n"),
        SourceFile("program/communities.yaml/x", b""),
        SourceFile(COMMUNITY, b"#" * 10_000_000),
    ],
)
def test_what_is_wrong_with_the_settings_is_left_to_the_check(
    settings: SourceFile | Obstacle | None,
) -> None:
    builder = Builder()

    with ahead(builder, Sources(), settings, Catalog) as early:
        assert early is builder

    assert builder.told == []


def test_what_is_wrong_with_the_handbook_is_left_to_the_build() -> None:
    builder = Builder()

    with ahead(builder, Sources(refused=True), COMMUNITY_FILE, Catalog) as early:
        assert early is builder
