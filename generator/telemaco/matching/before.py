"""The community as a run found it, as far as files of a later day still tell.

The receipt says which files went in: only those are looked at. The pairs that the run proposed
are left out, whatever became of them. Whoever went in took part that day, whatever their enrolment
says by now, and the settings are those of the receipt. What else has changed since is as it is
now; the receipt's fingerprints tell which files that concerns.
"""

from collections.abc import Iterator
from dataclasses import replace

from telemaco.findings import TelemacoError
from telemaco.matching.inputs import TAKING_PART
from telemaco.matching.redo import before_redo, chain, redo_of
from telemaco.matching.settings import with_settings
from telemaco.messages import msg
from telemaco.model.community import Community, ReceiptId
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId, pair_path, receipt_path
from telemaco.records.pair import Pair
from telemaco.records.person import EnrolmentStatus, Person
from telemaco.records.program import Program
from telemaco.records.receipt import Receipt

_TO_WAIT = (EnrolmentStatus.ACCEPTED, EnrolmentStatus.WAITING)


def before_run(community: Community, receipt_id: ReceiptId, receipt: Receipt) -> Community:
    """The community as the run found it.

    One that does not have the receipt yet is taken as it is, but for the pairs that the run
    proposed or replaced. Raises TelemacoError when the receipt's settings cannot be read.
    """
    if receipt_id in community.receipts:
        return _rewound(community, receipt_id, receipt)
    there = _without_own_pairs(_as_they_waited(community, receipt_id, receipt), receipt_id)
    if receipt.replaces is None:
        return there
    replaced = redo_of(there, ReceiptId(receipt_id.program, receipt.replaces))
    return before_redo(there, receipt_id.program, replaced)


def without_results(community: Community, receipt_id: ReceiptId, receipt: Receipt) -> Community:
    """The community without what came of the run; everything else is as it is now.

    The pairs that the run proposed are gone, and whoever took part does so again.
    """
    took_part = receipt.people
    people = {
        person_id: _taking_part(person, receipt_id.program) if person_id in took_part else person
        for person_id, person in community.people.items()
    }
    for person_id in receipt.waiting:
        if person_id in people:
            people[person_id] = _with(people[person_id], receipt_id.program, *_TO_WAIT)
    return _without_own_pairs(replace(community, people=people), receipt_id)


def _as_they_waited(community: Community, receipt_id: ReceiptId, receipt: Receipt) -> Community:
    """The community in which those only wait whom the run left out for it.

    To a run that left out nobody for it they counted as accepted.
    """
    program = receipt_id.program
    people = {
        person_id: person
        if person_id in receipt.waiting
        else _with(person, program, *reversed(_TO_WAIT))
        for person_id, person in community.people.items()
    }
    return replace(community, people=people)


def _with(
    person: Person, program_id: ProgramId, old: EnrolmentStatus, new: EnrolmentStatus
) -> Person:
    """The person with another status in the program, where they have the old one."""
    enrolments = tuple(
        one.model_copy(update={"status": new})
        if one.program == program_id and one.status is old
        else one
        for one in person.enrolments
    )
    return person.model_copy(update={"enrolments": enrolments})


def _without_own_pairs(community: Community, receipt_id: ReceiptId) -> Community:
    kept = {
        pair_id: pair
        for pair_id, pair in community.pairs.items()
        if not _is_of(pair_id, pair, receipt_id)
    }
    return replace(community, pairs=kept)


def _is_of(pair_id: PairId, pair: Pair, receipt_id: ReceiptId) -> bool:
    return pair_id.program == receipt_id.program and (
        pair.match is not None and pair.match.receipt == receipt_id.day
    )


def _rewound(community: Community, receipt_id: ReceiptId, receipt: Receipt) -> Community:
    program_id = receipt_id.program
    there = without_results(community, receipt_id, receipt)
    went_in = receipt.people if receipt.inputs else there.people.keys()
    return replace(
        there,
        programs={**there.programs, program_id: _program(there.programs[program_id], receipt)},
        people={one: person for one, person in there.people.items() if one in went_in},
        pairs=dict(_pairs(there, receipt_id, receipt)),
        receipts=dict(_receipts(there, receipt_id, receipt)),
    )


def _program(program: Program, receipt: Receipt) -> Program:
    found = with_settings(program, receipt.settings)
    if isinstance(found, tuple):
        raise TelemacoError(
            msg(
                "This version cannot read a setting of the receipt: {key}.",
                key=".".join(map(str, found[0].route)),
            ),
            msg(
                "The receipt was written by {version}; verify it with that.",
                version=receipt.version,
            ),
        )
    return found


def _taking_part(person: Person, program_id: ProgramId) -> Person:
    """The person before anything came of the run: accepted, and not paused."""
    own = [enrolment for enrolment in person.enrolments if enrolment.program == program_id]
    over = not any(enrolment.status in TAKING_PART for enrolment in own)
    enrolments = tuple(
        enrolment.model_copy(update={"status": EnrolmentStatus.ACCEPTED})
        if enrolment in own and (over or enrolment.status in TAKING_PART)
        else enrolment
        for enrolment in person.enrolments
    )
    return person.model_copy(update={"enrolments": enrolments, "paused_until": None})


def _pairs(
    community: Community, receipt_id: ReceiptId, receipt: Receipt
) -> Iterator[tuple[PairId, Pair]]:
    """The pairs that went in; when the receipt does not say, all but those of later runs."""
    later = list(_from_then_on(community, receipt_id))
    for pair_id, pair in community.pairs.items():
        if receipt.inputs:
            if pair_path(pair_id) in receipt.inputs:
                yield pair_id, pair
        elif not any(_is_of(pair_id, pair, one) for one in later):
            yield pair_id, pair


def _receipts(
    community: Community, receipt_id: ReceiptId, receipt: Receipt
) -> Iterator[tuple[ReceiptId, Receipt]]:
    """The receipts that went in; when the receipt does not say, those before and not replaced."""
    others = {*_from_then_on(community, receipt_id), *chain(community, receipt_id)}
    for other_id, other in community.receipts.items():
        if receipt.inputs:
            if receipt_path(*other_id) in receipt.inputs:
                yield other_id, other
        elif other_id not in others:
            yield other_id, other


def _from_then_on(community: Community, receipt_id: ReceiptId) -> Iterator[ReceiptId]:
    """The receipt and those of later runs of the program."""
    for other in community.receipts:
        if other.program == receipt_id.program and other.run >= receipt_id.run:
            yield other
