"""Work a matching out again from its receipt, and say whether the same comes out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from telemaco import __version__
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.matching.before import before_run
from telemaco.matching.inputs import Inputs, digest_of, inputs_of
from telemaco.matching.orders import orders_in
from telemaco.matching.propose import propose
from telemaco.matching.roster import roster
from telemaco.matching.seats import seat_changes, seats_in
from telemaco.matching.settings import setting_changes, settings_of
from telemaco.matching.verified import Files, Verified
from telemaco.messages import msg
from telemaco.model.community import Community, ReceiptId
from telemaco.ports import History, Translator
from telemaco.records.base import PersonId
from telemaco.records.layout import receipt_path
from telemaco.records.receipt import Receipt
from telemaco.usecases.match_receipt import receipt_of, shown


@dataclass(frozen=True, slots=True)
class _Ground:
    """Files to work a matching out from: as they lie there, and as the run found them."""

    commit: str | None
    exact: bool
    there: Community
    before: Community
    inputs: Inputs
    digest: str


def verify(
    community: Community,
    receipt_id: ReceiptId,
    history: History,
    commit: str | None,
    translator: Translator,
) -> Verified:
    """The receipt beside what comes out when its matching is worked out again.

    The files are those of `commit`, if it is given. Else, when the receipt is in a commit, those
    of the commit before that one, which is what the run found; when they do not fit, those of the
    commit itself; and when it is in none, the files as they lie there. Raises TelemacoError.
    """
    receipt = community.receipts[receipt_id]
    ground = _best(_grounds(community, receipt_id, history, commit), receipt)
    program = receipt_id.program
    kind = ground.before.programs[program].kind
    found = propose(ground.before, program, receipt.on, receipt.seed, orders_in(receipt))
    again = receipt_of(found, ["-"] * len(found.proposals), translator)
    return Verified(
        receipt_id,
        len(receipt.pairs),
        ground.commit,
        ground.exact,
        bool(receipt.inputs),
        ground.digest == receipt.digest,
        _pairs(again, receipt) == _pairs(receipt, receipt),
        _files(receipt.inputs, shown(ground.inputs)),
        setting_changes(receipt.settings, settings_of(ground.there.programs[program])),
        seat_changes(seats_in(receipt, kind), seats_in(again, kind)),
        tuple(sorted(_left(receipt) ^ _left(again))),
        (receipt.version, __version__) if receipt.version != __version__ else None,
    )


def _grounds(
    community: Community, receipt_id: ReceiptId, history: History, commit: str | None
) -> Iterator[_Ground]:
    """What the matching may have been worked out from, the likeliest first."""
    receipt = community.receipts[receipt_id]
    for name, there in _communities(community, receipt_id, history, commit):
        if receipt_id.program not in there.programs:
            continue
        before = before_run(there, receipt_id, receipt)
        people = roster(before, receipt_id.program, receipt.on).ids
        inputs = inputs_of(before, receipt_id.program, people, receipt.on)
        digest = digest_of(inputs, orders_in(receipt), receipt.seed, receipt.on)
        yield _Ground(name, receipt_id not in there.receipts, there, before, inputs, digest)


def _communities(
    community: Community, receipt_id: ReceiptId, history: History, commit: str | None
) -> Iterator[tuple[str | None, Community]]:
    arrival = None if commit else history.arrival(receipt_path(*receipt_id))
    commits = (commit,) if commit else (arrival.before, arrival.commit) if arrival else ()
    for name in commits:
        if name is not None:
            yield name, load(history.sources(name).files()).community
    if not commits:
        yield None, community


def _best(grounds: Iterator[_Ground], receipt: Receipt) -> _Ground:
    """The first that has everything as it went in, else the first of those that have most."""
    seen = []
    for ground in grounds:
        if ground.digest == receipt.digest:
            return ground
        seen.append(ground)
    if not seen:
        raise TelemacoError(
            msg("The program of the receipt is not there."),
            msg("Name a commit that has it with --at."),
        )
    return min(seen, key=lambda one: _files(receipt.inputs, shown(one.inputs)).number)


def _files(recorded: Mapping[str, str], found: Mapping[str, str]) -> Files:
    """What became of the files; nothing when the receipt does not say which went in."""
    if not recorded:
        return Files()
    return Files(
        tuple(path for path in recorded if path in found and recorded[path] != found[path]),
        tuple(path for path in recorded if path not in found),
        tuple(path for path in found if path not in recorded),
    )


def _pairs(receipt: Receipt, recorded: Receipt) -> Sequence[object]:
    """What the pairs are made of, as far as it is recorded; their order and names do not count."""
    has_shares = any(pair.shares for pair in recorded.pairs)
    return sorted(
        (pair.members, pair.score, repr(pair.shares) if has_shares else "")
        for pair in receipt.pairs
    )


def _left(receipt: Receipt) -> set[PersonId]:
    return {one.person for one in receipt.unmatched}
