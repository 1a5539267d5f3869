import json
from collections.abc import Iterator

import pytest

from telemaco.render.pages.edition import Edition
from telemaco.render.pages.program_pages import program_page
from telemaco.render.pages.recipes import PlainFile
from telemaco.render.pages.report_page import report_page
from tests.progress.outcomes.circle import CIRCLE, DONE, LEFT, PROGRAM, files
from tests.render.pages.made import everything, other_pages
from tests.render.pages.workshop import NOTE, PAIR, edition

ALONE = {PAIR: "", NOTE: ""}
MANY = [DONE] * 10 + [LEFT] * 5


def _files(made: Edition) -> Iterator[tuple[str, bytes]]:
    """What is no page."""
    for one in everything(made):
        if isinstance(one, PlainFile):
            yield one.path, one.content


def test_the_page_has_every_part_with_its_table_in_sight() -> None:
    page = report_page(edition(ALONE | files(MANY)), CIRCLE)

    assert page.address == "programs/circle/report/"
    assert page.title == "Report of Circle"
    assert "67% completed (10 of 15; interval 42% to 85%)." in page.body
    assert "<details" not in page.body
    assert page.body.count("<svg") < page.body.count("<table")
    assert 'href="../../../programs/circle/report/report.csv" download' in page.body


def test_the_page_speaks_the_language_of_the_site() -> None:
    page = report_page(edition(ALONE | files(MANY), "it"), CIRCLE)

    assert page.title == "Rapporto di Circle"
    assert "completed" not in page.body.replace('class="completed', "")


def test_the_files_say_what_the_page_says() -> None:
    found = dict(_files(edition(ALONE | files(MANY))))

    assert b"67% completed" in found["programs/circle/report/report.md"]
    figures = json.loads(found["programs/circle/report/report.json"])["figures"]
    assert figures["pairs.completed"] == {"value": 10}
    assert found["programs/circle/report/report.csv"].startswith(b"figure,value,of,")


def test_a_program_of_few_has_a_page_without_figures_and_no_files() -> None:
    few = edition(ALONE | files([DONE, LEFT]))

    body = report_page(few, CIRCLE).body

    assert "Figures are shown from 5 people on" in body
    assert "<table" not in body
    assert "download" not in body
    assert not any("report" in path for path, _content in _files(few))


@pytest.mark.parametrize(
    ("status", "has_one"),
    [("running", False), ("closing", True), ("completed", True), ("archived", True),
     ("cancelled", False)],
)  # fmt: skip
def test_only_a_program_that_comes_to_its_end_has_a_report(
    status: str,
    has_one: bool,  # noqa: FBT001 (a parameter of the table)
) -> None:
    made = edition(ALONE | files(MANY, program=PROGRAM.replace("completed", status)))

    pages = [page.address for page in other_pages(made)]

    assert ("programs/circle/report/" in pages) is has_one
    assert ("circle/report/" in program_page(made, CIRCLE).body) is has_one
    assert any("report" in path for path, _content in _files(made)) is has_one
