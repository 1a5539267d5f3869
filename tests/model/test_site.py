import pytest

from telemaco.model.site import on_site
from tests.fakes import community


@pytest.mark.parametrize("end", ["", "/"])
def test_address_is_that_of_the_site_with_one_slash_between(end: str) -> None:
    settings = community(
        {"program/community.yaml": f"title: A\nurl: https://a.example/b{end}\n"}
    ).settings

    assert on_site(settings) == "https://a.example/b/"
    assert on_site(settings, "people/ada/") == "https://a.example/b/people/ada/"


def test_site_without_an_address_has_no_whole_ones() -> None:
    assert on_site(community({}).settings, "people/ada/") is None
