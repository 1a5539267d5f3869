import pytest

from telemaco.render.pages.home_page import home_page
from tests.fakes import SETTINGS
from tests.render.pages.workshop import MASTER, NOTE, PAIR, PROGRAM, PUPIL, edition, without

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
    closed, alone = home_page(edition()).body, home_page(edition({MASTER: "", PAIR: ""})).body
    late = without(PROGRAM, "applications_open: 2026-11-01,", "applications_close: 2027-03-14,")
    late[PROGRAM] = late[PROGRAM].replace("status: running", "status: open")
    is_open = home_page(edition(without(PROGRAM, "status: running", "status: open"))).body

    assert "No program takes applications at present." in closed
    assert "Choose a program." not in closed
    assert "Choose a program." in is_open
    assert "Find a mentor" in is_open
    assert "Choose a program." not in home_page(edition(late)).body
    assert "Find a mentor" not in alone
