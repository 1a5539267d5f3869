"""What is said of programs and of the whole community, as of a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from telemaco.model.community import Community
from telemaco.progress.goals import is_reached, objectives_of
from telemaco.progress.pair import pair_progress
from telemaco.progress.values import (
    CommunityProgress,
    PairProgress,
    ProgramProgress,
    Sums,
)
from telemaco.progress.waiting import idle_in, waiting_in
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.program import Role


def community_progress(community: Community, today: date) -> CommunityProgress:
    """Every program, in the order of the ids, and the sums over all of them."""
    programs = tuple(program_progress(community, program, today) for program in community.programs)
    pairs = [pair for program in programs for pair in program.pairs]
    return CommunityProgress(today, sums(community, pairs), programs)


def program_progress(
    community: Community,
    program: ProgramId,
    today: date,
    known: Mapping[PairId, PairProgress] | None = None,
) -> ProgramProgress:
    """How a program goes; `known` is how every pair gets on, where that is known."""
    pairs = tuple(
        known[pair] if known else pair_progress(community, pair, today)
        for pair in community.pairs_of_program.get(program, ())
    )
    return ProgramProgress(
        id=program,
        sums=sums(community, pairs),
        enrolments=_enrolments(community, program),
        objectives=objectives_of(community, program, pairs),
        waiting=waiting_in(community, program, today),
        idle=idle_in(community, program, today),
        pairs=pairs,
    )


def sums(community: Community, pairs: Sequence[PairProgress]) -> Sums:
    """What some pairs did together."""
    people = {member.person for pair in pairs for member in community.pairs[pair.id].members}
    goals = [goal for pair in pairs for goal in pair.goals]
    return Sums(
        people=len(people),
        pairs=len(pairs),
        health=Counter(pair.health.kind for pair in pairs),
        statuses=Counter(pair.status for pair in pairs),
        held=sum(pair.held for pair in pairs),
        minutes=sum(pair.minutes for pair in pairs),
        expected=sum(pair.expected or 0 for pair in pairs),
        kept=sum(pair.kept or 0 for pair in pairs),
        goals=len(goals),
        goals_achieved=sum(map(is_reached, goals)),
        is_small=len(people) < community.settings.privacy.small_group,
    )


def months_of(community: Community, pairs: Iterable[PairId], today: date) -> Counter[date]:
    """Sessions held by the first day of their month."""
    found = Counter(
        (session.day.year, session.day.month)
        for pair in pairs
        for session in community.sessions_until(pair, today)
        if session.note.status is NoteStatus.HELD
    )
    return Counter({date(year, month, 1): held for (year, month), held in found.items()})


def _enrolments(community: Community, program: ProgramId) -> dict[Role, Counter[str]]:
    found: dict[Role, Counter[str]] = {role: Counter() for role in Role}
    for person in community.people.values():
        for enrolment in person.enrolments:
            if enrolment.program == program:
                found[enrolment.role][enrolment.status] += 1
    return found
