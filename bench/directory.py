"""The directory of 1,000 and 5,000 mentors: how heavy it is to fetch, and the site's own search.

Names and lines are those of the example, put together anew; skills and groups are the example's.
What a page weighs is what travels: HTML in the theme's frame, compressed with gzip.
"""

import gzip
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.table import Row
from telemaco.yamltext import configuration

EXAMPLE = Path(__file__).resolve().parent.parent / "program"
_TODAY = "2027-07-01"
_ZONES = ("Europe/Rome", "Europe/London", "America/Lima", "Asia/Kolkata", "Africa/Nairobi")
_TONGUES = ("en", "it", "es", "fr", "de", "hi", "sw")
_KIB = 1024


def rows() -> Iterable[Row]:
    """Weights of the first page, of all pages together, and of the search."""
    for people, limit in ((1000, 25.0), (5000, None)):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write(folder, people)
            subprocess.run(
                [sys.executable, "-m", "telemaco", "build", "--today", _TODAY],
                cwd=folder,
                check=True,
                capture_output=True,
            )
            yield from _weights(folder / "public", people, limit)


def write(folder: Path, people: int) -> None:
    """Write a community of so many mentors into a folder."""
    for path, text in _files(people):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def _weights(site: Path, people: int, limit: float | None) -> Iterator[Row]:
    parts = [site / "mentors" / "index.html", *sorted(site.glob("mentors/page_*/index.html"))]
    weights = [_travels(part) for part in parts]
    search = site / "search" / "search_index.json"
    found = json.loads(search.read_text(encoding="utf-8"))["docs"]
    yield Row(f"{people} mentors: heaviest page of the list", max(weights), "KiB gz", at_most=limit)
    yield Row(f"{people} mentors: the whole list, fetched to be searched", sum(weights), "KiB gz")
    yield Row(f"{people} mentors: pages of the list", len(parts), "pages")
    yield Row(f"{people} mentors: the site's search index", _travels(search), "KiB gz")
    yield Row(f"{people} mentors: entries of the index", len(found), "entries")


def _travels(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), 6)) / _KIB


def _files(people: int) -> Iterator[tuple[str, str]]:
    chance = random.Random(20270701)
    example = [
        configuration.read(path.read_text(encoding="utf-8"))
        for path in sorted((EXAMPLE / "people").glob("*.yaml"))
    ]
    names = [str(person["name"]).split() for person in example]
    lines = [str(person["headline"]["en"]).split() for person in example if "headline" in person]
    skills = (EXAMPLE / "skills.yaml").read_text(encoding="utf-8")
    known = [line.removeprefix("- id: ") for line in skills.splitlines() if line[:2] == "- "]
    yield "program/skills.yaml", skills
    yield "program/community.yaml", _SETTINGS
    yield "program/people/cosimo.yaml", _COORDINATOR
    for program, kind in (("year", "one-to-one"), ("circle", "group")):
        yield f"program/programs/{program}.yaml", _PROGRAM.format(kind=kind)
    for number in range(people):
        name = f"{chance.choice(names)[0]} {chance.choice(names)[-1]}"
        head, tail = chance.choice(lines), chance.choice(lines)
        slug = "".join(c for c in name.lower().replace(" ", "-") if c.isascii() and c in _LETTERS)
        yield (
            f"program/people/{slug}-{number}.yaml",
            _PERSON.format(
                name=name,
                headline=json.dumps(" ".join((*head[: len(head) // 2], *tail[len(tail) // 2 :]))),
                zone=chance.choice(_ZONES),
                tongues=", ".join(f"{code}: fluent" for code in chance.sample(_TONGUES, 2)),
                offers=", ".join(f"{{skill: {one}}}" for one in chance.sample(known, 3)),
                day=chance.choice(("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
                hour=chance.randint(6, 20),
                program=chance.choice(("year", "year", "circle")),
                room=chance.randint(0, 2),
            ),
        )


_LETTERS = "abcdefghijklmnopqrstuvwxyz-"
_SETTINGS = """\
title: Bench
url: https://bench.example.org/
languages: [en]
coordinators: [cosimo]
contact: c
code_of_conduct: https://example.org/
"""
_COORDINATOR = """\
name: Cosimo
timezone: Europe/Rome
languages: {en: fluent}
enrolments: []
consent: {text: v1, "on": 2027-01-01}
"""
_PROGRAM = """\
title: A program
summary: A year of conversations.
status: running
style: informal
kind: {kind}
dates: {{start: 2027-01-04}}
"""
_PERSON = """\
name: {name}
timezone: {zone}
languages: {{{tongues}}}
headline: {headline}
availability: [{{days: [{day}], from: "{hour}:00", to: "{hour}:45"}}]
offers: [{offers}]
enrolments: [{{program: {program}, role: mentor, status: accepted, capacity: {room}}}]
consent:
  text: v1
  "on": 2027-01-01
  publish: [name, timezone, languages, headline, offers, availability]
"""
