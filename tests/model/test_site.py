import pytest

from telemaco.model.site import on_site
from tests.fakes import SETTINGS, community


@pytest.mark.parametrize("end", ["", "/"])
def test_address_is_that_of_the_site_with_one_slash_between(end: str) -> None:
    files = {"program/community.yaml": f"{SETTINGS}url: https://a.example.org/b{end}\n"}

    settings = community(files).settings

    assert on_site(settings) == "https://a.example.org/b/"
    assert on_site(settings, "people/ada/") == "https://a.example.org/b/people/ada/"


def test_site_without_an_address_has_no_whole_ones() -> None:
    assert on_site(community({}).settings, "people/ada/") is None
