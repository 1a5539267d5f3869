"""What the files of a program show: a judge for each thing that a good one has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from telemaco.model.agreements import acceptance
from telemaco.model.community import Community
from telemaco.model.standing import OVER, unconfirmed
from telemaco.progress.audit.values import Mark
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Program, ProgramKind, Role

_ENDED = frozenset({PairStatus.COMPLETED, PairStatus.ENDED_EARLY})
_BEGUN = _ENDED | {PairStatus.ACTIVE, PairStatus.PAUSED}
_NOT_TAKEN = OVER - {EnrolmentStatus.COMPLETED} | {EnrolmentStatus.APPLIED}


@dataclass(frozen=True, slots=True)
class Facts:
    """A program as of a day; `has_handbook` says whether the site has one."""

    id: ProgramId
    program: Program
    community: Community
    pairs: Sequence[Pair]
    today: date
    has_handbook: bool


def has_objectives(facts: Facts) -> Mark:
    """The program has objectives."""
    return _is(facts.program.objectives)


def says_what_is_enough(facts: Facts) -> Mark:
    """Each objective has an indicator and a target."""
    aims = facts.program.objectives
    return _all_of(bool(aim.indicator and aim.target) for aim in aims) if aims else Mark.MISSING


def pairs_serve_objectives(facts: Facts) -> Mark:
    """Pairs have a goal that serves an objective."""
    begun = [pair for pair in facts.pairs if pair.status in _BEGUN]
    serves = _all_of(any(goal.objective for goal in pair.goals) for pair in begun)
    return _told(facts, begun, serves)


def says_how_much_time(facts: Facts) -> Mark:
    """There is a rhythm, with minutes; a single session says it by itself."""
    if facts.program.kind is ProgramKind.FLASH:
        return Mark.SEEN
    cadence = facts.program.cadence
    return _all_of([bool(cadence), bool(cadence and cadence.minutes)])


def says_the_days(facts: Facts) -> Mark:
    """Applications, the matching and the program have a last day."""
    dates = facts.program.dates
    return _all_of(map(bool, (dates.applications_close, dates.match_by, dates.end)))


def has_statements(facts: Facts) -> Mark:
    """Mentors and mentees have something to agree to."""
    return _all_of([bool(facts.program.eligibility.mentor), bool(facts.program.eligibility.mentee)])


def has_statements_for_peers(facts: Facts) -> Mark:
    """Peers of a circle have something to agree to."""
    return _is(facts.program.eligibility.peer)


def has_handbook(facts: Facts) -> Mark:
    """The site has a handbook."""
    return _is(facts.has_handbook)


def mentors_are_prepared(facts: Facts) -> Mark:
    """Mentors who take part have a training noted."""
    mentors = [
        bool(person.trained)
        for person in facts.community.people.values()
        for one in person.enrolments
        if one.program == facts.id and one.role is Role.MENTOR and one.status not in _NOT_TAKEN
    ]
    is_small = len(mentors) < facts.community.settings.privacy.small_group
    return Mark.ASK if is_small else _all_of(mentors)


def keeps_receipts(facts: Facts) -> Mark:
    """A matching left its receipt."""
    return _is(any(receipt.program == facts.id for receipt in facts.community.receipts))


def pairs_are_confirmed(facts: Facts) -> Mark:
    """Nobody in a pair that began has still to agree to it."""
    begun = [pair for pair in facts.pairs if pair.status in _BEGUN]
    return _told(facts, begun, _all_of(not unconfirmed(pair) for pair in begun))


def pairs_have_agreed(facts: Facts) -> Mark:
    """Everybody in a pair that began has accepted its agreement."""
    pairs = facts.community.pairs
    ids = facts.community.pairs_of_program.get(facts.id, ())
    begun = [name for name in ids if pairs[name].status in _BEGUN]
    agreed = _all_of(_is_agreed(facts, name) for name in begun)
    return _told(facts, [pairs[name] for name in begun], agreed)


def is_followed_up(facts: Facts) -> Mark:
    """There is a rhythm whose gaps somebody is told of."""
    return _is(facts.program.cadence and facts.program.style == "formal")


def asks_how_it_goes(facts: Facts) -> Mark:
    """Surveys are asked halfway and at the end."""
    moments = {one.at for one in facts.program.evaluation}
    return _all_of(["midpoint" in moments, "end" in moments])


def says_what_completes(facts: Facts) -> Mark:
    """A number of sessions is needed."""
    return _is(facts.program.completion and facts.program.completion.minimum_sessions)


def has_two_coordinators(facts: Facts) -> Mark:
    """Two people coordinate."""
    named = facts.program.coordinators or facts.community.settings.coordinators
    return _is(len(set(named)) > 1)


def has_a_place_to_talk(facts: Facts) -> Mark:
    """There is a chat, or a channel."""
    return _is(facts.program.chat or facts.community.settings.channels)


def pairs_have_closed(facts: Facts) -> Mark:
    """Pairs that are over have a closing."""
    ended = [pair for pair in facts.pairs if pair.status in _ENDED]
    return _told(facts, ended, _all_of(bool(pair.closing) for pair in ended))


def gives_thanks(facts: Facts) -> Mark:
    """There are certificates."""
    return _is(facts.program.completion and facts.program.completion.certificate)


def always(_facts: Facts) -> Mark:
    """It holds for every community."""
    return Mark.SEEN


def for_people(_facts: Facts) -> Mark:
    """No file can tell."""
    return Mark.ASK


def _is(answer: object) -> Mark:
    return Mark.SEEN if answer else Mark.MISSING


def _all_of(answers: Iterable[bool]) -> Mark:
    """Seen if all are so, missing if none is; nothing can be said of none at all."""
    known = list(answers)
    if not known:
        return Mark.ASK
    return Mark.SEEN if all(known) else Mark.PARTLY if any(known) else Mark.MISSING


def _told(facts: Facts, pairs: Sequence[Pair], mark: Mark) -> Mark:
    """The mark, unless so few people are in these pairs that it would tell on somebody."""
    people = {member.person for pair in pairs for member in pair.members}
    return mark if len(people) >= facts.community.settings.privacy.small_group else Mark.ASK


def _is_agreed(facts: Facts, name: PairId) -> bool:
    """Whether the members accepted the text; of a pair that is over, the one of its time."""
    pair = facts.community.pairs[name]
    if pair.status not in _ENDED:
        return not acceptance(facts.community, name, facts.today).missing
    accepted = pair.agreement.accepted if pair.agreement else {}
    return all(member.end or member.person in accepted for member in pair.members)
