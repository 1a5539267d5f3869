import json
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.model.community import Community
from telemaco.progress.community import community_progress
from telemaco.render.status import as_json, as_text
from tests.fakes import community
from tests.progress.atelier import ACTIVE, HELD, START, atelier, person

ENGLISH = Catalog("en")
TODAY = date(2027, 3, 15)


def _told(of: Community, *, today: date = TODAY, show_all: bool = False) -> str:
    return as_text(of, community_progress(of, today), ENGLISH, 120, show_all=show_all)


def test_community_without_programs_is_told_where_to_write_one() -> None:
    assert "There is no program yet: write one into program/programs/." in _told(community({}))


def test_silent_pair_is_named_with_the_reason_and_the_next_step() -> None:
    told = _told(atelier())

    assert "1 pair asks for action" in told
    assert "atelier/verrocchio-leonardo   silent" in told
    assert "no session yet, 70 days after the" in told
    assert "Write to each member" in told


def test_community_in_which_all_is_well_asks_for_nothing() -> None:
    told = _told(atelier({"2027-01-05": HELD}), today=date(2027, 1, 18))

    assert "No pair asks for action." in told
    assert "wait" not in told.split("No pair")[1]
    assert "100%" in told


def test_long_lists_are_cut_and_say_how_to_see_the_rest() -> None:
    more = {f"program/people/p{n}.yaml": person("mentee", "accepted") for n in range(12)}
    more["program/people/p3.yaml"] = person("mentee", "accepted").replace(
        "accepted}", "accepted, since: 2027-03-05}"
    )

    cut = _told(atelier(more=more))
    whole = _told(atelier(more=more), show_all=True)

    assert "12 people wait for a partner" in cut
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

    told = _told(atelier(more=more))

    names = ("verrocchio-leonardo", "a-proposed", "b-paused")
    assert sorted(names, key=told.index) == list(names)


def test_json_is_plain_and_keyed_by_the_names_of_the_values() -> None:
    pair = ACTIVE + "goals: [{id: draw, statement: Draw, objective: craft}]\n"

    document = json.loads(
        as_json(community_progress(atelier({"2027-01-05": HELD}, pair=pair), START), ENGLISH)
    )

    assert list(document) == ["today", "sums", "programs"]
    (program,) = document["programs"]
    assert list(program) == ["id", "sums", "enrolments", "objectives", "waiting", "pairs"]
    assert program["enrolments"]["mentee"] == {"matched": 1}
    (found,) = program["pairs"]
    assert found["id"] == "atelier/verrocchio-leonardo"
    assert found["goals"] == [
        {"id": "draw", "objective": "craft", "status": "open", "baseline": None, "level": None}
    ]
    assert found["health"] == {
        "kind": "on-track",
        "reason": "began on 2027-01-04",
        "next_step": None,
    }


def test_goals_that_could_say_more_are_suggested_and_asked_for_whole() -> None:
    goals = ", ".join(f"{{id: g{n}, statement: Draw, owner: leonardo}}" for n in range(4))
    pair = ACTIVE + f"goals: [{goals}]\n"

    cut = _told(atelier(pair=pair))
    whole = _told(atelier(pair=pair), show_all=True)

    assert "4 goals could say more; suggest it when you talk to the pairs" in cut
    assert "verrocchio-leonardo   g0     by when, how you will see that it is reached" in cut
    assert "and 1 more; --all shows it" in cut
    assert " g3 " in whole


def test_goals_that_say_everything_are_not_spoken_of() -> None:
    assert "could say more" not in _told(atelier())
