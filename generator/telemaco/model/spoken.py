"""The languages that people can work in: regions are no border."""

from collections.abc import Mapping

from telemaco.records.base import Language
from telemaco.records.person import LanguageLevel, Person

_LEVELS = tuple(LanguageLevel)


def levels_spoken(person: Person) -> Mapping[Language, LanguageLevel]:
    """How well somebody speaks every language, without its regions: `pt` for `pt-BR`."""
    levels: dict[Language, LanguageLevel] = {}
    for code, level in person.languages.items():
        language = Language(code.partition("-")[0])
        levels[language] = max(level, levels.get(language, level), key=_LEVELS.index)
    return levels


def working_languages(person: Person) -> frozenset[Language]:
    """The languages in which somebody speaks more than a few words, without their regions."""
    levels = levels_spoken(person)
    return frozenset(code for code in levels if levels[code] is not LanguageLevel.BASIC)
