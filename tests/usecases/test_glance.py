"""What is made at once after a note changed is what the whole build makes of it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from telemaco.usecases.build import Built
from telemaco.usecases.glance import glance, shown_in
from tests.render.pages.workshop import MASTER, NOTE, PAIR, WORKSHOP
from tests.usecases.test_build_again import SECOND as SECOND_PAIR
from tests.usecases.test_build_again import SECOND_NOTE, START, Repeated, World

FOLDER = PAIR.removesuffix("pair.yaml")
PAGE = "pairs/bottega/verrocchio-leonardo/index.html"
SECOND = f"{FOLDER}2027-03-08.md"
OTHER = WORKSHOP[NOTE].replace("drapery", "horses").replace("60", "75")


def _built(world: World = START) -> tuple[Repeated, Built]:
    again = Repeated()
    return again, again.build(world)


def _bytes(text: str) -> bytes:
    return "\n".join(line.strip() for line in text.splitlines()).encode()


@pytest.mark.parametrize(
    "files", [{NOTE: OTHER}, {SECOND: OTHER}, {NOTE: None}, {NOTE: None, SECOND: OTHER}]
)
def test_pages_made_at_once_are_those_of_the_whole_build(files: Mapping[str, str | None]) -> None:
    again, built = _built()

    pages = dict(
        glance(
            shown_in(built), {path: _bytes(text) if text else None for path, text in files.items()}
        )
    )

    whole = {**START.files, **files}
    again.build(replace(START, files={path: text for path, text in whole.items() if text}))
    assert {PAGE, f"it/{PAGE}"} <= pages.keys()
    assert pages == {path: again.shelf.files[path] for path in pages}


def test_a_note_beside_other_changes_is_shown_by_itself() -> None:
    _, built = _built()
    note = {NOTE: _bytes(OTHER)}

    pages = dict(glance(shown_in(built), {**note, PAIR: b"", SECOND: b"\xff"}))

    assert pages == dict(glance(shown_in(built), note))


@pytest.mark.parametrize(
    "changed",
    [
        {MASTER: b"name: A"},
        {NOTE: b"---\nstatus: nothing\n---\n"},
        {NOTE: b"\xff"},
        {f"{FOLDER}2027-99-99.md": b""},
        {"pairs/bottega/no-such/2027-03-01.md": _bytes(OTHER)},
        {},
    ],
)
def test_without_a_good_note_nothing_is_made(changed: dict[str, bytes]) -> None:
    _, built = _built()

    assert dict(glance(shown_in(built), changed)) == {}


def test_where_notes_are_shown_is_known_without_the_figures_of_programs() -> None:
    again, _ = _built()
    built = again.build(START)

    for showing in shown_in(built).showings:
        assert {"counted", "outcomes"} <= showing.own
        assert "outcomes" not in vars(showing.work.edition)


def test_lists_and_figures_of_many_pairs_wait() -> None:
    more = {
        path.replace("verrocchio-lorenzo", f"pair-{number}"): START.files[path]
        for path in (SECOND_PAIR, SECOND_NOTE)
        for number in range(30)
    }
    _, built = _built(replace(START, files={**START.files, **more}))

    pages = dict(glance(shown_in(built), {NOTE: _bytes(OTHER)}))

    assert PAGE in pages
    assert not {"pairs/index.html", "programs/bottega/pairs/index.html"} & pages.keys()


def test_figures_of_programs_wait() -> None:
    _, built = _built()

    pages = dict(glance(shown_in(built), {NOTE: _bytes(OTHER)}))

    late = {"programs/bottega/index.html", "progress/index.html", "data/index.html"}
    assert not late & pages.keys()


def test_a_page_that_would_say_what_nobody_may_read_is_not_shown() -> None:
    _, built = _built()
    note = OTHER.replace("horses", "the house in Anchiano")

    pages = dict(glance(shown_in(built), {NOTE: _bytes(note)}))

    assert PAGE not in pages


def test_after_a_build_without_a_memory_nothing_is_made() -> None:
    assert dict(glance(shown_in(Built(1, ())), {NOTE: _bytes(OTHER)})) == {}
