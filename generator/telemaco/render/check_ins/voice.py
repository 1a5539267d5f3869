"""Sentences in one language, with everything that strangers wrote made safe."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import assert_never

from telemaco.messages import (
    Choices,
    CityName,
    Fact,
    LanguageName,
    Message,
    Worded,
)
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.text import in_language
from telemaco.render.check_ins.safe import Safe, safe
from telemaco.render.dates import Dates


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language; `fallbacks` are those that a text may be in instead."""

    translator: Translator
    fallbacks: tuple[Language, ...]
    dates: Dates

    def say(self, message: Message) -> Safe:
        """A sentence as Markdown; what it quotes is safe."""
        facts = {name: self._fact(fact) for name, fact in message.facts.items()}
        spoken = Message(message.text, facts, message.plural, message.count)
        return Safe(self.translator.text(spoken))

    def fact(self, fact: Fact) -> Safe:
        """A fact by itself."""
        return self.say(Message("{fact}", {"fact": fact}))

    def plainly(self, message: Message) -> str:
        """A sentence for a title, where nothing is Markdown."""
        facts = {name: self._plain(fact) for name, fact in message.facts.items()}
        return self.translator.text(Message(message.text, facts, message.plural, message.count))

    def text(self, text: str | Mapping[Language, str]) -> str:
        """A text of the files in this language, as it is."""
        return in_language(text, Language(self.translator.language), self.fallbacks)

    def _fact(self, fact: Fact) -> Fact:
        match fact:
            case Safe() | int() | float():
                return fact
            case str() | LanguageName() | CityName():
                return safe(self.translator.text(Message("{fact}", {"fact": fact})))
            case date():
                return _written(self.dates, fact)
            case Message():
                return self.say(fact)
            case Worded(texts, fallbacks):
                return Worded(tuple((code, safe(text)) for code, text in texts), fallbacks)
            case Choices(values):
                return Choices(tuple(safe(value) for value in values))
            case _:
                assert_never(fact)

    def _plain(self, fact: Fact) -> Fact:
        return self.plainly(fact) if isinstance(fact, Message) else fact


@cache
def _written(dates: Dates, day: date) -> str:
    return dates.day(day)


def voice_of(translator: Translator, fallbacks: tuple[Language, ...]) -> Voice:
    """What speaks the translator's language."""
    return Voice(translator, fallbacks, Dates(translator.language))
