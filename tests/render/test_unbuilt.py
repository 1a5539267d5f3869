from telemaco.adapters.translations import Catalog
from telemaco.render.unbuilt import as_page


def test_the_page_says_what_happens_in_the_language_of_its_reader() -> None:
    english, italian = as_page(Catalog("en")), as_page(Catalog("it"))

    assert '<html lang="en">' in english
    assert "<h1>The site is being built</h1>" in english
    assert '<html lang="it">' in italian
    assert "being built" not in italian


def test_nothing_runs_in_it_and_it_asks_again_without_scripts() -> None:
    page = as_page(Catalog("en"))

    assert "Content-Security-Policy" in page
    assert "unsafe-inline" not in page
    assert "<script" not in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
