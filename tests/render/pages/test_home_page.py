import pytest

from telemaco.render.pages.home_page import home_page
from telemaco.render.pages.pair_pages import pairs_page
from tests.fakes import SETTINGS
from tests.progress.outcomes.circle import DONE, LEFT, files
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

COMMUNITY = "program/community.yaml"


def test_home_shows_what_there_is() -> None:
    rich = SETTINGS + (
        "tagline: Learning at one bench\nprivacy: {small_group: 2}\n"
        "channels: [{kind: matrix, label: Courtyard, url: 'https://chat.example.org/'}]\n"
    )

    page = home_page(edition({COMMUNITY: rich}))

    assert page.description == "Learning at one bench"
    for words in (
        "The Workshop", "The workshop year", "We looked at drapery.", "Courtyard",
        "workshop@example.org",
    ):  # fmt: skip
        assert words in page.body


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("workshop@example.org", '<a href="mailto:workshop@example.org">workshop@example.org</a>'),
        (
            "https://example.org/ask",
            '<a href="https://example.org/ask">https://example.org/ask</a>',
        ),
        ("the <b>courtyard</b>", "the &lt;b&gt;courtyard&lt;/b&gt;"),
    ],
)
def test_contact_is_a_link_where_it_is_an_address(contact: str, shown: str) -> None:
    settings = SETTINGS.replace("workshop@example.org", f"'{contact}'")

    body = home_page(edition({COMMUNITY: settings})).body

    assert f"For anything private, write to {shown}." in body


def test_small_numbers_are_not_told() -> None:
    body = home_page(edition()).body

    assert "tm-figures" not in body


def test_numbers_large_enough_are_told() -> None:
    settings = SETTINGS + "privacy: {small_group: 2}\n"
    notes = {
        f"pairs/bottega/verrocchio-leonardo/2027-02-0{n}.md": "---\nstatus: held\n---\n"
        for n in (1, 2)
    }

    assert "<dd>3</dd>" in home_page(edition({COMMUNITY: settings} | notes)).body


def test_pairs_are_counted_as_their_list_counts_them() -> None:
    """A draft has no list, nor has a proposal a place on one."""
    draft = {
        "program/programs/next.yaml": WORKSHOP[PROGRAM].replace("running", "draft"),
        "pairs/next/one/pair.yaml": WORKSHOP[PAIR],
        "pairs/bottega/two/pair.yaml": WORKSHOP[PAIR],
        "pairs/bottega/three/pair.yaml": WORKSHOP[PAIR].replace("active", "proposed"),
    }
    shown = edition({COMMUNITY: SETTINGS + "privacy: {small_group: 2}\n"} | draft)

    home, pairs = home_page(shown).body, pairs_page(shown).body

    assert '<a href="pairs/">pairs and groups active</a></dt><dd>2</dd>' in home
    assert "In all programs: 2 pairs and groups. 2 of them are active." in pairs


def test_how_many_completed_is_told_of_the_programs_that_are_large_enough() -> None:
    """Else the sum less the report of the large one would be the small one's."""
    alone = {PROGRAM: "", MASTER: "", PUPIL: "", PAIR: "", NOTE: ""}
    made = alone | files([DONE] * 8) | files([DONE] * 2, name="other")

    body = home_page(edition(made)).body

    assert '<a href="progress/">pairs and groups completed</a></dt><dd>8</dd>' in body


def test_how_many_completed_is_not_told_where_few_left() -> None:
    alone = {PROGRAM: "", MASTER: "", PUPIL: "", PAIR: "", NOTE: ""}

    assert "completed</a>" not in home_page(edition(alone | files([DONE] * 8 + [LEFT]))).body


def test_an_empty_community_says_what_comes_first() -> None:
    body = home_page(edition({PROGRAM: "", MASTER: "", PUPIL: "", PAIR: "", NOTE: ""})).body

    assert "program/programs/" in body
    assert "nobody has published a note" in body
    assert "tm-figures" not in body


def test_a_note_of_the_future_or_of_a_proposal_is_not_news() -> None:
    late = {
        NOTE: "",
        NOTE.replace("03-01", "03-16"): "---\nstatus: held\nvisibility: public\n---\nText",
    }
    proposed = without(PAIR, "status: active", "status: proposed")

    assert "nobody has published" in home_page(edition(late)).body
    assert "nobody has published" in home_page(edition(proposed)).body


def test_home_invites_to_nothing_that_is_not_there() -> None:
    past = without(PROGRAM, "applications_open: 2026-11-01,", "applications_close: 2026-12-01,")
    closed, alone = home_page(edition(past)).body, home_page(edition({MASTER: "", PAIR: ""})).body
    late = without(PROGRAM, "applications_open: 2026-11-01,", "applications_close: 2027-03-14,")
    late[PROGRAM] = late[PROGRAM].replace("status: running", "status: open")
    is_open = home_page(edition(without(PROGRAM, "status: running", "status: open"))).body

    assert "No program takes applications at present." in closed
    assert "Choose a program." not in closed
    assert "Choose a program." in is_open
    assert "Find a mentor" in is_open
    assert "Choose a program." not in home_page(edition(late)).body
    assert "Find a mentor" not in alone


def test_home_says_what_a_community_says_of_itself() -> None:
    settings = SETTINGS + "about: {en: We **carve** together., it: Scolpiamo insieme.}\n"

    assert (
        "<p>We <strong>carve</strong> together.</p>"
        in home_page(edition({COMMUNITY: settings})).body
    )
    assert "Scolpiamo" in home_page(edition({COMMUNITY: settings}, "it")).body
    assert "tm-about" not in home_page(edition()).body


def test_programs_that_take_people_come_first_with_their_deadline_and_a_way_in() -> None:
    later = WORKSHOP[PROGRAM].replace("2027-01-11", "2027-02-11").replace("running", "matching")
    closing = {
        "program/programs/piazza.yaml": later.replace(
            "2026-11-01", "2026-11-01, applications_close: 2027-01-31"
        ),
        **without(PROGRAM, "2026-11-01,", "2026-11-01, applications_close: 2027-04-01,"),
    }
    closing[PROGRAM] = closing[PROGRAM].replace("status: running", "status: open")

    body = home_page(edition(closing)).body

    assert body.index('href="programs/bottega/"') < body.index('href="programs/piazza/"')
    assert "Apply by 1 April 2027" in body
    assert "17 days left" in body
    assert '<a class="md-button md-button--primary" href="handbook/join/">Join</a>' in body


def test_home_tells_the_next_days_and_leads_to_the_calendar() -> None:
    body = home_page(edition()).body

    coming = body[body.index('id="coming"') : body.index('id="join"')]
    assert coming.index("22 March 2027") < coming.index("20 December 2027")
    assert "Andrea del Verrocchio and Leonardo da Vinci" in coming
    assert 'href="calendar/"' in coming
    assert (
        "Nothing is planned at present"
        in home_page(edition({PROGRAM: "", PAIR: "", NOTE: ""})).body
    )
