"""A small community for the tests of pages; every person consents to something else."""

from collections.abc import Mapping
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.progress.standing import standing_of
from telemaco.render.pages.edition import Edition
from tests.fakes import community

TODAY = date(2027, 3, 15)

MASTER = "program/people/verrocchio.yaml"
PUPIL = "program/people/leonardo.yaml"
PROGRAM = "program/programs/bottega.yaml"
PAIR = "pairs/bottega/verrocchio-leonardo/pair.yaml"
HANDBOOK_PAGES = frozenset({"handbook/", "handbook/join/"})
NOTE = "pairs/bottega/verrocchio-leonardo/2027-03-01.md"

WORKSHOP = {
    "program/skills.yaml": """\
        - {id: drawing, label: {en: Drawing, it: Disegno}}
        - {id: casting, label: Casting}
        """,
    PROGRAM: """\
        title: {en: The workshop year, it: L'anno di bottega}
        summary: A year at one bench.
        status: running
        style: formal
        kind: one-to-one
        objectives:
          - {id: work, statement: Everybody finishes a work, indicator: Works shown, target: One}
        eligibility: {mentor: [I keep my word], mentee: [I come prepared]}
        dates: {applications_open: 2026-11-01, start: 2027-01-11, end: 2027-12-20}
        cadence: {every: 2, unit: week, minutes: 60, minimum_sessions: 20}
        """,
    MASTER: """\
        name: Andrea del Verrocchio
        pronouns: he/him
        github: verrocchio
        timezone: Europe/Rome
        languages: {it: native, la: working}
        location: Florence
        headline: Sculptor and goldsmith
        bio: I teach by **doing**.
        links: [{label: Works, url: "https://works.example.org/verrocchio"}]
        availability: [{days: [mon, wed], from: "09:00", to: "12:00"}]
        hours_per_month: 6
        offers: [{skill: drawing, level: expert}, {skill: casting}]
        goals: [{statement: A horse in bronze}]
        experience_years: 30
        approach: {learns_by: [doing, watching]}
        values: [patience]
        trained: [{module: Listening, on: 2026-12-14}]
        enrolments: [{program: bottega, role: mentor, status: matched, capacity: 2}]
        consent:
          text: v1
          on: 2027-01-01
          publish: [name, pronouns, github, timezone, languages, location, headline, bio, links,
            availability, hours_per_month, offers, seeks, goals, experience_years, approach,
            trained, values, pairs]
        confirmed: 2027-02-01
        """,
    PUPIL: """\
        name: Leonardo da Vinci
        timezone: Europe/Rome
        languages: {it: native}
        location: Anchiano
        seeks: [{skill: drawing, target: expert, priority: 2}, {skill: casting, priority: 1}]
        enrolments: [{program: bottega, role: mentee, status: matched}]
        consent: {text: v1, on: 2027-01-01, publish: [name, seeks, pairs]}
        """,
    PAIR: """\
        members: [{person: verrocchio, role: mentor}, {person: leonardo, role: mentee}]
        status: active
        start: 2027-01-15
        expected_end: 2027-12-20
        goals: [{id: angel, statement: Paint an angel, success: The master lays his brush down}]
        """,
    NOTE: """\
        ---
        status: held
        minutes: 60
        next: 2027-03-22
        visibility: public
        ---
        # Goal

        We looked at *drapery*.
        """,
}


def edition(changes: Mapping[str, str] | None = None, language: str = "en") -> Edition:
    """The workshop with files changed or added; an empty text leaves the file out."""
    files = {path: text for path, text in (WORKSHOP | dict(changes or {})).items() if text}
    loaded = community(files)
    standing = standing_of(loaded, TODAY)
    return Edition(loaded, TODAY, Catalog(language), *standing, handbook=HANDBOOK_PAGES)


def without(path: str, line: str, instead: str = "") -> dict[str, str]:
    """A change: one passage of a file replaced."""
    assert line in WORKSHOP[path]
    return {path: WORKSHOP[path].replace(line, instead)}
