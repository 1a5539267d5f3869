"""A mentor's page by the clock of whoever reads it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessible import rules_broken_by_day_and_by_night
from tests.browser.site import LANGUAGES, PHONE_BY_DAY, Site

_MENTOR = "people/maria-montessori/"
"""Free in Rome on Mondays and Wednesdays from 16 to 19, on Saturdays from 15 to 17."""


def _open(site: Site, address: str, zone: str) -> Page:
    page = site.new_page(PHONE_BY_DAY)
    page.clock.set_fixed_time("2027-03-15T23:30:45Z")
    page.context.new_cdp_session(page).send("Emulation.setTimezoneOverride", {"timezoneId": zone})
    site.said.clear()
    page.goto(address)
    return page


@pytest.mark.parametrize(
    ("zone", "clock", "hours", "shown"),
    [
        (
            "America/New_York",
            "Your clock is 5 h behind.",
            "Of these 8 h a week, 8 are",
            ["11:00-14:00", "", "11:00-14:00", "", "", "10:00-12:00", ""],
        ),
        (
            "Asia/Kolkata",
            "Your clock is 4.5 h ahead.",
            "Of these 8 h a week, 0.5 are",
            ["20:30-23:30", "", "20:30-23:30", "", "", "19:30-21:30", ""],
        ),
        (
            "Pacific/Auckland",
            "Your clock is 12 h ahead.",
            "Of these 8 h a week, 0 are",
            ["", "4:00-7:00", "", "4:00-7:00", "", "", "3:00-5:00"],
        ),
    ],
)
def test_hours_are_shown_by_ones_own_clock(
    site: Site, zone: str, clock: str, hours: str, shown: list[str]
) -> None:
    page = _open(site, _MENTOR, zone)

    expect(page.locator("[data-tm-clock]")).to_have_text(f"It is Tuesday 0:30 there now. {clock}")
    expect(page.locator("[data-tm-week] > p").last).to_contain_text(hours)
    cells = page.locator(".tm-week td span")
    theirs = cells.all_inner_texts()
    page.click("[data-tm-week] button")
    mine = [cell.replace("\N{EN DASH}", "-") for cell in cells.all_inner_texts()]
    assert [cell.replace("not free", "") for cell in mine] == shown
    expect(page.locator(".tm-week caption")).to_contain_text("by your clock")
    page.click("[data-tm-week] button")
    assert cells.all_inner_texts() == theirs
    assert site.said == []
    page.close()


def test_by_the_same_clock_there_is_nothing_to_choose(site: Site) -> None:
    page = _open(site, f"it/{_MENTOR}", "Europe/Paris")

    expect(page.locator("[data-tm-clock]")).to_have_text(
        "Là ora è martedì 0:30. Il tuo orologio segna la stessa ora."
    )
    assert page.is_hidden("[data-tm-week] button")
    page.close()


def test_without_scripts_zone_and_hours_are_told(site: Site) -> None:
    page = site.new_page(scripts=False)
    page.goto(_MENTOR)

    assert "Europe/Rome, UTC+1 on 15 March 2027" in page.inner_text("header.tm-head")
    assert page.is_hidden("[data-tm-clock]")
    assert page.is_hidden("[data-tm-week] button")
    assert page.locator(".tm-week tbody tr").count() == 7
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_week_by_ones_own_clock_is_accessible(site: Site, language: str) -> None:
    page = _open(site, language + _MENTOR, "Asia/Kolkata")
    page.click("[data-tm-week] button")

    assert rules_broken_by_day_and_by_night(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE_BY_DAY.width
    page.close()
