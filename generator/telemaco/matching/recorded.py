"""What receipts tell of the pairs that somebody is in."""

from collections.abc import Iterator
from dataclasses import dataclass

from telemaco.model.community import Community, ReceiptId
from telemaco.model.standing import belongs_to, is_current
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.receipt import ProposedPair, Receipt


@dataclass(frozen=True, slots=True)
class Recorded:
    """A pair that a run proposed and that goes on, as the receipt tells of it."""

    receipt_id: ReceiptId
    receipt: Receipt
    pair: ProposedPair


def recorded_pairs(
    community: Community, person: PersonId, program: ProgramId | None
) -> Iterator[Recorded]:
    """The pairs that somebody is in by a run of a program, or of any, in their order."""
    for pair_id in community.pairs_of_person.get(person, ()):
        pair = community.pairs[pair_id]
        is_meant = program in {None, pair_id.program}
        if not (pair.match and is_meant and is_current(pair) and belongs_to(pair, person)):
            continue
        receipt_id = ReceiptId(pair_id.program, pair.match.receipt)
        receipt = community.receipts.get(receipt_id)
        for proposed in receipt.pairs if receipt else ():
            if receipt and proposed.pair == pair_id.pair and person in proposed.members:
                yield Recorded(receipt_id, receipt, proposed)
