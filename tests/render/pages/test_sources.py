import re

from tests.render.pages.made import other_pages, searched_pages
from tests.render.pages.test_about_page import FORGE
from tests.render.pages.workshop import PUPIL, edition, without

HOME = "https://github.com/acme/workshop"
LINK = re.compile(r'class="tm-source"><a href="([^"]*)"')


def _sources(changes: dict[str, str]) -> dict[str, str]:
    made = edition(changes)
    return {
        page.address: link[1].removeprefix(HOME)
        for page in (*searched_pages(made), *other_pages(made))
        if (link := LINK.search(page.body))
    }


def test_pages_lead_to_the_files_that_they_are_made_from() -> None:
    assert _sources(FORGE) == {
        "": "/edit/main/program/community.yaml",
        "about/": "/edit/main/program/community.yaml",
        "programs/": "/tree/main/program/programs",
        "mentors/": "/tree/main/program/people",
        "mentors/skills/": "/tree/main/program/people",
        "mentors/skills/casting/": "/tree/main/program/people",
        "mentors/skills/drawing/": "/tree/main/program/people",
        "pairs/": "/tree/main/pairs",
        "progress/": "/tree/main/pairs",
        "calendar/": "/tree/main/pairs",
        "thanks/": "/tree/main/pairs",
        "programs/bottega/": "/edit/main/program/programs/bottega.yaml",
        "programs/bottega/audit/": "/edit/main/program/programs/bottega.yaml",
        "progress/bottega/": "/edit/main/program/programs/bottega.yaml",
        "pairs/bottega/": "/tree/main/pairs/bottega",
        "pairs/bottega/verrocchio-leonardo/": (
            "/edit/main/pairs/bottega/verrocchio-leonardo/pair.yaml"
        ),
        "people/cosimo/": "/edit/main/program/people/cosimo.yaml",
        "people/leonardo/": "/edit/main/program/people/leonardo.yaml",
        "people/verrocchio/": "/edit/main/program/people/verrocchio.yaml",
    }


def test_link_of_a_pair_tells_no_name_that_its_page_does_not() -> None:
    sources = _sources(FORGE | without(PUPIL, "name, seeks, pairs", "name, seeks"))

    pairs = {source for address, source in sources.items() if address.startswith("pairs/bottega/p")}
    assert pairs == {"/tree/main/pairs/bottega"}


def test_there_is_no_link_where_no_forge_is_known() -> None:
    assert _sources({}) == {}
