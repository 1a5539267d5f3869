"""A made-up community: as many people, pairs and notes as wanted, without a fault.

The same numbers give the same files. Lengths are those of real files: a person 25 lines, a
pair 20, a note 23.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2027, 6, 30)
START = date(2027, 1, 11)
SKILLS = (
    "fencing",
    "fresco",
    "harmony",
    "optics",
    "perspective",
    "printing",
    "rhetoric",
    "surgery",
)
ZONES = ("Europe/Rome", "Europe/Vienna", "America/Lima", "Asia/Kolkata", "Africa/Nairobi")
_SYLLABLES = [consonant + vowel for consonant in "bdfglmnprstv" for vowel in "aeiou"]
_SENTENCE = (
    "we read the first part together and marked what was hard to follow so that next time we can "
    "begin there and then try the exercise once more with fewer words and a clearer question"
)
_WORDS = _SENTENCE.split()


def write(folder: Path, people: int, pairs: int, notes: int) -> int:
    """Write the community's files; the answer is how many."""
    count = 0
    for path, text in files(people, pairs, notes):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        count += 1
    return count


def files(people: int, pairs: int, notes: int) -> Iterator[tuple[str, str]]:
    """The files by path: mentors and mentees in equal numbers, the first of them paired."""
    chance = random.Random(20270630)
    yield "program/community.yaml", _SETTINGS
    yield "program/skills.yaml", "".join(_SKILL.format(skill=skill) for skill in SKILLS)
    yield "program/programs/spring.yaml", _PROGRAM
    for number in range(people):
        yield f"program/people/{_name(number)}.yaml", _person(number, pairs, chance)
    for number in range(pairs):
        folder = f"pairs/spring/{_name(number)}"
        yield f"{folder}/pair.yaml", _pair(number)
        held = notes // pairs + (number < notes % pairs)
        for week in range(held):
            day = START + timedelta(weeks=week + 1)
            yield f"{folder}/{day}.md", _note(number, day, chance)


def _members(pair: int) -> tuple[str, str]:
    return _name(2 * pair), _name(2 * pair + 1)


def _name(number: int) -> str:
    """A name of syllables, another for each number."""
    syllables = []
    for _ in range(4):
        number, place = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[place])
    return f"{''.join(syllables[:2])}-{''.join(syllables[2:])}"


def _person(number: int, pairs: int, chance: random.Random) -> str:
    first, second = chance.sample(SKILLS, 2)
    mentor = number % 2 == 0
    return _PERSON.format(
        number=number,
        zone=chance.choice(ZONES),
        bio=_text(chance, 30),
        skills=(_OFFERS if mentor else _SEEKS).format(first=first, second=second),
        role="mentor" if mentor else "mentee",
        status="matched" if number < 2 * pairs else "waiting",
    )


def _pair(number: int) -> str:
    mentor, mentee = _members(number)
    return _PAIR.format(mentor=mentor, mentee=mentee)


def _note(pair: int, day: date, chance: random.Random) -> str:
    mentor, mentee = _members(pair)
    return _NOTE.format(
        mentor=mentor,
        mentee=mentee,
        level=chance.randint(-2, 2),
        task=_text(chance, 6),
        due=day + timedelta(weeks=2),
        next=day + timedelta(weeks=1),
        body="\n\n".join(_text(chance, 35) for _ in range(3)),
    )


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize() + "."


_SETTINGS = """\
title: Made up
languages: [en]
coordinators: [baba-baba]
contact: coordinators@example.org
code_of_conduct: https://example.org/conduct
privacy: {note_visibility: public}
today: 2027-06-30
"""
_SKILL = "- id: {skill}\n  label: {skill}\n"
_PROGRAM = """\
title: Spring
summary: A program of many pairs.
status: running
style: formal
kind: one-to-one
objectives:
  - id: grow
    statement: People learn what they came for.
dates: {start: 2027-01-11, end: 2027-12-20}
cadence: {every: 1, unit: week, minutes: 45}
capacity: {pairs: 100000, mentor_default: 1}
"""
_PERSON = """\
# yaml-language-server: $schema=../../docs/schema/person.json
name: Person {number}
pronouns: they
timezone: {zone}
languages: {{en: fluent, it: working}}
location: Somewhere
headline: Learns by doing
bio: {bio}
availability:
  - days: [mon, wed]
    from: 18:00
    to: 20:30
hours_per_month: 4
{skills}goals:
  - statement: Understand the whole by way of its parts
    by: 2027-12-01
experience_years: 7
approach: {{structure: 3, directness: 4, initiative: 2, learns_by: [doing, reading]}}
enrolments:
  - program: spring
    role: {role}
    status: {status}
    since: 2027-01-11
consent:
  text: v1
  "on": 2027-01-02
  publish: [name, headline, bio, offers, seeks, pairs]
confirmed: 2027-05-01
"""
_OFFERS = (
    "offers:\n  - skill: {first}\n    level: expert\n  - skill: {second}\n    level: advanced\n"
)
_SEEKS = (
    "seeks:\n  - skill: {first}\n    now: beginner\n    target: advanced\n  - skill: {second}\n"
)
_PAIR = """\
members:
  - person: {mentor}
    role: mentor
  - person: {mentee}
    role: mentee
status: active
start: 2027-01-11
expected_end: 2027-12-20
agreement:
  version: v1
  accepted:
    {mentor}: 2027-01-12
    {mentee}: 2027-01-13
goals:
  - id: whole
    statement: See how the parts make the whole
    success: Explains it to somebody else without notes
    owner: {mentee}
    due: 2027-11-30
    objective: grow
    status: open
    baseline: -1
"""
_NOTE = """\
---
status: held
minutes: 45
mode: online
attendance:
  {mentor}: present
  {mentee}: present
goals:
  whole: {level}
actions:
  - id: read
    text: {task}
    owner: {mentee}
    due: {due}
next: {next}
visibility: public
---
## What we did

{body}
"""
