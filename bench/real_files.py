"""The parts that both real communities' files have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench import real_places
from bench.real_skills import Skills
from telemaco.yamltext.writing import write

Files = dict[str, str]
"""Texts by path."""


def settings(name: str, coordinators: Sequence[str], today: date) -> str:
    """program/community.yaml, with its day frozen."""
    value = {
        "title": name,
        "tagline": "Made from public data without names, to try Telemaco on real input.",
        "languages": ["en"],
        "coordinators": list(coordinators),
        "contact": "coordinators@example.org",
        "code_of_conduct": "https://example.org/code-of-conduct",
        "today": today,
    }
    return write(value)


def skill_file(skills: Skills) -> str:
    """program/skills.yaml."""
    return write(skills.entries())


@dataclass(frozen=True)
class Who:
    """A person without a name: their country's code, their number, the languages if known."""

    name: str
    country: str | None
    number: int
    spoken: tuple[str, ...] = ()


def person(who: Who, agreed: date, parts: Mapping[str, Any]) -> str:
    """program/people/<person>.yaml; `parts` are skills, enrolments and words about them."""
    country = real_places.two_letters(who.country)
    location = real_places.country_name(country)
    value = {
        "name": who.name,
        "timezone": real_places.zone(country, who.number),
        "languages": real_places.languages(country, who.spoken),
        **({"location": location} if location else {}),
        **{key: part for key, part in parts.items() if part},
        "enrolments": parts["enrolments"],
        "consent": {
            "text": "v1",
            "on": agreed,
            "publish": ["name", "languages", "location", "bio", "offers", "seeks", "pairs"],
        },
        "confirmed": agreed,
    }
    return write(value)


def also(tags: Sequence[str]) -> str | None:
    """A biography that names the tags for which the vocabulary has no entry."""
    short = [" ".join(tag.split()) for tag in tags]
    return f"Also: {', '.join(short)}." if short else None


def save(files: Files, folder: Path) -> None:
    """Write the files; the folder must not hold a community yet."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
