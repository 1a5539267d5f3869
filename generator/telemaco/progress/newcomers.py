"""What there is to do until pairs meet: sign-ups, proposals, people without a partner."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.pairings import pairing_of
from telemaco.model.program_steps import (
    TAKES_PEOPLE,
    can_apply,
    has_closed,
    is_too_late_for_pairs,
)
from telemaco.model.room import is_full, tried_before, with_room
from telemaco.model.standing import is_current, unconfirmed
from telemaco.progress import pairing_words
from telemaco.progress.asking import Deed, asking
from telemaco.progress.naming import names_of
from telemaco.progress.values import ProgramProgress, Suggestion, SuggestionKind
from telemaco.progress.waiting import facilitators_in, left_alone
from telemaco.records.layout import PEOPLE, PairId, pair_path, pairs_folder, program_path
from telemaco.records.pair import PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Program, ProgramKind, ProgramStatus

_SOON = timedelta(days=7)
"""So long before the first day pairs should be made, and their proposals have an answer."""
_MAKES_PAIRS = frozenset({ProgramStatus.MATCHING, ProgramStatus.RUNNING})


def sign_ups(community: Community, program: ProgramProgress, _today: date) -> Iterator[Suggestion]:
    """Who has applied and has no answer yet."""
    names = [
        person_id
        for person_id, person in community.people.items()
        if any(
            one.program == program.id and one.status is EnrolmentStatus.APPLIED
            for one in person.enrolments
        )
    ]
    if community.programs[program.id].status in TAKES_PEOPLE:
        what = msg_n(
            "Decide on {count} sign-up to {program}: {names}",
            "Decide on {count} sign-ups to {program}: {names}",
            len(names),
        )
        otherwise = msg("Who hears nothing looks elsewhere, and is in no matching.")
        deed = Deed(what, otherwise, ("accept", program.id))
        yield from asking(SuggestionKind.SIGN_UPS, program.id, names, deed)


def unanswered_proposals(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Proposals to which somebody has yet to say yes; those that begin soon are urgent."""
    waiting = [pair for pair in _proposed(program) if unconfirmed(community.pairs[pair])]
    starts = {pair: community.pairs[pair].start for pair in waiting}
    soon = [pair for pair in waiting if starts[pair] - _SOON <= today]
    later = [pair for pair in waiting if starts[pair] - _SOON > today]
    if soon:
        begins = _begins(min(starts[pair] for pair in soon), today)
        yield from _unanswered(program, SuggestionKind.BEGINNING, soon, begins)
    kept = msg("Their places are kept for each other, and nobody else gets them.")
    yield from _unanswered(program, SuggestionKind.PROPOSED, later, kept)


def _begins(day: date, today: date) -> Message:
    if day < today:
        return msg(
            "The first of them was to begin on {day}, and nobody knows whether it did.", day=day
        )
    if day == today:
        return msg("The first of them begins today, and nobody knows whether it does.")
    return msg("The first of them begins on {day}, and nobody knows whether it does.", day=day)


def _unanswered(
    program: ProgramProgress, kind: SuggestionKind, pairs: Sequence[PairId], otherwise: Message
) -> Iterator[Suggestion]:
    what = msg_n(
        "Ask for an answer to {count} proposal: {names}",
        "Ask for an answer to {count} proposals: {names}",
        len(pairs),
    )
    deed = Deed(what, otherwise, ("confirm", program.id))
    return asking(kind, program.id, names_of(pairs), deed)


def agreed_proposals(
    community: Community, program: ProgramProgress, _today: date
) -> Iterator[Suggestion]:
    """Proposals to which everybody has said yes."""
    agreed = [pair for pair in _proposed(program) if not unconfirmed(community.pairs[pair])]
    what = pairing_words.agreed(pairing_of(community.programs[program.id].kind), len(agreed))
    otherwise = msg("They wait for you, and nobody is asked to meet.")
    deed = Deed(what, otherwise, ("confirm", program.id))
    return asking(SuggestionKind.PROPOSED, program.id, names_of(agreed), deed)


def confirmed(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    """Confirmed pairs whose first day has come."""
    begun = [
        pair.id
        for pair in program.pairs
        if pair.status is PairStatus.CONFIRMED and community.pairs[pair.id].start <= today
    ]
    what = pairing_words.begun(pairing_of(community.programs[program.id].kind), len(begun))
    deed = Deed(what, msg("Nobody follows whether they meet."), ("begin", program.id))
    return asking(SuggestionKind.PROPOSED, program.id, names_of(begun), deed)


def _proposed(program: ProgramProgress) -> Sequence[PairId]:
    return [pair.id for pair in program.pairs if pair.status is PairStatus.PROPOSED]


def left_behind(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who is still called matched though their pair broke off, or they left it."""
    names = left_alone(community, program.id)
    record = community.programs[program.id]
    place = "withdrawn" if is_too_late_for_pairs(record, today) else "waiting"
    if record.status in _MAKES_PAIRS:
        what = msg_n(
            "Ask {count} person of {program} who is matched with nobody any more, and set their "
            "place to waiting or withdrawn: {names}",
            "Ask {count} people of {program} who are matched with nobody any more, and set their "
            "places to waiting or withdrawn: {names}",
            len(names),
        )
        otherwise = msg("They still count as matched, and have no partner.")
        deed = Deed(what, otherwise, ("accept", program.id, *names, "--as", place))
        yield from asking(SuggestionKind.UNPAIRED, program.id, names, deed)


def unpaired(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    """Who waits for a partner, once pairs are being made or should be."""
    record = community.programs[program.id]
    if not program.waiting or not _is_time_for_pairs(record, today):
        return
    if is_too_late_for_pairs(record, today):
        yield from _too_late(community, program, today)
        return
    names = [one.person for one in program.waiting]
    deed = _looking(community, program, today)
    yield from asking(SuggestionKind.UNPAIRED, program.id, names, deed)


def facilitators(
    community: Community, program: ProgramProgress, today: date
) -> Iterator[Suggestion]:
    """Who is to facilitate a circle and is in none, once there are circles."""
    circles = [one.id for one in program.pairs if is_current(community.pairs[one.id])]
    if circles and community.programs[program.id].status in _MAKES_PAIRS:
        names = facilitators_in(community, program.id, today)
        what = msg_n(
            "{count} facilitator has no circle in {program}: add a line with role: facilitator to "
            "members in pair.yaml: {names}",
            "{count} facilitators have no circle in {program}: add a line each with role: "
            "facilitator to members in pair.yaml: {names}",
            len(names),
        )
        otherwise = msg("No matching gives them one, and nobody tells them that they have none.")
        path = pair_path(circles[0]) if len(circles) == 1 else pairs_folder(program.id)
        deed = Deed(what, otherwise, path=path)
        yield from asking(SuggestionKind.UNPAIRED, program.id, names, deed)


def _looking(community: Community, program: ProgramProgress, today: date) -> Deed:
    """What helps whoever waits: a matching, or more room where nobody could be matched."""
    record, number = community.programs[program.id], len(program.waiting)
    otherwise = _go_on_waiting(program.waiting[0].days)
    if is_full(community, program.id):
        return Deed(_full(number), otherwise, path=program_path(program.id))
    able = with_room(community, program.id, today)
    waiting = [one.person for one in program.waiting]
    is_circle = record.kind is ProgramKind.PEER_CIRCLE
    if is_circle or any(able - tried_before(community, program.id, one) for one in waiting):
        what = msg_n(
            "Look for a partner for {count} person in {program}.",
            "Look for partners for {count} people in {program}.",
            number,
        )
        return Deed(what, otherwise, ("match", program.id))
    if able:
        return Deed(_others_wanted(number), otherwise, path=PEOPLE)
    if can_apply(record) and not has_closed(record, today):
        return Deed(_mentors_wanted(number), otherwise, path=PEOPLE)
    return Deed(_mentors_to_let_in(number), otherwise, path=program_path(program.id))


def _full(number: int) -> Message:
    return msg_n(
        "Make room for {count} person in {program}, which is full: write a larger "
        "capacity.pairs, or tell them.",
        "Make room for {count} people in {program}, which is full: write a larger "
        "capacity.pairs, or tell them.",
        number,
    )


def _others_wanted(number: int) -> Message:
    return msg_n(
        "Ask for another mentor for {count} person in {program}, who was tried before with all who "
        "have room: ask one of the others to take one more (capacity in their file), or look for "
        "a new one.",
        "Ask for other mentors for {count} people in {program}, who were tried before with all who "
        "have room: ask the others to take one more (capacity in their files), or look for new "
        "ones.",
        number,
    )


def _mentors_wanted(number: int) -> Message:
    return msg_n(
        "Ask for a mentor for {count} person in {program}, where no mentor has room: pass on the "
        "form Join as a mentor, or ask one of yours to take one more (capacity in their file).",
        "Ask for mentors for {count} people in {program}, where no mentor has room: pass on the "
        "form Join as a mentor, or ask yours to take one more (capacity in their files).",
        number,
    )


def _mentors_to_let_in(number: int) -> Message:
    return msg_n(
        "Ask for a mentor for {count} person in {program}, where no mentor has room: ask one of "
        "yours to take one more (capacity in their file), or take applications_close out of the "
        "program's file, so that others can apply.",
        "Ask for mentors for {count} people in {program}, where no mentor has room: ask yours to "
        "take one more (capacity in their files), or take applications_close out of the program's "
        "file, so that others can apply.",
        number,
    )


def _go_on_waiting(longest: int | None) -> Message:
    if not longest:
        return msg("They go on waiting.")
    return msg_n(
        "They go on waiting; the longest has waited for {count} day.",
        "They go on waiting; the longest has waited for {count} days.",
        longest,
    )


def _too_late(community: Community, program: ProgramProgress, today: date) -> Iterator[Suggestion]:
    """Who waits while a pair could hardly meet any more; nothing once the program is to close."""
    end = community.programs[program.id].dates.end
    if end is None or end < today:
        return
    names = [one.person for one in program.waiting]
    what = msg_n(
        "Tell {count} person that it is too late for a match in {program}, which ends on {day}, "
        "and ask whether they apply for the next run: {names}",
        "Tell {count} people that it is too late for a match in {program}, which ends on {day}, "
        "and ask whether they apply for the next run: {names}",
        len(names),
        day=end,
    )
    otherwise = msg("They wait for a match that would leave too few days to meet.")
    deed = Deed(what, otherwise, ("accept", program.id, *names, "--as", "withdrawn"))
    yield from asking(SuggestionKind.UNPAIRED, program.id, names, deed)


def _is_time_for_pairs(program: Program, today: date) -> bool:
    """Whether pairs are made, or nobody can apply any more, or the first day is near.

    In an informal program that is open people find each other.
    """
    if program.status in _MAKES_PAIRS or has_closed(program, today):
        return True
    is_near = program.dates.start - _SOON <= today
    return program.status is ProgramStatus.OPEN and program.style != "informal" and is_near
