"""Where the file of a pair may hold words of somebody who is forgotten."""

from collections.abc import Iterator, Sequence

from telemaco.findings import Route
from telemaco.loading.text import decode
from telemaco.model.forgetting import Mention
from telemaco.records.base import PersonId
from telemaco.records.pair import Pair
from telemaco.records.person import Person
from telemaco.yamltext.survey import survey


def own_words(
    path: str, content: bytes, pair: Pair, person: PersonId, record: Person
) -> Iterator[Mention]:
    """The lines of a pair's file with their goals, and with what the members wrote together.

    Who wrote them nobody can tell from the file, so somebody has to decide what stays.
    """
    text = decode(path, content)
    if not isinstance(text, str):
        return
    routes = tuple(_routes(pair, person, record))
    found = {
        mark.line
        for place, mark in survey(text).values.items()
        if any(place[: len(route)] == route for route in routes)
    }
    lines = text.splitlines()
    yield from (Mention(path, number, _shown(lines[number - 1 :])) for number in sorted(found))


def _shown(lines: Sequence[str]) -> str:
    """The first line; with the second where the words begin on it."""
    first = lines[0].strip()
    begins_below = first.endswith((">", ">-", ">+", "|", "|-", "|+"))
    return f"{first} {lines[1].strip()}" if begins_below and len(lines) > 1 else first


def _routes(pair: Pair, person: PersonId, record: Person) -> Iterator[Route]:
    wishes = [goal.statement for goal in record.goals]
    for position, goal in enumerate(pair.goals):
        if goal.owner == person or goal.statement in wishes:
            yield ("goals", position, "statement")
            yield ("goals", position, "success")
    yield ("agreement", "between_us")
    yield ("closing", "reflection")
    yield ("closing", "next_step")
