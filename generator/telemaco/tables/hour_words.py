"""The words by which people say days and hours, in English and Italian, as marks in their order."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.model.free_time import PARTS
from telemaco.records.reminders import Weekday


@dataclass(frozen=True, slots=True)
class OnDays:
    """Days of the week that are named."""

    days: tuple[Weekday, ...]


@dataclass(frozen=True, slots=True)
class AtHours:
    """Hours of a day, in minutes after midnight.

    `is_part` when a part of the day was named, `is_open` when only their beginning or their end
    was said: then the other is that of the `DAY`.
    """

    start: int
    end: int
    is_part: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of a line or of an item: what comes then is about other days."""


Mark = OnDays | AtHours | Stop


def marks(text: str) -> tuple[Mark, ...] | Message:
    """What a text says of days and hours; why not, if a word of it says anything else."""
    words = _plain(text)
    found: list[Mark] = []
    place = 0
    while place < len(words):
        hit = _ANY.match(words, place)
        if hit is None:
            return _unclear(_WORD.match(words, place), text)
        mark = _mark(hit)
        if isinstance(mark, Message):
            return mark
        if mark is not None:
            found.append(mark)
        place = hit.end()
    return tuple(found)


def _plain(text: str) -> str:
    """The text in small letters, without accents; every dash is a hyphen."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return re.sub("[\u2010-\u2015\u2212]", "-", letters)


def _mark(hit: re.Match[str]) -> Mark | Message | None:
    match hit.lastgroup:
        case "open" | "times":
            said = hit[0].strip(" .:")
            is_open = hit.lastgroup == "open"
            return _open_hours(said) if is_open else _hours(_TIMES.fullmatch(said), said)
        case "days":
            return OnDays(tuple(_days(*_DAY_RANGE.findall(hit[0]))))
        case "group":
            return OnDays(_GROUP_OF[hit[0].split()[0]])
        case "part":
            return _PART_OF[hit[0].strip()]
        case "stop":
            return Stop()
        case _:
            return None


def _days(first: str, last: str = "") -> Iterator[Weekday]:
    """One day, or all from one to another."""
    week = tuple(Weekday)
    begin, end = _DAY_OF[first], _DAY_OF[last or first]
    for step in range((end.number - begin.number) % len(week) + 1):
        yield week[(begin.number + step) % len(week)]


def _hours(found: re.Match[str] | None, text: str) -> AtHours | Message:
    if found is None:
        return msg('"{hours}" are no hours; write 18:00-20:00', hours=text)
    start, end = _minute(found, "1"), _minute(found, "2")
    half, other = (found["half2"] or "")[:1], (found["half1"] or "")[:1]
    if other or half:
        end = _in_half(end, half)
        start = _in_half(start, other or half)
        if not other and start >= end:
            start -= _NOON
    elif start < _EARLY and not found["hour1"].startswith("0"):
        return msg(
            'is "{hours}" in the morning or later? Write it as 05:00-07:00 or 17:00-19:00',
            hours=text,
        )
    if not 0 <= start < end <= 2 * _NOON:
        return msg('"{hours}" do not end after they begin on the same day', hours=text)
    return AtHours(start, end)


def _open_hours(text: str) -> AtHours | Message:
    """From a time on, or up to it. In English, `after 8` may be after dinner."""
    found = _OPEN.fullmatch(text)
    if found is None:
        return msg('"{hours}" are no hours; write 18:00-20:00', hours=text)
    half = (found["half1"] or "")[:1]
    minute = _in_half(_minute(found, "1"), half)
    latest = _NOON if found["english"] or found["onwards"] else _EARLY
    if not half and minute < latest and not found["hour1"].startswith("0"):
        return _which_half(minute, text)
    start, end = (DAY[0], minute) if found["before"] else (minute, DAY[1])
    if start >= end:
        return msg('"{hours}" says only one end; write both, as 18:00-20:00', hours=text)
    return AtHours(start, end, is_open=True)


def _which_half(minute: int, text: str) -> Message:
    early, late = (f"{at // 60:02}:{at % 60:02}" for at in (minute, minute + _NOON))
    return msg(
        'is "{hours}" in the morning or later? Write {early} or {late}',
        hours=text,
        early=early,
        late=late,
    )


def _minute(found: re.Match[str], which: str) -> int:
    return int(found[f"hour{which}"]) * 60 + int(found[f"minute{which}"] or 0)


def _in_half(minute: int, half: str) -> int:
    """The minute of the day by the clock of twelve hours; as it is without a half of the day."""
    if not half or minute >= _NOON + 60:
        return minute
    return minute % _NOON + (_NOON if half == "p" else 0)


def _unclear(word: re.Match[str] | None, text: str) -> Message:
    return msg(
        '"{word}" in "{cell}" is not understood; write days with hours, as Mon 18:00-20:00; Wed '
        "9:00-11:00, or days with morning, afternoon or evening",
        word=word[0] if word else text,
        cell=text,
    )


_NOON = 12 * 60
_EARLY = 7 * 60
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
_DAY_OF = {word: day for day, words in _DAY_WORDS.items() for word in words.split()}
_WORKING = tuple(Weekday)[:5]
_GROUP_OF: Mapping[str, tuple[Weekday, ...]] = {
    **dict.fromkeys(("weekdays", "workdays", "working", "giorni", "feriali"), _WORKING),
    **dict.fromkeys(("weekend", "weekends", "week-end", "fine"), (Weekday.SAT, Weekday.SUN)),
    **dict.fromkeys(("every", "all", "daily", "ogni", "tutti"), tuple(Weekday)),
}
_GROUPS = (
    r"weekdays|workdays|working days|giorni (?:feriali|lavorativi)|feriali|weekends?|week-end"
    r"|fine settimana|every day|all days|daily|ogni giorno|tutti i giorni"
)
_PART_WORDS = (
    "morning mornings mattina mattine mattino",
    "afternoon afternoons pomeriggio pomeriggi",
    "evening evenings sera sere",
)


def _part(start: str, end: str) -> AtHours:
    begin, last = (int(at[:2]) * 60 + int(at[3:]) for at in (start, end))
    return AtHours(begin, last, is_part=True)


_PART_OF = {
    word: _part(*part)
    for part, words in zip(PARTS, _PART_WORDS, strict=True)
    for word in words.split()
}


def _longest_first(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _time(which: str) -> str:
    return (
        rf"(?P<hour{which}>[01]?\d|2[0-4])(?:[:.h](?P<minute{which}>[0-5]\d))?(?: ?h\b| ?hours?\b)?"
        rf"(?: ?(?P<half{which}>am|pm|a\.m\.?|p\.m\.?)(?!\w))?"
    )


_LEAD = r"(?:(?:from|dalle?|ore) ?)?"
_TO = r" ?(?:-|to|till|until|fino alle|alle|a)(?![a-z]) ?"
_AT = r"\d[\d:.h]*(?: ?(?:[ap]\.?m\.?|h|hours?)(?![a-z]))?"
_BEFORE = r"before|until|till|up to|prima delle|entro le|fino alle"
_AFTER = r"(?:a partire )?dalle|dopo le|(?:starting )?from|starting at"
_ONWARDS = r" ?(?:in poi(?![a-z])|e oltre(?![a-z]))"
_ENGLISH_ONWARDS = r" ?(?:\+|(?:onwards?|and later|or later)(?![a-z]))"
_OPEN = re.compile(
    rf"(?:(?P<before>{_BEFORE})|(?:{_AFTER})|(?P<english>after))?(?: ?ore)? ?{_time('1')}"
    rf"(?:{_ONWARDS}|(?P<onwards>{_ENGLISH_ONWARDS}))?"
)
_TIMES = re.compile(rf"{_LEAD}{_time('1')}{_TO}{_time('2')}")
_DAY_RANGE = re.compile(rf"\b(?:{_longest_first(_DAY_OF)})\b")
_DAY = rf"(?:{_longest_first(_DAY_OF)})(?![a-z])\.?"
_ANY = re.compile(
    rf"(?P<stop>[;\n])"
    rf"|(?P<days>{_DAY}(?: ?(?:-|(?:to|through|al?)(?![a-z])) ?{_DAY})?)"
    rf"|(?P<group>(?:{_GROUPS})(?![a-z]))"
    rf"|(?P<part>(?:{_longest_first(_PART_OF)})(?![a-z]))"
    rf"|(?P<times>{_LEAD}{_AT}{_TO}{_AT})"
    rf"|(?P<open>\b(?:{_BEFORE}|{_AFTER}|after)(?: ore)? {_AT}(?:{_ONWARDS}|{_ENGLISH_ONWARDS})?"
    rf"|{_AT}(?:{_ONWARDS}|{_ENGLISH_ONWARDS}))"
    r"|(?P<filler>(?:and|e|ed|or|o|on|at|in|the|il|la|le|lo|di|nel|nei|del|anche|also)(?![a-z])"
    r"|[\s,/&:.+()\[\]|])"
)
_WORD = re.compile(r"\S+")
