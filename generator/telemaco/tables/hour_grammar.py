"""The words by which people say days and hours, in English and Italian."""

import re
from collections.abc import Mapping

from telemaco.model.free_time import PARTS
from telemaco.records.reminders import Weekday
from telemaco.tables.hour_marks import AtHours

NOON = 12 * 60
EARLY = 7 * 60
"""Before this hour a number alone may be one of the afternoon."""
DAY = (7 * 60, 22 * 60)
"""When a day begins and ends for those who say only until when, or from when on, they are free."""
_DAY_WORDS = {
    Weekday.MON: "mon monday mondays lun lunedi",
    Weekday.TUE: "tue tues tuesday tuesdays mar martedi",
    Weekday.WED: "wed weds wednesday wednesdays mer mercoledi",
    Weekday.THU: "thu thur thurs thursday thursdays gio giovedi",
    Weekday.FRI: "fri friday fridays ven venerdi",
    Weekday.SAT: "sat saturday saturdays sab sabato sabati",
    Weekday.SUN: "sun sunday sundays dom domenica domeniche",
}
DAY_OF = {word: day for day, words in _DAY_WORDS.items() for word in words.split()}
_WORKING = tuple(Weekday)[:5]
GROUP_OF: Mapping[str, tuple[Weekday, ...]] = {
    **dict.fromkeys(("weekdays", "workdays", "working", "giorni", "feriali"), _WORKING),
    **dict.fromkeys(("weekend", "weekends", "week-end", "fine"), (Weekday.SAT, Weekday.SUN)),
    **dict.fromkeys(("every", "all", "daily", "ogni", "tutti", "tutte"), tuple(Weekday)),
}
_GROUPS = (
    r"weekdays|workdays|working days|giorni (?:feriali|lavorativi)|feriali|weekends?|week-end"
    r"|fine settimana|every ?day|all days|daily|ogni giorno|tutti i giorni"
    r"|(?:every|ogni|tutte le|tutti i)"
    r"(?= (?:morning|afternoon|evening|mattin|pomerigg|ser[ae]\b))"
)
_PART_WORDS = (
    "morning mornings mattina mattine mattino",
    "afternoon afternoons pomeriggio pomeriggi",
    "evening evenings sera sere",
)


def _part(start: str, end: str) -> AtHours:
    begin, last = (int(at[:2]) * 60 + int(at[3:]) for at in (start, end))
    return AtHours(begin, last, is_part=True)


PART_OF = {
    word: _part(*part)
    for part, words in zip(PARTS, _PART_WORDS, strict=True)
    for word in words.split()
}


REACH = {9 * 60: (0, NOON), 14 * 60: (NOON, 20 * 60), 18 * 60: (16 * 60, 24 * 60)}
"""When hours begin that are said to be of a part of the day, by the beginning of that part."""


def _longest_first(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_OF_PART = (
    r"(?:di|del|della|al|alla|in the|of the|in|at) "
    rf"(?:{_longest_first(PART_OF)})"
)


def _time(which: str) -> str:
    return (
        rf"(?P<hour{which}>[01]?\d|2[0-4])(?:[:.h](?P<minute{which}>[0-5]\d))?(?: ?h\b| ?hours?\b)?"
        rf"(?: ?(?P<half{which}>am|pm|a\.m\.?|p\.m\.?"
        rf"|{_OF_PART})(?!\w))?"
    )


_LEAD = r"(?:(?:from|dalle?|ore) ?)?"
_TO = r" ?(?:-|to|till|until|fino alle|alle|a)(?![a-z]) ?"
_AT = r"\d[\d:.h]*(?: ?(?:[ap]\.?m\.?|h|hours?)(?![a-z]))?" rf"(?: {_OF_PART}(?![a-z]))?"
_BEFORE = r"before|until|till|up to|prima delle|entro le|fino alle"
_AFTER = r"after|dopo le"
_FROM = r"(?:a partire )?dalle|(?:starting )?from|starting at"
_ONWARDS = r" ?(?:\+|(?:onwards?|and later|or later|in poi|e oltre)(?![a-z]))"
OPEN = re.compile(
    rf"(?:(?P<before>{_BEFORE})|(?:{_FROM})|(?P<after>{_AFTER}))?(?: ?ore)? ?{_time('1')}"
    rf"(?P<onwards>{_ONWARDS})?"
)
TIMES = re.compile(rf"{_LEAD}{_time('1')}{_TO}{_time('2')}")
DAY_NAME = re.compile(rf"\b(?:{_longest_first(DAY_OF)})\b")
_DAY = rf"(?:{_longest_first(DAY_OF)})(?![a-z])\.?"
_FILLERS = (
    "and|e|ed|or|o|on|at|in|the|il|lo|la|i|gli|le|di|al|alla|nel|nella|nei|nelle|del|anche|also"
    "|every|each|ogni"
)
_TO_DAY = r" ?(?:-|(?:to|through|thru|till|until|(?:fino )?al?|(?:fino )?alla)(?![a-z])) ?"
_WHOLE_DAY = (
    r"all day(?: long)?|(?:the )?whole day|tutt[oa] (?:il giorno|la giornata)|giornata intera"
)
WHOLE_DAY = AtHours(*DAY, is_open=True)
_VAGUE = (
    r"any ?time|whenever|always|sempre|quando (?:vuoi|volete|vi pare)"
    r"|a qualsiasi ora|(?:in )?qualsiasi momento|a tutte le ore|late|tardi"
    r"|(?:after|before|at|during) (?:the )?(?:work|school|class(?:es)?|lunch|dinner|breakfast)"
    r"|(?:during )?(?:the )?lunch ?(?:time|break)|(?:in |nella )?pausa pranzo"
    r"|(?:dopo|prima (?:di|del|della)|a) (?:il |la |l')?"
    r"(?:cena|pranzo|colazione|lavoro|scuola|lezione)"
    r"|(?:all')?ora di (?:cena|pranzo)|(?:in )?tarda (?:mattinata|serata)"
)
"""What people call their hours, which says to nobody else which these are."""
ANY = re.compile(
    rf"(?P<stop>[;\n])"
    rf"|(?P<days>(?:from|dal?|dalla) {_DAY}{_TO_DAY}{_DAY}|{_DAY}(?:{_TO_DAY}{_DAY})?)"
    rf"|(?P<group>(?:{_GROUPS})(?![a-z]))"
    rf"|(?P<whole>(?:{_WHOLE_DAY})(?![a-z]))"
    rf"|(?P<vague>(?:{_VAGUE})(?![a-z]))"
    rf"|(?P<part>(?:{_longest_first(PART_OF)})(?![a-z]))"
    rf"|(?P<times>{_LEAD}{_AT}{_TO}{_AT})"
    rf"|(?P<open>\b(?:{_BEFORE}|{_FROM}|{_AFTER})(?: ore)? {_AT}(?:{_ONWARDS})?"
    rf"|{_AT}{_ONWARDS})"
    rf"|(?P<filler>(?:{_FILLERS})(?![a-z])"
    r"|[\s,/&:.+()\[\]|])"
)
WORD = re.compile(r"\S+")
