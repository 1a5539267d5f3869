import json
import re
from dataclasses import replace
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.model.community import Community
from telemaco.progress.community import community_progress
from telemaco.progress.suggestions import suggestions
from telemaco.records.layout import COMMUNITY
from telemaco.render.pages.addresses import pair_address
from telemaco.render.repository import Repository
from telemaco.render.status import StatusText
from telemaco.render.status_json import as_json
from telemaco.render.suggested import Ways
from tests.fakes import SETTINGS, community
from tests.progress.atelier import ACTIVE, HELD, PROGRAM, START, atelier, person

ENGLISH = Catalog("en")
TODAY = date(2027, 3, 15)
AGREED = "agreement: {version: '1', accepted: {verrocchio: 2027-01-04, leonardo: 2027-01-04}}\n"


def _told(of: Community, *, today: date = TODAY, show_all: bool = False) -> str:
    progress = community_progress(of, today)
    text = StatusText(of, ENGLISH, 120, show_all=show_all)
    return text.text(progress, suggestions(of, progress), Ways())


def test_community_without_programs_is_told_where_to_write_one() -> None:
    assert "There is no program yet: write one into program/programs/." in _told(community({}))


def test_silent_pair_is_named_with_the_reason_and_the_next_step() -> None:
    told = _told(atelier())

    assert "1 pair in need of action" in told
    assert "atelier/verrocchio-leonardo   silent" in told
    assert "no session yet, 70 days after the" in told
    assert "Write to each member" in told


@pytest.mark.parametrize("width", [60, 80, 100, 120, 160])
def test_reason_is_never_a_column_of_single_words(width: int) -> None:
    known = atelier()
    progress = community_progress(known, TODAY)
    text = StatusText(known, ENGLISH, width, show_all=False)
    told = text.text(progress, suggestions(known, progress), Ways())

    assert re.search(r"no session yet, +\S+ +days|no session yet, 70 ", told)


@pytest.mark.parametrize(
    ("kind", "asked", "column"),
    [
        ("group", "1 group in need of action", "group"),
        ("peer-circle", "1 circle in need of", "circle"),
    ],
)
def test_groups_and_circles_are_called_so(kind: str, asked: str, column: str) -> None:
    told = _told(atelier(program=PROGRAM.replace("one-to-one", kind)), show_all=True)

    assert asked in told
    assert f"program             {column}s" in told
    assert f"1 {column} without a goal yet: atelier/verrocchio-leonardo" in told
    assert f"1 {column} without an agreement that everybody accepted" in told
    assert "pair " not in told.replace("pair.yaml", "")


@pytest.mark.parametrize(("status", "told"), [("running", True), ("completed", False)])
def test_facilitators_without_a_circle_are_named(status: str, *, told: bool) -> None:
    circle = PROGRAM.replace("one-to-one", "peer-circle").replace("running", status)
    lippi = {"program/people/lippi.yaml": person("facilitator", "accepted")}

    found = _told(atelier(program=circle, more=lippi))

    assert ("In atelier 1 facilitator has no circle: lippi." in found) is told


def test_programs_of_several_kinds_have_pairs_and_groups() -> None:
    circle = PROGRAM.replace("one-to-one", "peer-circle").replace("Atelier", "Circle")
    told = _told(atelier(more={"program/programs/circle.yaml": circle}))

    assert "pairs, groups" in told
    assert "1 pair in need of action" in told


def test_community_in_which_all_is_well_asks_for_nothing() -> None:
    told = _told(atelier({"2027-01-05": HELD}, pair=ACTIVE + AGREED), today=date(2027, 1, 18))

    assert "Nobody asks for action." in told
    assert "Nobody waits for a partner." in told
    assert "Nothing: all that can be seen in the files is in order." in told
    assert "100%" in told


@pytest.mark.parametrize(("status", "taking"), [("running", 2), ("completed", 0)])
def test_nobody_takes_part_in_a_program_that_is_over(status: str, taking: int) -> None:
    told = _told(atelier(program=PROGRAM.replace("running", status)))

    row = next(line for line in told.splitlines() if line.startswith("Atelier (atelier)"))
    assert row.split()[2:7] == ["2", "0", str(taking), "0", "0"]
    assert ("place still open" in told) is (taking == 0)
    assert sum(map(int, row.split()[3:])) == 2


def test_pair_that_needs_attention_is_not_counted_as_on_track_too() -> None:
    told = _told(atelier({"2027-01-05": HELD}), today=date(2027, 2, 5))

    asked = told[told.index("Are people meeting?") :].splitlines()
    assert asked[2].split()[:5] == ["program", "pairs", "on", "track", "attention"]
    row = next(line for line in asked if line.startswith("Atelier (atelier)"))
    assert row.split()[2:7] == ["1", "0", "1", "0", "0"]


def test_pair_whose_break_has_no_end_is_not_called_in_order() -> None:
    resting = ACTIVE.replace("status: active", "status: paused")

    told = _told(atelier(pair=resting + AGREED), today=START)

    assert "1 pair in need of action" in told
    assert "Nothing that cannot wait; what is open stands above." in told


def test_long_lists_are_cut_and_say_how_to_see_the_rest() -> None:
    more = {f"program/people/p{n}.yaml": person("mentee", "accepted") for n in range(12)}
    more["program/people/p3.yaml"] = person("mentee", "accepted").replace(
        "accepted}", "accepted, since: 2027-03-05}"
    )

    cut = _told(atelier(more=more))
    whole = _told(atelier(more=more), show_all=True)

    assert "12 people wait for a partner." in cut
    assert "and 2 more; --all shows them" in cut
    assert "--all" not in whole
    assert whole.index("p3 ") < whole.index("p0 ")


def test_the_most_urgent_pair_stands_first() -> None:
    folder = "pairs/atelier"
    proposed = ACTIVE.replace("active", "proposed")
    more = {
        f"{folder}/a-proposed/pair.yaml": proposed,
        f"{folder}/b-paused/pair.yaml": ACTIVE.replace("active", "paused"),
    }

    told = _told(atelier(more=more), show_all=True)

    names = ("verrocchio-leonardo", "a-proposed", "b-paused")
    assert sorted(names, key=told.index) == list(names)


def test_pairs_that_have_not_begun_are_a_line_a_program_with_the_command() -> None:
    proposed, confirmed = (ACTIVE.replace("active", one) for one in ("proposed", "confirmed"))
    more = {f"pairs/atelier/p{n}/pair.yaml": proposed for n in range(23)}
    more["pairs/atelier/q/pair.yaml"] = confirmed

    told = _told(atelier(more=more)).split("What should I do today?")[0]
    only = _told(atelier(pair=proposed)).split("What should I do today?")[0]

    assert "\n1 pair in need of action\n" in told
    assert told.endswith(
        "\n\nIn atelier 23 proposals wait to be confirmed:\n    telemaco confirm atelier\n"
        "Confirmed in atelier, and still to begin: 1 pair\n    telemaco begin atelier\n\n"
    )
    assert "p17" not in told
    assert only.endswith(
        "Who is silent, or needs attention?\n\n"
        "In atelier 1 proposal waits to be confirmed:\n    telemaco confirm atelier\n\n"
    )


def test_every_pair_that_has_not_begun_is_a_row_for_who_asks_for_all() -> None:
    proposed = ACTIVE.replace("active", "proposed")
    more = {f"pairs/atelier/p{n}/pair.yaml": proposed for n in range(23)}

    told = _told(atelier(more=more), show_all=True)

    assert "24 pairs in need of action" in told
    assert "atelier/p22 " in told
    assert "wait to be confirmed" not in told


def test_json_is_plain_and_keyed_by_the_names_of_the_values() -> None:
    pair = ACTIVE + "goals: [{id: draw, statement: Draw, objective: craft}]\n"

    found = atelier({"2027-01-05": HELD}, pair=pair)
    progress = community_progress(found, START)
    document = json.loads(as_json(progress, suggestions(found, progress), Ways("x y"), ENGLISH))

    assert list(document) == ["today", "sums", "programs", "actions"]
    assert document["actions"] == [
        {
            "kind": "agreement",
            "program": "atelier",
            "subjects": ["atelier/verrocchio-leonardo"],
            "what": "Ask 1 pair to accept its agreement: atelier/verrocchio-leonardo",
            "otherwise": "What stays between them, and how they may end, was never said.",
            "command": None,
            "link": "x y/pairs/atelier/verrocchio-leonardo/pair.yaml",
        }
    ]
    (program,) = document["programs"]
    assert list(program) == ["id", "sums", "enrolments", "objectives", "waiting", "idle", "pairs"]
    assert program["enrolments"]["mentee"] == {"matched": 1}
    (found,) = program["pairs"]
    assert found["id"] == "atelier/verrocchio-leonardo"
    assert found["goals"] == [
        {
            "id": "draw",
            "objective": "craft",
            "status": "open",
            "baseline": None,
            "level": None,
            "ratings": [],
        }
    ]
    assert found["health"] == {
        "kind": "on-track",
        "reason": "began on 4 January 2027",
        "next_step": None,
    }


def test_agreements_that_are_lacking_lead_to_the_list_of_their_pages() -> None:
    told = _told(atelier({"2027-01-05": HELD}, pair=ACTIVE), today=date(2027, 1, 18))

    assert "1. Ask 1 pair to accept its agreement: atelier/verrocchio-leonardo\n" in told
    assert "    The page of each, with the text: telemaco status atelier --all\n" in told
    assert "not accepted yet by" not in told


@pytest.mark.parametrize(
    ("url", "page"),
    [("", ""), ("url: https://a.example.org/b/\n", "https://a.example.org/b/")],
)
def test_page_with_each_agreement_that_is_lacking_is_named_to_who_asks_for_all(
    url: str, page: str
) -> None:
    half = "agreement: {version: '1', accepted: {verrocchio: 2027-01-04}}\n"
    of = atelier({"2027-01-05": HELD}, pair=ACTIVE + half, more={COMMUNITY: SETTINGS + url})

    told = _told(of, today=date(2027, 1, 18), show_all=True)

    (row,) = [line for line in told.splitlines() if line.startswith("pairs/atelier")]
    folder, address, *missing = row.split()
    assert "1 pair without an agreement that everybody accepted\n" in told
    assert folder == "pairs/atelier/verrocchio-leonardo"
    assert address == page + pair_address(of, next(iter(of.pairs)))
    assert missing == ["leonardo"]
    assert "into pair.yaml, under agreement." in told


def test_pair_of_a_program_that_is_a_draft_has_no_page_with_its_agreement() -> None:
    draft = PROGRAM.replace("running", "draft")
    of = atelier({"2027-01-05": HELD}, pair=ACTIVE, program=draft)

    told = _told(of, today=date(2027, 1, 18), show_all=True)

    (row,) = [line for line in told.splitlines() if line.startswith("pairs/atelier")]
    assert row.split()[1:] == ["-", "verrocchio,", "leonardo"]


def test_goals_that_could_say_more_are_suggested_to_who_asks_for_all() -> None:
    pair = ACTIVE + "goals: [{id: g, statement: Draw a hand, owner: leonardo}]\n"

    whole = _told(atelier(pair=pair), show_all=True)

    assert "1 goal could say more; suggest it when you talk to them" in whole
    assert "how you will see that it is reached, where you stand at the start," in whole
    assert "by when" in whole
    assert "could say more" not in _told(atelier(pair=pair))
    assert "could say more" not in _told(atelier(), show_all=True)


def test_long_reason_why_several_wait_is_told_once() -> None:
    binding = "18 mentees compete for 13 places with Somebody and Other and 5 more of them"
    receipt = (
        f"on: 2027-01-02\nversion: '1'\nseed: a\ndigest: {'a' * 64}\nunmatched:\n"
        f"  - {{person: masaccio, binding: {binding}}}\n"
        f"  - {{person: donatello, binding: {binding}}}\n"
    )
    of = atelier(
        more={
            "program/people/masaccio.yaml": person("mentee", "accepted"),
            "program/people/donatello.yaml": person("mentee", "accepted"),
            "pairs/atelier/matches/2027-01-02.yaml": receipt,
        }
    )

    told = _told(of)

    assert told.count("18 mentees compete for 13") == 1
    assert told.count("as above") == 1


def test_what_several_goals_could_still_say_is_told_once() -> None:
    goal = "{id: %s, statement: Draw a hand, due: 2027-03-01}"
    other = "{id: c, statement: Paint a wall with the others, success: A wall}"
    pair = ACTIVE + f"goals: [{goal % 'a'}, {other}, {goal % 'b'}]\n"

    whole = _told(atelier(pair=pair), show_all=True)

    assert "3 goals could say more" in whole
    assert whole.count("where you stand at the start") == 2
    assert [line.split()[1:] for line in whole.splitlines() if "as above" in line] == [
        ["b", "as", "above"]
    ]


def test_pairs_without_a_goal_are_named_to_who_asks_for_all() -> None:
    whole = _told(atelier(), show_all=True)

    assert "1 pair without a goal yet: atelier/verrocchio-leonardo" in whole
    assert "no goal yet" not in _told(atelier())


@pytest.mark.parametrize("goals", ["", "goals: [{id: g, statement: Draw a hand}]\n"])
def test_goals_of_other_programs_are_left_out(goals: str) -> None:
    of = atelier(pair=ACTIVE + goals, more={"program/programs/second.yaml": PROGRAM})
    progress = community_progress(of, TODAY)
    second = replace(
        progress, programs=tuple(one for one in progress.programs if one.id == "second")
    )

    told = StatusText(of, ENGLISH, 120, show_all=True).text(second, (), Ways())

    assert "(second)" in told
    assert "goal" not in told


def test_mentors_who_have_nobody_are_named_with_the_longest() -> None:
    mentor = person("mentor", "accepted, since: 2027-03-05")
    more = {f"program/people/p{n}.yaml": mentor for n in range(5)}
    more["program/people/q.yaml"] = person("mentor", "accepted, since: 2027-01-05")

    told = _told(atelier(more=more))

    assert (
        "In atelier 6 mentors have room and nobody to accompany: q, p0, p1 and 3 more; the longest "
        "for 69 days.\n"
    ) in told
    assert ": q, p0, p1, p2, p3, p4; the" in _told(atelier(more=more), show_all=True)


def test_mentor_who_came_today_is_said_to_be_here_since_today() -> None:
    today = person("mentor", "accepted, since: 2027-03-15")

    told = _told(atelier(more={"program/people/q.yaml": today}))

    assert "In atelier 1 mentor has room and nobody to accompany: q, since today.\n" in told


def test_wait_of_a_mentor_without_a_day_is_not_counted() -> None:
    told = _told(atelier(more={"program/people/q.yaml": person("mentor", "accepted")}))

    assert "In atelier 1 mentor has room and nobody to accompany: q.\n" in told


def test_questions_are_answered_in_their_order() -> None:
    told = _told(atelier())

    questions = (
        "How many applied?",
        "Who waits, and why?",
        "Are people meeting?",
        "Who is silent, or needs attention?",
        "What should I do today?",
    )
    assert sorted(questions, key=told.index) == list(questions)


def test_ten_actions_are_shown_at_most() -> None:
    programs = {f"program/programs/p{n}.yaml": LATE for n in range(12)}

    cut = _told(atelier(more=programs))
    whole = _told(atelier(more=programs), show_all=True)

    assert "10. " in cut
    assert "11. " not in cut
    assert "and 4 more; --all shows them" in cut
    assert "14. " in whole


LATE = """\
title: Late
summary: It should run.
status: matching
style: informal
kind: one-to-one
dates: {start: 2027-01-04}
"""


def test_way_is_a_command_with_the_folder_or_a_link_where_the_repository_is_known() -> None:
    found = atelier()
    silent, agreement = suggestions(found, community_progress(found, TODAY))
    there = Ways("my community", Repository("a/b"))

    assert there.command(silent) == "telemaco remind --root 'my community'"
    assert there.link(silent) is None
    assert there.command(agreement) is None
    assert there.link(agreement) == (
        "https://github.com/a/b/edit/main/pairs/atelier/verrocchio-leonardo/pair.yaml"
    )
