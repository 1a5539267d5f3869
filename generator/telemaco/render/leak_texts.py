"""The texts of the records that the site may not show, each with its file and its field.

Of a person these are the fields that `consent.publish` leaves out. Of a note that is not public it
is its text. Of a pair it is its own room, unless a program names the room; and where not all of its
members publish `pairs`, what they wrote about it and the name of its folder. Answers to a survey
are nobody's to read unless given to be quoted. Of a long text that can only come as a whole, the
longest passage is searched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from telemaco.model.community import Community
from telemaco.model.rooms import public_page, room_in
from telemaco.records.base import Language, LocalText, PersonId
from telemaco.records.layout import (
    PairId,
    answer_path,
    note_path,
    pair_path,
    person_path,
    program_path,
)
from telemaco.records.pair import Pair
from telemaco.records.person import Person, PersonField
from telemaco.render.leak_readings import in_one_line
from telemaco.render.pages.published import all_are_named, allows, tells_its_story
from telemaco.render.pages.published_goals import is_kept

TEXT_FIELDS: tuple[PersonField, ...] = (
    "name", "github", "location", "headline", "bio", "links", "goals", "trained",
)  # fmt: skip
_NAMING = frozenset({"name", "github"})
_SHORTEST = 4
_SHORTEST_PASSAGE = 12
_FORM = re.compile(r"[\n*_`\[\]()#>|<]+")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


class Ground(StrEnum):
    """Why a text may not be shown."""

    CONSENT = "consent"
    NOTE = "note"
    PAIR = "pair"
    ROOM = "room"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text that may stand nowhere; `names` is whether it says who somebody is."""

    ground: Ground
    path: str
    field: str
    text: str
    names: bool = False


def hidden_texts(community: Community) -> Iterator[Hidden]:
    """All of them, in the order of the records."""
    for person_id, person in community.people.items():
        yield from _of_person(person_id, person)
    told = {public_page(program.meeting) for program in community.programs.values()}
    for program_id, program in community.programs.items():
        if room := room_in(program.meeting):
            yield Hidden(Ground.ROOM, program_path(program_id), "meeting.url", room)
    for pair_id, pair in community.pairs.items():
        if pair.meeting and pair.meeting.url and pair.meeting.url not in told:
            yield Hidden(Ground.ROOM, pair_path(pair_id), "meeting.url", pair.meeting.url)
        yield from _of_pair(community, pair_id, pair)
        yield from hidden_in_notes(community, pair_id)
    for answer_id, answer in community.answers.items():
        if answer.share != "quote":
            for item, said in answer.answers.items():
                if isinstance(said, str):
                    yield from _longest(Ground.ANSWER, answer_path(*answer_id), item, said)


def names_hidden_in_pairs(community: Community, pair: Pair) -> Iterator[Hidden]:
    """Names that are published, but not on the page of this pair."""
    for member in pair.members:
        person = community.people.get(member.person)
        if person and allows(person, "name") and not allows(person, "pairs"):
            path = person_path(member.person)
            yield Hidden(Ground.CONSENT, path, "pairs", in_one_line(person.name), names=True)


def hidden_in_notes(community: Community, pair_id: PairId) -> Iterator[Hidden]:
    """The texts of a pair's notes that are not public."""
    for session in community.sessions_of(pair_id):
        if session.body and community.visibility_of(session) != "public":
            yield from _longest(Ground.NOTE, note_path(pair_id, session.id), "text", session.body)


def texts_of(person: Person, field: PersonField) -> Iterator[str]:
    """The texts in a field of a person."""
    match field:
        case "links":
            for link in person.links:
                yield link.url
        case "goals":
            for goal in person.goals:
                yield from _languages(goal.statement)
        case "trained":
            for training in person.trained:
                yield from _languages(training.module)
        case _:
            yield from _languages(getattr(person, field))


def passages_of(text: str) -> Iterator[str]:
    """The pieces of a text in Markdown that stand on a page as they are."""
    parts = (in_one_line(part) for part in _FORM.split(text))
    yield from (part for part in parts if len(part) >= _SHORTEST_PASSAGE)


def _of_person(person_id: PersonId, person: Person) -> Iterator[Hidden]:
    path = person_path(person_id)
    if not allows(person, "name"):
        for name in sorted({str(person_id), _as_address(person.name)}):
            if "-" in name:
                yield Hidden(Ground.CONSENT, path, "name", name, names=True)
    for field in TEXT_FIELDS:
        if not allows(person, field) and not (
            field == "github" and _is_in_address(person_id, person)
        ):
            for text in texts_of(person, field):
                for passage in _passages(field, text):
                    yield Hidden(Ground.CONSENT, path, field, passage, names=field in _NAMING)


def _of_pair(community: Community, pair_id: PairId, pair: Pair) -> Iterator[Hidden]:
    path = pair_path(pair_id)
    if "-" in pair_id.pair and not all_are_named(community, pair):
        yield Hidden(Ground.PAIR, path, "members", pair_id.pair, names=True)
    is_told = tells_its_story(community, pair)
    for field, text in _kept_goals(community, pair) if is_told else _story(pair):
        for words in _languages(text):
            yield from _longest(Ground.PAIR, path, field, words)


def _kept_goals(community: Community, pair: Pair) -> Iterator[tuple[str, LocalText | None]]:
    for goal in pair.goals:
        if is_kept(community, pair, goal):
            yield "goals", goal.statement
            yield "goals", goal.success


def _story(pair: Pair) -> Iterator[tuple[str, LocalText | None]]:
    yield "title", pair.title
    for goal in pair.goals:
        yield "goals", goal.statement
        yield "goals", goal.success
    for milestone in pair.milestones:
        yield "milestones", milestone.evidence
    if pair.closing:
        yield "closing", pair.closing.reflection
        yield "closing", pair.closing.next_step


def _longest(ground: Ground, path: str, field: str, text: str) -> Iterator[Hidden]:
    passage = max(passages_of(text), key=len, default="")
    if passage:
        yield Hidden(ground, path, field, passage)


def _is_in_address(person_id: PersonId, person: Person) -> bool:
    return allows(person, "name") and (person.github or "").casefold() == person_id


def _as_address(name: str) -> str:
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", plain).strip("-")


def _passages(field: PersonField, text: str) -> Iterator[str]:
    if field in {"bio", "goals", "headline"}:
        yield from passages_of(text)
    elif len(text) >= _SHORTEST:
        yield in_one_line(text)


def _languages(text: str | Mapping[Language, str] | None) -> Iterable[str]:
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else text.values()
