"""Messages in the reader's language, from gettext catalogs."""

import gettext
import struct
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from telemaco.adapters.italian import with_articles
from telemaco.messages import (
    Choices,
    CityName,
    Fact,
    LanguageName,
    Message,
    Worded,
    msg,
    msg_n,
)
from telemaco.records.base import Language
from telemaco.records.text import in_language

SOURCE_LANGUAGE = "en"
_SHOWN_CHOICES = 24
_KEPT = 10_000
"""Of so many days, numbers and names, in words."""


class Catalog:
    """A translator that reads the package's catalog of one language; two of a language are equal.

    So the templates that are compiled for one serve the other, too.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalog = _catalog(language)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Catalog) and other.language == self.language

    def __hash__(self) -> int:
        return hash(self.language)

    def text(self, message: Message) -> str:
        """The message as a sentence; in English where the translation has a mistake."""
        # Nearly all are texts; to find that out in `_fact` takes half the time of a sentence.
        facts = {
            name: fact if type(fact) is str else self._fact(fact)
            for name, fact in message.facts.items()
        }
        sentence = self._translated(message)
        if self.language == "it":
            sentence = with_articles(sentence, facts)
        try:
            return sentence.format_map(facts)
        except (KeyError, IndexError, ValueError, AttributeError):
            return _english(message).format_map(facts)

    def sentences(self) -> Iterable[str]:
        """All that Telemaco itself may say, with names in braces where facts go."""
        found = self._catalog
        if isinstance(found, _Sentences):
            return found.told()
        return {
            sentence
            for language in languages()
            if isinstance(_catalog(language), _Sentences)
            for sentence in _english_in(_content(language))
        }

    def _translated(self, message: Message) -> str:
        if message.plural is None:
            return self._catalog.gettext(message.text)
        return self._catalog.ngettext(message.text, message.plural, message.count)

    def _fact(self, fact: Fact) -> str:
        match fact:
            case Message():
                return self.text(fact)
            case Choices():
                return self._choices(fact.values)
            case Worded():
                return self._worded(fact)
            case date() | float() | LanguageName() | CityName():
                return _customary(self.language, fact)
            case _:
                return str(fact)

    def _worded(self, fact: Worded) -> str:
        texts = {Language(code): text for code, text in fact.texts}
        return in_language(
            texts, Language(self.language), [Language(one) for one in fact.fallbacks]
        )

    def _choices(self, values: tuple[str, ...]) -> str:
        """The values as "a, b or c"; of very many, the first ones and how many more."""
        if len(values) > _SHOWN_CHOICES + 1:
            shown, left = values[:_SHOWN_CHOICES], len(values) - _SHOWN_CHOICES
            several = ", ".join(shown)
            return self.text(
                msg_n(
                    "{several} or {count} more", "{several} or {count} more", left, several=several
                )
            )
        *others, last = values or ("",)
        if not others:
            return last
        return self.text(msg("{several} or {last}", several=", ".join(others), last=last))


class _Sentences(gettext.GNUTranslations):
    """A catalog whose sentences can be listed."""

    _catalog: dict[str | tuple[str, int], str]

    def told(self) -> Iterable[str]:
        """The sentences in its language."""
        return self._catalog.values()


@lru_cache(maxsize=_KEPT)
def _customary(language: str, fact: date | float | LanguageName | CityName) -> str:
    """What depends on the customs of a language."""
    from telemaco.render.dates import Dates  # noqa: PLC0415 (slow, and seldom needed)

    dates = Dates(language)
    match fact:
        case date():
            return dates.day(fact)
        case LanguageName(code):
            return dates.language_name(code)
        case CityName(zone):
            return dates.city(zone)
        case _:
            return dates.number(fact)


def _english(message: Message) -> str:
    return message.text if message.plural is None or message.count == 1 else message.plural


def languages() -> tuple[str, ...]:
    """The languages that there are catalogs for, English first."""
    folder = files("telemaco") / "locale"
    found = sorted(entry.name for entry in folder.iterdir() if entry.is_dir())
    return (SOURCE_LANGUAGE, *found)


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for, as gettext reads it; English without one."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for wanted in environment.get(name, "").split(":"):
            language = wanted.partition(".")[0].partition("_")[0]
            if language in languages():
                return language
            if language and name != "LANGUAGE":
                return SOURCE_LANGUAGE
    return SOURCE_LANGUAGE


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    content = _content(language)
    return _read(content) if content else gettext.NullTranslations()


def _content(language: str) -> bytes:
    """The compiled catalog; empty where there is none."""
    path = files("telemaco") / "locale" / language / "LC_MESSAGES" / "telemaco.mo"
    return path.read_bytes() if language != SOURCE_LANGUAGE and path.is_file() else b""


def _english_in(content: bytes) -> Iterator[str]:
    """The sentences that a catalog translates, plurals too, of which gettext keeps none.

    Where they are: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
    """
    count, table = struct.unpack_from("<8x2I", content)
    for place in range(table, table + 8 * count, 8):
        length, start = struct.unpack_from("<2I", content, place)
        yield from content[start : start + length].decode().split("\0")


def _read(content: bytes) -> gettext.NullTranslations:
    """The catalog; none when it is broken, so that a reader still gets English."""
    try:
        return _Sentences(BytesIO(content))
    except (OSError, ValueError, struct.error):
        return gettext.NullTranslations()
