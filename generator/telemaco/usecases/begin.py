"""Set confirmed pairs to active once their first day has come, their members and the program."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.wording import STATUSES
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId, pair_path
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import ProgramStatus
from telemaco.submissions.draft import EditedFile
from telemaco.usecases.decisions import Decision, LeftOut
from telemaco.usecases.members import Place, not_taken, places_of, waiting_no_more
from telemaco.usecases.program_step import pairless, step_of
from telemaco.yamltext.changes import Set

_STEPS = frozenset({ProgramStatus.MATCHING, ProgramStatus.RUNNING})
_LOOKED_AT = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED, PairStatus.ACTIVE})


def beginnings(
    community: Community, program: ProgramId, pairs: Collection[PairId], today: date
) -> Iterator[Decision | LeftOut]:
    """What becomes of each pair that has not begun, or of those that are named; then the program.

    Who is accepted and belongs to a pair that was written as active is matched. The program is
    running as its pairs begin, and matching once nobody can apply any more.
    """
    statuses = {
        one: community.pairs[one].status for one in community.pairs_of_program.get(program, ())
    }
    yield from pairless(community, program)
    for pair_id in sorted(pairs or community.pairs_of_program.get(program, ())):
        pair = community.pairs[pair_id]
        if not pairs and pair.status not in _LOOKED_AT:
            continue
        accepted = _accepted(places_of(community, pair_id, today))
        if pair.status is PairStatus.ACTIVE and accepted:
            yield _matched(pair_id, accepted)
            continue
        why = _not_yet(community, pair_id, pair, today)
        if why and (pairs or pair.status is not PairStatus.ACTIVE):
            is_refused = bool(pairs) and pair.status is not PairStatus.ACTIVE
            yield LeftOut(str(pair_id), why, is_named=is_refused)
        elif not why:
            statuses[pair_id] = PairStatus.ACTIVE
            yield _begun(community, pair_id, today)
    yield from step_of(community, program, statuses.values(), _STEPS, today)


def _not_yet(community: Community, pair_id: PairId, pair: Pair, today: date) -> Message | None:
    if pair.status is PairStatus.PROPOSED:
        return msg("is proposed: telemaco confirm {program} comes first", program=pair_id.program)
    if pair.status is not PairStatus.CONFIRMED:
        return msg("is {status} already", status=STATUSES[pair.status])
    if pair.start > today:
        return msg("begins on {day}", day=pair.start)
    lacking = not_taken(places_of(community, pair_id, today))
    if lacking:
        return msg(
            "{name} is {status} in {program}, not accepted",
            name=lacking.person,
            status=STATUSES[lacking.enrolment.status],
            program=pair_id.program,
        )
    return None


def _begun(community: Community, pair_id: PairId, today: date) -> Decision:
    places = places_of(community, pair_id, today)
    matched = [*_accepted(places), *waiting_no_more(places)]
    what = msg("confirmed -> active")
    if matched:
        names = ", ".join(place.person for place in matched)
        what = msg("confirmed -> active; matched: {names}", names=names)
    pair = EditedFile(pair_path(pair_id), (Set(("status",), PairStatus.ACTIVE.value),))
    people = (place.set_to(EnrolmentStatus.MATCHED) for place in matched)
    return Decision(str(pair_id), what, (pair, *people))


def _matched(pair_id: PairId, places: Sequence[Place]) -> Decision:
    names = ", ".join(place.person for place in places)
    people = tuple(place.set_to(EnrolmentStatus.MATCHED) for place in places)
    return Decision(str(pair_id), msg("is active already; matched: {names}", names=names), people)


def _accepted(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(one for one in places if one.enrolment.status is EnrolmentStatus.ACCEPTED)
