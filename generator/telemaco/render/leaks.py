"""Whether a page says what somebody does not publish.

Searched are the texts of every field that `consent.publish` leaves out: name, login, place,
headline, bio, links and goals, and the address of every pair's own room; whole or, where they
are long, passage by passage. They are
searched as whole words, in the page as a reader and as a program sees it. A text of several
words is found in small and capital letters alike, and so is the name of the person's file, if
it has several parts. Where somebody who publishes a name has a file that is named for their login,
as those have who joined by a form, the address of their page says it, and it is no secret.

A text of a single word may stand on a page for another reason: the place Florence of
somebody who does not publish it is also the place of somebody who does. Such a word is
passed over when it is one of the words that somebody else publishes or that stand in the
texts of the community, its programs and its handbook; a place or a headline also when it
stands in a public note or goal. A name of several words is always searched, unless
somebody of the same name publishes it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from itertools import chain
from typing import Literal

from telemaco.model.community import Community
from telemaco.records.base import Language, PersonId
from telemaco.records.layout import pair_path, person_path
from telemaco.records.person import Person, PersonField
from telemaco.render.pages.published import allows

_SHORTEST = 4
_SHORTEST_PASSAGE = 12
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[\w-]")
_FORM = re.compile(r"[\n*_`\[\]()#>|<]+")
_TEXT_FIELDS: tuple[PersonField, ...] = (
    "name", "github", "location", "headline", "bio", "links", "goals",
)  # fmt: skip
_NAMING: frozenset[PersonField] = frozenset({"name", "github"})


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that may stand on no page, and the file and the field that hold it."""

    path: str
    field: PersonField | Literal["meeting.url"]
    text: str
    is_of_several_words: bool = False

    def stands_in(self, page: str) -> bool:
        """Whether the page says it, in these letters if it is a single word."""
        if self.is_of_several_words:
            return _stands_in(self.text.casefold(), page.casefold())
        return _stands_in(self.text, page)


@dataclass(frozen=True, slots=True)
class Secrets:
    """Secrets by the longest of their words, so that a page is read once for all of them."""

    by_word: Mapping[str, tuple[Secret, ...]]

    def told_by(self, html: str) -> Iterator[Secret]:
        """The secrets that stand in the page."""
        page = unescape(html)
        for word in sorted(set(_WORD.findall(page.casefold())) & self.by_word.keys()):
            for secret in self.by_word[word]:
                if secret.stands_in(page):
                    yield secret


def secrets_of(community: Community, site_texts: Iterable[str] = ()) -> Secrets:
    """What no page may say; `site_texts` are the hand-written pages of the site."""
    published = set(_published_texts(community))
    ordinary = _words_of((*site_texts, *published, *_community_texts(community)))
    in_notes = ordinary | _words_of(_member_texts(community))
    by_word: defaultdict[str, list[Secret]] = defaultdict(list)
    for secret in chain(_secrets_of_people(community), _rooms(community)):
        usual = ordinary if secret.field in _NAMING else in_notes
        words = _WORD.findall(secret.text)
        is_usual = secret.text in published or (len(words) == 1 and words[0] in usual)
        if words and not is_usual:
            by_word[max(words, key=len).casefold()].append(
                replace(secret, is_of_several_words=len(words) > 1)
            )
    return Secrets({word: tuple(secrets) for word, secrets in by_word.items()})


def strings_in(value: object) -> Iterator[str]:
    """Every text in a value made of mappings and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings_in(inner)


def _secrets_of_people(community: Community) -> Iterator[Secret]:
    for person_id, person in community.people.items():
        yield from _secrets_of_person(person_id, person)


def _rooms(community: Community) -> Iterator[Secret]:
    """The pairs' own rooms, but for one that a program names as its public page."""
    public = {one.meeting.url for one in community.programs.values() if one.meeting}
    for pair_id, pair in community.pairs.items():
        if pair.meeting and pair.meeting.url and pair.meeting.url not in public:
            yield Secret(pair_path(pair_id), "meeting.url", pair.meeting.url)


def _secrets_of_person(person_id: PersonId, person: Person) -> Iterator[Secret]:
    path = person_path(person_id)
    if not allows(person, "name") and "-" in person_id:
        yield Secret(path, "name", person_id)
    for field in _TEXT_FIELDS:
        if not allows(person, field) and not (
            field == "github" and _is_in_address(person_id, person)
        ):
            for text in _texts(person, field):
                yield from (Secret(path, field, passage) for passage in _passages(field, text))


def _is_in_address(person_id: PersonId, person: Person) -> bool:
    return allows(person, "name") and (person.github or "").casefold() == person_id


def _passages(field: PersonField, text: str) -> Iterator[str]:
    if field in {"bio", "goals", "headline"}:
        parts = (part.strip() for part in _FORM.split(text))
        yield from (part for part in parts if len(part) >= _SHORTEST_PASSAGE)
    elif len(text) >= _SHORTEST:
        yield text


def _texts(person: Person, field: PersonField) -> Iterator[str]:
    match field:
        case "links":
            for link in person.links:
                yield link.url
        case "goals":
            for goal in person.goals:
                yield from _languages(goal.statement)
        case _:
            yield from _languages(getattr(person, field))


def _languages(text: str | Mapping[Language, str] | None) -> Iterable[str]:
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else text.values()


def _published_texts(community: Community) -> Iterator[str]:
    for person in community.people.values():
        for field in _TEXT_FIELDS:
            if allows(person, field):
                yield from _texts(person, field)


def _community_texts(community: Community) -> Iterator[str]:
    yield from strings_in(community.settings.model_dump())
    for record in (*community.programs.values(), *community.skills.values()):
        yield from strings_in(record.model_dump())


def _member_texts(community: Community) -> Iterator[str]:
    for pair_id, pair in community.pairs.items():
        yield from strings_in(pair.model_dump(include={"title", "goals", "closing"}))
        for session in community.sessions_of(pair_id):
            if community.visibility_of(session) == "public":
                yield session.body


def _words_of(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text)}


def _stands_in(text: str, page: str) -> bool:
    """Whether the text is in the page with no letter or digit right before or after it."""
    start = page.find(text)
    while start >= 0:
        end = start + len(text)
        if not (_joins(page[start - 1 : start], text[0]) or _joins(text[-1], page[end : end + 1])):
            return True
        start = page.find(text, start + 1)
    return False


def _joins(left: str, right: str) -> bool:
    """Whether they are letters of one word; a hyphen joins, as in the name of a pair's folder."""
    return bool(_LETTER.fullmatch(left) and _LETTER.fullmatch(right))
