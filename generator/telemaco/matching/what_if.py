"""A matching beside what it would be if something were otherwise, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass

from telemaco.matching.result import Match
from telemaco.matching.seats import SeatChange
from telemaco.records.base import PersonId, SkillId


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Two matchings: as it is, and as it would be.

    `newcomers` are the mentors who are supposed to join, with what they know.
    """

    suppositions: tuple[str, ...]
    now: Match
    then: Match
    changes: tuple[SeatChange, ...]
    newcomers: Mapping[PersonId, tuple[SkillId, ...]]

    @property
    def weights_differ(self) -> bool:
        """Whether the scores of the two measure different things."""
        return _weights(self.now) != _weights(self.then)


def _weights(found: Match) -> Mapping[str, str]:
    return {key: word for key, word in found.settings.items() if key.startswith("weights.")}
