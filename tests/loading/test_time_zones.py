import pytest

from telemaco.adapters.translations import Catalog
from telemaco.loading.time_zones import unknown_time_zones
from telemaco.records.layout import Kind
from telemaco.yamltext.events import Value

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
        (Kind.PERSON, {"timezone": ""}),
        (Kind.PERSON, {"timezone": ["Rome"]}),
        (Kind.PERSON, ["Rome"]),
        (Kind.PAIR, {"timezone": "Rome"}),
    ],
)
def test_nothing_else_is_judged(kind: Kind, value: Value) -> None:
    assert not list(unknown_time_zones(PATH, kind, value))
