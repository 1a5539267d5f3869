"""What runs of a program came to, as their receipts tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from telemaco.matching.orders import NO_ORDERS, Orders, orders_in, together
from telemaco.matching.seats import Seats, seats_in
from telemaco.matching.settings import Settings
from telemaco.model.community import ReceiptId
from telemaco.records.base import PersonId
from telemaco.records.program import ProgramKind
from telemaco.records.receipt import Receipt, Share, Unmatched


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one or more runs came to together, the last word being that of the latest.

    `shares` are those of the pair or group that somebody got, `left` those without a partner,
    `people` whoever took part. Without any run all of it is empty.
    """

    receipts: tuple[ReceiptId, ...] = ()
    on: date = date.min
    seats: Seats = field(default_factory=dict)
    shares: Mapping[PersonId, tuple[Share, ...]] = field(default_factory=dict)
    left: Mapping[PersonId, Unmatched] = field(default_factory=dict)
    people: frozenset[PersonId] = frozenset()
    orders: Orders = NO_ORDERS
    settings: Settings = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)


NO_OUTCOME = Outcome()


def outcome(receipts: Sequence[tuple[ReceiptId, Receipt]], kind: ProgramKind) -> Outcome:
    """What the runs with these receipts came to, in their order."""
    found = NO_OUTCOME
    for receipt_id, receipt in receipts:
        seats = {**found.seats, **seats_in(receipt, kind)}
        left = {**found.left, **{one.person: one for one in receipt.unmatched}}
        found = Outcome(
            (*found.receipts, receipt_id),
            receipt.on,
            seats,
            {**found.shares, **_shares(receipt)},
            {person: one for person, one in left.items() if person not in seats},
            found.people | receipt.people,
            together(found.orders, orders_in(receipt)),
            receipt.settings,
            {**found.inputs, **receipt.inputs},
        )
    return found


def _shares(receipt: Receipt) -> Mapping[PersonId, tuple[Share, ...]]:
    return {person: pair.shares for pair in receipt.pairs for person in pair.members}
