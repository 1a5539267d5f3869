"""What an issue remembers of its check-in."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from telemaco.reminders.ladder import NO_RUNG
from telemaco.reminders.values import Stage

KEPT_CALLS = 5
"""Days of calls that are remembered; a pair is called less often than that in a period."""


class Wish(StrEnum):
    """What members asked for that only a coordinator can write into the files."""

    PAUSE = "pause"
    STOP = "stop"


class End(StrEnum):
    """Why we closed a check-in, where the files do not say so.

    One that is set aside, because its pair rests, comes back when it is asked again. One that
    gave way to something more urgent does not: what it asked is told along with that.
    """

    SKIPPED = "skipped"
    DONE = "done"
    ASIDE = "aside"
    GAVE_WAY = "gave-way"


@dataclass(frozen=True, slots=True)
class Memory:
    """How far a check-in is, kept in its own issue and nowhere else.

    `rung` is the step of the ladder that was last acted on, by its days; `since` the day from
    which the ladder counts, when it is not the day the check-in fell due. `until` is the day
    to which it was put off. `calls` are the days on which we wrote to the people: openings,
    comments and reopenings. `seen` is the last comment whose command was acted on; `helped`
    says that the commands were explained in a comment.
    """

    stage: Stage = Stage.DUE
    rung: int = NO_RUNG
    since: date | None = None
    until: date | None = None
    calls: tuple[date, ...] = ()
    seen: int = 0
    helped: bool = False
    wish: Wish | None = None
    end: End | None = None


def as_json(memory: Memory) -> str:
    """What differs from a memory of nothing, on one line, without a `-->`."""
    found = {
        "stage": memory.stage.value,
        "rung": memory.rung,
        "since": memory.since and memory.since.isoformat(),
        "until": memory.until and memory.until.isoformat(),
        "calls": [day.isoformat() for day in memory.calls[-KEPT_CALLS:]],
        "seen": memory.seen,
        "helped": memory.helped,
        "wish": memory.wish and memory.wish.value,
        "end": memory.end and memory.end.value,
    }
    said = {name: value for name, value in found.items() if value}
    return json.dumps({**said, "rung": memory.rung}, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Memory | None:
    """The memory; None when the line was damaged."""
    try:
        found = json.loads(text)
        return Memory(
            stage=Stage(found.get("stage", Stage.DUE)),
            rung=int(found.get("rung", NO_RUNG)),
            since=_day(found.get("since")),
            until=_day(found.get("until")),
            calls=tuple(map(date.fromisoformat, found.get("calls", ()))),
            seen=int(found.get("seen", 0)),
            helped=bool(found.get("helped", False)),
            wish=Wish(found["wish"]) if "wish" in found else None,
            end=End(found["end"]) if "end" in found else None,
        )
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
