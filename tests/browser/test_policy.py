"""What the pages' Content-Security-Policy leaves the theme to do, and what it does not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import HOST, PHONE_BY_DAY, Site
from tests.small import small_community

SETTINGS = """\
theme:
  name: material
  features: [navigation.tabs, navigation.top, navigation.instant, navigation.instant.prefetch,
    navigation.instant.progress, navigation.tracking, search.suggest, search.highlight,
    search.share, content.code.copy, content.code.annotate, content.tabs.link,
    content.tooltips, toc.follow, header.autohide, announce.dismiss, content.footnote.tooltips]
markdown_extensions:
  - admonition
  - attr_list
  - abbr
  - footnotes
  - md_in_html
  - tables
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist
"""
HANDBOOK = """\
# Handbook

[More](more.md){#more} [Home](../index.md) A word[^1] of the HTML kind.

*[HTML]: A language of pages

[^1]: A note at the foot.

``` python
print("copied")  # (1)!
```

1.  A remark.

=== "First"

    One

=== "Second"

    Two

| left | right |
|:-----|------:|
| a    | b     |

??? note "Folded"

    Inside

<p id="styled" style="letter-spacing: 3px">Styled</p>
<p id="own">before</p>
<script>document.getElementById("own").textContent = "after"</script>
"""
MORE = "# More\n\n[Handbook](index.md)\n"
REFUSED = """\
# Refused

<a id="bad" href="javascript:document.title='owned'">A link</a>
<button id="old" onclick="document.title='owned'">A button</button>
"""


@pytest.fixture(scope="module")
def adorned(built: Callable[[Path], Site], tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = small_community(tmp_path_factory.mktemp("communities") / "adorned")
    with (root / "program" / "community.yaml").open("a") as settings:
        settings.write(f"url: {HOST}/\n")
    (root / "site" / "en" / "handbook").mkdir(parents=True)
    (root / "site" / "en" / "handbook" / "index.md").write_text(HANDBOOK)
    (root / "site" / "en" / "handbook" / "more.md").write_text(MORE)
    (root / "site" / "en" / "handbook" / "refused.md").write_text(REFUSED)
    (root / "mkdocs.yml").write_text(SETTINGS)
    return built(root)


@pytest.mark.parametrize(
    ("language", "word", "stop_word"), [("", "meetings", "because"), ("it/", "incontri", "della")]
)
def test_the_sites_own_search_works_and_knows_its_language(
    site: Site, language: str, word: str, stop_word: str
) -> None:
    page = site.open(f"{language}handbook/")

    _search(page, word)
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press_sequentially(stop_word)

    expect(page.locator(".md-search-result__meta")).to_contain_text(
        re.compile("No matching|Nessun documento")
    )
    assert site.said == []


def test_the_palette_can_be_changed_and_stays(site: Site) -> None:
    page = site.new_page(PHONE_BY_DAY)
    page.goto("")
    seen = []
    for _ in range(3):
        page.click(".md-header__option label:visible")
        page.goto("mentors/")
        seen.append(page.get_attribute("body", "data-md-color-scheme"))
    page.close()

    assert seen == ["default", "slate", "default"]
    assert site.said == []


def test_every_feature_of_the_theme_works_under_the_policy(adorned: Site) -> None:
    page = adorned.open("handbook/")

    page.click("text=Second")
    expect(page.locator("p:text-is('Two')")).to_be_visible()
    page.click("summary")
    expect(page.locator("p:text-is('Inside')")).to_be_visible()
    page.hover("pre")
    page.click("button[data-md-type=copy], .md-clipboard")
    expect(page.locator(".md-dialog")).to_contain_text("Copied")
    page.hover("abbr")
    page.hover(".footnote-ref")
    assert page.inner_text("#own") == "after"
    assert _style(page, "#styled", "letterSpacing") == "3px"
    assert _style(page, "td", "textAlign") == "left"

    page.evaluate("window.stays = true")
    page.click("#more")
    expect(page.locator("h1")).to_contain_text("More")
    assert page.evaluate("window.stays")
    _search(page, "remark")
    assert adorned.said == []
    assert all(url.startswith(HOST) for url in adorned.asked)


@pytest.mark.parametrize("harm", ["#bad", "#old"])
def test_what_was_not_written_as_a_script_does_not_run(adorned: Site, harm: str) -> None:
    page = adorned.open("handbook/refused/")

    page.click(harm)

    adorned.hear(page, "refused: script-src")
    assert "owned" not in page.title()


def test_a_script_that_came_into_the_page_some_other_way_does_not_run(site: Site) -> None:
    whole = site.file("") or b""
    site.made_up["probe.html"] = whole.replace(
        b"</article>", b"<script>document.title='owned'</script></article>"
    )

    page = site.open("probe.html")

    site.hear(page, "refused: script-src")
    assert page.title() != "owned"


def _search(page: Page, words: str) -> None:
    page.click(".md-search__input")
    page.locator(".md-search__input").press_sequentially(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def _style(page: Page, selector: str, name: str) -> str:
    found: str = page.locator(selector).first.evaluate(
        f"element => getComputedStyle(element).{name}"
    )
    return found
