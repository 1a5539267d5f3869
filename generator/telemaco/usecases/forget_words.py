"""Where the file of a pair, and its notes, may hold words of somebody who is forgotten."""

from collections.abc import Iterator, Sequence

from telemaco.findings import Route
from telemaco.loading import front_matter
from telemaco.loading.text import decode
from telemaco.model.attendance import AWAY
from telemaco.model.community import Session
from telemaco.model.forgetting import Mention
from telemaco.records.base import PersonId
from telemaco.records.pair import Pair
from telemaco.records.person import Person
from telemaco.yamltext.survey import Survey, survey


def own_words(
    path: str, content: bytes, pair: Pair, person: PersonId, record: Person
) -> Iterator[Mention]:
    """The lines of a pair's file with their goals, and with what the members wrote together.

    Who wrote them nobody can tell from the file, so somebody has to decide what stays.
    """
    text = decode(path, content)
    if isinstance(text, str):
        yield from _lines_at(path, text, survey(text), tuple(_routes(pair, person, record)))


def own_words_of_session(
    path: str, content: bytes, session: Session, person: PersonId
) -> Iterator[Mention]:
    """The lines of a note with what they wanted to do, and that with which its text begins.

    Who wrote a text nobody can tell, either; whoever was not there did not.
    """
    text = decode(path, content)
    parts = front_matter.split(path, text) if isinstance(text, str) else None
    if not isinstance(text, str) or not isinstance(parts, front_matter.Parts):
        return
    routes = tuple(
        ("actions", position, "text")
        for position, action in enumerate(session.note.actions)
        if action.owner == person
    )
    yield from _lines_at(path, text, survey(parts.header), routes, front_matter.LINES_ABOVE)
    if session.note.attendance.get(person) in AWAY:
        return
    first = text.count("\n") - parts.body.count("\n") + 1
    for number, line in enumerate(parts.body.splitlines(), first):
        if line.strip() and not line.startswith("#"):
            yield Mention(path, number, line.strip())
            return


def _lines_at(
    path: str, text: str, places: Survey, routes: Sequence[Route], lines_above: int = 0
) -> Iterator[Mention]:
    found = {
        mark.line + lines_above
        for place, mark in places.values.items()
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
        if goal.owner in {person, None} or goal.statement in wishes:
            yield ("goals", position, "statement")
            yield ("goals", position, "success")
    for position, _ in enumerate(pair.milestones):
        yield ("milestones", position, "evidence")
    yield ("agreement", "between_us")
    yield ("closing", "reflection")
    yield ("closing", "next_step")
