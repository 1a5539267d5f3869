"""What a column of a table can say about a person, and by which titles people know it."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum


class Field(StrEnum):
    """What a column can say; the word stands in a mapping."""

    KEY = "key"
    SUBMITTED = "submitted"
    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PRONOUNS = "pronouns"
    GITHUB = "github"
    TIMEZONE = "timezone"
    LANGUAGES = "languages"
    LOCATION = "location"
    HEADLINE = "headline"
    BIO = "bio"
    LINKS = "links"
    HOURS = "hours_per_month"
    OFFERS = "offers"
    SEEKS = "seeks"
    GOALS = "goals"
    EXPERIENCE = "experience_years"
    ROLE = "role"
    CAPACITY = "capacity"
    CONSENT = "consent"


SEVERAL = frozenset(
    {Field.LANGUAGES, Field.LINKS, Field.OFFERS, Field.SEEKS, Field.GOALS, Field.BIO}
)
"""What more than one column may say; the columns are put together."""


def field_of(title: str) -> Field | None:
    """What a column with this title says, by its words in English or Italian; None if unclear."""
    words = plain(title)
    for field, pattern in _TITLES:
        if pattern.search(words):
            return field
    return None


def is_contact(title: str, cells: Sequence[str]) -> bool:
    """Whether a column holds addresses or phone numbers, by its title or by most of its cells."""
    if _CONTACT.search(plain(title)):
        return True
    full = [cell for cell in cells if cell]
    return sum(bool(_LIKE_CONTACT.fullmatch(cell)) for cell in full) * 2 > len(full)


def plain(text: str) -> str:
    """The words of a title in small letters, without accents and signs."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return " ".join(re.split(r"[^\w']+|_", letters.replace("\u2019", "'"))).strip()


# The first that fits counts: narrow titles stand before wide ones.
_PATTERNS = (
    (
        Field.SUBMITTED,
        (
            "timestamp|informazioni cronologiche|submitted|completion time|ora di completamento"
            r"|submission date|created(?: at| time)?|data di invio"
        ),
    ),
    (Field.KEY, "submission id|respondent id|response id|record id|id risposta|^id$"),
    (Field.CONSENT, "consent|consenso|acconsent\\w*|agree|accetto|publish\\w*|pubblic\\w*"),
    (Field.NAME, "full name|nome e cognome|first and last name"),
    (Field.FIRST_NAME, "first name|given name|^nome di battesimo"),
    (Field.LAST_NAME, "last name|surname|family name|cognome"),
    (Field.PRONOUNS, "pronouns?|pronomi"),
    (Field.GITHUB, "github"),
    (Field.TIMEZONE, "time ?zone|fuso(?: orario)?|timezone"),
    (Field.LANGUAGES, "languages?|lingu[ae]"),
    (Field.ROLE, "role|ruolo|mentor or mentee|mentor o mentee|take part as|partecip\\w* come"),
    (
        Field.CAPACITY,
        (
            "how many mentees|mentees? (?:can|could) you|capacity|capienza"
            "|quanti mentee|quante persone"
        ),
    ),
    (Field.HOURS, "hours|ore al mese|quante ore"),
    (Field.EXPERIENCE, "years|experience|anni|esperienza"),
    (Field.SEEKS, "learn|seek\\w*|need help|improve|impar\\w*|cerc\\w*|migliorare"),
    (
        Field.OFFERS,
        "offer\\w*|teach|can help|skills?|expertise|insegn\\w*|offr\\w*|aiutare|competenz\\w*",
    ),
    (Field.GOALS, "goals?|objectives?|obiettiv\\w*|achieve|raggiungere"),
    (
        Field.BIO,
        (
            "bio|biography|biografia|about (?:you|me|yourself)|parlaci|su di (?:te|me)"
            "|presentati|introduce"
        ),
    ),
    (Field.HEADLINE, "headline|one line|job(?: title)?|in una riga|professione|occupation"),
    (Field.LINKS, "website|url|link|linkedin|sito(?: web)?|portfolio|homepage"),
    (Field.LOCATION, "location|city|country|citta|paese|luogo|dove vivi|where do you live|based"),
    (Field.NAME, "name|nome|come ti chiami"),
)
_TITLES = [(field, re.compile(rf"\b(?:{pattern})\b")) for field, pattern in _PATTERNS]
_CONTACT = re.compile(
    r"\b(?:e ?mails?|mail|posta elettronica|username|nome utente|telefono|tel|phone|mobile"
    r"|cell(?:ulare)?|whatsapp|indirizzo|address|street|^via$|^cap$|zip(?: code)?|postal code"
    r"|codice postale|ip)\b"
)
_LIKE_CONTACT = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@]+|(?:\+|00)[\d ()/.-]{7,}|\(?\d[\d ()/.-]{8,}\d"
)
