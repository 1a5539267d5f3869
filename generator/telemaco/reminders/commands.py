"""What somebody asks for in a comment: `/snooze 2w`, `/skip` and the like."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Verb(StrEnum):
    """What can be asked for."""

    SNOOZE = "snooze"
    SKIP = "skip"
    DONE = "done"
    PAUSE = "pause"
    STOP = "stop"
    RESUME = "resume"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that is asked for; `until` is the day to put it off to, for SNOOZE only.

    What cannot be understood asks for help.
    """

    verb: Verb
    until: date | None = None


SNOOZE_DAYS = 7
"""For how long a check-in is put off when nobody says."""

_READ = 5000
"""Characters of a comment that are looked at."""
_LINE = re.compile(r"/([a-z]+)(?:[ \t]+(.*))?", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_SPAN = re.compile(r"(\d{1,4}) ?([a-z]+)", re.ASCII)
_DAY = 1
_WEEK = 7
_MONTH = 30
_UNITS = {
    _DAY: ("d", "day", "days", "g", "giorno", "giorni"),
    _WEEK: ("w", "week", "weeks", "s", "settimana", "settimane"),
    _MONTH: ("m", "month", "months", "mese", "mesi"),
}
_DAYS_OF = {word: days for days, words in _UNITS.items() for word in words}


def command_in(text: str, written_on: date) -> Command | None:
    """The first command of a comment; None when there is none.

    A command begins a line. Quotes and blocks of code are passed over; a word that is no
    command asks for help only at the beginning of the comment, so that a path such as /usr on
    a later line does not.
    """
    lines = _lines_outside_code(text[:_READ])
    for number, line in enumerate(lines):
        found = _LINE.fullmatch(line.rstrip())
        if found:
            is_known = found[1].lower() in _VERBS
            if is_known or number == 0:
                return _command(found[1].lower(), (found[2] or "").strip().lower(), written_on)
    return None


_VERBS = frozenset(verb.value for verb in Verb)


def _lines_outside_code(text: str) -> list[str]:
    """The lines that say something, without those of fenced blocks."""
    lines = []
    fence = ""
    for line in text.splitlines():
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence):
                fence = ""
        elif found:
            fence = found[1]
        elif line.strip():
            lines.append(line)
    return lines


def _command(word: str, rest: str, written_on: date) -> Command:
    if word not in _VERBS:
        return Command(Verb.HELP)
    verb = Verb(word)
    if verb is not Verb.SNOOZE:
        return Command(verb)
    until = _until(rest, written_on)
    return Command(Verb.SNOOZE, until) if until else Command(Verb.HELP)


def _until(rest: str, written_on: date) -> date | None:
    """The day to put it off to: `2w`, `10 days`, a day, or nothing for a week."""
    if not rest:
        return written_on + timedelta(days=SNOOZE_DAYS)
    span = _SPAN.fullmatch(rest)
    if span:
        days = int(span[1]) * _DAYS_OF.get(span[2], 0)
        return written_on + timedelta(days=days) if days else None
    try:
        day = date.fromisoformat(rest)
    except ValueError:
        return None
    return day if day > written_on else None
