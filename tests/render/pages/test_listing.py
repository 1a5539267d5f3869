import pytest

from telemaco.render.pages.addresses import HUBS, SHELLS
from telemaco.render.pages.listing import recipe_named, recipes
from tests.fakes import SETTINGS
from tests.render.pages.made import everything, other_pages, searched_pages
from tests.render.pages.workshop import PROGRAM, PUPIL, edition, without


def test_the_search_knows_the_hubs_the_programs_and_the_skills() -> None:
    found = [page.address for page in searched_pages(edition())]

    assert found == [
        "",
        "programs/",
        "mentors/",
        "mentors/skills/",
        "mentors/skills/casting/",
        "mentors/skills/drawing/",
        "pairs/",
        "progress/",
        "calendar/",
        "thanks/",
        "coordinators/",
        "data/",
        "about/",
        "programs/bottega/",
    ]


def test_every_record_has_a_page_of_its_own() -> None:
    assert [page.path for page in other_pages(edition())] == [
        "progress/bottega/index.html",
        "programs/bottega/audit/index.html",
        "pairs/bottega/index.html",
        "pairs/bottega/verrocchio-leonardo/index.html",
        "people/cosimo/index.html",
        "people/leonardo/index.html",
        "people/verrocchio/index.html",
    ]


def test_who_publishes_no_name_has_no_page() -> None:
    pages = other_pages(edition(without(PUPIL, "name, seeks, pairs", "seeks")))

    assert not any("leonardo" in page.address for page in pages)


def test_every_page_has_a_frame_to_go_into() -> None:
    pages = (*searched_pages(edition()), *other_pages(edition()))

    assert {page.shell for page in pages} <= {*HUBS, *SHELLS}


def test_pages_are_the_same_every_time() -> None:
    assert list(other_pages(edition())) == list(other_pages(edition()))


def test_program_that_is_over_has_a_report_with_its_files() -> None:
    over = without(PROGRAM, "status: running", "status: completed")
    over["program/community.yaml"] = SETTINGS + "privacy: {small_group: 2}\n"

    paths = [made.path for made in everything(edition(over)) if "report" in made.path]

    assert paths == [
        "programs/bottega/report/index.html",
        "programs/bottega/report/report.md",
        "programs/bottega/report/report.json",
        "programs/bottega/report/report.csv",
    ]


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_recipe_is_found_by_its_name(language: str) -> None:
    listed = [*recipes(edition(language=language))]

    found = [recipe_named(one.name, is_searched=one.is_searched) for one in listed]

    for one, again in zip(listed, found, strict=True):
        assert again in {one, None}
    assert {one.name.partition("[")[0].rpartition(".")[2] for one in found if one} >= {
        "_home",
        "_pair",
        "_person",
        "_program",
    }
    assert recipe_named("telemaco.render.pages.listing._thanks[]", is_searched=True) is None


def test_open_data_lie_beside_the_pages_of_the_first_language() -> None:
    def data(language: str) -> set[str]:
        made = edition(language=language)
        files = [file.path for one in recipes(made) for file in one.made(made)]
        return {path for path in files if path.startswith("data/")}

    assert {"data/people.csv", "data/programs.json", "data/datapackage.json"} <= data("en")
    assert data("it") == {"data/index.html"}
