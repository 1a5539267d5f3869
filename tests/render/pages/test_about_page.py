from dataclasses import replace
from datetime import date

from telemaco import __version__
from telemaco.render.pages.about_page import about_page
from tests.fakes import SETTINGS
from tests.render.pages.workshop import edition

FORGE = {"program/community.yaml": SETTINGS + "forge: {kind: github, repository: acme/workshop}\n"}


def test_about_tells_version_day_and_languages() -> None:
    body = about_page(edition()).body

    assert f"Telemaco {__version__} made this site" in body
    assert "15 March 2027" in body
    assert '<a href=".././" lang="en" hreflang="en">English</a>' in body
    assert '<a href="../it/" lang="it" hreflang="it">Italiano</a>' in body
    assert "fewer than 5 people" in body


def test_languages_lead_home_from_every_language() -> None:
    body = about_page(edition(language="it")).body

    assert '<a href="../../" lang="en"' in body
    assert '<a href="../../it/" lang="it"' in body


def test_about_leads_to_the_files_where_they_are_known() -> None:
    assert 'href="https://github.com/acme/workshop"' in about_page(edition(FORGE)).body
    assert "tell them what is wrong" in about_page(edition()).body


def test_about_says_when_the_reminders_ran() -> None:
    ran = replace(edition(), reminders_ran=date(2027, 3, 14))

    assert "The reminders last ran on 14 March 2027." in about_page(ran).body
    assert "tm-heartbeat" not in about_page(edition()).body


def test_about_says_how_to_report_a_problem() -> None:
    ask = "https://github.com/acme/workshop/issues/new?template=ask-the-coordinator"

    assert f'href="{ask}.yml"' in about_page(edition(FORGE)).body
    assert f'href="{ask}-it.yml"' in about_page(edition(FORGE, "it")).body
    assert "with a form" not in about_page(edition()).body
    assert 'write to <a href="mailto:workshop@example.org">' in about_page(edition()).body


def test_about_names_the_licence_of_the_open_data_if_there_is_one() -> None:
    licensed = {"program/community.yaml": SETTINGS + "data_licence: CC BY 4.0\n"}

    assert "under this licence: CC BY 4.0." in about_page(edition(licensed)).body
    assert "has named no licence" in about_page(edition()).body
