import pytest

from telemaco.rules.time_zones import time_zones
from tests.rules.workshop import LEONARDO, edited, found, hints


def test_time_zone_exists() -> None:
    assert not found(time_zones)
    assert found(time_zones, edited(LEONARDO, ("Europe/Rome", "Roma"))) == [
        ("unknown-time-zone", LEONARDO, ("timezone",))
    ]


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
    assert hints(time_zones, edited(LEONARDO, ("Europe/Rome", written))) == [hint]
