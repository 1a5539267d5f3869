"""What differs between two matchings: of a commit and now, or of two receipts."""

from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.matching.difference import Difference, difference
from telemaco.matching.outcome import NO_OUTCOME, Outcome, outcome
from telemaco.messages import msg
from telemaco.model.community import Community, ReceiptId
from telemaco.ports import Sources
from telemaco.records.base import ProgramId
from telemaco.records.receipt import Receipt
from telemaco.usecases.named import program_named

_Runs = list[tuple[ReceiptId, Receipt]]


def differences_since(
    community: Community, base: Sources, program: str | None
) -> tuple[Difference, ...]:
    """What the runs did whose receipts the base does not have, beside its latest one.

    Every program with such a run is looked at, or the one that is named. Raises TelemacoError.
    """
    before = load(base.files()).community
    programs = [program_named(community, program)] if program else list(community.programs)
    found = (_since(community, before, one) for one in programs)
    return tuple(one for one in found if one is not None)


def difference_between(community: Community, old: ReceiptId, new: ReceiptId) -> Difference:
    """What differs between two runs of a program. Raises TelemacoError for runs of two."""
    if old.program != new.program:
        raise TelemacoError(
            msg(
                "The receipts are of two programs, {old} and {new}.",
                old=old.program,
                new=new.program,
            ),
            msg("Name two receipts of one program."),
        )
    program = program_named(community, old.program)
    sides = [_outcome(community, program, [(one, community.receipts[one])]) for one in (old, new)]
    return difference(community, program, *sides)


def _since(community: Community, before: Community, program: ProgramId) -> Difference | None:
    new = [
        (receipt_id, receipt)
        for receipt_id, receipt in _standing(community, program)
        if before.receipts.get(receipt_id) != receipt
    ]
    if not new:
        return None
    old = [run for run in _standing(before, program) if run not in new][-1:]
    return difference(
        community,
        program,
        _outcome(community, program, old),
        _outcome(community, program, new),
    )


def _standing(community: Community, program: ProgramId) -> _Runs:
    """The runs of a program that no other has replaced, the earliest first."""
    own = [one for one in community.receipts if one.program == program]
    replaced = {community.receipts[one].replaces for one in own}
    standing = (one for one in own if one.day not in replaced)
    return [(one, community.receipts[one]) for one in sorted(standing, key=lambda one: one.run)]


def _outcome(community: Community, program: ProgramId, runs: _Runs) -> Outcome:
    return outcome(runs, community.programs[program].kind) if runs else NO_OUTCOME
