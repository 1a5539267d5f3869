"""Session notes made up for the real pairs, which have none: only when asked for."""

from datetime import date, timedelta
from zlib import crc32

from bench.real_files import Files
from telemaco.yamltext.writing import write

_EVERY = timedelta(weeks=2)
_MINUTES = 30
_HABITS = 10


def notes(pair: str, members: list[str], start: date, end: date) -> Files:
    """A pair's notes up to `end`, every two weeks, by the habit that its name draws.

    One pair in ten writes none, one stops after the second session, one misses every third;
    the others meet.
    """
    habit = crc32(pair.encode()) % _HABITS
    made: Files = {}
    day = start
    while day <= end:
        number = len(made) + 1
        if habit == 0 or (habit == 1 and number > 2):  # noqa: PLR2004 (the second session)
            break
        missed = habit == 2 and number % 3 == 0  # noqa: PLR2004 (the third habit, every third)
        made[f"pairs/{pair}/{day}.md"] = _note(members, missed=missed)
        day += _EVERY
    return made


def _note(members: list[str], *, missed: bool) -> str:
    if missed:
        return f"---\n{write({'status': 'missed'})}---\n"
    front = {
        "status": "held",
        "minutes": _MINUTES,
        "mode": "online",
        "attendance": dict.fromkeys(members, "present"),
    }
    return f"---\n{write(front)}---\n"
