from datetime import date

import pytest

from telemaco.records.base import Language
from telemaco.records.layout import Kind
from telemaco.records.note import Note
from telemaco.records.parsing import MODELS, Allowed, Fault, allowed_at, parse
from telemaco.records.person import FreeTime, Person
from telemaco.records.program import Program
from telemaco.records.reminders import DateRange, Reminders, Weekday
from telemaco.records.skills import Skills
from telemaco.records.text import in_language

PERSON = {
    "name": " Ada ",
    "timezone": "Europe/Rome",
    "languages": {"it": "native"},
    "enrolments": [],
    "consent": {"text": "v1", "on": "2027-01-01"},
}


def faults(model: type[Person], value: object) -> list[tuple[str, tuple[str | int, ...]]]:
    found = parse(model, value)
    assert isinstance(found, tuple)
    return [(fault.type, fault.route) for fault in found]


def test_record_is_frozen_and_its_texts_are_trimmed() -> None:
    person = parse(Person, PERSON)

    assert isinstance(person, Person)
    assert person.name == "Ada"
    assert person.consent.on == date(2027, 1, 1)
    with pytest.raises(ValueError, match="frozen"):
        person.name = "Mary"


def test_everything_wrong_is_told_at_its_place() -> None:
    wrong = {
        **PERSON,
        "name": "",
        "bio": {"EN": "x"},
        "links": [{"label": "x"}],
        "offers": [{"skill": "a"}, "b"],
        "extra": 1,
    }

    assert sorted(faults(Person, wrong)) == [
        ("extra_forbidden", ("extra",)),
        ("missing", ("links", 0, "url")),
        ("model_type", ("offers", 1)),
        ("string_pattern_mismatch", ("bio", "EN")),
        ("string_too_short", ("name",)),
    ]


def test_place_of_a_wrong_key_is_the_key() -> None:
    found = parse(Person, {**PERSON, "languages": {"EN": "native"}})

    assert isinstance(found, tuple)
    assert [(fault.route, fault.on_key) for fault in found] == [(("languages", "EN"), True)]


def test_what_is_allowed_is_told_with_the_fault() -> None:
    wrong = {**PERSON, "languages": {"it": "x"}, "hours_per_month": "-1", "z": "1"}

    found = parse(Person, wrong)

    assert isinstance(found, tuple)
    allowed = {fault.route: fault.allowed for fault in found}
    assert allowed["languages", "it"].words == ("basic", "working", "fluent", "native")
    assert (allowed["hours_per_month",].least, allowed["hours_per_month",].most) == (0, 200)
    assert "headline" in allowed["z",].keys


def test_only_the_first_fault_of_a_place_is_told() -> None:
    answer = MODELS[Kind.ANSWER]
    value = {
        "survey": "s",
        "program": "p",
        "role": "mentor",
        "week": "2027-W05",
        "answers": {"q": {}},
    }

    found = parse(answer, value)

    assert isinstance(found, tuple)
    assert len(found) == 1


def test_list_as_a_whole_has_a_place_too() -> None:
    found = parse(Skills, "x")

    assert found == (Fault("tuple_type", (), "x", {}, Allowed()),)
    assert parse(Skills, [{"id": "a", "label": "b"}])


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("0:00", 0), ("9:05", 545), ("18:30", 1110), ("24:00", 1440), (600, 600)],
)
def test_time_of_day_is_minutes(written: object, minutes: int) -> None:
    found = parse(FreeTime, {"days": ["mon"], "from": "0:00", "to": written})

    if minutes:
        assert isinstance(found, FreeTime)
        assert found.end == minutes
        assert (
            found.model_dump(mode="json", by_alias=True)["to"]
            == f"{minutes // 60:02}:{minutes % 60:02}"
        )
    else:
        assert isinstance(found, tuple)


@pytest.mark.parametrize(
    "written", ["24:01", "18:60", "1830", "noon", "", "\u0660\u0669:\u0660\u0660", None]
)
def test_other_times_are_refused(written: object) -> None:
    assert isinstance(parse(FreeTime, {"days": ["mon"], "from": "0:00", "to": written}), tuple)


@pytest.mark.parametrize(
    "written",
    ["2027-2-3", "2027-02-30", "20270203", "", "soon", None, "\uff12\uff10\uff12\uff17-02-03"],
)
def test_other_dates_are_refused(written: object) -> None:
    consent = {"text": "v1", "on": written}

    assert isinstance(parse(Person, {**PERSON, "consent": consent}), tuple)


def test_date_may_be_a_date_already() -> None:
    consent = {"text": "v1", "on": date(2027, 1, 1)}

    assert isinstance(parse(Person, {**PERSON, "consent": consent}), Person)


def test_quiet_days_are_weekdays_days_and_ranges() -> None:
    value = {"quiet": ["sat", "2027-12-24", "2027-12-20..2028-01-06", Weekday.SUN]}

    found = parse(Reminders, value)

    assert isinstance(found, Reminders)
    assert found.quiet == (
        Weekday.SAT,
        DateRange(date(2027, 12, 24), date(2027, 12, 24)),
        DateRange(date(2027, 12, 20), date(2028, 1, 6)),
        Weekday.SUN,
    )
    assert found.model_dump(mode="json")["quiet"][2] == "2027-12-20..2028-01-06"
    assert [day.number for day in Weekday] == list(range(7))


@pytest.mark.parametrize(
    "written", ["2027-12-20..2027-12-19", "2027-02-30", "holidays", [], "sat "]
)
def test_other_quiet_days_are_refused(written: object) -> None:
    assert isinstance(parse(Reminders, {"quiet": [written]}), tuple)


def test_text_is_read_in_a_language_else_in_the_next_best() -> None:
    text = {Language("it"): "ciao", Language("fr"): "salut"}

    assert in_language("hello", Language("it")) == "hello"
    assert in_language(text, Language("fr")) == "salut"
    assert in_language(text, Language("en"), (Language("fr"),)) == "salut"
    assert in_language(text, Language("en")) == "ciao"


@pytest.mark.parametrize(
    ("model", "route", "allowed"),
    [
        (Note, ("goals", "whole"), Allowed(least=-2, most=2)),
        (Note, ("actions", 0), Allowed(("id", "text", "owner", "due", "done_on"))),
        (Note, ("nothing", "there"), Allowed()),
        (Program, ("title", "it"), Allowed()),
        (Program, ("cadence", "unit"), Allowed(words=("week", "month"))),
        (Skills, (0,), Allowed(("id", "label", "group", "aliases", "related"))),
    ],
)
def test_what_is_allowed_at_a_place(
    model: type[Note], route: tuple[str | int, ...], allowed: Allowed
) -> None:
    assert allowed_at(model, route) == allowed
