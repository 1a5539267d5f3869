"""The real data are not in the repository; these made-up ones have their shape and oddities."""

from datetime import date
from typing import Any

from bench import real_codingcoach, real_ols, real_outcomes
from telemaco.model.community import Community
from telemaco.records.program import Role
from telemaco.usecases.check import check
from tests.fakes import FakeSources

OLS: dict[str, Any] = {
    "people": [
        {
            "id": f"ols-{number:04}",
            "country": country,
            "expertise": ["Open science", "open-science", "Weaving; law", "A\nB"],
            "roles": roles,
        }
        for number, (country, roles) in enumerate(
            [
                ("ITA", {"ols-1": ["organizer"], "ols-9-dra": ["organizer", "expert"]}),
                ("GBR", {"ols-1": ["mentor", "mentee"], "ols-9-dra": ["possible-mentor"]}),
                ("USA", {"ols-1": ["mentee"], "ols-9-dra": ["mentor"]}),
                (None, {"ols-1": ["mentee", "facilitator"], "ols-9-dra": ["mentee"]}),
                ("DEU", {}),
            ]
        )
    ],
    "projects": [
        {
            "id": "ols-1-p01",
            "cohort": "ols-1",
            "keywords": ["Law, weaving", "open science"],
            "mentors": ["ols-0001"],
            "participants": ["ols-0001", "ols-0002", "ols-0003"],
            "status": "not graduated",
            "reason": "Not engaged",
        },
        {
            "id": "ols-1-p02",
            "cohort": "ols-1",
            "keywords": [],
            "mentors": [],
            "participants": ["ols-0002"],
            "status": None,
            "reason": None,
        },
        {
            "id": "ols-9-dra-p01",
            "cohort": "ols-9-dra",
            "keywords": [],
            "mentors": ["ols-0002"],
            "participants": ["ols-0003"],
            "status": None,
            "reason": None,
        },
    ],
    "weeks": {
        "ols-1": {"00": "", "01": "January 20, 2020", "02": "2020-01-27"},
        "ols-9-dra": {"01": "September 16, 2024", "02": "2025-01-20"},
    },
}
COACHES: dict[str, Any] = {
    "mentors": [
        {"id": f"cc-{number:03}", "country": "IN", "languages": ["en", "hi"], "tags": ["js", "ux"]}
        for number in range(6)
    ]
}


def _community(files: dict[str, str]) -> Community:
    checked = check(FakeSources(files))
    assert checked.findings == ()
    return checked.community


def test_ten_cohorts_become_a_community_with_nothing_wrong_in_it() -> None:
    files, left_out = real_ols.files(OLS)

    community = _community(files)

    assert {str(pair): record.status for pair, record in community.pairs.items()} == {
        "ols-1/p01": "ended-early",
        "ols-9-dra/p01": "active",
    }
    assert left_out == [
        "ols-1 week 00: no date in ''",
        "ols-1-p02: left out, no mentor",
        "1 enrolments as expert: no such role; offers kept",
    ]


def test_a_cohort_can_be_left_to_the_matching() -> None:
    files, _ = real_ols.files(OLS, None, "ols-9-dra")

    community = _community(files)

    assert {pair.program for pair in community.pairs} == {"ols-1"}


def test_notes_are_made_up_only_when_asked_for() -> None:
    files, _ = real_ols.files(OLS, invent_notes=True)

    community = _community(files)

    assert {pair.program for pair in community.sessions} == {"ols-1", "ols-9-dra"}


def test_a_list_of_mentors_becomes_a_community_with_nothing_wrong_in_it() -> None:
    files, _ = real_codingcoach.files(COACHES, date(2019, 8, 1), mentees=2)

    community = _community(files)

    roles = [person.enrolments[0].role for person in community.people.values()]
    assert (roles.count(Role.MENTOR), roles.count(Role.MENTEE)) == (5, 1)


def _projects(*outcomes: tuple[str | None, str | None]) -> dict[str, Any]:
    """The same community, whose first cohort has a project of each outcome."""
    first = OLS["projects"][0]
    made = [
        first | {"id": f"ols-1-p{number:02}", "status": status, "reason": reason}
        for number, (status, reason) in enumerate(outcomes, start=1)
    ]
    return {**OLS, "projects": [*made, OLS["projects"][-1]]}


def test_reports_say_what_the_source_says() -> None:
    finished = "Finished program but did not attend graduation call"
    data = _projects(
        ("graduated", None),
        ("graduated", finished),
        ("not graduated", finished),
        ("not graduated", "Finished program but don't know if attended a graduation call"),
        ("not graduated", "Personal circumstances beyond their control"),
        ("not graduated", None),
        ("not graduated", None),
        (None, None),
    )

    rows = list(real_outcomes.compared(data))

    assert all(row.is_equal for row in rows)
    assert [(row.cohort, row.word, row.figure, row.ours) for row in rows if row.ours] == [
        ("ols-1", "projects", "pairs.begun", 8),
        ("ols-1", "graduated", "pairs.completed", 2),
        ("ols-1", "not graduated", "pairs.left_early", 5),
        ("ols-1", "no status", "pairs.going_on", 1),
        ("ols-1", "Finished program", "reasons.program-ended", 2),
        ("ols-1", "Personal circumstances beyond their control", "reasons.other", 1),
        ("ols-1", "no reason", "reasons.none", 2),
        ("ols-9-dra", "projects", "pairs.begun", 1),
        ("ols-9-dra", "no status", "pairs.going_on", 1),
    ]


def test_projects_without_a_reason_do_not_keep_a_cohort_from_being_matched() -> None:
    data = _projects(("not graduated", None), ("graduated", None))

    files, left_out = real_ols.files(data, None, "ols-9-dra")

    assert {str(pair) for pair in _community(files).pairs} == {"ols-1/p02"}
    assert "ols-1-p01: left out, no reason why it ended" in left_out


def test_what_the_source_does_not_say_is_missing_in_the_files_too() -> None:
    files, _ = real_ols.files(_projects(("not graduated", None), (None, None)))

    checked = check(FakeSources(files))

    assert {(str(pair), record.reason) for pair, record in checked.community.pairs.items()} == {
        ("ols-1/p01", None),
        ("ols-1/p02", None),
        ("ols-9-dra/p01", None),
    }
    assert [(one.code, one.location.path) for one in checked.findings] == [
        ("reason-missing", "pairs/ols-1/p01/pair.yaml"),
        ("program-not-running", "pairs/ols-1/p02/pair.yaml"),
    ]


def test_a_figure_that_is_not_the_sources_is_seen() -> None:
    def row(theirs: int, ours: int, shown: int | None) -> real_outcomes.Compared:
        return real_outcomes.Compared("ols-1", "projects", "pairs.begun", theirs, ours, shown)

    assert not row(2, 1, 1).is_equal
    assert not row(2, 2, 1).is_equal
    assert row(2, 2, None).is_equal


def test_a_reason_that_one_of_both_does_not_know_is_compared() -> None:
    rows = real_outcomes.rows({"abducted": 1}, {"reasons.health": 1})

    assert [*rows][-2:] == [("abducted", "-"), ("-", "reasons.health")]
