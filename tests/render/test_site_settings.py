from typing import Any

from telemaco.adapters.translations import Catalog
from telemaco.records.base import Language
from telemaco.records.community import Community
from telemaco.render.site_settings import alternates, folder_of, site_settings

EN, IT = Language("en"), Language("it")


def _community(**more: object) -> Community:
    return Community.model_validate(
        {
            "title": "W",
            "languages": ("en", "it"),
            "coordinators": ("ada",),
            "contact": "c",
            "code_of_conduct": "x",
            **more,
        }
    )


def _settings(theirs: dict[str, Any], language: str = "en", **more: object) -> dict[str, Any]:
    return site_settings(_community(**more), theirs, Catalog(language), ["handbook/index.md"])


def test_what_the_community_leaves_out_comes_from_us() -> None:
    settings = _settings({})

    assert settings["theme"]["font"] is False
    assert settings["nav"][0] == "index.md"
    assert settings["nav"][-1] == {"Handbook": ["handbook/index.md"]}
    assert settings["repo_url"] is None
    assert settings["site_url"] == ""


def test_what_the_community_says_wins_over_ours() -> None:
    theirs = {
        "theme": {"features": ["toc.follow"]},
        "nav": ["index.md"],
        "plugins": ["telemaco", "search", "tags"],
    }

    settings = _settings(theirs)

    assert settings["theme"]["features"] == ["toc.follow"]
    assert settings["theme"]["logo"] == "assets/logo.svg"
    assert settings["plugins"] == ["search", "tags"]


def test_what_keeps_the_site_private_cannot_be_changed() -> None:
    settings = _settings({"theme": {"font": {"text": "Roboto"}, "custom_dir": "elsewhere"}})

    assert settings["theme"]["font"] is False
    assert settings["theme"]["custom_dir"] == "theme"


def test_a_navigation_is_called_as_its_translations_say() -> None:
    theirs = {
        "nav": ["index.md", {"Handbook": ["a.md", {"More": "b.md"}]}],
        "extra": {"titles": {"it": {"Handbook": "Manuale", "More": "Altro"}}},
    }

    assert _settings(theirs, "it")["nav"][1] == {"Manuale": ["a.md", {"Altro": "b.md"}]}
    assert _settings(theirs)["nav"][1] == {"Handbook": ["a.md", {"More": "b.md"}]}


def test_a_community_without_a_handbook_has_none_in_its_navigation() -> None:
    settings = site_settings(_community(), {}, Catalog("en"), [])

    assert len(settings["nav"]) == 6


def test_addresses_follow_from_the_communitys() -> None:
    settings = _settings(
        {}, "it", url="https://w.example.org/x", forge={"kind": "github", "repository": "a/b"}
    )

    assert settings["site_url"] == "https://w.example.org/x/it/"
    assert settings["repo_url"] == "https://github.com/a/b"
    assert settings["repo_name"] == "b"


def test_an_address_has_nothing_that_html_takes_for_its_own() -> None:
    settings = _settings({}, url="https://w.example.org/\"><script>&'/")

    assert settings["site_url"] == "https://w.example.org/%22%3E%3Cscript%3E%26%27/"


def test_the_first_language_is_at_the_root() -> None:
    assert folder_of(_community(), EN) == ""
    assert folder_of(_community(), IT) == "it/"


def test_each_language_knows_the_way_to_the_others() -> None:
    assert alternates(_community(), EN) == [
        {"name": "English", "lang": "en", "link": ""},
        {"name": "Italiano", "lang": "it", "link": "it/"},
    ]
    assert [other["link"] for other in alternates(_community(), IT)] == ["../", ""]
    assert alternates(_community(languages=("en",)), EN) == []


def test_colours_of_the_theme_are_wanted_where_the_community_chose_some() -> None:
    chosen = {"theme": {"palette": {"scheme": "default", "primary": "teal"}}}

    assert _settings({})["extra"]["telemaco"]["has_own_colours"] is True
    assert _settings(chosen)["extra"]["telemaco"]["has_own_colours"] is False
