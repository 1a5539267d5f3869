"""Pages a second, from files to site, against plain MkDocs with Material and against Hugo.

Everybody builds the same pairs and people: 12 sessions a pair, one in ten with its text
published. Telemaco reads, checks and judges its YAML files first. MkDocs and Hugo get one
ready Markdown file a page, MkDocs with only its hubs in the navigation, Hugo with a page of a
few lines for a theme; so both have less to do. Hugo is measured where there is one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.table import Row
from telemaco.adapters.disk import DiskSources
from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.adapters.translations import Catalog
from telemaco.progress.pair import pair_progress
from telemaco.render.frames import frame
from telemaco.render.pages.addresses import SHELLS
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipes
from telemaco.render.pages.page import Page
from telemaco.render.site_inputs import builder_inputs
from telemaco.usecases.check import check

PAIRS = 500
_FIRST = date(2027, 1, 4)
_TODAY = date(2027, 7, 1)
_WORDS = ("goal", "review", "plan", "feedback", "practice", "question", "progress", "letter")


def rows() -> Iterable[Row]:
    """Builds side by side; every ratio is how many times as many pages a second we make."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "ours", _community())
        _write(folder / "mkdocs", _markdown("index"))
        _write(folder / "hugo", _markdown("_index"))
        ours = _pages_a_second(
            [sys.executable, "-m", "telemaco", "build", "--today", str(_TODAY)],
            folder / "ours",
            "public",
        )
        plain = _pages_a_second(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"], folder / "mkdocs", "site"
        )
        yield Row(f"telemaco build, {PAIRS} pairs, from YAML", ours, "pages/s")
        yield Row("mkdocs build with Material, as many Markdown files", plain, "pages/s")
        yield Row("telemaco build against mkdocs build", ours / plain, "times")
        if shutil.which("hugo"):
            hugo = _pages_a_second(["hugo", "--quiet"], folder / "hugo", "public")
            yield Row("hugo, the same Markdown files, a theme of a few lines", hugo, "pages/s")
            yield Row("telemaco build against hugo", ours / hugo, "times")
        rendered, stamped = _in_process(folder / "ours")
        yield Row("bodies rendered and stamped, a CPU second", rendered, "pages/s")
        yield Row("stamped alone, a CPU second", stamped, "pages/s")


def _pages_a_second(command: list[str], folder: Path, out: str) -> float:
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        check=True,
        capture_output=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    seconds = time.perf_counter() - start
    pages = len(list((folder / out).rglob("*.html")))
    if pages < PAIRS * 3:
        raise RuntimeError(f"{command[0]} made {pages} pages only")
    return pages / seconds


def _in_process(root: Path) -> tuple[float, float]:
    community = check(DiskSources(root)).community
    translator = Catalog("en")
    inputs = {"en": builder_inputs(community.settings, {}, translator)}
    rendered = MkDocsBuilder(root / ".telemaco").build(inputs)["en"]
    frames = {
        shell: frame(shell, rendered[f"{shell}index.html"].decode(), "Bench") for shell in SHELLS
    }
    progress = {pair: pair_progress(community, pair, _TODAY) for pair in community.pairs}
    start = time.process_time()
    edition = Edition(community, _TODAY, translator, progress)
    pages = [
        page
        for recipe in recipes(edition)
        if not recipe.is_searched
        for page in recipe.made(edition)
        if isinstance(page, Page)
    ]
    between = time.process_time()
    for page in pages:
        frames[page.shell].stamp(page).encode()
    end = time.process_time()
    return len(pages) / (end - start), len(pages) / (end - between)


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    for path, text in files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def _days(pair: int) -> list[tuple[date, bool]]:
    """The days of a pair's sessions, and whether the text of each is published."""
    return [(_FIRST + timedelta(weeks=2 * n), (pair + n) % 10 == 0) for n in range(12)]


def _text(pair: int) -> str:
    words = " ".join(_WORDS[(pair + n) % len(_WORDS)] for n in range(30))
    return f"## Goal\n\nWe spoke about **{_WORDS[pair % len(_WORDS)]}**: {words}.\n\n- one\n- two\n"


def _community() -> Iterator[tuple[str, str]]:
    yield (
        "program/community.yaml",
        (
            "title: Bench\nlanguages: [en]\ncoordinators: [m0]\ncontact: c\n"
            "code_of_conduct: https://example.org/\n"
        ),
    )
    yield "program/skills.yaml", "".join(f"- {{id: {w}, label: {w}}}\n" for w in _WORDS)
    yield (
        "program/programs/year.yaml",
        (
            "title: The year\nsummary: A year.\nstatus: running\nstyle: informal\n"
            "kind: one-to-one\ndates: {start: 2027-01-04}\n"
        ),
    )
    for n in range(PAIRS):
        yield f"program/people/m{n}.yaml", _person(f"Mentor {n}", "mentor", "offers", n)
        yield f"program/people/e{n}.yaml", _person(f"Mentee {n}", "mentee", "seeks", n)
        yield (
            f"pairs/year/p{n}/pair.yaml",
            (
                f"members: [{{person: m{n}, role: mentor}}, {{person: e{n}, role: mentee}}]\n"
                "status: active\nstart: 2027-01-04\n"
                "goals: [{id: one, statement: Finish a work}]\n"
            ),
        )
        for day, is_public in _days(n):
            shown = f"visibility: public\n---\n{_text(n)}" if is_public else "---\n"
            yield (
                f"pairs/year/p{n}/{day}.md",
                f"---\nstatus: held\nminutes: 60\nattendance: {{m{n}: present}}\n{shown}",
            )


def _person(name: str, role: str, field: str, number: int) -> str:
    return (
        f"name: {name}\ntimezone: Europe/Rome\nlanguages: {{en: fluent}}\n"
        f"bio: I like *{_WORDS[number % 8]}*.\n{field}: [{{skill: {_WORDS[number % 8]}}}]\n"
        f"enrolments: [{{program: year, role: {role}, status: matched}}]\n"
        f"consent: {{text: v1, on: 2027-01-01, publish: [name, bio, languages, {field}, pairs]}}\n"
    )


def _markdown(hub: str) -> Iterator[tuple[str, str]]:
    """A project of both builders; they differ in what the page of a folder is called."""
    yield (
        "mkdocs.yml",
        (
            "site_name: Bench\ndocs_dir: content\nnot_in_nav: '/*/*'\n"
            "theme: {name: material, font: false, language: en}\n"
            "nav: [index.md, pairs/index.md, people/index.md]\n"
        ),
    )
    yield "hugo.toml", 'title = "Bench"\ndisableKinds = ["taxonomy", "RSS"]\n'
    yield (
        "layouts/_default/baseof.html",
        (
            '<!doctype html><html lang="en"><head><title>{{ .Title }}</title></head>'
            '<body><nav><a href="/">Home</a></nav>{{ block "main" . }}{{ end }}</body></html>'
        ),
    )
    for layout in ("single", "list"):
        yield f"layouts/_default/{layout}.html", '{{ define "main" }}{{ .Content }}{{ end }}'
    for folder in ("", "pairs/", "people/"):
        yield f"content/{folder}{hub}.md", "# Hub\n"
    for n in range(PAIRS):
        yield f"content/pairs/p{n}.md", _pair_markdown(n)
        for who, letter in (("Mentor", "m"), ("Mentee", "e")):
            yield f"content/people/{letter}{n}.md", _person_markdown(f"{who} {n}", n)


def _person_markdown(name: str, number: int) -> str:
    return (
        f"---\ntitle: {name}\n---\n# {name}\n\nEurope/Rome\n\n"
        f"| Mentors in | Languages |\n|---|---|\n| [The year](../index.md) | English (fluent) |\n\n"
        f"I like *{_WORDS[number % 8]}*.\n\n## Skills\n\n- **{_WORDS[number % 8]}** advanced\n\n"
        f"## Pairs\n\n- [Mentor {number} and Mentee {number}](../pairs/p{number}.md), meeting, "
        "began 4 Jan 2027, 12 sessions held\n"
    )


def _pair_markdown(number: int) -> str:
    sessions = "\n".join(
        f"### {day}: held, 60 minutes\n{_text(number) if is_public else ''}"
        for day, is_public in _days(number)
    )
    return (
        f"---\ntitle: Pair {number}\n---\n# Mentor {number} and Mentee {number}\n\nMeeting\n\n"
        f"| | |\n|---|---|\n| Mentor | [Mentor {number}](../people/m{number}.md) |\n"
        f"| Mentee | [Mentee {number}](../people/e{number}.md) |\n| Began | 4 January 2027 |\n"
        "| Sessions held | 12 |\n| Time together | 12 hours |\n\n"
        f"## Goals\n\n- **Finish a work** under way\n\n## Sessions\n\n{sessions}\n"
    )
