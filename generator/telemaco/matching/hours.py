"""Which further hour of somebody's week would give them time in common with others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from telemaco.matching.availability import free_bits
from telemaco.matching.participants import Participant
from telemaco.model.overlap import SLOT, SLOTS
from telemaco.records.reminders import Weekday

_FIRST, _LAST = 7, 22
_SLOTS_AN_HOUR = 60 // SLOT

HOURS: tuple[tuple[Weekday, int], ...] = tuple(
    (day, hour * 60) for day in Weekday for hour in range(_FIRST, _LAST + 1)
)
"""The hours that somebody may be asked for: a day, and minutes after midnight by their clock."""

Slots = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Hours:
    """The free hours of many people, to be compared with those of one."""

    people: Sequence[Participant]

    def in_common(self, one: Participant, at: Slots) -> Slots:
        """Slots a week that they would share if `one` were free at one more of HOURS.

        A row for each of the people at these positions, a column for each of HOURS; the least of
        all seasons, 0 for hours at which `one` is free already.
        """
        found = np.full((len(at), len(HOURS)), SLOTS, np.int64)
        for season, ahead in enumerate(one.ahead):
            starts = _starts(ahead)
            own = free_bits([one], season)[0]
            now = self._bits[season][at] @ own
            gained = self._an_hour[season][np.ix_(at, starts)]
            found = np.minimum(found, now[:, None].astype(np.int64) + gained)
        found[:, _is_free(one)] = 0
        return found

    @cached_property
    def _bits(self) -> list[npt.NDArray[np.float32]]:
        seasons = range(len(self.people[0].free))
        return [free_bits(self.people, season).astype(np.float32) for season in seasons]

    @cached_property
    def _an_hour(self) -> list[npt.NDArray[np.int8]]:
        """How much of the hour that begins at each slot somebody is free."""
        steps = range(_SLOTS_AN_HOUR)
        return [
            np.sum([np.roll(bits, -step, axis=1) for step in steps], axis=0).astype(np.int8)
            for bits in self._bits
        ]


def _starts(ahead: int) -> Slots:
    """The slot in UTC at which each of HOURS begins."""
    minutes = [day.number * 24 * 60 + start - ahead for day, start in HOURS]
    return np.array(minutes, np.int64) // SLOT % SLOTS


def _is_free(one: Participant) -> npt.NDArray[np.bool_]:
    """Which of HOURS somebody is free already, in whole or in part."""
    own = free_bits([one], 0)[0]
    steps = np.arange(_SLOTS_AN_HOUR)
    busy: npt.NDArray[np.bool_] = own[(_starts(one.ahead[0])[:, None] + steps) % SLOTS].any(axis=1)
    return busy
