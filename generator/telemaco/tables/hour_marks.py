"""What is said of days and hours, word by word: the marks in their order."""

from dataclasses import dataclass

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
