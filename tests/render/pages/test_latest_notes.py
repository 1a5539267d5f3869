"""The latest public notes, known in portions of many."""

from dataclasses import replace

from telemaco.render.pages.notes import latest_notes
from tests.render.pages.workshop import NOTE, PAIR, WORKSHOP, edition

TEXT = "# Goal\n\n        We looked at *drapery*."


def _notes(number: int, text: str) -> dict[str, str]:
    """Notes of pairs, so many, one a pair; the text stands in the last of them alone."""
    said = WORKSHOP[NOTE]
    files: dict[str, str] = {}
    for one in range(number):
        folder = f"pairs/bottega/p{one:03}"
        files[f"{folder}/pair.yaml"] = WORKSHOP[PAIR]
        files[f"{folder}/2027-01-05.md"] = said if one == number - 1 else said.replace(text, "")
    return files


def test_notes_without_a_text_are_passed_over_however_many_they_are() -> None:
    found = latest_notes(edition(_notes(150, TEXT)), 5)

    assert [(pair.pair, session.day.isoformat()) for pair, session in found] == [
        ("verrocchio-leonardo", "2027-03-01"),
        ("p149", "2027-01-05"),
    ]


def test_what_is_known_of_notes_is_asked_for_by_portions() -> None:
    asked: list[str] = []

    def part(name: str, make: object) -> str:
        asked.append(name)
        assert callable(make)
        return str(make())

    one = replace(edition(_notes(150, TEXT)), part=part)
    assert len(latest_notes(one, 1)) == 1
    assert asked == ["latest notes 0"]
    assert len(latest_notes(one, 2)) == 2
    assert asked == ["latest notes 0", *(f"latest notes {number}" for number in range(3))]
