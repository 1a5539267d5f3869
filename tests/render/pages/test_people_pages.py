import re
from itertools import pairwise

from telemaco.records.base import PersonId
from telemaco.render.pages.people_pages import person_page
from tests.render.pages.workshop import MASTER, NOTE, PAIR, PUPIL, WORKSHOP, edition, without

MASTER_ID = PersonId("verrocchio")
PUPIL_ID = PersonId("leonardo")


def test_a_page_shows_everything_that_is_published() -> None:
    body = person_page(edition(), MASTER_ID).body

    for words in (
        "he/him", "Europe/Rome", "Florence", "Sculptor and goldsmith", "by <strong>doing</strong>",
        "https://works.example.org/verrocchio", "9:00\N{EN DASH}12:00", "6 hours a month",
        "Drawing", "A horse in bronze", "30 years", "doing, watching", "patience",
        "verrocchio on GitHub", "Andrea del Verrocchio and Leonardo da Vinci", "Room for 1",
    ):  # fmt: skip
        assert words in body


def test_a_page_shows_nothing_else() -> None:
    shy = without(
        MASTER, WORKSHOP[MASTER].split("publish: ")[1].split("confirmed")[0], "[name]\n        "
    )

    body = person_page(edition(shy), MASTER_ID).body

    for words in (
        "he/him", "Rome", "Florence", "Sculptor", "doing", "example.org", "hours a month",
        "Drawing", "horse", "30 years", "patience", "GitHub", "Leonardo", "Room",
    ):  # fmt: skip
        assert words not in body


def test_who_tells_nothing_for_the_side_has_no_column_there() -> None:
    assert "tm-aside" in person_page(edition(), MASTER_ID).body

    body = person_page(edition(), PUPIL_ID).body

    assert "tm-aside" not in body
    assert "tm-columns" not in body
    assert "tm-facts" not in body


def test_links_alone_stand_at_the_side() -> None:
    linked = without(PUPIL, "[name,", "[name, github,")[PUPIL]
    linked = linked.replace("timezone:", "github: leonardo\n        timezone:")

    body = person_page(edition({PUPIL: linked}), PUPIL_ID).body

    assert "leonardo on GitHub" in body
    assert "tm-columns" in body
    assert "tm-facts" not in body


def test_page_of_a_listed_mentor_alone_belongs_to_the_mentors() -> None:
    assert person_page(edition(), MASTER_ID).shell == "people/_shell__listed/"
    assert person_page(edition(), PUPIL_ID).shell == "people/_shell_/"


def test_a_place_is_told_in_the_readers_language() -> None:
    abroad = without(MASTER, "location: Florence", "location: {en: Florence, it: Firenze}")

    italian = person_page(edition(abroad, "it"), MASTER_ID).body

    assert "<span>Firenze</span>" in italian
    assert "Florence" not in italian
    assert "<span>Florence</span>" in person_page(edition(abroad), MASTER_ID).body


def test_wishes_are_in_the_order_of_their_priority() -> None:
    body = person_page(edition(), PersonId("leonardo")).body

    assert body.index("Casting") < body.index("Drawing")


def test_a_place_is_the_time_zones_town_when_no_other_is_published() -> None:
    town = without(MASTER, "location: Florence")

    assert "<span>Time zone: Rome</span>" in person_page(edition(town), MASTER_ID).body


def test_a_pair_shows_the_days_and_sessions_of_the_member() -> None:
    early = {NOTE.replace("03-01", "02-01"): WORKSHOP[NOTE]}

    def shown(times: str) -> str:
        pair = without(PAIR, "leonardo, role: mentee", f"leonardo, role: mentee{times}")
        return person_page(edition({**pair, **early}), PUPIL_ID).body

    whole = shown("")
    assert "began 15 Jan" in whole
    assert "2 sessions held" in whole
    late = shown(", from: 2027-02-15")
    assert "began 15 Feb" in late
    assert "1 session held" in late
    left = shown(", until: 2027-02-15")
    assert "15 Jan 2027 to 15 Feb 2027" in left
    assert "1 session held" in left


def test_a_proposed_pair_is_not_shown() -> None:
    proposed = without(PAIR, "status: active", "status: proposed")

    assert "tm-row" not in person_page(edition(proposed), MASTER_ID).body


def test_pairs_that_meet_come_before_earlier_ones_the_latest_first() -> None:
    pairs = {
        f"pairs/bottega/{name}/pair.yaml": WORKSHOP[PAIR]
        .replace("2027-01-15", start)
        .replace("status: active", f"status: {status}\n        title: {name}")
        for name, start, status in (
            ("long-ago", "2025-01-15", "completed"),
            ("lately", "2026-01-15", "ended-early"),
            ("this-year", "2024-01-15", "active"),
        )
    }

    body = person_page(edition(pairs | {PAIR: ""}), MASTER_ID).body

    assert body.index("this-year") < body.index("lately") < body.index("long-ago")


def test_a_skill_outside_the_vocabulary_is_shown_by_its_id() -> None:
    other = without(PUPIL, "skill: casting", "skill: gilding")

    assert "gilding" in person_page(edition(other), PersonId("leonardo")).body


def test_a_level_that_nobody_stated_is_not_told() -> None:
    master, pupil = person_page(edition(), MASTER_ID).body, person_page(edition(), PUPIL_ID).body

    assert (
        '<strong><a href="../../mentors/skills/drawing/">Drawing</a></strong> <span>expert</span>'
        in master
    )
    assert ">Casting</a></strong> </li>" in master
    assert "<strong>Drawing</strong> <span>up to: expert</span>" in pupil
    assert "<strong>Casting</strong> </li>" in pupil


def test_a_zone_is_told_with_its_distance_on_the_day_of_the_site() -> None:
    assert "Time zone Europe/Rome, UTC+1 on 15 March 2027" in person_page(edition(), MASTER_ID).body


def test_without_a_published_zone_hours_are_shown_and_no_script_is_asked_for() -> None:
    body = person_page(edition(without(MASTER, "timezone, ")), MASTER_ID).body

    assert "9:00\N{EN DASH}12:00" in body
    assert "Europe/Rome" not in body
    assert "<script" not in body
    assert "data-free" not in body


def test_who_is_not_listed_is_not_to_be_asked() -> None:
    paused = without(MASTER, "confirmed: 2027-02-01", "paused_until: 2027-05-01")

    body = person_page(edition(paused), MASTER_ID).body

    assert 'id="ask"' not in body
    assert "mentors/skills" not in body


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [
        int(level) for level in re.findall("<h([1-6])", person_page(edition(), MASTER_ID).body)
    ]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
