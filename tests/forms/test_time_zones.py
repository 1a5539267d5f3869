import pytest

from telemaco.adapters.translations import Catalog
from telemaco.forms.about_people import needed_zone
from telemaco.forms.chosen import chosen
from telemaco.forms.labels import words_of
from telemaco.forms.problem import Unread
from telemaco.forms.values import Choice
from telemaco.model.zones import offset_names, places, zone_names

LISTED, WRITTEN = (field for field in needed_zone() if isinstance(field, Choice))


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("en", "Europe/Rome", "Europe/Rome"),
        ("en", "rome", "Europe/Rome"),
        ("en", "New York", "America/New_York"),
        ("it", "Roma", "Europe/Rome"),
        ("it", "Londra", "Europe/London"),
        ("it", "Rome", "Europe/Rome"),
        ("en", "UTC+1", "Etc/GMT-1"),
        ("en", "GMT -10:00", "Etc/GMT+10"),
        ("it", "utc+05:00", "Etc/GMT-5"),
        ("en", "UTC", "UTC"),
    ],
)
def test_zone_is_named_by_a_city_or_by_its_distance(language: str, text: str, zone: str) -> None:
    assert chosen(WRITTEN, words_of(Catalog(language)), text) == (zone,)


@pytest.mark.parametrize(("language", "text"), [("en", "Rome"), ("it", "Roma")])
def test_city_in_place_of_an_option_of_the_list_is_told_with_the_option(
    language: str, text: str
) -> None:
    words = words_of(Catalog(language))

    found = chosen(LISTED, words, text)

    assert isinstance(found, Unread)
    assert found.hint is not None
    assert "Europe/Rome?" in words(found.hint)


def test_places_are_zones() -> None:
    assert places() < zone_names()
    assert "Europe/Rome" in places()
    assert "GB" not in places()


def test_only_zones_that_are_a_distance_are_called_by_one() -> None:
    assert "UTC+1" in offset_names("Etc/GMT-1")
    assert offset_names("Etc/GMT") == offset_names("Europe/Rome") == ()
