import json

from telemaco.adapters.translations import Catalog
from telemaco.render.changed_pages import as_json, as_page, as_text
from telemaco.review.told import Difference

ENGLISH = Catalog("en")
DIFFERENCE = Difference(changed=("index.html", "people/ada/index.html"), removed=("x.html",))


def test_every_page_is_named_and_those_that_go_are_told() -> None:
    assert as_text(DIFFERENCE, ENGLISH) == (
        "2 pages are new or different, 1 goes away.\n"
        "  index.html\n  people/ada/index.html\n  x.html (goes away)\n"
    )


def test_nothing_goes_where_nothing_is_said_of_it() -> None:
    assert as_text(Difference(changed=(), removed=()), ENGLISH) == "0 pages are new or different.\n"


def test_programs_get_the_addresses() -> None:
    assert json.loads(as_json(DIFFERENCE)) == {
        "form": 1,
        "changed": ["index.html", "people/ada/index.html"],
        "removed": ["x.html"],
    }


def test_page_leads_to_those_that_are_there() -> None:
    shown = as_page(DIFFERENCE, ENGLISH)

    assert '<a href="people/ada/index.html">people/ada/index.html</a>' in shown
    assert 'href="x.html"' not in shown
