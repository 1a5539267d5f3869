"""Who still counts in a program that is completed."""

from collections.abc import Iterator, Sequence
from datetime import date

from telemaco.messages import msg, msg_n
from telemaco.model.community import Community
from telemaco.model.standing import is_completed, is_current, members_on
from telemaco.progress.naming import named
from telemaco.progress.values import ProgramProgress, Suggestion, SuggestionKind
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.pair import Pair
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import ProgramStatus

_OTHERWISE = msg("Their places stay open for good, and they are never due to be forgotten.")


def places_to_complete(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who completed a pair of a completed program, and is called matched yet."""
    matched = _left_over(community, program.id, EnrolmentStatus.MATCHED)
    names = tuple(one for one in matched if _has_completed(community, program.id, one, today))
    if names:
        yield Suggestion(
            SuggestionKind.PROGRAM,
            program.id,
            names,
            msg_n(
                "Complete the place of {count} person in {program}, which is over: {names}",
                "Complete the places of {count} people in {program}, which is over: {names}",
                len(names),
                program=program.id,
                names=named(names),
            ),
            _OTHERWISE,
            command=("close", program.id),
        )


def places_to_leave(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who waits in a completed program, or is called matched and completed no pair of it."""
    statuses = (EnrolmentStatus.MATCHED, EnrolmentStatus.WAITING)
    known = _left_over(community, program.id, *statuses)
    names = tuple(one for one in known if not _has_completed(community, program.id, one, today))
    if names:
        yield Suggestion(
            SuggestionKind.PROGRAM,
            program.id,
            names,
            msg_n(
                "Set the place of {count} person in {program}, which is over, to withdrawn: "
                "{names}",
                "Set the places of {count} people in {program}, which is over, to withdrawn: "
                "{names}",
                len(names),
                program=program.id,
                names=named(names),
            ),
            _OTHERWISE,
            command=("accept", program.id, *names, "--as", "withdrawn"),
        )


def _left_over(
    community: Community, program: ProgramId, *statuses: EnrolmentStatus
) -> Iterator[PersonId]:
    """Who stands so in the program if it is completed, and is in no pair of it that goes on."""
    if community.programs[program].status is not ProgramStatus.COMPLETED:
        return
    for person_id, person in community.people.items():
        stands_so = any(
            one.program == program and one.status in statuses for one in person.enrolments
        )
        pairs = _pairs(community, program, person_id)
        if stands_so and not any(is_current(pair) for pair in pairs):
            yield person_id


def _has_completed(community: Community, program: ProgramId, person: PersonId, today: date) -> bool:
    """Whether they belonged to a pair that completed, to its end: `close` completes their place."""
    return any(
        is_completed(pair)
        and any(one.person == person for one in members_on(pair, pair.end or today))
        for pair in _pairs(community, program, person)
    )


def _pairs(community: Community, program: ProgramId, person: PersonId) -> Sequence[Pair]:
    ids = community.pairs_of_person.get(person, ())
    return [community.pairs[one] for one in ids if one.program == program]
