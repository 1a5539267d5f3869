"""What a coordinator orders of one run: pairs that must be, and pairs that must not."""

from dataclasses import dataclass

from telemaco.records.base import PersonId
from telemaco.records.receipt import Receipt

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


NO_ORDERS = Orders()


def orders_in(receipt: Receipt) -> Orders:
    """The orders that a run was given."""
    return Orders(
        tuple((pin.mentor, pin.mentee) for pin in receipt.pins),
        tuple((one, other) for one, other in receipt.forbids),
        receipt.force,
    )


def together(first: Orders, second: Orders) -> Orders:
    """The orders of both, each once."""
    return Orders(
        tuple(dict.fromkeys((*first.pins, *second.pins))),
        tuple(dict.fromkeys((*first.forbids, *second.forbids))),
        first.force or second.force,
    )
