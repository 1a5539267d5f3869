"""Who still counts in a program that is completed, or whose pair there is."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.model.attendance import was_never_there
from telemaco.model.community import Community
from telemaco.model.program_steps import TAKES_PEOPLE
from telemaco.model.standing import OVER, belongs_to, is_completed, members_on, pairs_in
from telemaco.progress.asking import Deed, asking
from telemaco.progress.values import ProgramProgress, Suggestion, SuggestionKind
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Pair
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import ProgramStatus

_IS_OVER = frozenset({ProgramStatus.COMPLETED, ProgramStatus.CANCELLED, ProgramStatus.ARCHIVED})
_OTHERWISE = msg("Their places stay open for good, and they are never due to be forgotten.")


def places_to_complete(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who completed a pair of a completed program, and has a place in it yet."""
    known = left_over(community, program.id)
    names = [one for one in known if _has_completed(community, program.id, one, today)]
    what = msg_n(
        "Complete the place of {count} person in {program}, which is over: {names}",
        "Complete the places of {count} people in {program}, which is over: {names}",
        len(names),
    )
    deed = Deed(what, _OTHERWISE, ("close", program.id))
    return asking(SuggestionKind.PROGRAM, program.id, names, deed)


def places_of_completed(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who is still called matched in a program that goes on, though all their pairs completed."""
    names = [
        one
        for one in _without_pairs(community, program.id, frozenset({EnrolmentStatus.MATCHED}))
        if _has_completed(community, program.id, one, today)
    ]
    what = msg_n(
        "Bring up to date the place of {count} person of {program} who completed: {names}",
        "Bring up to date the places of {count} people of {program} who completed: {names}",
        len(names),
    )
    otherwise = msg("They still count as matched, and telemaco check names them.")
    if community.programs[program.id].status not in _IS_OVER:
        deed = Deed(what, otherwise, ("close", program.id))
        yield from asking(SuggestionKind.PROGRAM, program.id, names, deed)


def places_to_leave(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who has a place in a completed program, and completed no pair of it."""
    known = left_over(community, program.id)
    names = [one for one in known if not _has_completed(community, program.id, one, today)]
    what = _leaving(len(names), _next_run(community, program.id))
    deed = Deed(what, _OTHERWISE, ("accept", program.id, *names, "--as", "withdrawn"))
    return asking(SuggestionKind.PROGRAM, program.id, names, deed)


def _leaving(number: int, following: ProgramId | None) -> Message:
    if following is None:
        return msg_n(
            "Set the place of {count} person in {program}, which is over, to withdrawn: {names}",
            "Set the places of {count} people in {program}, which is over, to withdrawn: {names}",
            number,
        )
    return msg_n(
        "Ask {count} person whether they apply for {following}, and set their place in {program}, "
        "which is over, to withdrawn: {names}",
        "Ask {count} people whether they apply for {following}, and set their places in "
        "{program}, which is over, to withdrawn: {names}",
        number,
        following=following,
    )


def _next_run(community: Community, program: ProgramId) -> ProgramId | None:
    """The next program of its series, if it takes people."""
    own = community.programs[program]
    later = [
        name
        for name, other in community.programs.items()
        if own.series
        and other.series == own.series
        and other.status in TAKES_PEOPLE
        and other.dates.start > own.dates.start
    ]
    return min(later, key=lambda name: (community.programs[name].dates.start, name), default=None)


def left_over(community: Community, program: ProgramId) -> Sequence[PersonId]:
    """Who has a place in the program, if it is completed, and is in no pair of it that goes on."""
    if community.programs[program].status is not ProgramStatus.COMPLETED:
        return ()
    return _without_pairs(community, program, frozenset(EnrolmentStatus) - OVER)


def _without_pairs(
    community: Community, program: ProgramId, statuses: AbstractSet[EnrolmentStatus]
) -> Sequence[PersonId]:
    """Who has a place that stands so, and is in no pair of the program that goes on."""
    return [
        person_id
        for person_id, person in community.people.items()
        if any(one.program == program and one.status in statuses for one in person.enrolments)
        and not any(belongs_to(pair, person_id) for pair in pairs_in(community, program, person_id))
    ]


def _has_completed(community: Community, program: ProgramId, person: PersonId, today: date) -> bool:
    """Whether `close` completes their place: a pair completed, and they were there to its end."""
    return any(
        is_completed(pair)
        and any(one.person == person for one in members_on(pair, pair.end or today))
        and not was_never_there(community, pair_id, person, pair.end or today)
        for pair_id, pair in _pairs_in(community, program, person)
    )


def _pairs_in(
    community: Community, program: ProgramId, person: PersonId
) -> Iterator[tuple[PairId, Pair]]:
    known = community.pairs_of_person.get(person, ())
    return ((one, community.pairs[one]) for one in known if one.program == program)
