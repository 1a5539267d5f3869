"""Making the proposals of the last run anew.

What a run proposed and nobody has taken up yet is dropped, and everybody in it waits again. A
proposal stays when somebody has confirmed it, when a mentee's enrolment says matched, when there
is a session, or when the file says more than a matching writes. The run that is made anew does
not count for who has waited: trying again wins nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from telemaco.model.community import Community, ReceiptId
from telemaco.model.first_goals import are_first_goals
from telemaco.model.standing import is_current
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Member, Pair, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Role

_AS_PROPOSED = frozenset({"members", "status", "start", "expected_end", "match"})
"""The keys of a pair that the matching itself writes, besides the goals that people said."""


@dataclass(frozen=True, slots=True)
class Redo:
    """A run made anew: its receipt, the proposals that are dropped, and how many pairs stay."""

    receipt: str
    pairs: tuple[PairId, ...]
    kept: int


def last_receipt(community: Community, program_id: ProgramId) -> ReceiptId | None:
    """The receipt of the program's latest run."""
    receipts = (one for one in community.receipts if one.program == program_id)
    return max(receipts, key=lambda one: one.run, default=None)


def redo_of(community: Community, receipt: ReceiptId) -> Redo:
    """What is dropped when the run is made anew."""
    current = tuple(_current(community, receipt))
    dropped = tuple(pair_id for pair_id in current if _is_untouched(community, pair_id))
    return Redo(receipt.day, dropped, len(current) - len(dropped))


def before_redo(community: Community, program_id: ProgramId, redo: Redo) -> Community:
    """The community without the proposals that are dropped, and without their receipt.

    With the receipt go those that it replaced: they do not count again.
    """
    dropped = set(chain(community, ReceiptId(program_id, redo.receipt)))
    return replace(
        community,
        pairs={key: pair for key, pair in community.pairs.items() if key not in redo.pairs},
        receipts={key: one for key, one in community.receipts.items() if key not in dropped},
    )


def chain(community: Community, receipt_id: ReceiptId) -> Iterator[ReceiptId]:
    """A receipt, the one it replaced, the one that that one replaced, and so on."""
    seen: set[str] = set()
    name: str | None = receipt_id.day
    while name is not None and name not in seen:
        seen.add(name)
        here = ReceiptId(receipt_id.program, name)
        yield here
        name = community.receipts[here].replaces if here in community.receipts else None


def _current(community: Community, receipt: ReceiptId) -> Iterator[PairId]:
    """The pairs that the run proposed and that are not over."""
    for pair_id in community.pairs_of_program.get(receipt.program, ()):
        pair = community.pairs[pair_id]
        if pair.match is not None and pair.match.receipt == receipt.day and is_current(pair):
            yield pair_id


def _is_untouched(community: Community, pair_id: PairId) -> bool:
    pair = community.pairs[pair_id]
    return (
        pair.status is PairStatus.PROPOSED
        and not community.sessions_of(pair_id)
        and not any(member.confirmed for member in pair.members)
        and not any(_is_matched(community, pair_id, member) for member in pair.members)
        and _says_no_more(community, pair)
    )


def _is_matched(community: Community, pair_id: PairId, member: Member) -> bool:
    """Whether a mentee's or a peer's enrolment says that they have a partner."""
    person = community.people.get(member.person)
    return person is not None and any(
        one.program == pair_id.program
        and one.role in {Role.MENTEE, Role.PEER}
        and one.status is EnrolmentStatus.MATCHED
        for one in person.enrolments
    )


def _says_no_more(community: Community, pair: Pair) -> bool:
    said = pair.model_dump(exclude_defaults=True).keys() - _AS_PROPOSED
    return not said or (said == {"goals"} and are_first_goals(community, pair))
