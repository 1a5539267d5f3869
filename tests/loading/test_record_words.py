# ruff: noqa: E501 (a case reads best on one line)
import re
from collections.abc import Iterator
from typing import Any

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.loading.record_words import finding, findings
from telemaco.records.layout import Kind
from telemaco.records.parsing import MODELS, Fault, parse
from telemaco.records.schema import schema_of
from telemaco.yamltext.reading import read

ENGLISH = Catalog("en")
PERSON = "name: Ada\ntimezone: Europe/Rome\nlanguages: {it: native}\nenrolments: []\nconsent: {text: v1, on: 2027-01-01}\n"
PAIR = "members: [{person: a, role: mentor}, {person: b, role: mentee}]\nstatus: active\nstart: 2027-01-01\n"
COMMUNITY = "title: x\nlanguages: [en]\ncoordinators: [a]\ncontact: x\ncode_of_conduct: x\n"
PROGRAM = (
    "title: x\nsummary: x\nstatus: open\nstyle: informal\nkind: group\ndates: {start: 2027-01-01}\n"
)


def told(kind: Kind, text: str) -> list[str]:
    """What is wrong with a record, as the reader sees it."""
    faults = parse(MODELS[kind], read(text))
    assert isinstance(faults, tuple)
    found = [finding("x.yaml", fault) for fault in faults]
    return [
        f"{one.code}: {ENGLISH.text(one.message)} / {ENGLISH.text(one.hint) if one.hint else ''}"
        for one in found
    ]


CASES = [
    (Kind.PERSON, PERSON + "ofers: []\n", 'unknown-key: "ofers" is not a key that this file may have here / Did you mean offers?'),
    (Kind.PERSON, PERSON + "disponibilit\u00e0: []\n", 'unknown-key: "disponibilit\u00e0" is not a key that this file may have here / Did you mean availability?'),
    (Kind.NOTE, "status: svolta\n", 'not-allowed: status: "svolta" is not one of planned, held, missed, rescheduled or cancelled / Did you mean held?'),
    (Kind.PERSON, PERSON + "availability: [{days: [mon], from: '9:00\"', to: 10:00}]\n", 'bad-time: availability.from: "9:00"" is not a time of day / A quotation mark is too much, or its other half is missing: 18:30 or "18:30".'),
    (Kind.SKILLS, "- {id: a, label: b, xyz: c}\n", 'unknown-key: "xyz" is not a key that this file may have here / Allowed here: id, label, group, aliases or related.'),
    (Kind.PERSON, PERSON + "approach: {zzzzzzzz: 1}\n", 'unknown-key: "zzzzzzzz" is not a key that this file may have here / Allowed here: structure, directness, initiative or learns_by.'),
    (Kind.PERSON, PERSON.replace("Ada", ""), "empty-value: name: there is nothing after the colon / Write a value, or delete the line if it is not needed."),
    (Kind.PERSON, PERSON.replace("Ada", "'  '"), "empty-value: name: there is nothing after the colon / Write a value, or delete the line if it is not needed."),
    (Kind.PERSON, PERSON + "links:\n", "empty-value: links: there is nothing after the colon / Write a value, or delete the line if it is not needed."),
    (Kind.PERSON, PERSON.replace("name: Ada\n", ""), "missing-key: name is missing / Add a line name: with its value."),
    (Kind.PERSON, PERSON.replace("languages: {it: native}\n", ""), "missing-key: languages is missing / Add a line like this one: languages: {it: native, en: fluent}"),
    (Kind.COMMUNITY, COMMUNITY.replace("languages: [en]\n", ""), "missing-key: languages is missing / Add a line like this one: languages: [en, it]"),
    (Kind.PERSON, PERSON.replace("consent: {text: v1, on: 2027-01-01}\n", ""), "missing-key: consent is missing / Add a line like this one: consent: {text: v1, on: YYYY-MM-DD, publish: [name]}"),
    (Kind.PERSON, PERSON + "offers: [{level: expert}]\n", "missing-key: offers.skill is missing / Add a line skill: with its value."),
    (Kind.PERSON, PERSON.replace("native", "natve"), 'not-allowed: languages.it: "natve" is not one of basic, working, fluent or native / Did you mean native?'),
    (Kind.PERSON, PERSON + "values: [zzz]\n", 'not-allowed: values: "zzz" is not one of curiosity, honesty, patience, courage, kindness, fairness, independence, excellence, playfulness, service, tradition or growth / Choose one of them.'),
    (Kind.PERSON, PERSON + "values: [[a]]\n", "not-allowed: values: a list is not one of curiosity, honesty, patience, courage, kindness, fairness, independence, excellence, playfulness, service, tradition or growth / Choose one of them."),
    (Kind.PERSON, PERSON + "availability: [{days: [Monday], from: 9:00, to: 10:00}]\n", 'not-allowed: availability.days: "Monday" is not one of mon, tue, wed, thu, fri, sat or sun / Did you mean mon?'),
    (Kind.PERSON, PERSON + "availability: [{days: [lun], from: 9:00, to: 10:00}]\n", 'not-allowed: availability.days: "lun" is not one of mon, tue, wed, thu, fri, sat or sun / Did you mean mon?'),
    (Kind.PERSON, PERSON + "confirmed: 9999-12-31\n", 'bad-date: confirmed: the year of "9999-12-31" is not from 1900 to 2200 / Check the year; the order is year, month, day: 2027-02-03.'),
    (Kind.PERSON, PERSON + "confirmed: 1899-12-31\n", 'bad-date: confirmed: the year of "1899-12-31" is not from 1900 to 2200 / Check the year; the order is year, month, day: 2027-02-03.'),
    (Kind.PROGRAM, PROGRAM + "reminders: {quiet: [0001-01-01..2027-01-01]}\n", 'bad-date: reminders.quiet: the year of "0001-01-01..2027-01-01" is not from 1900 to 2200 / Check the year; the order is year, month, day: 2027-02-03.'),
    (Kind.PERSON, PERSON + "'': x\n", 'unknown-key: "" is not a key that this file may have here / Allowed here: name, pronouns, github, timezone, languages, location, headline, bio, links, availability, hours_per_month, offers, seeks, goals, experience_years, approach, values, enrolments, excludes, trained, consent, confirmed or paused_until.'),
    (Kind.COMMUNITY, COMMUNITY + "forge: {kind: gitlab, repository: a/b}\n", 'not-allowed: forge.kind: "gitlab" is not one of github / Did you mean github?'),
    (Kind.PERSON, PERSON + "hours_per_month: few\n", 'not-a-number: hours_per_month: "few" is not a whole number / Write a whole number from 0 to 200.'),
    (Kind.PERSON, PERSON + "hours_per_month: 1.5\n", 'not-a-number: hours_per_month: "1.5" is not a whole number / Write a whole number from 0 to 200.'),
    (Kind.PERSON, PERSON + "hours_per_month: " + "9" * 5000 + "\n", 'not-a-number: hours_per_month: "' + "9" * 37 + '..." is not a whole number / Write a whole number from 0 to 200.'),
    (Kind.PERSON, PERSON + "hours_per_month: []\n", "not-a-number: hours_per_month: a list is not a whole number / Write a whole number from 0 to 200."),
    (Kind.PERSON, PERSON + "hours_per_month: 201\n", 'out-of-range: hours_per_month: "201" is not from 0 to 200 / Write a whole number from 0 to 200.'),
    (Kind.PROGRAM, PROGRAM + "cadence: {every: 0, unit: week}\n", 'out-of-range: cadence.every: "0" is not from 1 to 12 / Write a whole number from 1 to 12.'),
    (Kind.RECEIPT, "on: 2027-01-01\nversion: v1\nseed: s\ndigest: " + "0" * 64 + "\ngroups: {proven: yes, at_most: -1}\n", 'out-of-range: groups.at_most: "-1" is less than 0 / Write 0 or more.'),
    (Kind.PROGRAM, PROGRAM + "matching: {repeat_pairs: maybe}\n", 'not-yes-or-no: matching.repeat_pairs: "maybe" is neither yes nor no / Write true or false.'),
    (Kind.PERSON, PERSON + "offers: optics\n", 'not-a-list: offers: "optics" is not a list / Write each entry on a line of its own that begins with a hyphen, or write [a, b].'),
    (Kind.PERSON, PERSON + "approach: calm\n", 'not-a-map: approach: "calm" is not a set of keys with values / Write each fact on a line of its own: a key, a colon, a space, a value. The keys are structure, directness, initiative, learns_by.'),
    (Kind.PERSON, PERSON + "offers: [optics]\n", 'not-a-map: offers: "optics" is not a set of keys with values / Write it as - skill: optics'),
    (Kind.NOTE, "status: held\nattendance: [ada-mary, {a: b}, sofia]\n", "not-a-map: attendance: a list is not a set of keys with values / Write it like this: attendance: {ada-mary: present, sofia: present}"),
    (Kind.NOTE, "status: held\nattendance: []\n", "not-a-map: attendance: a list is not a set of keys with values / Write it like this: attendance: {ada-lovelace: present}"),
    (Kind.PERSON, "Ada\n", 'not-a-map: the file: "Ada" is not a set of keys with values / Write each fact on a line of its own: a key, a colon, a space, a value.'),
    (Kind.SKILLS, "a: b\n", "not-a-list: the file: a set of keys is not a list / Write each entry on a line of its own that begins with a hyphen, or write [a, b]."),
    (Kind.SKILLS, "- {id: a, label: b}\n- optics\n", 'not-a-map: entry 2: "optics" is not a set of keys with values / Write it as - id: optics'),
    (Kind.PERSON, PERSON + "headline: [a]\n", "not-text: headline: a text belongs here, not a list / If it begins with a bracket or has a colon, put it in double quotes."),
    (Kind.PERSON, PERSON + "headline: {}\n", "too-few: headline needs 1 entry at least / Add what is missing."),
    (Kind.PERSON, PERSON + "goals:\n  -statement: Read\n", "not-a-list: goals: a set of keys is not a list / Put a space between the hyphen and what follows: - statement: ..."),
    (Kind.PERSON, PERSON + "goals:\n  \u2013 statement: Read\n", "not-a-list: goals: a set of keys is not a list / Put a space between the hyphen and what follows: - statement: ..."),
    (Kind.PERSON, PERSON + "availability: [{days: [mon], from: \u201c18:00\u201d, to: '19:00'}]\n", 'bad-time: availability.from: "\u201c18:00\u201d" is not a time of day / Write it between straight quotes, as on the keyboard: "18:30".'),
    (Kind.PERSON, PERSON + "values: [curiosity; rigour]\n", 'not-allowed: values: "curiosity; rigour" is not one of curiosity, honesty, patience, courage, kindness, fairness, independence, excellence, playfulness, service, tradition or growth / Put commas between them: curiosity, rigour.'),
    (Kind.PERSON, PERSON + "headline: {en: a, and b}\n", 'bad-language: headline.and b: "and b" is not written as it must be / Write the language\'s code: it, en, pt-BR. If it is the rest of a text with a comma, put the whole text into double quotes.'),
    (Kind.PERSON, PERSON + "headline: {EN: a}\n", 'bad-language: headline.EN: "EN" is not written as it must be / Write the language\'s code: it, en, pt-BR.'),
    (Kind.PERSON, PERSON + "confirmed: soon\n", 'bad-date: confirmed: "soon" is not a date / Write year, month and day: 2027-02-03.'),
    (Kind.PERSON, PERSON + "confirmed: 2027-13-01\n", 'bad-date: confirmed: "2027-13-01" is not in the calendar / Check the month and the day; the order is year, month, day: 2027-02-03.'),
    (Kind.PERSON, PERSON + "availability: [{days: [mon], from: noon, to: 24:00}]\n", 'bad-time: availability.from: "noon" is not a time of day / Write hours and minutes, from 0:00 to 24:00: 18:30.'),
    (Kind.PERSON, PERSON + "availability: [{days: [mon], from: 22:00, to: 2:00}]\n", "wrong-order: availability: the time ends before it begins / Swap from and to. A time over midnight needs two entries: to 24:00, and from 0:00."),
    (Kind.COMMUNITY, COMMUNITY + "reminders: {quiet: [2027-02-02..2027-01-01]}\n", 'wrong-order: reminders.quiet: "2027-02-02..2027-01-01" ends before it begins / Write the first day, two dots, the last day.'),
    (Kind.COMMUNITY, COMMUNITY + "reminders: {quiet: [2027-02-30]}\n", 'bad-date: reminders.quiet: "2027-02-30" is not in the calendar / Check the month and the day; the order is year, month, day: 2027-02-03.'),
    (Kind.COMMUNITY, COMMUNITY + "reminders: {quiet: [holidays]}\n", 'bad-quiet-day: reminders.quiet: "holidays" is not a weekday or a range of dates / Write sat, 2027-12-24 or 2027-12-20..2028-01-06.'),
    (Kind.PAIR, PAIR + "goals: [{id: g, statement: G, owner: a, baseline: niente}]\n", 'not-a-number: goals.baseline: "niente" is not a whole number / Write a whole number from -2 to 2.'),
    (Kind.PAIR, PAIR.replace(", {person: b, role: mentee}", ""), "too-few: members needs 2 entries at least / Add what is missing."),
    (Kind.PAIR, PAIR + "kind: reverse\n", 'unknown-key: "kind" is not a key that this file may have here / A pair has no kind of its own: its program has one, and the role of each member says who mentors whom.'),
    (Kind.PAIR, PAIR + "tipo: inverso\n", 'unknown-key: "tipo" is not a key that this file may have here / A pair has no kind of its own: its program has one, and the role of each member says who mentors whom.'),
    (Kind.PERSON, PERSON + "values: [courage, growth, honesty, service]\n", "too-many: values takes 3 entries at most / Keep the most important ones."),
    (Kind.PERSON, PERSON + "github: " + "a" * 40 + "\n", 'too-long: github: "' + "a" * 40 + '" has more than 39 characters / Shorten it.'),
    (Kind.PERSON, PERSON + "excludes: [Ada L]\n", 'bad-id: excludes: "Ada L" is not written as it must be / Use small letters, digits and hyphens: ada-l.'),
    (Kind.PERSON, PERSON + "links: [{label: x, url: example.org}]\n", 'bad-address: links.url: "example.org" is not written as it must be / Write a whole address that begins with https://.'),
    (Kind.PERSON, PERSON + "github: '@ada'\n", 'bad-github-login: github: "@ada" is not written as it must be / Write the login only, without @ or address.'),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "expected"), CASES, ids=[case[2][:50] for case in CASES])
def test_fault_is_told_in_plain_words(kind: Kind, text: str, expected: str) -> None:
    assert told(kind, text) == [expected]


def test_fault_that_nobody_foresaw_still_has_words() -> None:
    found = finding("x.yaml", Fault("brand_new", ("a", "b"), "c", {}))

    assert found.code == "not-allowed"
    assert ENGLISH.text(found.message) == 'a.b: "c" cannot be used here'


def patterns(schema: Any) -> Iterator[str]:  # noqa: ANN401 (any part of a schema)
    """The patterns of the texts in a schema; those of numbers, days and times have other faults."""
    if isinstance(schema, dict):
        types = schema.get("type", ())
        if "pattern" in schema and "string" in types and not {"minimum", "format"} & set(schema):
            yield schema["pattern"]
        for part in schema.values():
            yield from patterns(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from patterns(part)


@pytest.mark.parametrize("kind", MODELS)
def test_every_pattern_has_words(kind: Kind) -> None:
    for pattern in patterns(schema_of(MODELS[kind])):
        if any(part in pattern for part in ("mon|tue", "24:00", "[+-]", "_+/-")):
            continue
        found = finding("x", Fault("string_pattern_mismatch", ("k",), "v", {"pattern": pattern}))
        assert re.compile(pattern)
        assert found.hint


def test_key_in_italian_is_told_once_and_not_also_missing() -> None:
    text = PERSON.replace(
        "enrolments: []", "enrolments: [{program: a, ruolo: mentee, status: waiting}]"
    )
    faults = parse(MODELS[Kind.PERSON], read(text))
    assert isinstance(faults, tuple)

    found = findings("x.yaml", faults)

    assert [(one.code, one.location.route[-1]) for one in found] == [("unknown-key", "ruolo")]
