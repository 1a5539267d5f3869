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
    was said: then the other is that of the `DAY`. `unclear` is the first time that was said, if
    it may as well be meant twelve hours later.
    """

    start: int
    end: int
    is_part: bool = False
    is_open: bool = False
    unclear: int | None = None


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


def names_days_or_hours(text: str) -> bool:
    """Whether any of its words is a day, a part of the day or a time."""
    kinds = {hit.lastgroup for hit in _ANY.finditer(_plain(text))}
    return not kinds <= {"filler", "stop"}


def may_mean_later(at: AtHours, part: AtHours) -> bool:
    """Whether hours are those of the part of the day if they are meant by the clock of twelve."""
    first, last = _REACH[part.start]
    later = (at.unclear or 0) + _NOON
    return at.unclear is not None and first <= later and (at.is_open or later < last)


def which_half(hours: str) -> Message:
    """The question whether hours are meant in the morning or later."""
    return msg(
        'is "{hours}" in the morning or later? Write it as 05:00-07:00 or 17:00-19:00',
        hours=hours,
    )


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
    half, other = _half(found["half2"]), _half(found["half1"])
    if other or half:
        end = _in_half(end, half)
        start = _in_half(start, other or half)
        if not other and start >= end:
            start -= _NOON
    elif start < _EARLY and not found["hour1"].startswith("0"):
        return which_half(text)
    if not _is_in_part(start, found["half1"] or found["half2"]):
        return which_half(text)
    if not 0 <= start < end <= 2 * _NOON:
        return msg('"{hours}" do not end after they begin on the same day', hours=text)
    return AtHours(start, end, unclear=_unclear_time(found, start, half or other))


def _open_hours(text: str) -> AtHours | Message:
    """From a time on, or up to it: `after 8` and `dopo le 8` may be after dinner."""
    found = _OPEN.fullmatch(text)
    if found is None:
        return msg('"{hours}" are no hours; write 18:00-20:00', hours=text)
    half = _half(found["half1"])
    minute = _in_half(_minute(found, "1"), half)
    latest = _NOON if found["after"] or found["onwards"] else _EARLY
    if not half and minute < latest and not found["hour1"].startswith("0"):
        return _which_half(minute, text)
    start, end = (DAY[0], minute) if found["before"] else (minute, DAY[1])
    if not _is_in_part(start, found["half1"]):
        return which_half(text)
    if start >= end:
        return msg('"{hours}" says only one end; write both, as 18:00-20:00', hours=text)
    return AtHours(start, end, is_open=True, unclear=_unclear_time(found, minute, half))


def _unclear_time(found: re.Match[str], minute: int, half: str) -> int | None:
    is_clear = half or minute >= _NOON or found["hour1"].startswith("0")
    return None if is_clear else minute


def _half(words: str | None) -> str:
    """`a` before noon and `p` after it by the clock of twelve, `m` for a time of the morning."""
    last = (words or "").split(" ")[-1]
    part = _PART_OF.get(last)
    if part is None:
        return last[:1]
    return "m" if part.start < _NOON else "p"


def _is_in_part(start: int, words: str | None) -> bool:
    """Whether hours that begin so are of the part of the day that was said of them, if one was."""
    part = _PART_OF.get((words or " ").split(" ")[-1])
    return part is None or _REACH[part.start][0] <= start < _REACH[part.start][1]


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
    if half not in {"a", "p"} or minute >= _NOON + 60:
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


_REACH = {9 * 60: (0, _NOON), 14 * 60: (_NOON, 20 * 60), 18 * 60: (16 * 60, 24 * 60)}
"""When hours begin that are said to be of a part of the day, by the beginning of that part."""


def _longest_first(words: Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_OF_PART = (
    r"(?:di|del|della|al|alla|in the|of the|in|at) "
    rf"(?:{_longest_first(_PART_OF)})"
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
_ONWARDS = r" ?(?:in poi(?![a-z])|e oltre(?![a-z]))"
_ENGLISH_ONWARDS = r" ?(?:\+|(?:onwards?|and later|or later)(?![a-z]))"
_OPEN = re.compile(
    rf"(?:(?P<before>{_BEFORE})|(?:{_FROM})|(?P<after>{_AFTER}))?(?: ?ore)? ?{_time('1')}"
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
    rf"|(?P<open>\b(?:{_BEFORE}|{_FROM}|{_AFTER})(?: ore)? {_AT}(?:{_ONWARDS}|{_ENGLISH_ONWARDS})?"
    rf"|{_AT}(?:{_ONWARDS}|{_ENGLISH_ONWARDS}))"
    r"|(?P<filler>(?:and|e|ed|or|o|on|at|in|the|il|la|le|lo|di|nel|nei|del|anche|also)(?![a-z])"
    r"|[\s,/&:.+()\[\]|])"
)
_WORD = re.compile(r"\S+")
