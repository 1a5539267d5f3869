"""What a text says of days and hours, as marks in their order."""

import re
import unicodedata

from telemaco.messages import Message, msg
from telemaco.records.reminders import Weekday
from telemaco.tables.hour_grammar import (
    ANY,
    DAY,
    DAY_NAME,
    DAY_OF,
    EARLY,
    GROUP_OF,
    NOON,
    OPEN,
    PART_OF,
    REACH,
    TIMES,
    WHOLE_DAY,
    WORD,
)
from telemaco.tables.hour_marks import AtHours, Mark, OnDays, Stop


def marks(text: str) -> tuple[Mark, ...] | Message:
    """What a text says of days and hours; why not, if a word of it says anything else."""
    words = _plain(text)
    found: list[Mark] = []
    place = 0
    while place < len(words):
        hit = ANY.match(words, place)
        if hit is None:
            return _unclear(WORD.match(words, place), text)
        mark = _mark(hit)
        if isinstance(mark, Message):
            return mark
        if mark is not None:
            found.append(mark)
        place = hit.end()
    return tuple(found)


def names_days_or_hours(text: str) -> bool:
    """Whether any of its words is a day, a part of the day or a time."""
    kinds = {hit.lastgroup for hit in ANY.finditer(_plain(text))}
    return not kinds <= {"filler", "stop"}


def may_mean_later(at: AtHours, part: AtHours) -> bool:
    """Whether hours are those of the part of the day if they are meant by the clock of twelve."""
    first, last = REACH[part.start]
    later = (at.unclear or 0) + NOON
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
            return _open_hours(said) if is_open else _hours(TIMES.fullmatch(said), said)
        case "days" | "group":
            return OnDays(GROUP_OF.get(hit[0].split()[0]) or _days(*DAY_NAME.findall(hit[0])))
        case "part" | "whole":
            return PART_OF.get(hit[0].strip(), WHOLE_DAY)
        case "vague":
            return _which_hours(hit[0])
        case "stop":
            return Stop()
        case _:
            return None


def _which_hours(words: str) -> Message:
    return msg(
        'nobody knows which hours "{words}" are; write days with hours, as Mon-Fri 20:00-22:00',
        words=words,
    )


def _days(first: str, last: str = "") -> tuple[Weekday, ...]:
    """One day, or all from one to another."""
    week = tuple(Weekday)
    begin, end = DAY_OF[first], DAY_OF[last or first]
    steps = range((end.number - begin.number) % len(week) + 1)
    return tuple(week[(begin.number + step) % len(week)] for step in steps)


def _hours(found: re.Match[str] | None, text: str) -> AtHours | Message:
    if found is None:
        return msg('"{hours}" are no hours; write 18:00-20:00', hours=text)
    start, end = _minute(found, "1"), _minute(found, "2")
    half, other = _half(found["half2"]), _half(found["half1"])
    if other or half:
        end = _in_half(end, half)
        start = _in_half(start, other or half)
        if not other and start >= end:
            start -= NOON
    elif start < EARLY and not found["hour1"].startswith("0"):
        return which_half(text)
    if not _is_in_part(start, found["half1"] or found["half2"]):
        return which_half(text)
    if not 0 <= start < end <= 2 * NOON:
        return msg('"{hours}" do not end after they begin on the same day', hours=text)
    return AtHours(start, end, unclear=_unclear_time(found, start, half or other))


def _open_hours(text: str) -> AtHours | Message:
    """From a time on, or up to it: `after 8` and `dopo le 8` may be after dinner."""
    found = OPEN.fullmatch(text)
    if found is None:
        return msg('"{hours}" are no hours; write 18:00-20:00', hours=text)
    half = _half(found["half1"])
    minute = _in_half(_minute(found, "1"), half)
    latest = NOON if found["after"] or found["onwards"] else EARLY
    if not half and minute < latest and not found["hour1"].startswith("0"):
        return _which_half(minute, text)
    start, end = (DAY[0], minute) if found["before"] else (minute, DAY[1])
    if not _is_in_part(start, found["half1"]):
        return which_half(text)
    if start >= end:
        return msg('"{hours}" says only one end; write both, as 18:00-20:00', hours=text)
    return AtHours(start, end, is_open=True, unclear=_unclear_time(found, minute, half))


def _unclear_time(found: re.Match[str], minute: int, half: str) -> int | None:
    is_clear = half or minute >= NOON or found["hour1"].startswith("0")
    return None if is_clear else minute


def _half(words: str | None) -> str:
    """`a` before noon and `p` after it by the clock of twelve, `m` for a time of the morning."""
    last = (words or "").split(" ")[-1]
    part = PART_OF.get(last)
    if part is None:
        return last[:1]
    return "m" if part.start < NOON else "p"


def _is_in_part(start: int, words: str | None) -> bool:
    """Whether hours that begin so are of the part of the day that was said of them, if one was."""
    part = PART_OF.get((words or " ").split(" ")[-1])
    return part is None or REACH[part.start][0] <= start < REACH[part.start][1]


def _which_half(minute: int, text: str) -> Message:
    early, late = (f"{at // 60:02}:{at % 60:02}" for at in (minute, minute + NOON))
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
    if half not in {"a", "p"} or minute >= NOON + 60:
        return minute
    return minute % NOON + (NOON if half == "p" else 0)


def _unclear(word: re.Match[str] | None, text: str) -> Message:
    return msg(
        '"{word}" in "{cell}" is not understood; write days with hours, as Mon 18:00-20:00; Wed '
        "9:00-11:00, or days with morning, afternoon or evening",
        word=word[0] if word else text,
        cell=text,
    )
