from telemaco.render.pages.asked import asked_pages
from telemaco.render.pages.page import Page
from tests.render.pages.made import everything
from tests.render.pages.workshop import PAIR, PROGRAM, PUPIL, edition, without


def test_the_records_ask_for_pages_that_are_made() -> None:
    for changes in (
        {},
        without(PROGRAM, "status: running", "status: draft"),
        without(PAIR, "status: active", "status: proposed"),
        without(PUPIL, "[name, seeks, pairs]", "[seeks]"),
    ):
        made = edition(changes)
        asked = {path for path, _ in asked_pages(made.community)}
        assert asked - {"404.html"} <= {one.path for one in everything(made)}


def test_of_what_is_made_only_lists_and_reports_are_not_asked_for() -> None:
    made = edition()

    pages = {one.path for one in everything(made) if isinstance(one, Page)}

    unasked = pages - {path for path, _ in asked_pages(made.community)}
    assert not [path for path in unasked if path.startswith("people/")]
    assert "pairs/bottega/verrocchio-leonardo/index.html" not in unasked


def test_every_page_is_asked_for_by_a_file() -> None:
    asked = dict(asked_pages(edition().community))

    assert asked["people/verrocchio/index.html"] == "program/people/verrocchio.yaml"
    assert asked["programs/bottega/index.html"] == PROGRAM
    assert asked["pairs/bottega/verrocchio-leonardo/index.html"] == PAIR
