"""Propose pairs for a program, and write them down when asked to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.matching.orders import NO_ORDERS, Orders, together
from telemaco.matching.propose import propose
from telemaco.matching.redo import Redo, before_redo, last_receipt, redo_of
from telemaco.matching.result import Match
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community, ReceiptId
from telemaco.model.program_steps import first_day_of_new_pairs, is_too_late_for_pairs
from telemaco.records.base import ProgramId
from telemaco.records.layout import program_path
from telemaco.usecases.match_orders import orders_from
from telemaco.usecases.named import program_named, receipt_named


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody may ask of a run.

    `seed` is the word that decides between equals. `source` names a receipt whose seed and orders
    are taken over; what is given here comes on top. `redo` makes the proposals of the last run
    anew.
    """

    seed: str | None = None
    orders: Orders = NO_ORDERS
    source: str | None = None
    redo: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the matching of a program on a day, with all that was settled before it."""

    program: ProgramId
    today: date
    seed: str
    orders: Orders = NO_ORDERS
    redo: Redo | None = None
    notices: tuple[Message, ...] = ()


def run_of(community: Community, program: str, today: date, wanted: Wanted) -> Run:
    """What is to be run. Raises TelemacoError when there is no such program or receipt."""
    chosen = program_named(community, program)
    redo = _redo(community, chosen) if wanted.redo else None
    run = Run(chosen, today, wanted.seed or chosen, wanted.orders, redo)
    if wanted.source is None:
        return replace(run, notices=tuple(_not_taken_over(community, run)))
    source = receipt_named(community, wanted.source, chosen)
    before = before_redo(community, chosen, redo) if redo else community
    orders, notices = orders_from(before, community.receipts[source], chosen, today)
    return replace(
        run,
        seed=wanted.seed or community.receipts[source].seed,
        orders=together(orders, wanted.orders),
        notices=notices,
    )


def carry_out(community: Community, run: Run) -> Match:
    """The pairs that are best. Raises TelemacoError when an order cannot be followed."""
    before = before_redo(community, run.program, run.redo) if run.redo else community
    found = propose(before, run.program, run.today, run.seed, run.orders)
    said = (
        *_few_days(community, run),
        *run.notices,
        *_replaced(run.redo),
        *_told_to_all(community, run),
    )
    notices = (*said, *found.notices)
    return replace(found, redo=run.redo, notices=notices)


def require_time(community: Community, program: ProgramId, today: date) -> None:
    """Raise TelemacoError where a pair that is made today would begin after the last day."""
    record = community.programs[program]
    end = record.dates.end
    if end is not None and end < first_day_of_new_pairs(record, today):
        raise TelemacoError(
            msg(
                "{program} ended on {day}: a pair of it cannot begin any more.",
                program=program,
                day=end,
            ),
            msg(
                "Close it: telemaco close {program}. If it goes on, write a later dates.end into "
                "{path}.",
                program=program,
                path=program_path(program),
            ),
        )


def match(
    community: Community,
    program: str,
    today: date,
    seed: str | None,
    orders: Orders = NO_ORDERS,
) -> Match:
    """The pairs that are best for the program, in a run that is no repetition of another."""
    return carry_out(community, run_of(community, program, today, Wanted(seed, orders)))


def _redo(community: Community, program: ProgramId) -> Redo:
    receipt = last_receipt(community, program)
    if receipt is None:
        raise TelemacoError(
            msg("There is no run of {program} to make anew.", program=program),
            msg("Leave out --redo."),
        )
    redo = redo_of(community, receipt)
    if not redo.pairs:
        raise TelemacoError(
            msg(
                "None of the pairs of the receipt {receipt} is a mere proposal any more.",
                receipt=receipt.day,
            ),
            msg(
                "Leave out --redo: the pairs stay, and those who wait for a partner are matched "
                "around them."
            ),
        )
    return redo


def _replaced(redo: Redo | None) -> Sequence[Message]:
    if redo is None:
        return ()
    dropped = msg_n(
        "{count} proposed pair of the receipt {receipt} is made anew.",
        "{count} proposed pairs of the receipt {receipt} are made anew.",
        len(redo.pairs),
        receipt=redo.receipt,
    )
    kept = msg_n(
        "{count} pair of it stays: somebody has confirmed it, or worked on it.",
        "{count} pairs of it stay: somebody has confirmed them, or worked on them.",
        redo.kept,
    )
    return (dropped, kept) if redo.kept else (dropped,)


def _few_days(community: Community, run: Run) -> Sequence[Message]:
    """A word on pairs that would hardly have days to meet in, or none."""
    record = community.programs[run.program]
    end = record.dates.end
    if end is None or not is_too_late_for_pairs(record, run.today):
        return ()
    if end < first_day_of_new_pairs(record, run.today):
        return (
            msg(
                "{program} ended on {day}: these pairs cannot be written.",
                program=run.program,
                day=end,
            ),
        )
    return (
        msg(
            "{program} ends on {day}: its pairs would have too few days to meet.",
            program=run.program,
            day=end,
        ),
    )


def _told_to_all(community: Community, run: Run) -> Sequence[Message]:
    """A word on what a receipt in a public repository gives away."""
    if not run.orders.forbids or community.settings.privacy.repository == "private":
        return ()
    return (
        msg(
            "The repository is public: everybody can read in the receipt who was not to be paired."
        ),
    )


def _not_taken_over(community: Community, run: Run) -> Sequence[Message]:
    """A word on the orders of the run that is made anew, which nobody asked to keep."""
    if run.redo is None:
        return ()
    receipt = community.receipts[ReceiptId(run.program, run.redo.receipt)]
    if not receipt.pins and not receipt.forbids:
        return ()
    return (
        msg(
            "The orders of the receipt {receipt} are not taken over; --from {receipt} does that.",
            receipt=run.redo.receipt,
        ),
    )
