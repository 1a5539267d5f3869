"""The free hours of somebody's week, by their own clock, and how that clock stands to UTC."""

from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message
from telemaco.model.overlap import seasons
from telemaco.model.zones import written_offset
from telemaco.records.person import Person
from telemaco.records.reminders import Weekday
from telemaco.render.pages import words

_HOUR = 60


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day of the week and its free stretches, as minutes from midnight: start and length."""

    label: Message
    stretches: tuple[tuple[int, int], ...]

    @property
    def hours(self) -> str:
        """The stretches in words, `9:00\N{EN DASH}12:00`; empty for a day without any."""
        return ", ".join(
            f"{_clock(start)}\N{EN DASH}{_clock(start + length)}"
            for start, length in self.stretches
        )


def week_of(person: Person) -> tuple[FreeDay, ...]:
    """The seven days; none when there is no free hour in them."""
    if not person.availability:
        return ()
    return tuple(FreeDay(words.WEEKDAY[day], _stretches(person, day)) for day in Weekday)


def free_hours(person: Person) -> str:
    """Hours of the week for a script: days (Monday is 0) and minutes, `02 1080-1230;4 540-720`."""
    return ";".join(
        f"{''.join(str(day.number) for day in free.days)} {free.start}-{free.end}"
        for free in person.availability
    )


def offset_of(zone: str, day: date) -> str:
    """How far a zone's clock is ahead of UTC at noon of a day: `UTC+1`, `UTC\N{MINUS SIGN}3:30`."""
    (season,) = seasons((zone,), day, day)
    return written_offset(season[zone])


def _stretches(person: Person, day: Weekday) -> tuple[tuple[int, int], ...]:
    """The stretches of a day in their order, those that touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((f.start, f.end) for f in person.availability if day in f.days):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple((start, end - start) for start, end in found)


def _clock(minutes: int) -> str:
    return f"{minutes // _HOUR}:{minutes % _HOUR:02}"
