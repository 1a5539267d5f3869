"""Messages in the reader's language, from gettext catalogs."""

import gettext
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from telemaco.messages import Choices, Fact, Message, msg

SOURCE_LANGUAGE = "en"


class Catalog:
    """A translator that reads the package's catalog of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalog = _catalog(language)

    def text(self, message: Message) -> str:
        """The message as a sentence."""
        if message.plural is None:
            sentence = self._catalog.gettext(message.text)
        else:
            sentence = self._catalog.ngettext(message.text, message.plural, message.count)
        return sentence.format_map({name: self._fact(fact) for name, fact in message.facts.items()})

    def _fact(self, fact: Fact) -> str:
        match fact:
            case Message():
                return self.text(fact)
            case Choices(values):
                return self._choices(values)
            case date():
                return fact.isoformat()
            case _:
                return str(fact)

    def _choices(self, values: tuple[str, ...]) -> str:
        if len(values) < 2:
            return "".join(values)
        return self.text(
            msg("{several} or {last}", several=", ".join(values[:-1]), last=values[-1])
        )


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
            if language:
                return SOURCE_LANGUAGE
    return SOURCE_LANGUAGE


@cache
def _catalog(language: str) -> gettext.NullTranslations:
    path = files("telemaco") / "locale" / language / "LC_MESSAGES" / "telemaco.mo"
    if language == SOURCE_LANGUAGE or not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)
