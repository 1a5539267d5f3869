from html import unescape

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.render.frames import SITE_NAME, frame, frame_sources, named
from telemaco.render.pages.addresses import HUBS, SHELLS
from telemaco.render.pages.page import Page

HOSTILE = "</title><script>alert(1)</script>"
SHELL = "people/_shell_/"
LETTERS = "&amp; &lt; &gt; &#34; &#39; / telemaco0end"
RENDERED = (
    f"<title>telemaco0title {LETTERS} - {SITE_NAME}</title>"
    f'<meta name="description" content="telemaco0description {LETTERS}">'
    f'<a href="../../it/{SHELL}">it</a><h1>telemaco0body</h1>'
)


def test_there_is_a_source_for_every_frame() -> None:
    sources = frame_sources(Catalog("en"))

    assert set(sources) == {f"{hub}index.md" for hub in HUBS} | {
        f"{shell.removesuffix('/')}.md" for shell in SHELLS
    }
    assert "title: Mentors" in sources["mentors/index.md"]
    assert "parent: mentors/" in sources["mentors/_shell_.md"]
    assert "parent: people/" in sources["people/_shell_.md"]
    assert "parent: mentors/" in sources["people/_shell__listed.md"]


def test_a_page_is_stamped_into_its_frame() -> None:
    page = Page("people/ada/", SHELL, "Ada", "Counts", "<h1>Ada</h1>")

    html = frame(SHELL, RENDERED, "The Workshop").stamp(page)

    assert html == (
        "<title>Ada - The Workshop</title>"
        '<meta name="description" content="Counts">'
        '<a href="../../it/people/ada/">it</a><h1>Ada</h1>'
    )


def test_a_hub_keeps_its_address() -> None:
    page = Page("mentors/", "mentors/", "Mentors", "", "<p>mentors/</p>")

    html = frame("mentors/", "<a href='mentors/'></a><h1>telemaco0body</h1>", "W").stamp(page)

    assert html == "<a href='mentors/'></a><p>mentors/</p>"


def test_hostile_titles_are_inert() -> None:
    page = Page("people/ada/", SHELL, HOSTILE, f'"{HOSTILE}', "")

    html = frame(SHELL, RENDERED, HOSTILE).stamp(page)

    assert "<script>" not in html
    assert 'content="&#34;&lt;/title&gt;' in html


def test_texts_are_written_as_the_builder_writes_them_in_each_place() -> None:
    theirs = RENDERED.replace("description &amp; &lt; &gt; &#34; &#39; /", _ELSE)
    page = Page("people/ada/", SHELL, "Ada's 1/2", '"A & B\'s" <1/2>', "")

    html = frame(SHELL, theirs, "W").stamp(page)

    assert "<title>Ada&#39;s 1/2 - W" in html
    assert 'content="&quot;A &amp; B&#x27;s&quot; &lt;1&#x2f;2&gt;"' in html


_ELSE = "description &amp; &lt; &gt; &quot; &#x27; &#x2f;"


@pytest.mark.parametrize("raw", ["&amp;", "&lt;", "&gt;", "&#34;"])
def test_a_builder_that_writes_a_text_as_it_stands_is_refused(raw: str) -> None:
    theirs = RENDERED.replace(f" {raw} ", f" {unescape(raw)} ", 1)

    with pytest.raises(ValueError, match="people/_shell_/ has a text that is not escaped"):
        frame(SHELL, theirs, "W")


def test_a_frame_may_do_without_title_and_description() -> None:
    page = Page("people/ada/", SHELL, "Ada", "Counts", "<h1>Ada</h1>")

    assert frame(SHELL, "<h1>telemaco0body</h1>", "W").stamp(page) == "<h1>Ada</h1>"


def test_what_looks_like_a_mark_in_a_body_stays_as_it_is() -> None:
    page = Page("people/ada/", SHELL, "Ada", "", "telemaco0title <h1>telemaco0body</h1>")

    assert frame(SHELL, RENDERED, "W").stamp(page).endswith(page.body)


def test_a_page_of_the_builder_gets_the_communitys_name() -> None:
    assert named(f"<title>{SITE_NAME}</title>", "<b>") == "<title>&lt;b&gt;</title>"


def test_a_frame_without_a_place_for_a_body_is_a_defect() -> None:
    with pytest.raises(ValueError, match="people/_shell_/"):
        frame(SHELL, "<p>nothing</p>", "W")
