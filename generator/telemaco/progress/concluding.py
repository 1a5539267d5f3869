"""What is to be done when pairs end: close them, ask for goals, and who wants a certificate."""

from collections.abc import Iterator
from datetime import date, timedelta

from telemaco.messages import msg, msg_n
from telemaco.model.certificates import gives_certificates, publishes_certificate
from telemaco.model.community import Community
from telemaco.model.goal_outcomes import goals_without_outcome
from telemaco.model.pairings import pairing_of
from telemaco.model.recognition import awards_of, can_earn, has_had_its_session
from telemaco.model.retention import FORGOTTEN
from telemaco.model.schedule import end_of
from telemaco.model.standing import is_completed, members_on
from telemaco.progress import pairing_words
from telemaco.progress.asking import Deed, asking
from telemaco.progress.naming import names_of
from telemaco.progress.values import ProgramProgress, Suggestion, SuggestionKind
from telemaco.records.base import PersonId
from telemaco.records.layout import PEOPLE, PairId, pair_path, pairs_folder, person_path
from telemaco.records.pair import PairStatus
from telemaco.records.program import ProgramStatus

_BEFORE = timedelta(days=14)
_AFTER = timedelta(days=60)
"""So long before and after the last day of a pair people still remember it."""
_MEETS = frozenset({PairStatus.ACTIVE, PairStatus.PAUSED})


def single_sessions(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Pairs of a flash program that had their session, and have not come to their last day."""
    names = names_of(
        pair.id
        for pair in program.pairs
        if pair.status is PairStatus.ACTIVE
        and (end_of(community, pair.id) or today) >= today
        and has_had_its_session(community, pair.id, today)
    )
    what = msg_n(
        "Close {count} pair that has had its single session: {names}",
        "Close {count} pairs that have had their single session: {names}",
        len(names),
    )
    otherwise = msg("They count as under way, and their members are not free for others.")
    deed = Deed(what, otherwise, ("close", program.id))
    return asking(SuggestionKind.OVER, program.id, names, deed)


def open_goals(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    """Pairs that end, or ended of late, and did not say what became of their goals."""
    found = [
        pair
        for pair in _ending(community, program, today)
        if goals_without_outcome(community.pairs[pair])
    ]
    kind = pairing_of(community.programs[program.id].kind)
    what = pairing_words.goals(kind, len(found))
    path = pair_path(found[0]) if len(found) == 1 else pairs_folder(program.id)
    deed = Deed(what, msg("The report counts them as not reached."), path=path)
    return asking(SuggestionKind.GOALS, program.id, names_of(found), deed)


def certificates(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who can earn a certificate of the program, or did, and does not let it be published."""
    if not gives_certificates(community, program.id):
        return
    found = {
        person
        for pair in _ending(community, program, today)
        for person in _completing(community, pair, today)
    }
    names = [
        person
        for person in sorted(found)
        if not publishes_certificate(community, person) and not person.startswith(FORGOTTEN)
    ]
    what = msg_n(
        "Ask {count} person who completes {program} whether they want a certificate; if so they "
        "tick certificate and name in the form Change my entry: {names}",
        "Ask {count} people who complete {program} whether they want a certificate; if so they "
        "tick certificate and name in the form Change my entry: {names}",
        len(names),
    )
    path = person_path(names[0]) if len(names) == 1 else PEOPLE
    otherwise = msg("They get none: consent.publish in their files does not allow it.")
    yield from asking(
        SuggestionKind.CERTIFICATES, program.id, names, Deed(what, otherwise, path=path)
    )


def _ending(community: Community, program: ProgramProgress, today: date) -> Iterator[PairId]:
    """The pairs whose last day is near, but for those that never began or broke off.

    None of an archived program, for which nobody is asked anything more.
    """
    if community.programs[program.id].status is ProgramStatus.ARCHIVED:
        return
    for pair in program.pairs:
        end = end_of(community, pair.id)
        is_near = end is not None and end - _BEFORE <= today <= end + _AFTER
        if is_near and (pair.status in _MEETS or is_completed(community.pairs[pair.id])):
            yield pair.id


def _completing(community: Community, pair_id: PairId, today: date) -> Iterator[PersonId]:
    pair = community.pairs[pair_id]
    if is_completed(pair):
        yield from (award.person for award in awards_of(community, pair_id))
    else:
        yield from (
            member.person
            for member in members_on(pair, today)
            if can_earn(community, pair_id, member.person, today)
        )
