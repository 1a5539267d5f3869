"""How long people have waited: the earlier runs of a series that left them without a partner.

Whoever a run left out should not lose the next one by the same narrow margin. What counts are
the receipts of the program and of every program with the same `series`, but for those that a
later run has replaced. Several runs on one day are one, so that trying again wins nothing; a pair
of theirs in the series begins the count anew, unless it was cancelled.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from telemaco.model.community import Community, ReceiptId
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import PairStatus
from telemaco.records.receipt import Receipt


def runs_waited(community: Community, program_id: ProgramId, today: date) -> Counter[PersonId]:
    """On how many days up to today a run left each person, since they last had a partner."""
    left = {
        (one.person, receipt.on)
        for _, receipt in counting_receipts(community, program_id, today)
        for one in receipt.unmatched
    }
    latest = _latest_pairs(community, _series(community, program_id))
    return Counter(person for person, day in left if day > latest[person])


def counting_receipts(
    community: Community, program_id: ProgramId, today: date
) -> Iterator[tuple[ReceiptId, Receipt]]:
    """The receipts, up to today, of the runs that count for who has waited."""
    series = _series(community, program_id)
    replaced = {
        ReceiptId(receipt_id.program, receipt.replaces)
        for receipt_id, receipt in community.receipts.items()
        if receipt.replaces
    }
    for receipt_id, receipt in community.receipts.items():
        if receipt_id.program in series and receipt.on <= today and receipt_id not in replaced:
            yield receipt_id, receipt


def _series(community: Community, program_id: ProgramId) -> frozenset[ProgramId]:
    """The program, and the others of its series."""
    series = community.programs[program_id].series
    others = (
        other
        for other, program in community.programs.items()
        if series and program.series == series
    )
    return frozenset({program_id, *others})


def _latest_pairs(
    community: Community, series: frozenset[ProgramId]
) -> defaultdict[PersonId, date]:
    """The day on which each person's latest pair of the series began."""
    latest: defaultdict[PersonId, date] = defaultdict(lambda: date.min)
    for pair_id, pair in community.pairs.items():
        if pair_id.program in series and pair.status is not PairStatus.CANCELLED:
            for member in pair.members:
                latest[member.person] = max(latest[member.person], pair.start)
    return latest
