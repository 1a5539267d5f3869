"""Confirm proposed pairs to which everybody said yes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.standing import unconfirmed
from telemaco.model.wording import STATUSES
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId, pair_path
from telemaco.records.pair import PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.submissions.draft import EditedFile
from telemaco.usecases.decisions import Decision, LeftOut
from telemaco.usecases.members import Place, not_taken, places_of, waiting_no_more
from telemaco.usecases.program_step import pairless
from telemaco.yamltext.changes import Change, Set

_CONFIRMED = frozenset({PairStatus.CONFIRMED, PairStatus.ACTIVE})
"""What a pair is that was confirmed before: to confirm it again is no failure."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Which pairs are looked at, all proposals when none is named, and who told that they agree.

    `everybody` says that all members of these pairs did.
    """

    program: ProgramId
    pairs: Collection[PairId] = ()
    agreed: Collection[PersonId] = ()
    everybody: bool = False


def confirmations(
    community: Community, consent: Consent, today: date
) -> Iterator[Decision | LeftOut]:
    """What becomes of each proposal: a pair is confirmed when every member has said yes.

    Raises TelemacoError when somebody is said to agree to what was not proposed to them.
    """
    pairs = [
        pair_id
        for pair_id in sorted(consent.pairs or community.pairs_of_program.get(consent.program, ()))
        if consent.pairs or community.pairs[pair_id].status is PairStatus.PROPOSED
    ]
    _require_proposed(community, consent, pairs)
    if not pairs:
        yield from _none_proposed(community, consent.program)
    for pair_id in pairs:
        yield _confirmed(community, consent, pair_id, today)


def _none_proposed(community: Community, program: ProgramId) -> Iterator[LeftOut]:
    """The next step where there is nothing to confirm."""
    statuses = {community.pairs[one].status for one in community.pairs_of_program.get(program, ())}
    if PairStatus.CONFIRMED in statuses:
        why = msg("has no proposal left; then comes telemaco begin {program}", program=program)
        yield LeftOut(program, why)
    else:
        yield from pairless(community, program)


def _require_proposed(community: Community, consent: Consent, pairs: Collection[PairId]) -> None:
    asked = {
        person
        for pair_id in pairs
        if community.pairs[pair_id].status is PairStatus.PROPOSED
        for person in unconfirmed(community.pairs[pair_id])
    }
    for person in sorted(set(consent.agreed) - asked):
        raise TelemacoError(
            msg("No proposal waits for an answer of {name}.", name=person),
            msg("Run telemaco confirm {program} to see who is asked.", program=consent.program),
        )


def _confirmed(
    community: Community, consent: Consent, pair_id: PairId, today: date
) -> Decision | LeftOut:
    pair, is_named = community.pairs[pair_id], bool(consent.pairs)
    if pair.status is not PairStatus.PROPOSED:
        why = msg("is {status} already", status=STATUSES[pair.status])
        return LeftOut(str(pair_id), why, is_named=is_named and pair.status not in _CONFIRMED)
    open_yet = unconfirmed(pair)
    noted = [one for one in open_yet if consent.everybody or one in consent.agreed]
    left = [one for one in open_yet if one not in noted]
    days = [
        Set(("members", position, "confirmed"), today)
        for position, member in enumerate(pair.members)
        if member.person in noted and not member.end
    ]
    if left:
        if noted:
            return _noted(pair_id, noted, left, days)
        why = msg("has no answer yet of {names}", names=", ".join(left))
        return LeftOut(str(pair_id), why, is_named=is_named)
    places = places_of(community, pair_id, today)
    lacking = not_taken(places)
    if lacking:
        why = msg(
            "{name} is {status} in {program}, not accepted",
            name=lacking.person,
            status=STATUSES[lacking.enrolment.status],
            program=consent.program,
        )
        return LeftOut(str(pair_id), why, is_named=is_named)
    what = msg("proposed -> confirmed")
    if noted:
        what = msg("proposed -> confirmed; said yes to you: {names}", names=", ".join(noted))
    status = Set(("status",), PairStatus.CONFIRMED.value)
    return _with_waiting(_decision(pair_id, what, [*days, status]), waiting_no_more(places))


def _with_waiting(decision: Decision, places: Sequence[Place]) -> Decision:
    """The decision, by which those who wait for a partner wait no more."""
    if not places:
        return decision
    names = ", ".join(place.person for place in places)
    what = msg("{sentence}; waiting -> accepted: {names}", sentence=decision.what, names=names)
    people = tuple(place.set_to(EnrolmentStatus.ACCEPTED) for place in places)
    return replace(decision, what=what, files=(*decision.files, *people))


def _noted(
    pair_id: PairId, noted: Sequence[PersonId], left: Sequence[PersonId], days: Sequence[Set]
) -> Decision:
    what = msg(
        "said yes to you: {names}; no answer yet: {others}",
        names=", ".join(noted),
        others=", ".join(left),
    )
    return _decision(pair_id, what, days)


def _decision(pair_id: PairId, what: Message, changes: Sequence[Change]) -> Decision:
    return Decision(str(pair_id), what, (EditedFile(pair_path(pair_id), tuple(changes)),))
