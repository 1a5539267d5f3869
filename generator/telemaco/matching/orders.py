"""What a coordinator orders of one run: pairs that must be, and pairs that must not."""

from dataclasses import dataclass

from telemaco.records.base import PersonId

Couple = tuple[PersonId, PersonId]
"""A mentor and a mentee; in an order that forbids, two people in any order."""


@dataclass(frozen=True, slots=True)
class Orders:
    """`pins` are made pairs whatever they score, `forbids` are not; `force` breaks limits."""

    pins: tuple[Couple, ...] = ()
    forbids: tuple[Couple, ...] = ()
    force: bool = False

    @property
    def forbidden(self) -> frozenset[frozenset[PersonId]]:
        """The couples that must not be."""
        return frozenset(frozenset(couple) for couple in self.forbids if couple[0] != couple[1])

    @property
    def settings(self) -> dict[str, str]:
        """The orders as settings of the run, in the order of the ids; empty without any."""
        return {
            key: ", ".join(f"{one}={other}" for one, other in sorted(couples))
            for key, couples in (("pins", self.pins), ("forbids", self.forbids))
            if couples
        }


NO_ORDERS = Orders()
