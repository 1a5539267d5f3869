"""What somebody does not publish has no part in any file: with another value, each is the same.

The scan for leaks looks for texts; numbers, hours and choices are too common for that. Here every
page, calendar, feed and table is made twice.
"""

from typing import get_args

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.progress.standing import Standing
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.person import PersonField
from telemaco.render.open_data.files import in_all_formats
from telemaco.render.open_data.tables import open_tables
from telemaco.render.pages.directory import mentors_pages, skills_pages
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipes
from telemaco.render.pages.people_pages import person_page
from telemaco.render.pages.program_pages import program_page
from telemaco.render.pages.published import with_consents_of
from telemaco.render.pages.recipes import Made, PlainFile
from tests.fakes import SETTINGS
from tests.render.pages.workshop import MASTER, NOTE, PAIR, TODAY, WORKSHOP, edition

OTHERWISE: dict[PersonField, tuple[str, str]] = {
    "name": ("name: Andrea del Verrocchio", "name: Somebody Else"),
    "pronouns": ("pronouns: he/him", "pronouns: they/them"),
    "github": ("github: verrocchio", "github: somebody"),
    "timezone": ("timezone: Europe/Rome", "timezone: Asia/Tokyo"),
    "languages": ("languages: {it: native, la: working}", "languages: {it: native, ja: native}"),
    "location": ("location: Florence", "location: Edo"),
    "headline": ("headline: Sculptor and goldsmith", "headline: Somebody else"),
    "bio": ("bio: I teach by **doing**.", "bio: Nothing of the kind."),
    "links": ("works.example.org/verrocchio", "works.example.org/somebody"),
    "availability": ("days: [mon, wed]", "days: [sat, sun]"),
    "hours_per_month": ("hours_per_month: 6", "hours_per_month: 77"),
    "offers": ("offers: [{skill: drawing, level: expert}, {skill: casting}]", "offers: []"),
    "seeks": ("    enrolments:", "    seeks: [{skill: casting, priority: 1}]\n        enrolments:"),
    "goals": ("goals: [{statement: A horse in bronze}]", "goals: []"),
    "experience_years": ("experience_years: 30", "experience_years: 3"),
    "approach": ("learns_by: [doing, watching]", "learns_by: [reading]"),
    "values": ("values: [patience]", "values: [courage]"),
    "trained": ("module: Listening, on: 2026-12-14", "module: Resting, on: 2026-12-15"),
}
"""Another value for each field but `pairs` and `certificate`, which are consents only."""

EVERYTHING = (
    "publish: [name, pronouns, github, timezone, languages, location, headline, bio, links,\n"
    "            availability, hours_per_month, offers, seeks, goals, experience_years, approach,\n"
    "            trained, values, pairs]"
)
PRIVATE = SETTINGS + "privacy: {repository: private}\n"


def _files(changes: dict[str, str]) -> dict[str, bytes]:
    made = edition(changes)
    pieces = [piece for recipe in recipes(made) for piece in recipe.made(made)]
    community = with_consents_of(made.community, TODAY)
    tables = in_all_formats(
        open_tables(community, TODAY, Standing(made.progress, made.counted)), Catalog("en")
    )
    return dict(map(_as_file, pieces)) | dict(tables)


def _as_file(piece: Made) -> tuple[str, bytes]:
    if isinstance(piece, PlainFile):
        return piece.path, piece.content
    return piece.path, f"{piece.title}\n{piece.description}\n{piece.body}".encode()


def _master(*changes: tuple[str, str]) -> dict[str, str]:
    text = WORKSHOP[MASTER]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {MASTER: text}


def test_no_field_is_forgotten() -> None:
    assert {*OTHERWISE, "pairs", "certificate"} == set(get_args(PersonField))


@pytest.mark.parametrize("field", OTHERWISE)
def test_a_field_that_is_not_published_changes_no_file(field: PersonField) -> None:
    kept = EVERYTHING.replace(f"{field}, ", "").replace(f"{field},\n", "\n")
    withheld = (EVERYTHING, kept)

    assert kept != EVERYTHING
    assert _files(_master(withheld)) == _files(_master(withheld, OTHERWISE[field]))


@pytest.mark.parametrize("field", [field for field in OTHERWISE if field != "goals"])
def test_a_field_that_is_published_changes_one(field: PersonField) -> None:
    person = edition(_master(OTHERWISE[field]))
    before, after = (person_page(made, PersonId("verrocchio")) for made in (edition(), person))

    assert before != after


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (MASTER, "confirmed: 2027-02-01", "confirmed: 2027-02-02"),
        (MASTER, "capacity: 2", "capacity: 2, prefers: [leonardo]"),
        (MASTER, "capacity: 2", "capacity: 2, comes_first: true"),
        (MASTER, "confirmed:", "excludes: [cosimo]\n        confirmed:"),
        (PAIR, "status: active", "status: active\n        match: {receipt: r, score: 3}"),
        (NOTE, "We looked at *drapery*.", "We looked at *rocks*."),
    ],
)
def test_nor_does_what_nobody_can_publish(path: str, old: str, new: str) -> None:
    files = {
        "program/community.yaml": PRIVATE,
        NOTE: WORKSHOP[NOTE].replace("visibility: public", "visibility: members"),
    }
    before = (WORKSHOP | files)[path]
    assert old in before

    assert _files(files) == _files({**files, path: before.replace(old, new)})


@pytest.mark.parametrize("offers", ["offers", "bio"])
def test_a_mentor_who_does_not_publish_pairs_is_the_same_with_a_pair_and_without(
    offers: str,
) -> None:
    """Listed or not: else room that is taken would say that somebody accompanies somebody."""
    many = {
        f"program/people/m{number}.yaml": text.replace("capacity: 2", "capacity: 1")
        for number in range(5)
        for text in _master((EVERYTHING, f"publish: [name, {offers}]")).values()
    }
    pairs = {
        f"pairs/bottega/m{number}-leonardo/pair.yaml": WORKSHOP[PAIR].replace("verrocchio", name)
        for number, name in enumerate(f"m{number}" for number in range(5))
    }

    before, after = (_of_mentors(edition(many | more)) for more in ({}, pairs))

    assert before == after


def _of_mentors(made: Edition) -> list[str]:
    """What pages say of mentors; the pairs of a program have their own rules."""
    people = [person_page(made, PersonId(f"m{number}")).body for number in range(5)]
    program = program_page(made, ProgramId("bottega")).body
    part = program[program.index('id="mentors"') : program.index('id="pairs"')]
    lists = [page.body for pages in (mentors_pages, skills_pages) for page in pages(made)]
    return [*people, part, *lists]
