import pytest

from telemaco.model.cities import CITIES_OF_ZONE, ZONE_OF_CITY
from telemaco.model.zones import places, zone_meant, zone_names


def test_every_zone_is_there_and_no_city_twice() -> None:
    assert set(CITIES_OF_ZONE) <= zone_names()
    assert len(ZONE_OF_CITY) == sum(map(len, CITIES_OF_ZONE.values()))
    assert all(city == city.casefold().strip() for city in ZONE_OF_CITY)


def test_no_city_is_one_that_a_zone_is_named_for() -> None:
    named = {zone.rpartition("/")[2].replace("_", " ").casefold() for zone in places()}

    assert not named & set(ZONE_OF_CITY)


@pytest.mark.parametrize(
    ("city", "zone"),
    [("Milano", "Europe/Rome"), ("munich", "Europe/Berlin"), ("Boston", "America/New_York")],
)
def test_city_is_known_by_its_zone(city: str, zone: str) -> None:
    assert zone_meant(city) == zone
