import pytest

from telemaco.model.zones import canonical, places, same_clock, zone_names, zones_of_countries


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("US/Eastern", "America/New_York"),
        ("America/New_York", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("GB", "Europe/London"),
        ("Europe/Stockholm", "Europe/Stockholm"),
        ("Etc/GMT-1", "Etc/GMT-1"),
        ("UTC", "UTC"),
        ("EST", "EST"),
        ("Mars", "Mars"),
    ],
)
def test_zone_has_its_name_of_today(zone: str, name: str) -> None:
    assert canonical(zone) == name


def test_names_of_today_are_zones_and_settled() -> None:
    named = {canonical(zone) for zone in zone_names()}

    assert named <= zone_names()
    assert all(canonical(zone) == zone for zone in named | places())


def test_clock_is_the_same_whatever_the_zone_is_called() -> None:
    assert same_clock("US/Eastern") == same_clock("America/New_York")
    assert same_clock("Europe/Rome") == same_clock("Europe/Berlin")
    assert same_clock("Etc/GMT-1") == same_clock("Africa/Lagos")
    assert same_clock("Europe/Rome") != same_clock("Africa/Lagos")


def test_country_has_one_zone_where_all_clocks_go_alike() -> None:
    countries = zones_of_countries()

    assert countries["IN"] == ("Asia/Kolkata",)
    assert countries["DE"] == ("Europe/Berlin",)
    assert "America/New_York" in countries["US"]
    assert {zone for zones in countries.values() for zone in zones} <= places()
