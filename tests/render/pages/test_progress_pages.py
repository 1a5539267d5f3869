import re
from collections import ChainMap
from dataclasses import replace
from datetime import date

import pytest

from telemaco.records.base import ProgramId
from telemaco.render.pages.pair_pages import program_pairs_pages
from telemaco.render.pages.progress_pages import program_progress_page, progress_page
from tests.fakes import SETTINGS
from tests.progress.outcomes.circle import CIRCLE, DONE, GOES_ON, LEFT, Two, files
from tests.progress.outcomes.circle import PROGRAM as PROGRAM_TEXT
from tests.render.pages.workshop import (
    MASTER,
    NOTE,
    PAIR,
    PROGRAM,
    PUPIL,
    WORKSHOP,
    edition,
    without,
)

ALONE = {PROGRAM: "", MASTER: "", PUPIL: "", PAIR: "", NOTE: ""}
BOTTEGA = ProgramId("bottega")
TOLD = {"program/community.yaml": SETTINGS + "privacy: {small_group: 2}\n"}


def test_figures_and_charts_are_shown_with_their_tables() -> None:
    body = progress_page(edition(TOLD)).body

    assert "1 session was held in the months shown; March 2027 saw the most." in body
    assert "1 pair; of them, 1 active at present." in body
    assert body.count('role="img"') == body.count("<details>") == 3
    assert "After 1 month 100%" in body
    assert "The workshop year" in body


def test_a_program_has_a_page_of_its_own_figures() -> None:
    page = program_progress_page(edition(TOLD), BOTTEGA)

    assert page.address == "progress/bottega/"
    assert "of the planned rhythm kept" in page.body


def test_programs_are_a_table_also_where_a_phone_shows_each_as_a_block() -> None:
    body = progress_page(edition(TOLD)).body
    table = body[body.index('class="tm-wide tm-programs"') :].partition("</table>")[0]

    assert 'role="table"' in table
    assert table.count('role="columnheader"') == table.count("<td") + 1
    assert table.count("<td") == table.count('role="cell"')


def test_an_informal_program_has_no_rhythm_to_keep() -> None:
    informal = without(
        PROGRAM, "cadence: {every: 2, unit: week, minutes: 60, minimum_sessions: 20}"
    )

    assert "rhythm kept" not in program_progress_page(edition(TOLD | informal), BOTTEGA).body


def test_of_small_groups_only_that_is_told_which_the_pages_of_pairs_tell() -> None:
    longer = without(NOTE, "minutes: 60", "minutes: 80")

    for body in (
        progress_page(edition(longer)).body,
        program_progress_page(edition(longer), BOTTEGA).body,
    ):
        assert _figures(body) == {
            "pair": "1",
            "sessions held": "1",
            "hours together": "1.3",
        }
        assert "not shown where they would tell on fewer than 5 people" in body
        assert "<svg" not in body


def _figures(body: str) -> dict[str, str]:
    return dict(re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", body))


def test_counts_of_a_program_are_those_of_its_list_whatever_its_size() -> None:
    shown = edition(dict(ChainMap(_group("a", 3), _group("b", 9), _group("c", 5))))

    table = progress_page(shown).body
    lists = [program_pairs_pages(shown, ProgramId(name)) for name in ("a", "b", "c", "bottega")]

    counted = [page.body.count('class="tm-row"') for parts in lists for page in parts]
    assert counted == [1, 1, 1, 1]
    rows = table.split('<th scope="row" role="rowheader"><a')[1:]
    told = [re.findall(r"is-number..(\d+)<", row)[:2] for row in rows]
    assert sorted(told) == [["1", "0"]] * 3 + [["1", "1"]]


def test_goals_of_a_small_group_are_neither_told_nor_in_the_sum() -> None:
    goal = "goals: [{id: a, statement: A, status: achieved}]\n"
    few, many = _group("a", 3), _group("b", 9)
    groups = {
        path: text + (goal if path.endswith("pair.yaml") else "")
        for path, text in {**few, **many, **_group("c", 9)}.items()
    }

    body = progress_page(edition({PROGRAM: "", PAIR: "", NOTE: ""} | groups)).body

    assert body.count("1 of 1") == 2
    assert _figures(body)["goals reached, of 2"] == "2"
    assert "Goals are not shown where they would tell on fewer than 5 people." in body


def _group(name: str, size: int) -> dict[str, str]:
    """A program with one pair of so many people."""
    program = WORKSHOP[PROGRAM].replace("The workshop year", f"Circle {name}")
    members = ", ".join(f"{{person: {name}{number}, role: peer}}" for number in range(size))
    pair = f"members: [{members}]\nstatus: active\nstart: 2027-01-15\n"
    return {
        f"program/programs/{name}.yaml": program,
        f"pairs/{name}/all/pair.yaml": pair,
    }


def _shown(*groups: dict[str, str]) -> list[bool]:
    """Whether the figures of each program are shown on its page."""
    settings = {"program/community.yaml": SETTINGS + "privacy: {small_group: 4}\n"}
    small = edition({PROGRAM: "", PAIR: "", NOTE: ""} | settings | dict(ChainMap(*groups)))
    names = sorted(small.community.programs)
    return ["people in pairs" in program_progress_page(small, name).body for name in names]


def test_a_small_group_keeps_no_other_from_being_told() -> None:
    assert _shown(_group("a", 3), _group("b", 9), _group("c", 5)) == [False, True, True]
    assert _shown(_group("a", 2), _group("b", 2), _group("c", 5)) == [False, False, True]
    assert _shown(_group("a", 3), _group("b", 9)) == [False, True]
    assert _shown(_group("a", 4), _group("b", 9)) == [True, True]


def test_a_small_group_is_in_no_sum_and_the_page_says_so() -> None:
    """Else it would be what is left of the sum less the others."""
    alone = {PROGRAM: "", PAIR: "", NOTE: ""}
    big = _group("b", 9)

    plain = progress_page(edition(alone | big)).body
    one = progress_page(edition(alone | big | _group("a", 3))).body
    two = progress_page(edition(alone | big | _group("a", 3) | _group("c", 2))).body

    assert _figures(plain) == _figures(one) == _figures(two)
    assert _figures(one)["people in pairs"] == "9"
    assert "too few people" not in plain
    assert "Without 1 program of too few people; it stands in the table." in one
    assert "Without 2 programs of too few people; they stand in the table." in two
    charts = [body.partition('class="tm-charts"')[2].partition("<h2")[0] for body in (plain, two)]
    assert charts[0] == charts[1]


def test_program_without_anybody_hides_no_other() -> None:
    empty = {"program/programs/d.yaml": _group("d", 2)["program/programs/d.yaml"]}

    assert _shown(_group("a", 9), empty) == [True, False]


def test_no_share_is_told_where_no_session_was_noted() -> None:
    page = program_progress_page(edition(TOLD | {NOTE: ""}), BOTTEGA)

    assert "sessions held" in page.body
    assert "rhythm kept" not in page.body


def test_only_figures_of_several_kinds_are_of_pairs_and_groups() -> None:
    groups = _group("b", 9)
    program = "program/programs/b.yaml"
    groups[program] = groups[program].replace("kind: one-to-one", "kind: group")
    empty = {"program/programs/c.yaml": groups[program].replace("kind: group", "kind: peer-circle")}
    shown = edition(TOLD | groups | empty)

    together = progress_page(shown).body
    alone = program_progress_page(shown, ProgramId("b")).body
    nobody = program_progress_page(shown, ProgramId("c")).body

    assert "pairs and groups" in _figures(together)
    assert ">Pairs and groups</th>" in together
    assert "Where pairs and groups are" in together
    assert '<td role="cell" class="is-number tm-none">no circle yet</td>' in together
    assert "people in groups" in _figures(alone)
    assert "Where groups are" in alone
    assert "pair" not in alone.partition("<h1>")[2].lower()
    assert "No circle has begun yet." in nobody


def test_a_program_that_nobody_began_is_no_small_group() -> None:
    page = progress_page(edition({PAIR: "", NOTE: ""}))

    assert "No pair has begun yet." in page.body
    assert "no pair yet" in page.body
    assert "people" not in page.body


def test_without_sessions_there_is_no_chart_of_them() -> None:
    assert "Sessions a month" not in progress_page(edition(TOLD | {NOTE: ""})).body


def test_a_program_long_over_shows_the_months_it_had() -> None:
    old = {
        NOTE: "",
        NOTE.replace("2027-03-01", "2025-03-01"): "---\nstatus: held\n---\n",
        PAIR: WORKSHOP[PAIR].replace("2027-01-15", "2025-01-15"),
    }

    body = program_progress_page(edition(TOLD | old), BOTTEGA).body

    assert "March 2025 saw the most" in body


def test_a_community_without_programs_has_no_table() -> None:
    assert "<table" not in progress_page(edition({PROGRAM: "", MASTER: "", PAIR: ""})).body


def test_nobody_reads_who_gave_up_where_few_did() -> None:
    """Not even that somebody did."""
    few = edition(ALONE | files([DONE] * 8 + [LEFT]))

    for body in (progress_page(few).body, program_progress_page(few, CIRCLE).body):
        assert "not ended before their time" not in body
        assert "A figure is left out where it would give away single people." in body


def test_how_many_gave_up_is_told_where_many_did() -> None:
    many = edition(ALONE | files([DONE] * 8 + [LEFT] * 5))

    for body in (progress_page(many).body, program_progress_page(many, CIRCLE).body):
        assert "After 2 months 62% had not ended before their time" in body
        assert "8 people completed it." in body


def test_a_program_that_is_over_leads_to_its_report() -> None:
    page = program_progress_page(edition(ALONE | files([DONE] * 8)), CIRCLE)

    assert 'href="../../programs/circle/report/"' in page.body
    assert "report/" not in program_progress_page(edition(TOLD), BOTTEGA).body


def test_silent_pairs_are_apart_where_they_are_many() -> None:
    running = PROGRAM_TEXT.replace("completed", "running")
    met = Two(GOES_ON.facts, {"2027-03-10": "status: held"})
    rests = Two("status: paused\npaused_until: 2027-05-01\n")
    ahead = Two("status: confirmed\n")

    many = [met] * 5 + [GOES_ON] * 5 + [rests, ahead]
    body = program_progress_page(edition(ALONE | files(many, program=running)), CIRCLE).body
    few = program_progress_page(
        edition(ALONE | files([met] * 5 + [GOES_ON], program=running)), CIRCLE
    ).body

    assert "5 of 10 active pairs met in the last month." in body
    assert "Active, but silent: 5" in body
    assert "Taking a break: 1" in body
    assert "About to begin: 1" in body
    assert "6 pairs; of them, 6 active at present." in few
    assert "silent" not in few


def test_pairs_that_met_are_not_told_where_the_people_are_not() -> None:
    """Of eleven mentees four met, which is not shown: nor is it as four of eleven pairs."""
    running = PROGRAM_TEXT.replace("completed", "running")
    met = Two(GOES_ON.facts, {"2027-03-10": "status: held"})

    shown = edition(ALONE | files([met] * 4 + [GOES_ON] * 7, program=running))

    for body in (progress_page(shown).body, program_progress_page(shown, CIRCLE).body):
        assert "11 pairs; of them, 11 active at present." in body
        assert "met in the last month" not in body
        assert "silent" not in body


def test_people_in_pairs_are_not_told_beside_a_role_of_few() -> None:
    group = _group("a", 9)
    pair = "pairs/a/all/pair.yaml"
    group[pair] = group[pair].replace("role: peer", "role: mentor", 2)
    shown = edition(ALONE | group)

    for body in (progress_page(shown).body, program_progress_page(shown, ProgramId("a")).body):
        assert "people in pairs" not in body
        assert _figures(body)["pair"] == "1"


def test_months_begin_with_the_program_and_end_with_it() -> None:
    body = program_progress_page(edition(TOLD), BOTTEGA).body

    assert "Jan" in body
    assert "Dec" not in body


def test_months_of_a_program_that_is_over_end_with_it() -> None:
    ended = without(PROGRAM, "end: 2027-12-20", "end: 2027-02-28") | {
        NOTE: "",
        NOTE.replace("2027-03-01", "2027-02-01"): "---\nstatus: held\n---\n",
    }

    body = program_progress_page(edition(TOLD | ended), BOTTEGA).body

    assert "Feb" in body
    assert "Mar" not in body


def test_program_whose_pairs_all_ended_has_no_chart_of_where_they_are() -> None:
    ended = without(PAIR, "status: active", "status: completed\n        end: 2027-03-10")

    body = program_progress_page(edition(TOLD | ended), BOTTEGA).body

    assert "Where pairs are" not in body
    assert "Sessions a month" in body


def test_goals_have_a_column_only_where_there_are_some() -> None:
    goals = (
        "goals: [{id: angel, statement: Paint an angel, success: The master lays his brush down}]"
    )

    assert "Goals reached" in progress_page(edition(TOLD)).body
    assert "Goals reached" not in progress_page(edition(TOLD | without(PAIR, goals))).body


@pytest.mark.parametrize(
    ("ran", "settings", "said"),
    [
        (date(2027, 3, 12), "", "The reminders last ran on 12 March 2027."),
        (date(2027, 3, 11), "", "The reminders have not run since 11 March 2027. A coordinator"),
        (None, "", None),
        (date(2026, 1, 1), "today: 2027-03-15\n", None),
    ],
)
def test_coordinators_see_when_the_reminders_last_ran(
    ran: date | None, settings: str, said: str | None
) -> None:
    path = "program/community.yaml"
    found = replace(edition({path: SETTINGS + settings}), reminders_ran=ran)

    body = progress_page(found).body

    assert ("tm-heartbeat" in body) == bool(said)
    assert said is None or said in body
    assert ("is-silent" in body) == ("not run since" in (said or ""))
