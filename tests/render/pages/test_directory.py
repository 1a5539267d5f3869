import re

import pytest

from telemaco.render.pages import directory
from telemaco.render.pages.directory import mentor_row, mentors_pages, skills_pages
from telemaco.render.pages.edition import Edition
from tests.render.pages.workshop import MASTER, PAIR, PROGRAM, WORKSHOP, edition, without

_ANOTHER = "program/people/zz.yaml"
_CIRCLE = "program/programs/circle.yaml"
_CIRCLES = {_CIRCLE: WORKSHOP[PROGRAM].replace("one-to-one", "peer-circle")}


def _row(site: Edition) -> directory.MentorRow:
    (mentor,) = site.mentors.values()
    return mentor_row(site, mentor)


def _body(site: Edition) -> str:
    (page,) = mentors_pages(site)
    return page.body


def test_a_row_has_skills_languages_place_and_room_in_the_readers_language() -> None:
    body = _body(edition(language="it"))

    assert (
        '<a href="../people/verrocchio/">Andrea del Verrocchio</a><p>Sculptor and goldsmith</p>'
        in body
    )
    assert "<li>Disegno<li>Casting</ul><p><span>italiano, latino</span>\u00a0· Florence</p>" in body
    assert "<b>Posto per 1</b></li>" in body


def test_a_row_tells_the_script_zone_and_free_hours() -> None:
    assert '<li data-zone="Europe/Rome" data-free="02 540-720"><a' in _body(edition())


@pytest.mark.parametrize(
    ("hidden", "zone", "free"),
    [
        ("availability, ", "Europe/Rome", ""),
        ("timezone, ", "", ""),
    ],
)
def test_hours_without_their_zone_would_say_nothing_and_are_not_told(
    hidden: str, zone: str, free: str
) -> None:
    row = _row(edition(without(MASTER, hidden)))

    assert (row.zone, row.free) == (zone, free)


def test_who_publishes_no_more_than_they_must_has_a_short_row() -> None:
    shy = without(
        MASTER,
        WORKSHOP[MASTER].split("publish: ")[1].split("confirmed")[0],
        "[name, offers]\n        ",
    )

    assert (
        '<li><a href="../people/verrocchio/">Andrea del Verrocchio</a>'
        '<ul aria-label="Can help with"><li>Drawing<li>Casting</ul><p></p><em>Ask about'
        in _body(edition(shy))
    )


def test_a_language_of_which_somebody_has_a_few_words_is_none_to_mentor_in() -> None:
    row = _row(edition(without(MASTER, "la: working", "la: basic, it-CH: fluent")))

    assert row.languages == ("Italian",)


@pytest.mark.parametrize(
    ("zone", "clock"), [("America/Lima", "Lima"), ("UTC", "UTC"), ("Etc/GMT-1", "UTC+1")]
)
def test_time_zone_is_told_as_such_when_no_place_is_published(zone: str, clock: str) -> None:
    master = WORKSHOP[MASTER].replace("Europe/Rome", zone).replace("location: Florence", "")

    assert _row(edition({MASTER: master})).place == f"Time zone: {clock}"


def test_formats_are_told_where_there_is_more_than_one() -> None:
    assert "<small>One to one</small>" in _body(edition(_CIRCLES))
    assert "<small>" not in _body(edition())


def test_who_has_no_room_is_marked_so() -> None:
    busy = without(MASTER, "capacity: 2", "capacity: 1")

    assert "<span>No room now</span></li>" in _body(edition(busy))


def test_who_does_not_publish_pairs_can_be_asked_about_room() -> None:
    silent = without(MASTER, "values, pairs]", "values]")

    assert "<em>Ask about room</em></li>" in _body(edition(silent))


def test_nobody_is_sent_to_ask_where_nobody_can_apply() -> None:
    closed = without(PROGRAM, "applications_open: 2026-11-01", "applications_close: 2027-01-01")

    body = _body(edition(closed))

    assert "Ask about room" not in body
    assert "Room for" not in body


def test_a_choice_is_offered_only_where_it_makes_a_difference() -> None:
    silent = _body(edition(without(MASTER, "timezone, languages, location", "bio")))

    assert re.findall(r'name="(\w+)"', silent) == ["words", "skill", "room", "order"]
    everything = without(MASTER, "headline", "headline") | _CIRCLES
    everything[MASTER] = everything[MASTER].replace(
        "enrolments: [", "enrolments: [{program: circle, role: mentor, status: accepted}, "
    )
    everything["program/skills.yaml"] = """\
        - {id: drawing, label: Drawing, group: Arts}
        - {id: casting, label: Casting, group: Crafts}
        """
    names = re.findall(r'name="(\w+)"', _body(edition(everything)))
    assert names == [
        "words", "skill", "language", "room", "group", "format", "order", "hours", "days", "from",
        "to",
    ]  # fmt: skip


def test_without_a_script_the_choices_are_hidden() -> None:
    form = re.search(r"<form[^>]*>", _body(edition()))

    assert form
    assert " hidden" in form[0]


def test_an_empty_directory_says_what_to_do() -> None:
    nobody = edition({MASTER: "", PAIR: ""})

    body = _body(nobody)

    assert "tm-empty" in body
    assert "<form" not in body
    assert list(skills_pages(nobody)) == []


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("completed", "no program is open or running"),
        ("draft", "no program is open or running"),
        ("running", "when they take part in a program that is not over, publish their name"),
    ],
)
def test_an_empty_directory_says_why(status: str, reason: str) -> None:
    program = without(PROGRAM, "status: running", f"status: {status}")
    nobody = edition({**program, MASTER: "", PAIR: ""})

    assert reason in _body(nobody)


def test_a_long_directory_comes_in_parts_that_know_of_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(directory, "MENTORS_A_PAGE", 1)
    two = edition({_ANOTHER: WORKSHOP[MASTER]})

    first, second = mentors_pages(two)

    assert first.shell == "mentors/"
    assert (second.address, second.shell) == ("mentors/page_2/", "mentors/_shell_/")
    assert 'data-parts="../mentors/page_2/ "' in first.body
    assert 'data-parts="../../mentors/ "' in second.body
    assert 'data-total="2"' in second.body


def test_every_skill_has_a_page_of_those_who_offer_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "MENTORS_A_PAGE", 1)
    other = WORKSHOP[MASTER].replace(", {skill: casting}", "").replace("Andrea", "Zanobi")

    skills, *pages = skills_pages(edition({_ANOTHER: other}))

    assert (skills.address, skills.shell) == ("mentors/skills/", "mentors/_shell_/")
    assert '<a href="../../mentors/skills/drawing/">Drawing</a> 2' in skills.body
    assert [(page.address, page.shell) for page in pages] == [
        ("mentors/skills/casting/", "mentors/_shell_/_shell_/"),
        ("mentors/skills/drawing/", "mentors/_shell_/_shell_/"),
        ("mentors/skills/drawing/page_2/", "mentors/_shell_/_shell_/_shell_/"),
    ]
    assert "Andrea" in pages[1].body
    assert "Zanobi" in pages[2].body
    assert "Zanobi" not in pages[0].body
