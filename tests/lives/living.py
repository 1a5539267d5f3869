"""What a life is made of: steps that change files on a day, and what people see after each."""

from collections.abc import Iterable, Mapping
from contextlib import chdir
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.translations import Catalog
from telemaco.cli.app import run
from telemaco.progress.standing import standing_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipes
from telemaco.render.pages.page import Page
from telemaco.render.pages.published import with_consents_of
from telemaco.render.pages.recipes import Recipe
from telemaco.usecases.check import check

COMMUNITY = """\
title: The garden school
languages: [en]
coordinators: [hypatia, isabella]
contact: garden@example.org
code_of_conduct: https://garden.example.org/conduct
privacy: {small_group: 2}
"""
SKILLS = """\
- {id: geometry, label: Geometry}
- {id: music, label: Music}
- {id: painting, label: Painting}
"""
_NO_WORDS = frozenset({"script", "style", "svg", "details"})


@dataclass(frozen=True)
class Step:
    """A day of a life: files that are written whole, words that are replaced, files that go.

    `commands` are carried out after that; a day's check-ins are seen when the reminders run.
    `looks` are commands that somebody runs to look, besides those of every step.
    """

    name: str
    day: str
    files: Mapping[str, str] = field(default_factory=dict)
    edits: tuple[tuple[str, str, str], ...] = ()
    commands: tuple[tuple[str, ...], ...] = ()
    looks: tuple[tuple[str, ...], ...] = ()

    @property
    def file(self) -> str:
        """What the file of what is expected is called."""
        return self.name.replace(",", "").replace(" ", "-")


@dataclass(frozen=True)
class Life:
    """A program from its first day to its last."""

    program: str
    steps: tuple[Step, ...]


def lead(root: Path, step: Step) -> None:
    """Make the step's changes, and run its commands."""
    for path, text in step.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    for path, old, new in step.edits:
        text = (root / path).read_text()
        assert text.count(old) == 1, f"{step.name}: {path} has {old!r} {text.count(old)} times"
        (root / path).write_text(text.replace(old, new))
    for command in step.commands:
        assert run([*command, "--root", str(root), "--today", step.day, "--lang", "en"]) == 0


def story(root: Path, life: Life, step: Step, capsys: pytest.CaptureFixture[str]) -> str:
    """Everything that is to be seen after the step, as text."""
    capsys.readouterr()
    where = ("--today", step.day, "--lang", "en")
    parts = [f"{step.day} {step.name}\n"]
    figures = ("report", life.program, "--whole", "--format", "csv")
    for command in (("check",), ("status", life.program), ("remind",), figures, *step.looks):
        with chdir(root):
            status = run([*command, *where])
        printed = capsys.readouterr().out.replace("\r\n", "\n")
        parts.append(f"$ telemaco {' '.join(command)}\n{printed}exit status {status}\n")
    parts += [f"page {address}\n{words}\n" for address, words in _pages(root, life, step.day)]
    return "\n".join(parts)


def _pages(root: Path, life: Life, day: str) -> Iterable[tuple[str, str]]:
    """The words of the pages about the program, its pairs and its figures."""
    today = date.fromisoformat(day)
    community = with_consents_of(check(DiskSources(root), today=today).community, today)
    edition = Edition(community, today, Catalog("en"), *standing_of(community, today))
    for recipe in recipes(edition):
        if not any(life.program in str(key) for key in recipe.keys) or _is_audit(recipe):
            continue
        for made in recipe.made(edition):
            if isinstance(made, Page):
                yield made.address, words_of(made.body)


def _is_audit(recipe: Recipe) -> bool:
    """Whether it is the page of standards, which says the same on most days."""
    return "audit" in recipe.name


def words_of(html: str) -> str:
    """What a reader reads, a line a paragraph; drawings and what is folded away apart."""
    reader = _Reader()
    reader.feed(html)
    return "\n".join(line for line in map(" ".join, map(str.split, reader.lines())) if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._silent += tag in _NO_WORDS
        if tag not in {"a", "strong", "em", "span", "time", "td", "th", "b"}:
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _NO_WORDS
        if tag in {"td", "th", "span", "time", "a"}:
            self._pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._pieces.append(data.replace("\n", " "))

    def lines(self) -> list[str]:
        return "".join(self._pieces).split("\n")


def person(name: str, enrolments: str, rest: str = "") -> str:
    """The file of somebody who lets everything be shown that a mentoring needs."""
    return (
        f"name: {name}\ntimezone: Europe/Rome\nlanguages: {{en: fluent}}\n"
        "availability: [{days: [tue, thu], from: '17:00', to: '20:00'}]\n"
        f"enrolments: [{enrolments}]\n"
        "consent: {text: v1, on: 2026-12-01, publish: [name, languages, offers, seeks, pairs,"
        " certificate]}\n"
        f"confirmed: 2026-12-01\n{rest}"
    )


def place(program: str, role: str, status: str, rest: str = "") -> str:
    """An enrolment."""
    return f"{{program: {program}, role: {role}, status: {status}{rest}}}"


def held(folder: str, who: Iterable[str], days: Iterable[str]) -> dict[str, str]:
    """Notes of hours that took place with everybody there, by their paths."""
    there = ", ".join(f"{one}: present" for one in who)
    front = f"status: held\nminutes: 60\nattendance: {{{there}}}\n"
    return {f"{folder}/{day}.md": f"---\n{front}---\n" for day in days}


def become(old: str, new: str, *who: str) -> tuple[tuple[str, str, str], ...]:
    """The edits by which people stand otherwise in their only program."""
    return tuple((f"program/people/{one}.yaml", f"status: {old}", f"status: {new}") for one in who)


def accepted(day: str, *who: str) -> str:
    """What a pair's file says once these have accepted the agreement."""
    days = ", ".join(f"{one}: {day}" for one in who)
    return f"agreement: {{version: '1', accepted: {{{days}}}}}\n"


def plans(pair: str, day: str, at: str = "18:00") -> tuple[str, ...]:
    """The command that plans a session."""
    return ("meet", pair, "--on", day, "--at", at, "--apply")


def moves(pair: str, day: str, at: str = "18:00") -> tuple[str, ...]:
    """The command that moves the session that is planned."""
    return ("meet", pair, "--reschedule", "--on", day, "--at", at, "--apply")


def fortnights(first: str, number: int) -> list[str]:
    """Days two weeks apart."""
    start = date.fromisoformat(first)
    return [(start + timedelta(weeks=2 * n)).isoformat() for n in range(number)]


def begins(path: str, program: str) -> dict[str, str]:
    """The files that every life begins with, and the program's own."""
    return {
        path: program,
        "program/community.yaml": COMMUNITY,
        "program/skills.yaml": SKILLS,
        "program/people/hypatia.yaml": person("Hypatia of Alexandria", ""),
        "program/people/isabella.yaml": person("Isabella d'Este", ""),
    }
