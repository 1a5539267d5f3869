"""Close pairs whose time is over, with the places of their members and their program."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.messages import Message, msg
from telemaco.model.attendance import was_never_there
from telemaco.model.certificates import gives_certificates
from telemaco.model.community import Community
from telemaco.model.program_steps import TAKES_PEOPLE
from telemaco.model.recognition import has_had_its_session
from telemaco.model.schedule import end_of
from telemaco.model.standing import OVER, current_members, is_completed, is_current
from telemaco.model.wording import ROLES, STATUSES
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId, pair_path
from telemaco.records.pair import EndReason, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Program, ProgramStatus, Role
from telemaco.submissions.draft import EditedFile
from telemaco.submissions.ending import sessions_called_off
from telemaco.usecases.close_away import never_there
from telemaco.usecases.close_certificates import with_certificate
from telemaco.usecases.close_day import last_day
from telemaco.usecases.close_goals import reached, with_goals
from telemaco.usecases.close_sessions import held, unsure
from telemaco.usecases.decisions import Decision, LeftOut
from telemaco.usecases.members import Place, places_in, places_of
from telemaco.usecases.program_step import as_completed, completed, pairless, step_of
from telemaco.yamltext.changes import Change, Set

_NOT_BEGUN = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED})
_HAS_REASON = frozenset({PairStatus.ENDED_EARLY, PairStatus.CANCELLED})
_STEPS = frozenset({ProgramStatus.CLOSING, ProgramStatus.COMPLETED})
_GOES_ON = frozenset({ProgramStatus.DRAFT, *TAKES_PEOPLE})


@dataclass(frozen=True, slots=True)
class Ends:
    """Which pairs end, all whose time is over when none is named; `reason` if before their time.

    `is_whole` with a reason says that the whole program ends, with all its pairs.
    """

    program: ProgramId
    pairs: Collection[PairId] = ()
    reason: EndReason | None = None
    is_whole: bool = False


def endings(community: Community, ends: Ends, today: date) -> Iterator[Decision | LeftOut]:
    """What becomes of each pair that is not over yet, and of the people whose pairs all are.

    Whoever completed is set to completed; a mentor of a program that goes on is accepted again.
    The program is completed when it ended and no pair is left, and closing while some are.
    Raises TelemacoError when a reason is given for pairs that nobody named, unless the program
    ends as a whole.
    """
    ends_all = _ends_all(ends)
    known = community.pairs_of_program.get(ends.program, ())
    current = [one for one in known if is_current(community.pairs[one])]
    before = community
    if ends_all:
        ends, community = replace(ends, pairs=current), as_completed(community, ends.program)
    found = {
        pair_id: _outcome(community, ends, pair_id, today)
        for pair_id in sorted(ends.pairs or current)
    }
    closed = {one: status for one, status in found.items() if isinstance(status, PairStatus)}
    for pair_id, outcome in found.items():
        if isinstance(outcome, Message):
            yield LeftOut(str(pair_id), outcome, is_named=bool(ends.pairs))
        else:
            yield _ended(community, ends, pair_id, outcome, today)
    yield from pairless(before, ends.program)
    released = tuple(_people(community, ends, closed, today))
    yield from released
    if ends_all or not ends.pairs:
        yield from _without_pair(community, ends.program, {one.subject for one in released}, today)
    if ends.pairs and not closed:
        return
    if ends_all:
        yield from completed(before, ends.program)
        return
    statuses = [closed.get(one, community.pairs[one].status) for one in known]
    yield from step_of(community, ends.program, statuses, _STEPS, today)


def _ends_all(ends: Ends) -> bool:
    """Whether all pairs end, as the program does."""
    if ends.pairs or not ends.reason:
        return False
    if ends.is_whole and ends.reason is EndReason.PROGRAM_ENDED:
        return True
    raise TelemacoError(
        msg("Why a pair ends before its time is said of pairs that are named."),
        msg(
            "Name them: telemaco close {program} PAIR ... --reason ... If the whole program ends "
            "early: telemaco close {program} --all --reason program-ended",
            program=ends.program,
        ),
    )


def _outcome(
    community: Community, ends: Ends, pair_id: PairId, today: date
) -> PairStatus | Message:
    """The status that the pair gets, or why it stays as it is."""
    pair, end = community.pairs[pair_id], end_of(community, pair_id)
    is_over = end is not None and end <= today
    if not is_current(pair):
        return msg("is {status} already", status=STATUSES[pair.status])
    if pair.status in _NOT_BEGUN:
        return _not_begun(pair_id, is_named=bool(ends.pairs), is_over=is_over)
    is_done = ends.is_whole and is_over and not unsure(community, pair_id, end)
    if ends.reason and not is_done:
        return PairStatus.ENDED_EARLY
    if has_had_its_session(community, pair_id, today):
        return PairStatus.COMPLETED
    if end is not None and not is_over:
        return msg("its last day is {day}; to end it before, say --reason", day=end)
    why = None if ends.pairs else unsure(community, pair_id, end)
    return why or PairStatus.COMPLETED


def _not_begun(pair_id: PairId, *, is_named: bool, is_over: bool) -> PairStatus | Message:
    if is_named:
        return PairStatus.CANCELLED
    if not is_over:
        return msg("has not begun")
    return msg(
        "never began; to cancel it: telemaco close {program} {pair}",
        program=pair_id.program,
        pair=pair_id.pair,
    )


def _ended(
    community: Community, ends: Ends, pair_id: PairId, status: PairStatus, today: date
) -> Decision:
    last = last_day(community, pair_id, status, today)
    changes: list[Change] = [Set(("status",), status.value)]
    notes: tuple[EditedFile, ...] = ()
    if status is not PairStatus.CANCELLED:
        changes.append(Set(("end",), last))
        notes = tuple(sessions_called_off(community, pair_id, last))
    if status in _HAS_REASON and ends.reason:
        changes.append(Set(("reason",), ends.reason.value))
    is_reached = ends.reason is EndReason.GOALS_REACHED
    what = _what(community, ends, pair_id, status, last)
    if status is not PairStatus.CANCELLED:
        pair = community.pairs[pair_id]
        changes += reached(pair) if is_reached else ()
        what = with_goals(what, pair, are_reached=is_reached)
    return Decision(str(pair_id), what, (EditedFile(pair_path(pair_id), tuple(changes)), *notes))


def _what(
    community: Community, ends: Ends, pair_id: PairId, status: PairStatus, last: date
) -> Message:
    """What becomes of the pair; a warning where it completes and no note says that it met.

    A pair that never began has no last day.
    """
    old = STATUSES[community.pairs[pair_id].status]
    if status is PairStatus.CANCELLED and ends.reason:
        return msg(
            "{old} -> {new}, reason: {reason}",
            old=old,
            new=STATUSES[status],
            reason=ends.reason.value,
        )
    if status is PairStatus.CANCELLED:
        return msg("{old} -> {new}", old=old, new=STATUSES[status])
    if status is PairStatus.COMPLETED and not held(community, pair_id):
        return msg(
            "{old} -> {new} on {day}; no note says that it met: --reason no-contact ends it",
            old=old,
            new=STATUSES[status],
            day=last,
        )
    return msg("{old} -> {new} on {day}", old=old, new=STATUSES[status], day=last)


def _people(
    community: Community, ends: Ends, closed: Mapping[PairId, PairStatus], today: date
) -> Iterator[Decision | LeftOut]:
    """Those whose place ends: they completed a pair of the program and have no other.

    Whoever came to none of its sessions is named, and stays. A pair that ends now proves that
    those were matched whose place only says accepted.
    """
    program = community.programs[ends.program]
    busy = _busy(community, ends.program, closed)
    done: dict[Place, dict[PairId, date]] = {}
    away: set[Place] = set()
    proven: set[Place] = set()
    for pair_id, last in _completed(community, ends, closed, today):
        for place in places_of(community, pair_id, last):
            if pair_id in closed:
                proven.add(place)
            if was_never_there(community, pair_id, place.person, last):
                away.add(place)
            else:
                done.setdefault(place, {})[pair_id] = last
    for place in sorted(done.keys() | away, key=lambda one: (one.person, one.position)):
        is_sure = _ends_with_pairs(program, place, today, is_proven=place in proven)
        if is_sure and place.person not in busy:
            pairs = done.get(place)
            yield _released(community, ends, place, pairs, today) if pairs else never_there(place)


def _without_pair(
    community: Community, program: ProgramId, released: Collection[str], today: date
) -> Iterator[LeftOut]:
    """Who has a place in a program that is over, and neither a pair nor one that they completed."""
    if _goes_on(community.programs[program], today):
        return
    settled = {*released, *_busy(community, program, ())}
    for person in sorted(community.people):
        places = places_in(community, program, person)
        if person not in settled and any(one.enrolment.status not in OVER for one in places):
            yield LeftOut(
                person,
                msg(
                    "has no match in a program that is over: telemaco accept {program} {person} "
                    "--as withdrawn",
                    program=program,
                    person=person,
                ),
            )


def _busy(
    community: Community, program: ProgramId, closed: Collection[PairId]
) -> Collection[PersonId]:
    """Who belongs to a pair of the program that goes on."""
    return {
        member.person
        for one in community.pairs_of_program.get(program, ())
        if one not in closed and is_current(community.pairs[one])
        for member in current_members(community.pairs[one])
    }


def _ends_with_pairs(program: Program, place: Place, today: date, *, is_proven: bool) -> bool:
    """Whether it ends with their pairs; in a program that goes on, that of those matched does.

    So does that of a mentee who is only accepted, if `is_proven`; such a mentor has room again.
    """
    status = place.enrolment.status
    if not _goes_on(program, today):
        return status not in OVER
    is_accepted = status is EnrolmentStatus.ACCEPTED and place.enrolment.role is not Role.MENTOR
    return status is EnrolmentStatus.MATCHED or (is_accepted and is_proven)


def _goes_on(program: Program, today: date) -> bool:
    is_past = program.dates.end is not None and program.dates.end <= today
    return program.status in _GOES_ON and not is_past


def _completed(
    community: Community, ends: Ends, closed: Mapping[PairId, PairStatus], today: date
) -> Iterator[tuple[PairId, date]]:
    """The pairs that completed, with their last days; those before, too, unless all named stay."""
    is_reached = ends.reason is EndReason.GOALS_REACHED
    for pair_id, status in closed.items():
        if status is PairStatus.COMPLETED or (status is PairStatus.ENDED_EARLY and is_reached):
            yield pair_id, last_day(community, pair_id, status, today)
    if ends.pairs and not closed:
        return
    for pair_id in community.pairs_of_program.get(ends.program, ()):
        pair = community.pairs[pair_id]
        if is_completed(pair):
            yield pair_id, pair.end or today


def _released(
    community: Community, ends: Ends, place: Place, pairs: Mapping[PairId, date], today: date
) -> Decision:
    """The place when its pairs are over: a mentor of a program that goes on has room again.

    `pairs` are those that the person completed in the program, with their last days.
    """
    old, role = place.enrolment.status, place.enrolment.role
    if role is Role.MENTOR and _goes_on(community.programs[ends.program], today):
        status, until = EnrolmentStatus.ACCEPTED, None
    else:
        status, until = EnrolmentStatus.COMPLETED, max(pairs.values())
    what = msg("{role}: {old} -> {new}", role=ROLES[role], old=STATUSES[old], new=STATUSES[status])
    if until and gives_certificates(community, ends.program):
        is_early = ends.reason is EndReason.GOALS_REACHED or any(
            community.pairs[one].status is PairStatus.ENDED_EARLY for one in pairs
        )
        what = with_certificate(what, community, place.person, () if is_early else tuple(pairs))
    return Decision(place.person, what, (place.set_to(status, until),))
