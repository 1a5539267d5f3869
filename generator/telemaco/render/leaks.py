"""Whether a file of the site says what somebody does not publish.

Searched are the hidden texts of all records (see `leak_texts`), in every file, with the marks of
its format taken off (see `leak_readings`), and in the addresses of files. They are searched as
whole words: a text of several words in small and capital letters alike, a single word in its own
letters. An e-mail address may stand nowhere but those of the community.

A text of a single word may stand on a page for another reason: the place Florence of somebody who
does not publish it is also the place of somebody who does. Such a word is passed over when it is
one of the words that somebody else publishes, that stand in the texts of the community, its
programs and its handbook, or that Telemaco says itself (see `leak_commons`); a place or a headline
also when it stands in a public note or goal. A place of several words is passed over when it stands
in those texts as it is, any place when it is the city of a time zone that somebody publishes, a
passage when it is one of theirs. A name of several words is always searched, unless somebody of the
same name publishes it. Where somebody who publishes a name has a file that is named for their
login, as those have who joined by a form, the address of their page says it, and it is no secret.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from telemaco.model.community import Community
from telemaco.model.guides import BUILT_IN_AGENDAS, BUILT_IN_LANGUAGES, built_in
from telemaco.model.rooms import room_in
from telemaco.render.dates import Dates
from telemaco.render.leak_readings import as_seen, in_one_line
from telemaco.render.leak_texts import (
    TEXT_FIELDS,
    Ground,
    Hidden,
    hidden_texts,
    names_hidden_in_pairs,
    passages_of,
    texts_of,
)
from telemaco.render.leak_words import WORD, Words
from telemaco.render.pages.addresses import pair_address
from telemaco.render.pages.published import all_are_named, allows, tells_its_story
from telemaco.render.pages.published_goals import is_kept

_LETTER = re.compile(r"[\w-]")
_BEFORE_AT = re.compile(r"[\w.+-]+$")
_BEHIND_AT = re.compile(r"@(?:[\w-]+\.)+[a-zA-Z]{2,}\b(?!:)")
_LONGEST = 64
_EXAMPLES = ("example", "example.org", "example.com", "example.net", "invalid", "test")
_NO_MAIL = frozenset(
    ["invalid", "png", "svg", "jpg", "jpeg", "webp", "gif", "ico", "css", "js", "html"]
)
"""What ends the name of an event, which has nobody's host, or of a file (`logo@2x.png`)."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A text that may stand on no page, why not, and in which field of which file it is."""

    ground: Ground
    path: str
    field: str
    text: str
    is_of_several_words: bool = False

    def stands_in(self, page: str) -> bool:
        """Whether the page says it, in these letters if it is a single word."""
        return self.is_part_of(page.casefold() if self.is_of_several_words else page)

    def is_part_of(self, page: str) -> bool:
        """The same for a page in small letters, if it is a text of several words."""
        return _stands_in(self.text.casefold() if self.is_of_several_words else self.text, page)


@dataclass(frozen=True, slots=True)
class Secrets:
    """Secrets by the rarest of their words, so that a file is read once for all of them.

    `in_folder` are those that may stand elsewhere, but not below an address. `addresses` are
    the e-mail addresses that may stand on the site.
    """

    by_word: Mapping[str, tuple[Secret, ...]]
    in_folder: Mapping[str, tuple[Secret, ...]]
    addresses: tuple[str, ...] = ()
    rare_words: Words = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rare_words", Words(frozenset(self.by_word)))

    def told_by(self, path: str, text: str) -> Iterator[Secret]:
        """The secrets that stand in a text of the file at the path, as it is read."""
        words = self.rare_words.found_in(text.casefold())
        here = self._only_here(path)
        if not words and not here:
            return
        exact = in_one_line(text), as_seen(text)
        folded = [reading.casefold() for reading in exact]
        told: dict[tuple[str, bool], bool] = {}
        for secret in (*(one for word in sorted(words) for one in self.by_word[word]), *here):
            # Thousands may keep the same word to themselves, such as where they live.
            said = secret.text, secret.is_of_several_words
            if said not in told:
                readings = folded if secret.is_of_several_words else exact
                told[said] = any(map(secret.is_part_of, readings))
            if told[said]:
                yield secret

    def mail_in(self, text: str) -> Iterator[str]:
        """The e-mail addresses in a text, as it is read, that are not the community's."""
        for address in sorted(set(_addresses_in(text))):
            ending = address.rpartition(".")[2].lower()
            if address.casefold() not in self.addresses and ending not in _NO_MAIL:
                yield address

    def _only_here(self, path: str) -> tuple[Secret, ...]:
        if not self.in_folder:
            return ()
        place = path.rpartition("/")[0]
        return self.in_folder.get(place) or self.in_folder.get(place.partition("/")[2], ())


def secrets_of(
    community: Community,
    site_texts: Iterable[str] = (),
    own_words: Iterable[str] = (),
    texts: Iterable[Hidden] | None = None,
) -> Secrets:
    """What no page may say; `site_texts` are the hand-written pages of the site.

    A single word that stands in `own_words` is common, whatever it says. `texts` are the hidden
    texts of the community, where they are known.
    """
    site_texts = tuple(site_texts)
    own = (*site_texts, *_community_texts(community))
    texts = hidden_texts(community) if texts is None else texts
    hidden = _Ordinary(community, own, own_words).left_over(texts)
    numbers = Counter(word for secret in hidden for word in _words(secret))
    by_word: dict[str, list[Secret]] = {}
    for secret in hidden:
        rarest = min(_words(secret), key=lambda word: (numbers[word], -len(word)))
        by_word.setdefault(rarest, []).append(secret)
    return Secrets(
        {word: tuple(secrets) for word, secrets in by_word.items()},
        dict(_hidden_in_pairs(community)),
        tuple(sorted(_own_addresses(community, site_texts))),
    )


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


class _Ordinary:
    """What stands on the site for other reasons, so that it tells nothing about anybody."""

    def __init__(
        self, community: Community, own: tuple[str, ...], own_words: Iterable[str]
    ) -> None:
        self._published = set(_published_texts(community))
        self._cities = set(_published_cities(community))
        told = (*_member_texts(community), *_guides(community))
        self._words = _words_of((*own, *own_words, *self._published))
        self._words_in_notes = self._words | _words_of(told)
        self._passages = {passage for text in (*own, *told) for passage in passages_of(text)}
        self._own = in_one_line("\n".join(own)).casefold()

    def left_over(self, texts: Iterable[Hidden]) -> list[Secret]:
        """The texts that are not ordinary, each once."""
        found: dict[tuple[str, str], Secret] = {}
        for hidden in texts:
            words = WORD.findall(hidden.text)
            if words and not self._has(hidden, words):
                secret = _secret(hidden, is_of_several_words=len(words) > 1)
                found.setdefault((secret.text, secret.path), secret)
        return list(found.values())

    def _has(self, hidden: Hidden, words: list[str]) -> bool:
        if hidden.text in self._published:
            return True
        if hidden.field == "location" and hidden.text in self._cities:
            return True
        if len(words) == 1:
            return words[0] in (self._words if hidden.names else self._words_in_notes)
        if hidden.field == "location":
            return _stands_in(hidden.text.casefold(), self._own)
        return not hidden.names and hidden.text in self._passages


def _secret(hidden: Hidden, *, is_of_several_words: bool) -> Secret:
    return Secret(hidden.ground, hidden.path, hidden.field, hidden.text, is_of_several_words)


def _hidden_in_pairs(community: Community) -> Iterator[tuple[str, tuple[Secret, ...]]]:
    for pair_id, pair in community.pairs.items():
        names = tuple(
            _secret(hidden, is_of_several_words=" " in hidden.text)
            for hidden in names_hidden_in_pairs(community, pair)
        )
        if names:
            yield pair_address(community, pair_id).rstrip("/"), names


def _words(secret: Secret) -> list[str]:
    return WORD.findall(secret.text.casefold())


def _published_texts(community: Community) -> Iterator[str]:
    for person in community.people.values():
        for one in TEXT_FIELDS:
            if allows(person, one):
                yield from map(in_one_line, texts_of(person, one))
    for pair_id, pair in community.pairs.items():
        if all_are_named(community, pair):
            yield pair_id.pair


def _published_cities(community: Community) -> Iterator[str]:
    """Those for which the time zones are named that people publish, as each language says it."""
    zones = {one.timezone for one in community.people.values() if allows(one, "timezone")}
    for language, zone in product(community.settings.languages, sorted(zones)):
        yield Dates(language).city(zone)


def _community_texts(community: Community) -> Iterator[str]:
    rooms = {room_in(program.meeting) for program in community.programs.values()}
    yield from strings_in(community.settings.model_dump())
    for record in (*community.programs.values(), *community.skills.values()):
        yield from (text for text in strings_in(record.model_dump()) if text not in rooms)


def _member_texts(community: Community) -> Iterator[str]:
    for pair_id, pair in community.pairs.items():
        if tells_its_story(community, pair):
            yield from strings_in(pair.model_dump(include={"title", "closing"}))
            for goal in pair.goals:
                if not is_kept(community, pair, goal):
                    yield from strings_in(goal.model_dump())
        for session in community.sessions_of(pair_id):
            if community.visibility_of(session) == "public":
                yield session.body


def _guides(community: Community) -> Iterator[str]:
    """Whoever writes a note often begins with the guide, which the site shows."""
    for guides in community.agendas.values():
        yield from (guide.body for guide in guides.values())
    for agenda, language in product(BUILT_IN_AGENDAS, BUILT_IN_LANGUAGES):
        guide = built_in(agenda, language)
        yield guide.body if guide else ""


def _addresses_in(text: str) -> Iterator[str]:
    """Looked for around each @ only, since most of a page has none."""
    at = text.find("@")
    while at >= 0:
        before = _BEFORE_AT.search(text[max(at - _LONGEST, 0) : at])
        behind = _BEHIND_AT.match(text[at : at + _LONGEST])
        if before and behind:
            yield before[0] + behind[0]
        at = text.find("@", at + 1)


def _own_addresses(community: Community, site_texts: Iterable[str]) -> set[str]:
    """Those in community.yaml, and those in a hand-written page that are nobody's."""
    own = _addresses_in("\n".join(strings_in(community.settings.model_dump())))
    shown = (address for text in site_texts for address in _addresses_in(text))
    return {
        address.casefold()
        for address in (*own, *(one for one in shown if one.partition("@")[2].endswith(_EXAMPLES)))
    }


def _words_of(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in WORD.findall(text)}


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
