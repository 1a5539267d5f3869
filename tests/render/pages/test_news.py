from telemaco.render.pages.news import news_file
from tests.fakes import SETTINGS
from tests.render.atom import ATOM, read
from tests.render.pages.workshop import NOTE, PROGRAM, edition, without


def _titles(content: bytes) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in read(content).iter(f"{ATOM}entry")]


def test_public_notes_and_programs_that_opened_are_news() -> None:
    assert _titles(news_file(edition())) == [
        "From a session: Andrea del Verrocchio and Leonardo da Vinci",
        "Applications open: The workshop year",
    ]


def test_note_that_is_not_public_and_program_that_opens_later_are_none() -> None:
    changes = without(NOTE, "public", "counts") | without(PROGRAM, "2026-11-01", "2027-04-01")

    assert _titles(news_file(edition(changes))) == []


def test_every_language_has_ids_of_its_own() -> None:
    ids = {
        one.text
        for language in ("en", "it")
        for one in read(news_file(edition(language=language))).iter(f"{ATOM}id")
    }

    assert len(ids) == 6


def test_addresses_are_whole_where_the_site_has_one_and_relative_elsewhere() -> None:
    settings = {"program/community.yaml": SETTINGS + "url: https://w.example/\n"}

    assert b'href="https://w.example/it/news.xml"' in news_file(edition(settings, "it"))
    assert b'href="news.xml"' in news_file(edition())
    assert b'href="programs/bottega/"' in news_file(edition())
