import re
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.matching.propose import propose
from telemaco.matching.result import Match
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.render.links import files_named_in
from telemaco.render.matches.names import Names, names_of
from telemaco.render.proposals import style
from telemaco.render.proposals.book import Book
from tests.fakes import community
from tests.matching.texts import person, program

WORDS = "- {id: fugue, label: {en: Fugue, it: Fuga}}\n- {id: organ, label: Organ}\n"
OLD = "confirmed: 2026-01-01\n"


def _community(extra: str = "", kind: str = "one-to-one", **people: str) -> Community:
    files = {f"program/people/{name}.yaml": text for name, text in people.items()}
    files["program/programs/spring.yaml"] = program(extra).replace("one-to-one", kind)
    files["program/skills.yaml"] = WORDS
    return community(files)


def _match(known: Community) -> Match:
    return propose(known, ProgramId("spring"), date(2027, 2, 1), "spring")


def _pages(known: Community, names: Names | None = None) -> dict[str, str]:
    found = _match(known)
    books = [
        Book(found, "Spring", names or names_of(known), Catalog(language), ("en", "it"))
        for language in ("en", "it")
    ]
    return {path: html for book in books for path, html in book.pages()}


def _text(html: str) -> str:
    """What a reader sees, in one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<body>")[2]).split())


@pytest.fixture
def workshop() -> Community:
    return _community(
        bach=person("mentee", seeks=["fugue"]) + OLD,
        abel=person("mentee", seeks=["fugue"]),
        cima=person("mentee", languages="{de: native}", seeks=["organ"]),
        hummel=person("mentee") + "paused_until: 2027-04-01\n",
        reincken=person("mentor", offers=["fugue"]),
    )


def test_there_is_an_overview_and_a_page_a_pair_in_every_language(workshop: Community) -> None:
    pages = _pages(workshop)

    served = _match(workshop).proposals[0].members[1][0]
    pair = f"pairs/reincken--{served}.html"
    assert sorted(pages) == sorted(["index.html", pair, "it/index.html", f"it/{pair}"])
    for path, html in pages.items():
        language = "it" if path.startswith("it/") else "en"
        assert f'<html lang="{language}">' in html
        for target in files_named_in(path, html):
            assert target in pages, f"{path} leads to {target}"


def test_no_page_asks_for_anything_or_is_to_be_found(workshop: Community) -> None:
    for html in _pages(workshop).values():
        assert '<meta name="robots" content="noindex, nofollow, noarchive">' in html
        assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html
        assert "<script" not in html
        assert not re.search(r"\bsrc=|@import|url\(|https?://", html)


def test_overview_says_who_is_left_and_what_would_help(workshop: Community) -> None:
    text = _text(_pages(workshop)["index.html"])

    assert "For coordinators only. These pages show what people have not published." in text
    assert "compete for 1 place with Person" in text
    assert "Would help: one more place with Person" in text
    assert "no common language: Person speaks German, Person Italian" in text
    assert "a new mentor for Organ who speaks German, in the time zone of Rome" in text
    assert "Person (hummel): paused until 1 April 2027" in text
    assert "objective fair" in text


def test_pair_shows_both_the_criteria_and_coordinators_the_rest(workshop: Community) -> None:
    pages = _pages(workshop)

    (pair,) = (text for path, text in pages.items() if path.startswith("pairs/"))
    both, _, coordinators = _text(pair).partition("For coordinators only")
    assert "skills high 50 of 50 Fugue" in both
    assert "Next choices" not in both
    assert "Next choices of Person" in coordinators
    assert "--pin reincken=" in coordinators
    (italian,) = (text for path, text in pages.items() if path.startswith("it/pairs/"))
    assert "competenze alto 50 su 50 Fuga" in _text(italian)


def test_what_people_write_is_escaped() -> None:
    evil = "<script>alert(1)</script>"
    known = _community(bach=person("mentee"), m=person("mentor"))
    names = Names({PersonId("bach"): evil, PersonId("m"): '"><img src=x>'})

    for html in _pages(known, names).values():
        assert evil not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html


def test_blocking_pairs_and_better_places_are_shown() -> None:
    known = _community(
        "matching: {objective: total, weights: {preference: off}}",
        a=person("mentee", seeks=["fugue"]).replace("accepted", "accepted, prefers: [n]"),
        b=person("mentee", seeks=["organ"]),
        c=person("mentee", seeks=["fugue"]),
        m=person("mentor", offers=["fugue"]),
        n=person("mentor", offers=["organ"]).replace("accepted", "accepted, prefers: [a]"),
        o=person("mentor"),
    )

    text = _text(_pages(known)["index.html"])

    assert "1 mentee and mentor who are not paired would both rather have each other" in text
    assert "Person (a) Person (n) 50 100 100" in text
    assert "a new mentor for Fugue who speaks Italian, in the time zone of Rome: 50" in text


@pytest.mark.parametrize(
    ("kind", "role", "page"),
    [("group", "mentee", "m--group.html"), ("peer-circle", "peer", "a--circle.html")],
)
def test_groups_and_circles_have_a_page(kind: str, role: str, page: str) -> None:
    known = _community(kind=kind, a=person(role), b=person(role), m=person("mentor"))

    pages = _pages(known)

    assert f"pairs/{page}" in pages
    assert "When they could meet: nobody says when" in _text(pages[f"pairs/{page}"])
    assert f'href="pairs/{page}"' in pages["index.html"]


def test_nothing_proposed_is_said() -> None:
    text = _text(_pages(_community(m=person("mentor")))["index.html"])

    assert "No pair is proposed." in text
    assert "1 mentor without a mentee" in text


def test_many_who_are_left_are_summed_up() -> None:
    people = {f"e{number:02}": person("mentee") for number in range(14)}

    text = _text(_pages(_community(**people, m=person("mentor")))["index.html"])

    assert "What would help, one by one: one more place with a mentor for each of 13." in text


def test_colours_are_those_of_the_site() -> None:
    css = style.stylesheet()

    assert "--tm-card: #fffefb" in css
    assert "(prefers-color-scheme: dark)" in css
    with pytest.raises(ValueError, match=r"no block \.sepia"):
        style.colours(css, ".sepia")
