"""The hour and the language that people who meet in a group share.

A group meets at one time of the week, all through the program, by the clock of one place where
somebody of the program lives. Where clocks change at different times, that is another time for
some of the members in some weeks, and they must be free then, too. So an hour is looked at for
every way in which clocks change: the quarter hours of a week in UTC, in the first season, at which
somebody is free for as long as a meeting takes, in every season. They are kept as bits, a week for
every clock, so that what several people share is the conjunction of their numbers.

Who says nothing about their hours shares all of them. Where a program switches hours or languages
off, everybody shares everything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from telemaco.matching.participants import Mask, Participant, Terms
from telemaco.model.overlap import SLOT, SLOTS
from telemaco.model.spoken import working_languages
from telemaco.records.base import Language
from telemaco.records.program import Program, Weight

USUAL_MINUTES = 60
"""How long a meeting takes in a program that does not say."""

Bits = npt.NDArray[np.uint8]
"""A row of ones and zeros for everybody."""

Clock = tuple[int, ...]
"""Minutes that a clock is ahead in every season of what it is ahead in the first."""


def clock_of(one: Participant) -> Clock:
    """How somebody's clock changes."""
    return tuple(ahead - one.ahead[0] for ahead in one.ahead)


def clocks_of(people: Iterable[Participant]) -> tuple[Clock, ...]:
    """The different ways in which people's clocks change."""
    return tuple(sorted({clock_of(one) for one in people}))


def meeting_minutes(program: Program) -> int:
    """How long the program's groups meet."""
    return (program.cadence and program.cadence.minutes) or USUAL_MINUTES


def meeting_slots(program: Program) -> int:
    """How many quarter hours that takes."""
    return -(-meeting_minutes(program) // SLOT)


def asks_hours(terms: Terms) -> bool:
    """Whether the members of a group must share an hour."""
    return terms.weights["availability"] is not Weight.OFF


def asks_language(terms: Terms) -> bool:
    """Whether the members of a group must share a language."""
    return terms.weights["languages"] is not Weight.OFF


def hours_of(one: Participant, terms: Terms) -> int:
    """When somebody can meet, a week of bits for every clock of the terms, the first lowest."""
    if not one.person.availability or not asks_hours(terms):
        return (1 << SLOTS * len(terms.clocks)) - 1
    return _hours(one.free, terms.clocks, meeting_slots(terms.program))


def share_an_hour(one: Participant, other: Participant, terms: Terms) -> bool:
    """Whether two people can meet for as long as a meeting takes."""
    return bool(hours_of(one, terms) & hours_of(other, terms))


@dataclass(frozen=True, slots=True)
class Shares:
    """What people can share, as one number each: languages in the low bits, hours above them.

    The conjunction of several people's numbers is what they share together.
    """

    terms: Terms
    languages: tuple[Language, ...]

    def of(self, one: Participant) -> int:
        """What somebody can share with others."""
        return self._spoken(one) | hours_of(one, self.terms) << self._count

    def are_enough(self, common: int) -> bool:
        """Whether people who share this much share an hour and a language."""
        return bool(common & ((1 << self._count) - 1) and common >> self._count)

    def hours(self, people: Sequence[Participant]) -> Bits:
        """Everybody's hours as ones and zeros, a row each."""
        width = SLOTS * len(self.terms.clocks)
        return _bits([hours_of(one, self.terms) for one in people], width)

    def tongues(self, people: Sequence[Participant]) -> Bits:
        """Everybody's languages as ones and zeros, a row each."""
        return _bits([self._spoken(one) for one in people], -(-self._count // 8) * 8)

    def _spoken(self, one: Participant) -> int:
        if not asks_language(self.terms):
            return 1
        spoken = working_languages(one.person)
        return sum(1 << at for at, code in enumerate(self.languages) if code in spoken)

    @property
    def _count(self) -> int:
        return max(1, len(self.languages))


def shares_of(terms: Terms, people: Iterable[Participant]) -> Shares:
    """What these people can share in a program of groups."""
    spoken = {code for one in people for code in working_languages(one.person)}
    return Shares(terms, tuple(sorted(spoken)))


def sharing(rows: Sequence[Participant], columns: Sequence[Participant], terms: Terms) -> Mask:
    """Which of all pairs can meet for as long as a meeting takes."""
    shares = Shares(terms, ())
    mine, theirs = (shares.hours(people).astype(np.float32) for people in (rows, columns))
    shared: Mask = mine @ theirs.T > 0
    return shared


def _bits(numbers: Sequence[int], width: int) -> Bits:
    packed = b"".join(number.to_bytes(width // 8, "little") for number in numbers)
    rows = np.frombuffer(packed, np.uint8).reshape(len(numbers), width // 8)
    return np.unpackbits(rows, axis=1, bitorder="little")


@cache
def _hours(free: tuple[int, ...], clocks: tuple[Clock, ...], slots: int) -> int:
    whole = 0
    for position, clock in enumerate(clocks):
        steady = (1 << SLOTS) - 1
        for season, later in zip(free, clock, strict=True):
            steady &= _turned(_starts(season, slots), later // SLOT)
        whole |= steady << SLOTS * position
    return whole


def _starts(free: int, slots: int) -> int:
    """The slots at which somebody is free for so many in one go."""
    starts = free
    for step in range(1, slots):
        starts &= _turned(free, -step)
    return starts


def _turned(slots: int, by: int) -> int:
    """The ring of the week, turned so that slot 0 comes to lie at `by`."""
    by %= SLOTS
    return ((slots << by) | (slots >> (SLOTS - by))) & ((1 << SLOTS) - 1)
