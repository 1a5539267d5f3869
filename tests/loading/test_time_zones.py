import pytest

from telemaco.adapters.translations import Catalog
from telemaco.loading.time_zones import unknown_time_zones, with_named_zone
from telemaco.model.zones import zone_names
from telemaco.records.base import PersonId
from telemaco.records.layout import Kind
from telemaco.yamltext.events import Value
from tests.fakes import community

PATH = "program/people/ada.yaml"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Rome", "Did you mean Europe/Rome?"),
        ("New York", "Did you mean America/New_York?"),
        ("Europe/Rom", "Did you mean Europe/Rome?"),
        ("xyzxyz", "Write the continent and the city whose clock it is, in English: Europe/Rome."),
    ],
)
def test_hint_names_the_zone_that_was_meant(written: str, hint: str) -> None:
    (found,) = unknown_time_zones(PATH, Kind.PERSON, {"timezone": written})

    assert (found.code, found.location.route) == ("unknown-time-zone", ("timezone",))
    assert found.hint
    assert Catalog("en").text(found.hint) == hint


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.PERSON, {"timezone": " Europe/Rome "}),
        (Kind.PERSON, {"timezone": "utc"}),
        (Kind.NOTE, {"starts": "18:00 europe/rome"}),
        (Kind.PERSON, {"timezone": ""}),
        (Kind.PERSON, {"timezone": ["Rome"]}),
        (Kind.PERSON, ["Rome"]),
        (Kind.PAIR, {"timezone": "Rome"}),
    ],
)
def test_nothing_else_is_judged(kind: Kind, value: Value) -> None:
    assert not list(unknown_time_zones(PATH, kind, value))


@pytest.mark.parametrize(
    ("kind", "value", "named"),
    [
        (Kind.PERSON, {"name": "Ada", "timezone": " utc "}, {"name": "Ada", "timezone": " UTC"}),
        (Kind.PERSON, {"timezone": "EUROPE/ROME"}, {"timezone": "Europe/Rome"}),
        (Kind.PERSON, {"timezone": "Etc/gmt-1"}, {"timezone": "Etc/GMT-1"}),
        (Kind.NOTE, {"starts": "18:00  utc"}, {"starts": "18:00  UTC"}),
    ],
)
def test_zone_is_taken_in_letters_of_any_size(kind: Kind, value: Value, named: Value) -> None:
    assert with_named_zone(kind, value) == named


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.PERSON, {"timezone": " UTC "}),
        (Kind.PERSON, {"timezone": "rome"}),
        (Kind.PERSON, {"timezone": ["utc"]}),
        (Kind.PERSON, {}),
        (Kind.PERSON, ["utc"]),
        (Kind.NOTE, {"starts": "18:00"}),
        (Kind.NOTE, {"starts": "at utc"}),
        (Kind.PAIR, {"timezone": "utc"}),
    ],
)
def test_all_else_is_left_as_it_is_written(kind: Kind, value: Value) -> None:
    assert with_named_zone(kind, value) == value


def test_no_two_zones_differ_in_the_size_of_letters_alone() -> None:
    assert len({zone.casefold() for zone in zone_names()}) == len(zone_names())


def test_person_has_the_zone_by_its_name() -> None:
    found = community({PATH: _PERSON}).people[PersonId("ada")]

    assert found.timezone == "UTC"


_PERSON = """\
name: Ada
timezone: utc
languages: {en: native}
enrolments: []
consent: {text: v1, on: 2026-01-01}
"""
