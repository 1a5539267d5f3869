"""What is made at once after a note changed is what the whole build makes of it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from telemaco.usecases.build import Built
from telemaco.usecases.glance import glance
from tests.render.pages.workshop import MASTER, NOTE, PAIR, WORKSHOP
from tests.usecases.test_build_again import START, Repeated, World

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
        glance(built, {path: _bytes(text) if text else None for path, text in files.items()})
    )

    whole = {**START.files, **files}
    again.build(replace(START, files={path: text for path, text in whole.items() if text}))
    assert {PAGE, f"it/{PAGE}"} <= pages.keys()
    assert pages == {path: again.shelf.files[path] for path in pages}


@pytest.mark.parametrize(
    "changed",
    [
        {MASTER: b"name: A"},
        {NOTE: _bytes(OTHER), PAIR: b""},
        {NOTE: b"---\nstatus: nothing\n---\n"},
        {NOTE: b"\xff"},
        {f"{FOLDER}2027-99-99.md": b""},
        {"pairs/bottega/no-such/2027-03-01.md": _bytes(OTHER)},
        {},
    ],
)
def test_where_not_only_good_notes_changed_nothing_is_made(changed: dict[str, bytes]) -> None:
    _, built = _built()

    assert dict(glance(built, changed)) == {}


def test_after_a_build_without_a_memory_nothing_is_made() -> None:
    assert dict(glance(Built(1, ()), {NOTE: _bytes(OTHER)})) == {}
