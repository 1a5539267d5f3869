"""What a column of a table can say about a person, and by which titles people know it."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from telemaco.tables.days import day_of


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
    AVAILABILITY = "availability"
    HOURS = "hours_per_month"
    OFFERS = "offers"
    SEEKS = "seeks"
    SKILLS = "skills"
    GOALS = "goals"
    EXPERIENCE = "experience_years"
    ROLE = "role"
    CAPACITY = "capacity"
    CONSENT = "consent"


SEVERAL = frozenset(
    {
        *(Field.LANGUAGES, Field.LINKS, Field.OFFERS, Field.SEEKS, Field.GOALS, Field.BIO),
        *(Field.SKILLS, Field.AVAILABILITY),
    }
)
"""What more than one column may say; the columns are put together."""


ABOUT_SKILLS = frozenset({Field.OFFERS, Field.SEEKS, Field.SKILLS})
"""What names skills; a column of skills is what mentors offer and mentees seek, by the role."""


def field_of(title: str) -> Field | None:
    """What a column with this title says, by its words in English or Italian; None if unclear."""
    place = narrowness(title)
    return _TITLES[place][0] if place < len(_TITLES) else None


def narrowness(title: str) -> int:
    """How closely a title is told: of two for the same thing, the lower number is meant."""
    words = plain(title)
    for place, (field, pattern) in enumerate(_TITLES):
        if pattern.search(words) and not (field in _NOT and _NOT[field].search(words)):
            return place
    return len(_TITLES)


def is_contact(title: str, cells: Sequence[str]) -> bool:
    """Whether a column holds addresses or phone numbers, by its title or by most of its cells."""
    if _CONTACT.search(plain(title)) and field_of(title) is not Field.GITHUB:
        return True
    written = [cell for cell in cells if cell]
    if field_of(title) is Field.SUBMITTED and _are_mostly_days(written):
        return False
    full = [
        cell
        for cell in written
        if day_of(cell, "day-first") is None and not _LIKE_HOURS.fullmatch(cell)
    ]
    return sum(bool(_LIKE_CONTACT.fullmatch(cell)) for cell in full) * 2 > len(full)


def asks_for_adults(title: str) -> bool:
    """Whether a yes to it says that somebody is old enough."""
    return bool(_OLD_ENOUGH.search(plain(title)) or _PLUS.search(title))


def asks_for_age(title: str) -> bool:
    """Whether it asks how old somebody is, or when they were born."""
    return bool(_AGE.search(plain(title)))


def may_be_role(title: str) -> bool:
    """Whether a title that says nothing leaves it to the cells that they are roles."""
    return field_of(title) is None and not _NOT[Field.ROLE].search(plain(title))


def _are_mostly_days(cells: Sequence[str]) -> bool:
    """Whether more than half name a day, whichever of its numbers is the month."""
    return sum(
        bool(day_of(one, "day-first") or day_of(one, "month-first")) for one in cells
    ) * 2 > len(cells)


def plain(text: str) -> str:
    """The words of a title in small letters, without accents and signs."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return " ".join(re.split(r"[^\w']+|_", letters.replace("\u2019", "'"))).strip()


_MAY_SHOW = (
    r"^(?!.*\b(?:where|how|which|what|when|who|dove|come|quali?|cosa|quando|chi)\b)"
    r"(?=.*\b(?:(?:may|can|could|shall) we|agree|consent|allow|permission|happy|ok|okay|fine"
    r"|possiamo|va bene|consenso|acconsent\w*|accett\w*|autorizz\w*|d'accordo)\b)"
    r"(?=.*\b(?:show[ns]?|showing|display(?:ed)?|list(?:ed)?|appears?|appearing|visible"
    r"|mostrar\w*|mostriamo|mostrat[oaie]|inserir\w*|inserit[oaie]|elencar\w*|compar\w+|compaia"
    r"|appar\w+|appaia|visibil[ei])\b)"
    r"(?=.*\b(?:our|the|this|public|sul|sulla|nel|nella|nostr[oa])"
    r" (?:[\w']+ )?(?:(?:web ?)?(?:site|pages?)|website|web|internet|sito|pagin[ae])\b)"
    r"(?=.*\b(?:you|me|i|(?:your|my) (?:\w+ )?(?:profile|name|entry|details|data|information|bio)"
    r"|(?:mostrar|inserir|elencar)ti|(?:compar|appar)ire|(?:tu[oaei]|mi[oaei]) (?:\w+ )?"
    r"(?:profilo|nome|scheda|dati|presentazione))\b).*"
)
"""Whether somebody may be seen on the site: who asks, to show, whom, and where must be said."""

# The first that fits counts: narrow titles stand before wide ones.
_PATTERNS = (
    (
        Field.SUBMITTED,
        (
            "timestamp|informazioni cronologiche|^submitted|completion time|ora di completamento"
            "|submission date|^created|data di invio"
        ),
    ),
    (Field.KEY, "respondent id|record id"),
    (
        Field.CONSENT,
        (
            r"^(?=.*\b(?:publish\w*|pubblica(?:re|t[aeio]|zion[ei])|pubblichi\w*)\b)"
            r"(?=.*\b(?:agree|consent|consenso|acconsent\w*|accetto|autorizz\w*|allow|permission"
            r"|may|can|could|possiamo|posso|possono|puo|puoi|potete)\b).*"
            f"|{_MAY_SHOW}"
        ),
    ),
    (Field.NAME, "full name|nome completo|nome e cognome|cognome e nome|first and last name"),
    (Field.FIRST_NAME, "first name|given name|^nome di battesimo"),
    (Field.LAST_NAME, "last name|surname|family name|cognome"),
    (Field.PRONOUNS, "pronouns?|pronomi"),
    (Field.GITHUB, "github"),
    (Field.TIMEZONE, "time ?zone|fuso(?: orario)?|timezone"),
    (Field.LANGUAGES, "languages?|lingu[ae]|^speaks$"),
    (
        Field.ROLE,
        (
            r"role|ruolo|take part as|partecip\w* come|^mentor[ea]? mentee$|^mentee mentor[ea]?$"
            r"|(?:mentor[ea]?|mentee) (?:or|oppure|o) (?:(?:as|come) )?(?:an? |una? )?"
            r"(?:mentor[ea]?|mentee|alliev[oa]|apprendista)"
        ),
    ),
    (
        Field.CAPACITY,
        (
            "how many mentees|mentees? (?:can|could) you|capacity|capienza"
            "|quanti mentee|quante persone"
        ),
    ),
    (
        Field.AVAILABILITY,
        (
            r"availability|free (?:hours|times?|slots?)|available (?:days|hours|times)"
            r"|(?:when|which (?:days|hours|times)).* (?:free|available|meet)"
            r"|disponibilita|ore libere|quando (?:sei|puoi|saresti).*|giorni e orari"
            r"|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
            r"(?: (?:mornings?|afternoons?|evenings?))?$"
            r"|^(?:(?:lune|marte|mercole|giove|vener)di|sabato|domenica)"
            r"(?: (?:mattina|pomeriggio|sera))?$"
        ),
    ),
    (Field.HOURS, "hours|ore al mese|quante ore"),
    (Field.EXPERIENCE, "years|anni"),
    (
        Field.SEEKS,
        (
            "learn|seek\\w*|need help|improve|impar\\w*|cerc\\w*|migliorare"
            "|(?:skills?|topics?|areas?)(?: that)?(?: (?:i|you))?(?: would)?"
            " (?:need\\w*|want\\w*|lack|like|wish)"
            "|(?:competenze|temi) che (?:vuoi|voglio|vorr\\w+|ti servono|mi servono)"
        ),
    ),
    (
        Field.OFFERS,
        (
            "offer\\w*|teach|can help|help with|expertise|insegn\\w*|offr\\w*|aiutare"
            "|skills?(?: that)? (?:i|you)(?: already)? have|competenze che (?:hai|ho)"
        ),
    ),
    (
        Field.SKILLS,
        (
            r"skills?|competenz\w*"
            r"|^(?:(?!which|what|when|where|quali|che)[\w']+ ){0,2}(?:topics|temi|argomenti"
            r"|ambiti|areas|aree)(?: of interest| d(?:i |'?)interesse)?$|^(?:topic|subjects?)$"
        ),
    ),
    (
        Field.GOALS,
        r"goals?|objectives?|obiettiv\w*|achieve|(?:want|like|hope) to reach|raggiungere",
    ),
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
    (
        Field.NAME,
        (
            r"^(?:\d+ )?(?:(?:what(?: is|'s) )?(?:your|my|il tuo|qual e il tuo)(?: preferred)? )?"
            r"(?:(?:preferred|display|mentor|mentee) )?(?:names?|nome)\d?(?: required)?$"
            "|^name as|^name and surname|come ti chiami"
        ),
    ),
)
_TITLES = [(field, re.compile(rf"\b(?:{pattern})\b")) for field, pattern in _PATTERNS]
_NOT_WORDS = {
    Field.CONSENT: (
        r"not|don't|non|have you|hai|code of conduct|codice di condotta|privacy|terms|termini"
        r"|newsletter|photos?|pictures?|foto\w*|videos?|recordings?|papers?|articles?|articol[io]"
        r"|books?|libr[io]|scientific\w*"
    ),
    Field.LANGUAGES: r"programming|coding|computer|markup|program\w*|codice",
    Field.AVAILABILITY: r"how many|quante|month\w*|mese|mensil\w*|born|start\w*|begin\w*|nat[oa]",
    Field.HOURS: r"week\w*|settiman\w*|days?|daily|giorno|which|what hours|office|working|quali",
    Field.ROLE: (
        r"current|job|company|work|organi[sz]ation|attuale|lavoro|azienda|who|chi|names?|nome"
        r"|been|stat[oa]"
    ),
    Field.SEEKS: r"about us|hear|di noi",
    Field.EXPERIENCE: r"old(?:er)?|age|birth|eta|compiut\w*|adults?|1[468]",
    Field.LINKS: r"(?:may|can|could) we|our|possiamo|nostro|agree",
}
_NOT = {field: re.compile(rf"\b(?:{pattern})\b") for field, pattern in _NOT_WORDS.items()}
"""Words that a title of the field does not have."""
_OLD_ENOUGH = re.compile(
    r"\b(?:\d\d(?: years?)?(?: old| of age)? (?:or|and) (?:older|over|above|more)"
    r"|(?:over|above|at least|older than)(?: the age of)? \d\d|(?:of )?legal age|an adult"
    r"|maggiorenn[ei]|maggiore eta|(?:piu di|almeno|oltre)(?: i)? \d\d anni"
    r"|compiuto(?: i)? \d\d anni)\b"
)
_PLUS = re.compile(r"\b1\d ?\+")
_AGE = re.compile(
    r"\b(?:age|how old|birth\w*|born|under 1\d|eta|nascita|nat[oa] il|compleanno|quanti anni hai"
    r"|minorenn[ei])\b"
)
_CONTACT = re.compile(
    r"\b(?:e ?mails?|mail|posta elettronica|username|nome utente|telefono|tel|phone|mobile"
    r"|cell(?:ulare)?|whatsapp|indirizzo|address|street|^via$|^cap$|zip(?: code)?|postal code"
    r"|codice postale|ip)\b"
)
_LIKE_HOURS = re.compile(r"(?:[,; ]*\d{1,2}\.\d\d ?- ?\d{1,2}\.\d\d)+")
_LIKE_CONTACT = re.compile(
    r"[^\s@]+@[^\s@]+\.[^\s@]+|(?:\+|00)[\d ()/.-]{7,}|\(?\d[\d ()/.-]{8,}\d"
)
