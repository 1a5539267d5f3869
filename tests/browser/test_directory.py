"""Finding a mentor: by skill and language, with scripts and without, with the keys alone."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from telemaco.model.overlap import SLOT, free_slots, seasons
from telemaco.records.person import FreeTime
from telemaco.records.reminders import Weekday
from tests.browser.accessible import rules_broken_by_day_and_by_night
from tests.browser.site import LANGUAGES, PHONE_BY_DAY, Site

_WEEK = tuple(Weekday)
_DAY_OF_EXAMPLE = date(2027, 3, 15)
"""America has changed its clocks on this day, Europe has not."""


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    site.said.clear()
    page = site.new_page()
    yield page
    page.close()
    assert site.said == []


def _names(page: Page) -> list[str]:
    return page.locator(".tm-directory > li:visible > a").all_inner_texts()


def _says(page: Page, words: str) -> None:
    expect(page.locator(".tm-filter output")).to_have_text(re.compile(words))


def test_without_scripts_a_mentor_is_found_by_skill_and_then_by_language(site: Site) -> None:
    page = site.new_page(scripts=False)
    page.goto("mentors/")
    assert page.is_hidden(".tm-filter")
    assert len(_names(page)) == 27

    page.click("text=Mentors by skill")
    page.wait_for_url("**/mentors/skills/")
    page.click("text=Composing")
    page.wait_for_url("**/mentors/skills/composing/")

    found = page.locator(".tm-directory > li", has_text="English")
    expect(found.locator(":scope > a")).to_have_text(["Clara Schumann"])
    found.locator(":scope > a").click()
    expect(page.locator("h1")).to_have_text("Clara Schumann")
    page.close()


def test_with_scripts_a_mentor_is_found_by_skill_and_language(page: Page) -> None:
    page.goto("mentors/")
    _says(page, "^27 mentors$")

    page.select_option("[name=skill]", "composing")
    _says(page, "^3 mentors$")
    page.select_option("[name=language]", "en")

    _says(page, "^1 mentor$")
    assert _names(page) == ["Clara Schumann"]
    assert page.get_attribute(".tm-filter output", "aria-live") == "polite"


def test_a_mentor_is_found_with_the_keys_alone(page: Page) -> None:
    page.goto("mentors/")
    _says(page, "27")

    _go_to(page, "words")
    page.keyboard.type("Piano")
    _says(page, "^3 mentors$")
    _go_to(page, "language")
    page.keyboard.type("Italian")
    _says(page, "^2 mentors$")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    _says(page, "^1 mentor$")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Franz Liszt")


def _go_to(page: Page, name: str) -> None:
    for _ in range(40):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {name}")


def test_a_word_is_found_without_its_accents_and_by_what_else_a_skill_is_called(
    page: Page,
) -> None:
    page.goto("mentors/")

    for words, names in (
        ("SIMON", ["Simón Rodríguez"]),
        ("sketching disegnare", ["Katsushika Hokusai", "Michelangelo Buonarroti"]),
        ("ōi lamps", ["Katsushika Ōi"]),
    ):
        page.fill("[name=words]", words)
        expect(page.locator(".tm-directory > li:visible")).to_have_count(len(names))
        assert _names(page) == names


def test_the_choices_stand_in_the_address_and_come_back_with_it(page: Page) -> None:
    page.goto("mentors/")
    page.click(".tm-filter summary")
    page.select_option("[name=group]", "Music")
    _says(page, "^4 mentors$")
    page.locator("[name=words]").press_sequentially("piano")
    _says(page, "^3 mentors$")
    page.check("[name=room]")
    _says(page, "^1 mentor$")

    assert page.url.endswith("mentors/?words=piano&room=1&group=Music")
    page.reload()
    _says(page, "^1 mentor$")
    assert page.input_value("[name=words]") == "piano"
    page.go_back()
    _says(page, "^3 mentors$")
    assert not page.is_checked("[name=room]")
    page.go_back()
    _says(page, "^4 mentors$")
    page.go_back()
    _says(page, "^27 mentors$")


def test_a_choice_that_the_list_does_not_have_is_none(page: Page) -> None:
    page.goto("mentors/?skill=alchemy&format=ball")

    _says(page, "^27 mentors$")


def test_where_nobody_fits_it_is_said_what_to_let_go_of(page: Page) -> None:
    page.goto("it/mentors/?language=ja&skill=piano")
    _says(page, "Nessun")

    page.click("text=Senza «Pianoforte»: 1 mentor")

    _says(page, "^1 mentor$")
    assert _names(page) == ["Katsushika Hokusai"]
    assert page.evaluate("document.activeElement.name") == "skill"


def test_everything_can_be_cleared_and_put_in_another_order(page: Page) -> None:
    page.goto("mentors/?words=piano&order=name")
    _says(page, "^3 mentors$")
    assert _names(page) == ["Clara Schumann", "Franz Liszt", "Ludwig van Beethoven"]

    page.click(".tm-filter button[type=reset]")

    _says(page, "^27 mentors$")
    assert page.url.endswith("mentors/")
    assert _names(page)[0] == "Caroline Herschel"


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata"])
def test_hours_in_common_are_those_of_the_clocks_of_today(page: Page, zone: str) -> None:
    page.clock.set_fixed_time(f"{_DAY_OF_EXAMPLE}T12:00:00Z")
    page.context.new_cdp_session(page).send("Emulation.setTimezoneOverride", {"timezoneId": zone})

    page.goto("mentors/?days=work&from=8&to=12&order=hours")
    _says(page, "^27 mentors$")

    rows = page.locator(".tm-directory > li[data-free]").all()
    assert len(rows) > 8
    for row in rows:
        expected = _hours(zone, row.get_attribute("data-zone"), row.get_attribute("data-free"))
        common = row.locator("em", has_text="in common").inner_text()
        assert common == f"{expected:g} h a week in common"
    told = page.locator(".tm-directory em", has_text="in common").all_inner_texts()
    shown = [float(words.split()[0]) for words in told]
    assert shown == sorted(shown, reverse=True)


def _hours(mine: str, theirs: str | None, free: str | None) -> float:
    """Hours in common by the arithmetic of the matching."""
    assert theirs
    assert free
    (season,) = seasons((mine, theirs), _DAY_OF_EXAMPLE, _DAY_OF_EXAMPLE)
    window = FreeTime.model_validate({"days": _WEEK[:5], "from": "8:00", "to": "12:00"})
    published = []
    for part in free.split(";"):
        days, start, end = re.split("[ -]", part)
        published.append(
            FreeTime.model_construct(
                days=tuple(_WEEK[int(day)] for day in days), start=int(start), end=int(end)
            )
        )
    shared = free_slots([window], season[mine]) & free_slots(published, season[theirs])
    return shared.bit_count() * SLOT / 60


def test_who_tells_neither_hours_nor_zone_is_left_out_and_it_is_said(page: Page) -> None:
    page.goto("mentors/?hours=1")

    _says(page, r"^\d+ mentors\. Left out because .*: 15 mentors$")


def test_parts_of_a_long_list_are_searched_together(site: Site, page: Page) -> None:
    whole = (site.folder / "mentors" / "index.html").read_text()
    head, *rows = re.split(r'(?=<li(?: data-zone[^>]*)?><a href="../people)', whole)
    rows[-1], end, rest = rows[-1].partition("</ul>\n<p class")
    tail = end + rest
    head = head.replace('data-parts=""', 'data-parts="../mentors/page_2/ "')
    site.made_up["mentors/"] = (head + "".join(rows[:5]) + tail).encode()
    site.made_up["mentors/page_2/"] = (head + "".join(rows[5:]) + tail).encode()
    page.goto("mentors/")
    _says(page, "^27 mentors$")
    assert len(_names(page)) == 5

    page.fill("[name=words]", "Plato")
    _says(page, "^1 mentor$")
    assert _names(page) == ["Plato"]

    page.fill("[name=words]", "")
    _says(page, "^27 mentors$")
    assert len(_names(page)) == 5
    site.made_up.clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_form_is_accessible_by_day_and_by_night(site: Site, language: str) -> None:
    page = site.open(f"{language}mentors/?hours=1&skill=piano&language=ja", PHONE_BY_DAY)
    expect(page.locator("[data-tm-none] button").first).to_be_visible()

    assert rules_broken_by_day_and_by_night(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE_BY_DAY.width
