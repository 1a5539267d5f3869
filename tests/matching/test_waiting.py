from datetime import date

import pytest

from telemaco.matching.roster import roster
from telemaco.matching.waiting import runs_waited
from telemaco.records.base import PersonId, ProgramId
from tests.fakes import community
from tests.matching.texts import pair, person, program

SPRING = ProgramId("spring")
TODAY = date(2027, 2, 1)
DIGEST = "0" * 64


def receipt(day: str, *left: str) -> str:
    unmatched = "".join(f"  - {{person: {one}, binding: full}}\n" for one in left)
    return f"on: {day}\nversion: '1'\nseed: spring\ndigest: '{DIGEST}'\nunmatched:\n{unmatched}"


def _files(**receipts: str) -> dict[str, str]:
    """The program `spring`, `autumn` of the same series, another, and their receipts."""
    files = {
        "program/programs/spring.yaml": program("series: lessons"),
        "program/programs/autumn.yaml": program("series: lessons"),
        "program/programs/other.yaml": program(),
        "program/people/bach.yaml": person("mentee"),
        "program/people/reincken.yaml": person("mentor"),
    }
    for name, text in receipts.items():
        day = text.split()[1]
        files[f"pairs/{name.rstrip('0123456789')}/matches/{day}.yaml"] = text
    return files


def _waited(files: dict[str, str]) -> int:
    return runs_waited(community(files), SPRING, TODAY)[PersonId("bach")]


def test_every_day_on_which_a_run_of_the_series_left_somebody_counts() -> None:
    files = _files(
        spring1=receipt("2027-01-10", "bach"),
        spring2=receipt("2027-01-20", "bach", "reincken"),
        autumn=receipt("2026-10-01", "bach"),
    )
    files["pairs/spring/matches/2027-01-10-2.yaml"] = receipt("2027-01-10", "bach")

    found = roster(community(files), SPRING, TODAY)

    assert [one.waited for one in (*found.mentees, *found.mentors)] == [3, 1]


@pytest.mark.parametrize("name", ["other", "spring"])
def test_runs_of_other_series_and_of_later_days_do_not_count(name: str) -> None:
    day = "2027-01-10" if name == "other" else "2027-02-10"

    assert _waited(_files(**{name: receipt(day, "bach")})) == 0


@pytest.mark.parametrize(("status", "waited"), [("completed", 1), ("cancelled", 2)])
def test_pair_that_was_not_cancelled_begins_the_count_anew(status: str, waited: int) -> None:
    files = _files(spring1=receipt("2026-12-10", "bach"), spring2=receipt("2027-01-20", "bach")) | {
        "pairs/autumn/reincken-bach/pair.yaml": pair("reincken", "bach", status)
    }

    assert _waited(files) == waited


def test_program_without_a_series_looks_at_its_own_runs() -> None:
    files = _files(spring=receipt("2027-01-10", "bach"), other=receipt("2027-01-10", "bach"))
    files["program/programs/spring.yaml"] = program()

    assert _waited(files) == 1
