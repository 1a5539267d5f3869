from collections.abc import Mapping
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.progress.community import community_progress
from telemaco.render.suggested import Ways
from telemaco.render.what_follows import what_follows
from tests.progress.atelier import PROGRAM, atelier

TODAY = date(2027, 3, 15)
DAYS = PROGRAM.replace("{start", "{midpoint: 2027-07-01, start")


def _said(program: str, more: Mapping[str, str] | None = None) -> list[str]:
    found = atelier(program=program, more=more)
    progress = community_progress(found, TODAY)
    say = Catalog("en").text
    return [say(one) for one in what_follows(found, progress, Ways())]


def test_of_a_program_that_goes_on_it_is_the_next_day() -> None:
    assert _said(DAYS) == ["Next in atelier: Midpoint (1 July 2027)."]


def test_of_a_completed_program_it_is_its_report() -> None:
    completed = DAYS.replace("running", "completed")

    assert _said(completed) == ["What came of atelier: telemaco report atelier"]


def test_the_nearest_of_many_programs_come_first() -> None:
    more = {
        f"program/programs/{name}.yaml": DAYS.replace("07-01", f"{month}-01")
        for name, month in (("spring", "04"), ("summer", "06"), ("may", "05"), ("old", "01"))
    }

    assert [one.partition(":")[0] for one in _said(DAYS, more)] == [
        "Next in spring",
        "Next in may",
        "Next in summer",
    ]


def test_nothing_follows_in_what_is_archived_or_only_drafted() -> None:
    assert _said(DAYS.replace("running", "archived")) == []
    assert _said(DAYS.replace("running", "draft")) == []
