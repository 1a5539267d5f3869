from dataclasses import replace
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.records.base import Language, ProgramId
from telemaco.reminders.digest import Concern, Digest, Item
from telemaco.reminders.values import CheckInKey, CheckInKind
from telemaco.render.check_ins.overview import LINES, news, overview
from telemaco.render.check_ins.voice import voice_of
from tests.render.check_ins.workshop import PLACE, full

ENGLISH = voice_of(Catalog("en"), (Language("en"),))
DAY = date(2027, 1, 4)
SESSION = CheckInKey(ProgramId("atelier"), "verrocchio-leonardo", DAY, CheckInKind.SESSION)
MENTOR = CheckInKey(ProgramId("atelier"), "verrocchio", DAY, CheckInKind.STILL_AVAILABLE)


def _item(concern: Concern, key: CheckInKey = SESSION, number: int | None = None) -> Item:
    return Item(concern, key, DAY, (msg("They want to end."),), number)


ITEMS = (
    _item(Concern.WISH, SESSION, 12),
    _item(Concern.UNANSWERED),
    _item(Concern.UNANSWERED, MENTOR),
)


def test_public_overview_names_nobody_and_counts() -> None:
    text = overview(full(), Digest(ITEMS, ("atelier/x-y",)), PLACE, ENGLISH).text

    assert "#12" in text
    assert "### Check-ins without an answer: 2" in text
    assert "1 is left alone because of errors in files." in text
    for word in ("Leonardo", "leonardo", "Verrocchio", "They want to end", "x-y"):
        assert word not in text


def test_private_overview_names_people_and_says_what_is_open() -> None:
    text = overview(
        full(is_private=True), Digest(ITEMS, ("atelier/x-y", "@z")), PLACE, ENGLISH
    ).text

    assert (
        "- [Andrea del Verrocchio and Leonardo da Vinci](https://github.com/example/mentoring/"
        "tree/main/pairs/atelier/verrocchio-leonardo) #12: They want to end." in text
    )
    assert "edit/main/program/people/verrocchio.yaml): They want to end." in text
    assert "errors in their files: atelier/x-y, @\u200bz." in text


def test_long_list_is_cut_with_the_number_that_is_left() -> None:
    items = tuple(_item(Concern.SIGN_UP) for _ in range(LINES + 7))

    text = overview(full(is_private=True), Digest(items, ()), None, ENGLISH).text

    assert "- and 7 more" in text
    assert "http" not in text


def test_nothing_is_said_to_be_nothing() -> None:
    assert "**Nothing waits.**" in overview(full(), Digest((), ()), PLACE, ENGLISH).text


def test_news_call_the_coordinators_of_the_programs_concerned() -> None:
    community = full()
    nobody = replace(community, people={})

    assert news(community, Digest(ITEMS, ()), ENGLISH).startswith("@cosimo\n\nSomething new")
    assert news(nobody, Digest(ITEMS, ()), ENGLISH).startswith("Something new")
