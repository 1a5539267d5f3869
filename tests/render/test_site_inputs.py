import pytest
import yaml

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.render.site_inputs import (
    builder_inputs,
    handbook_addresses,
    handbook_pages,
    source_asking,
    with_handbook,
)
from tests.fakes import SETTINGS
from tests.render.pages.workshop import edition

FORGE = {"program/community.yaml": SETTINGS + "forge: {kind: github, repository: acme/workshop}\n"}
WRITTEN = {
    "mkdocs.yml": b"copyright: ours\n",
    "site/en/handbook/index.md": b"# Handbook",
    "site/it/handbook/index.md": b"# Manuale",
    "site/en/handbook/more.md": b"# More",
    "site/assets/logo.svg": b"<svg>theirs</svg>",
    "site/overrides/partials/copyright.html": b"theirs",
}


def _inputs(written: dict[str, bytes], language: str = "en") -> dict[str, bytes]:
    return builder_inputs(edition().community.settings, written, Catalog(language))


def test_there_are_settings_frames_pages_templates_and_assets() -> None:
    inputs = _inputs(WRITTEN)

    assert b"copyright: ours" in inputs["mkdocs.yml"]
    assert b"telemaco0body" in inputs["docs/mentors/index.md"]
    assert inputs["docs/handbook/index.md"] == b"# Handbook"
    assert "docs/assets/telemaco.css" in inputs
    assert "theme/main.html" in inputs


def test_the_communitys_own_files_win() -> None:
    inputs = _inputs(WRITTEN)

    assert inputs["docs/assets/logo.svg"] == b"<svg>theirs</svg>"
    assert inputs["theme/partials/copyright.html"] == b"theirs"


def test_a_page_missing_in_a_language_is_there_in_the_first() -> None:
    inputs = _inputs(WRITTEN, "it")

    assert inputs["docs/handbook/index.md"] == b"# Manuale"
    assert inputs["docs/handbook/more.md"] == b"# More"


def test_a_community_needs_no_hand_written_part() -> None:
    assert "docs/index.md" in _inputs({})
    assert handbook_pages({}) == []


def test_handbook_pages_are_found_in_all_languages() -> None:
    assert len(handbook_pages(WRITTEN)) == 3


def test_picture_in_the_handbook_is_no_page() -> None:
    picture = {"site/en/handbook/images/form.webp": b"RIFF\xff"}

    assert handbook_pages({**WRITTEN, **picture}) == handbook_pages(WRITTEN)


@pytest.mark.parametrize("path", ["about.md", "data/index.md"])
def test_a_page_in_the_place_of_one_at_the_foot_is_refused(path: str) -> None:
    with pytest.raises(TelemacoError, match=r"stands where the site has a page of its own"):
        _inputs({f"site/en/{path}": b"# Mine"})


def test_a_page_in_the_place_of_one_of_ours_is_refused() -> None:
    with pytest.raises(TelemacoError, match=r"site/en/index\.md stands where"):
        _inputs({"site/en/index.md": b"# Mine"})


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        ("mkdocs.yml", b"a: [", "mkdocs.yml cannot be read: [^\n]*$"),
        ("mkdocs.yml", b"- a list", "mkdocs.yml holds no settings"),
        ("mkdocs.yml", b"word", "mkdocs.yml holds no settings"),
        ("mkdocs.yml", b"\xff", "mkdocs.yml, line 1: this is not UTF-8 text"),
        ("site/en/handbook/a.md", b"a\nb\xff", "site/en/handbook/a.md, line 2: this is not UTF-8"),
    ],
)
def test_files_that_cannot_be_read_stop_the_build(path: str, content: bytes, said: str) -> None:
    with pytest.raises(TelemacoError, match=said):
        _inputs({path: content})


def test_pictures_need_not_be_text() -> None:
    assert _inputs({"site/assets/a.png": b"\xff"})["docs/assets/a.png"] == b"\xff"


def test_host_is_traced_to_the_page_else_another_file_else_the_settings() -> None:
    written = {
        "mkdocs.yml": b"extra_css: [//cdn.example.org/x]",
        "site/en/a/index.md": b"cdn.example.org",
        "site/en/b.md": b"cdn.example.org and other.example.org",
    }

    def source(page: str, host: str) -> str:
        return source_asking(written, "en", page, host)

    assert source("a/index.html", "cdn.example.org") == "site/en/a/index.md"
    assert source("b/index.html", "cdn.example.org") == "site/en/b.md"
    assert source("c/index.html", "cdn.example.org") == "mkdocs.yml"
    assert source("c/index.html", "other.example.org") == "site/en/b.md"
    assert source("c/index.html", "tracker.example.org") == "mkdocs.yml"


def test_hand_written_pages_lead_to_their_files_where_there_is_a_forge() -> None:
    settings = edition(FORGE).community.settings

    extra = yaml.safe_load(builder_inputs(settings, WRITTEN, Catalog("it"))["mkdocs.yml"])["extra"]

    files = "https://github.com/acme/workshop/edit/main/site/"
    assert extra["telemaco"]["sources"] == {
        "handbook/": f"{files}it/handbook/index.md",
        "handbook/more/": f"{files}en/handbook/more.md",
    }
    assert yaml.safe_load(_inputs(WRITTEN)["mkdocs.yml"])["extra"]["telemaco"]["sources"] == {}


def test_addresses_of_hand_written_pages_are_those_of_the_site() -> None:
    assert handbook_addresses(handbook_pages(WRITTEN)) == {"handbook/", "handbook/more/"}


def test_an_address_that_leads_nowhere_is_answered_in_all_languages() -> None:
    inputs = builder_inputs(edition().community.settings, {}, Catalog("en"), [Catalog("it")])

    lost = yaml.safe_load(inputs["mkdocs.yml"])["extra"]["telemaco"]["lost"]
    assert [part["language"] for part in lost] == ["en", "it"]


@pytest.mark.parametrize(
    ("drawing", "shown"),
    [
        (b"<svg a='#b'>5%</svg>", "data:image/svg+xml,%3Csvg a=%27%23b%27%3E5%25%3C/svg%3E"),
        (b"<svg>" + b" " * 3000, ""),
    ],
)
def test_a_small_logo_stands_in_the_pages(drawing: bytes, shown: str) -> None:
    settings = yaml.safe_load(_inputs({"site/assets/logo.svg": drawing})["mkdocs.yml"])

    assert settings["extra"]["telemaco"]["logo"] == shown


def test_a_logo_that_is_no_drawing_does_not() -> None:
    theirs = {"mkdocs.yml": b"theme: {logo: assets/logo.png}", "site/assets/logo.png": b"png"}
    settings = yaml.safe_load(_inputs(theirs)["mkdocs.yml"])

    assert settings["extra"]["telemaco"]["logo"] == ""


def test_handbook_comes_along_in_every_language_below_what_a_community_wrote() -> None:
    written = {"site/it/handbook/mentors.md": b"# Nostri mentor\n"}

    found = with_handbook(written, ["it", "en", "fr"])

    assert found["site/it/handbook/mentors.md"] == b"# Nostri mentor\n"
    assert found["site/en/handbook/mentors.md"].startswith(b"---\ntitle: For mentors")
    assert found["site/fr/handbook/groups.md"] == found["site/en/handbook/groups.md"]
    assert b"Gruppi" in found["site/it/handbook/groups.md"]


def test_handbook_leads_to_the_new_forms_where_there_is_a_forge() -> None:
    written = with_handbook({}, ["it", "en"])
    choose = b"(https://github.com/acme/workshop/issues/new/choose)"

    here = builder_inputs(edition(FORGE).community.settings, written, Catalog("en"))
    nowhere = _inputs(written)

    assert b"[*New issue*]" + choose in here["docs/handbook/join.md"]
    assert b"   *New issue*." in nowhere["docs/handbook/join.md"]
    pages = [*here.values(), *nowhere.values()]
    assert not any(b"(repository:" in content for content in pages)


def test_community_may_leave_the_handbook_out() -> None:
    written = {"mkdocs.yml": b"extra: {handbook: false}\n"}

    assert with_handbook(written, ["en"]) == written


def test_page_that_comes_along_has_no_file_to_be_edited() -> None:
    settings = edition(FORGE).community.settings
    found = with_handbook({"site/en/handbook/mentors.md": b"# Ours\n"}, ["en"])

    extra = yaml.safe_load(builder_inputs(settings, found, Catalog("en"))["mkdocs.yml"])["extra"]

    assert list(extra["telemaco"]["sources"]) == ["handbook/mentors/"]
