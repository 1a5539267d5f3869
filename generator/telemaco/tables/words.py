"""Words in cells that stand for a choice: levels, languages, time zones, roles."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from telemaco.model.cities import ZONE_OF_CITY
from telemaco.model.zones import canonical, places, zone_named, zone_names
from telemaco.records.languages import OTHER_CODES, is_language
from telemaco.records.person import LanguageLevel, SkillLevel
from telemaco.records.program import Role
from telemaco.tables.fields import plain
from telemaco.tables.other_names import LANGUAGES as OTHER_LANGUAGES
from telemaco.tables.windows_zones import ZONES


@dataclass(frozen=True, slots=True)
class Names:
    """Languages, time zones and countries by what people call them.

    In small letters without accents. `countries` have their zones: more than one where people in
    different places set their clocks differently.
    """

    languages: Mapping[str, str]
    zones: Mapping[str, str]
    countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def role_of(cell: str) -> Role | None:
    """Whether a mentor or a mentee is meant; None when that is not clear."""
    words = plain(cell)
    if _LOOKS_FOR_MENTOR.search(words):
        return Role.MENTEE
    found = _roles_in(words)
    return found[0] if len(found) == 1 else None


def names_roles(cell: str) -> bool:
    """Whether the words name more than one role: mentor and mentee, both."""
    words = plain(cell)
    return len(_roles_in(words)) > 1 or bool(_BOTH.search(words))


def _roles_in(words: str) -> list[Role]:
    return [role for role, names in _ROLES.items() if set(words.split()) & names]


def skill_level_of(words: str) -> SkillLevel | None:
    """The level of a skill that is meant."""
    return _SKILL_LEVELS.get(plain(words))


def language_level_of(words: str) -> LanguageLevel | None:
    """The level of a language that is meant, by words or by the European framework (B2)."""
    return _LANGUAGE_LEVELS.get(plain(words))


def language_of(words: str, names: Names) -> str | None:
    """The code of a language that is named, or of which a code is given."""
    known = plain(words)
    if known in names.languages:
        return names.languages[known]
    if known in OTHER_LANGUAGES:
        return OTHER_LANGUAGES[known]
    code, _, region = words.strip().replace("_", "-").partition("-")
    code = OTHER_CODES.get(code.casefold(), code.casefold())
    if not is_language(code) or len(region) not in {0, 2}:
        return None
    return f"{code}-{region.upper()}" if region else code


def zone_of(words: str, names: Names) -> str | None:
    """The time zone of an IANA name, a city, a country with one, or of cities after (UTC+01:00).

    It has its name of today, whichever people write.
    """
    written = words.strip().replace(" ", "_")
    exact = zone_named(written) or written
    if exact in places() or ("/" in exact and exact in zone_names()):
        return canonical(exact)
    offset = _OFFSET.fullmatch(words.strip())
    if offset:
        hours = int(offset[1])
        name = f"Etc/GMT{-hours:+d}" if hours else "UTC"
        return name if name in zone_names() else None
    zone = _zone_of_place(words, names) or (exact if exact in zone_names() else None)
    return canonical(zone) if zone else None


def zones_of_country(words: str, names: Names) -> tuple[str, ...]:
    """The time zones of a country that is named and has several."""
    return next((zones for zones in _countries(words, names) if len(zones) > 1), ())


def _zone_of_place(words: str, names: Names) -> str | None:
    for city in _pieces(words):
        known = plain(city)
        zone = names.zones.get(known) or ZONES.get(known)
        zone = zone or ZONE_OF_CITY.get(city.strip().casefold())
        if zone:
            return zone
    return next((zones[0] for zones in _countries(words, names) if len(zones) == 1), None)


def _countries(words: str, names: Names) -> Iterator[tuple[str, ...]]:
    for piece in _pieces(words):
        if plain(piece) in names.countries:
            yield names.countries[plain(piece)]


def _pieces(words: str) -> tuple[str, ...]:
    cities = _OFFSET_BEFORE.sub("", words)
    return (cities, *re.split(r"[,;/()]", cities))


def with_level(cell: str) -> Iterator[tuple[str, str]]:
    """The items of a list in a cell, each with what stands in brackets or after a colon."""
    for item in parts(cell):
        found = _WITH_LEVEL.fullmatch(item)
        yield (found[1] or found[3], found[2] or found[4]) if found else (item, "")


def parts(cell: str) -> list[str]:
    """The items of a list: by line, by semicolon, or by comma outside of brackets."""
    for separator in ("\n", ";"):
        if separator in cell:
            return [part for piece in cell.split(separator) for part in _single(piece)]
    return [part for piece in _COMMA.split(cell) for part in _single(piece)]


def _single(piece: str) -> list[str]:
    words = piece.strip(" \t\r\n•*·-")
    return [words] if words else []


_ROLES = {
    Role.MENTOR: {"mentor", "mentors", "mentore", "mentora", "mentrice", "mentori"},
    Role.MENTEE: {"mentee", "mentees", "apprendista", "allievo", "allieva"},
    Role.PEER: {"peer", "pari"},
    Role.FACILITATOR: {"facilitator", "facilitatore", "facilitatrice"},
}
_LOOKS_FOR_MENTOR = re.compile(
    r"\b(?:find|need|have|get|seek|seeking|looking for|(?:want|like) an?|cerco|cercando|trovare"
    r"|avere)(?: (?:me|an?|my|the|un[ao]?))? mentor[ea]?$|\bbe mentored\b"
)
"""Who says so is a mentee, though the word is not there."""
_BOTH = re.compile(r"^(?:both|either|entramb[ie]|tutti e due)\b")
_SKILL_WORDS = {
    SkillLevel.NONE: "none nessuno nessuna",
    SkillLevel.BEGINNER: "beginner novice basic basics base principiante elementare junior",
    SkillLevel.INTERMEDIATE: "intermediate medium intermedio intermedia medio media",
    SkillLevel.ADVANCED: "advanced good avanzato avanzata buono buona senior",
    SkillLevel.EXPERT: "expert proficient esperto esperta ottimo ottima",
}
_SKILL_LEVELS = {word: level for level, words in _SKILL_WORDS.items() for word in words.split()}
_LANGUAGE_WORDS = {
    LanguageLevel.BASIC: "basic beginner a1 a2 base elementare principiante scolastico",
    LanguageLevel.WORKING: "working intermediate conversational b1 b2 intermedio intermedia buono"
    " buona lavorativo",
    LanguageLevel.FLUENT: "fluent advanced proficient c1 c2 fluente avanzato ottimo ottima",
    LanguageLevel.NATIVE: "native bilingual madrelingua nativo nativa bilingue",
}
_LANGUAGE_LEVELS = {
    **{word: level for level, words in _LANGUAGE_WORDS.items() for word in words.split()},
    "mother tongue": LanguageLevel.NATIVE,
    "lingua madre": LanguageLevel.NATIVE,
}
_OFFSET = re.compile(r"\(?(?:UTC|GMT) ?([+-]?\d{1,2})(?::?00)?\)?", re.IGNORECASE)
_OFFSET_BEFORE = re.compile(r"^\s*\(?(?:UTC|GMT) ?[+-]?\d{0,2}(?::?\d{2})?\)?\s*-?", re.IGNORECASE)
_WITH_LEVEL = re.compile(r"(.+?)\s*[(\[](.+)[)\]]|([^:]+):\s*(.+)", re.DOTALL)
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
