"""Communities whose forms are looked at."""

from functools import cache
from pathlib import Path

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.translations import Catalog
from telemaco.forms.labels import Words, words_of
from telemaco.loading.load import load
from telemaco.model.community import Community
from telemaco.records.base import Language
from tests.fakes import community

ROOT = Path(__file__).parent.parent.parent

SURVEY = """\
title: {en: Looking back, it: Uno sguardo indietro}
roles: [mentor, mentee]
readers: [everybody]
anonymity: named
items:
  - {id: best, kind: text, text: What was best?, required: true}
  - {id: useful, kind: scale, text: Was it useful?, scale: [no, a little, 'yes'], required: true}
  - {id: means, kind: multi, text: How did you meet?, scale: ['Here, there', Here, None]}
  - {id: recommend, kind: recommend-0-10, text: Would you recommend it?}
  - {id: goal, kind: gas, text: How far did you get?}
  - {id: pick, kind: choice, text: Which one?}
"""
PROGRAM = """\
title: {title}
summary: Half a year.
status: {status}
style: {style}
kind: {kind}
dates: {{start: 2027-01-04{dates}}}
"""
NASTY_SKILLS = """\
- {id: ci, label: 'Testing, CI', group: 'None'}
- {id: testing, label: Testing, group: 'None'}
- {id: none, label: 'None', group: 'None'}
- {id: nothing, label: _No response_, group: 'None'}
- {id: heading, label: '### Name', group: '### Name'}
- {id: yes, label: 'yes', group: '### Name'}
- {id: time, label: '12:30', group: '### Name'}
- {id: twin, label: Twin, group: '### Name'}
- {id: other-twin, label: twin, group: '### Name'}
- {id: symbol, label: ':symbol', group: 'x: y # z'}
- {id: quote, label: "it's \\"quoted\\" \\\\ here", group: 'x: y # z'}
- {id: box, label: '- [X] I know', group: 'x: y # z'}
- {id: fence, label: '```', group: 'x: y # z'}
- {id: html, label: '<!-- <script>alert(1)</script>', group: 'x: y # z'}
- {id: expression, label: '${{ secrets.TOKEN }}', group: 'x: y # z'}
- {id: thousand, label: '1,000', group: 'x: y # z'}
- {id: unseen, label: "\\u200b\\u2060", group: 'x: y # z'}
- {id: long, label: '%s', group: {it: Lungo, en: Long}}
""" % ("long, " * 100)


PAIR = """\
members: [{person: rossi, role: mentor}, {person: ada, role: mentee}]
status: active
start: 2027-01-04
"""
PERSON = """\
name: {name}
github: {github}
timezone: Europe/Rome
languages: {{it: native}}
enrolments: []
consent: {{text: v1, on: 2026-01-01, publish: [name]}}
"""


@cache
def example() -> Community:
    """The example that the repository holds."""
    return load(DiskSources(ROOT).files()).community


@cache
def nasty() -> Community:
    """A community whose every text is chosen to be misread."""
    return community(
        {
            "program/skills.yaml": NASTY_SKILLS,
            "program/surveys/back.yaml": SURVEY,
            "program/surveys/again.yaml": SURVEY,
            "program/programs/one.yaml": program("'Name, [x](y), *and*'", status="open"),
            "program/programs/two.yaml": program("'Name'", style="informal", status="running"),
            "program/programs/three.yaml": program("None", style="informal", status="running"),
            "program/programs/four.yaml": program("'# Name'", kind="peer-circle"),
            "program/people/rossi.yaml": person("'Rossi, Ada'"),
            "program/people/ada.yaml": person("Ada"),
            "program/people/ada-two.yaml": person("ada"),
            "program/people/cosimo.yaml": person("'cosimo'", github="ada"),
            "pairs/one/first/pair.yaml": PAIR + "title: 'one/first, or not'\n",
            "pairs/two/first/pair.yaml": PAIR,
        }
    )


def program(
    title: str = "Workshop",
    *,
    status: str = "open",
    style: str = "formal",
    kind: str = "one-to-one",
    dates: str = "",
) -> str:
    """The file of a program."""
    return PROGRAM.format(title=title, status=status, style=style, kind=kind, dates=dates)


def person(name: str, github: str = "somebody") -> str:
    """The file of a person."""
    return PERSON.format(name=name, github=github)


def words_in(found: Community) -> dict[Language, Words]:
    """The words of each language of the community."""
    return {language: words_of(Catalog(language)) for language in found.settings.languages}
