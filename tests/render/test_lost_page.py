from telemaco.adapters.translations import Catalog
from telemaco.render.lost_page import lost_words
from tests.render.pages.workshop import edition


def _links(*languages: str, has_handbook: bool = True) -> list[list[str]]:
    parts = lost_words(
        edition().community.settings, [Catalog(one) for one in languages], has_handbook=has_handbook
    )
    return [[str(way["link"]) for way in part["links"]] for part in parts]  # type: ignore[attr-defined]


def test_every_language_says_where_to_go_on_its_own_first() -> None:
    first, second = lost_words(
        edition().community.settings, [Catalog("it"), Catalog("en")], has_handbook=True
    )

    assert (first["language"], first["title"]) == ("it", "Questa pagina non c'è")
    assert (second["language"], second["title"]) == ("en", "There is no such page")


def test_links_lead_to_the_pages_of_each_language() -> None:
    assert _links("en", "it")[0][:2] == ["", "programs/"]
    assert _links("en", "it")[1][:2] == ["it/", "it/programs/"]
    assert _links("it", "en")[1][:2] == ["../", "../programs/"]


def test_nobody_is_sent_to_a_handbook_that_is_not_there() -> None:
    assert "handbook/" in _links("en")[0]
    assert "handbook/" not in _links("en", has_handbook=False)[0]
