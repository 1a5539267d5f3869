"""A program held against two public standards, as far as its files tell.

The standards are those of EMCC Global for mentoring programs (International Standards for
Mentoring and Coaching Programmes, six) and those of MENTOR for programs with young people
(Elements of Effective Practice for Mentoring, 4th edition, 2015, six). The checks are ours: what a
file can show of a standard, and nothing more. What no file can show is left to people.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from telemaco.messages import Message, msg
from telemaco.model.agreements import acceptance
from telemaco.model.community import Community
from telemaco.model.standing import OVER, unconfirmed
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Pair, PairStatus
from telemaco.records.person import EnrolmentStatus
from telemaco.records.program import Program, ProgramKind, Role

_ENDED = frozenset({PairStatus.COMPLETED, PairStatus.ENDED_EARLY})
_BEGUN = _ENDED | {PairStatus.ACTIVE, PairStatus.PAUSED}
_NOT_TAKEN = OVER - {EnrolmentStatus.COMPLETED} | {EnrolmentStatus.APPLIED}


class Topic(StrEnum):
    """A standard: the six of EMCC, then the six of MENTOR."""

    PURPOSE = "purpose"
    PREPARATION = "preparation"
    SELECTION = "selection"
    REVIEW = "review"
    ETHICS = "ethics"
    ADMINISTRATION = "administration"
    RECRUITMENT = "recruitment"
    SCREENING = "screening"
    TRAINING = "training"
    INITIATION = "initiation"
    SUPPORT = "support"
    CLOSURE = "closure"


class Mark(StrEnum):
    """What the files show: all of it, some of it, nothing of it, or nothing either way."""

    SEEN = "seen"
    PARTLY = "partly"
    MISSING = "missing"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Check:
    """Something that a good program has. `advice` is the next step where it is not seen."""

    topics: tuple[Topic, ...]
    says: Message
    mark: Mark
    advice: Message | None = None


@dataclass(frozen=True, slots=True)
class _Facts:
    id: ProgramId
    program: Program
    community: Community
    pairs: Sequence[Pair]
    today: date
    has_handbook: bool


def self_audit(
    community: Community, program: ProgramId, today: date, *, has_handbook: bool
) -> tuple[Check, ...]:
    """All checks of a program as of a day, in the order of a program's life.

    Of fewer people than `privacy.small_group` nothing is told: the mark is `ask`.
    """
    pairs = [community.pairs[pair] for pair in community.pairs_of_program.get(program, ())]
    facts = _Facts(program, community.programs[program], community, pairs, today, has_handbook)
    return tuple(_checked(facts, *line) for line in _LINES)


def _checked(
    facts: _Facts,
    topics: tuple[Topic, ...],
    says: Message,
    judge: Callable[[_Facts], Mark],
    advice: Message,
) -> Check:
    mark = judge(facts)
    return Check(topics, says, mark, None if mark is Mark.SEEN else advice)


def _all_of(answers: Iterable[bool]) -> Mark:
    """Seen if all are so, missing if none is; nothing can be said of none at all."""
    known = list(answers)
    if not known:
        return Mark.ASK
    return Mark.SEEN if all(known) else Mark.PARTLY if any(known) else Mark.MISSING


def _is(answer: object) -> Mark:
    return Mark.SEEN if answer else Mark.MISSING


def _told(facts: _Facts, pairs: Sequence[Pair], mark: Mark) -> Mark:
    """The mark, unless so few people are in these pairs that it would tell on somebody."""
    people = {member.person for pair in pairs for member in pair.members}
    return mark if len(people) >= facts.community.settings.privacy.small_group else Mark.ASK


def _objectives(facts: _Facts) -> Mark:
    return _is(facts.program.objectives)


def _indicators(facts: _Facts) -> Mark:
    aims = facts.program.objectives
    return _all_of(bool(aim.indicator and aim.target) for aim in aims) if aims else Mark.MISSING


def _aims_of_pairs(facts: _Facts) -> Mark:
    begun = [pair for pair in facts.pairs if pair.status in _BEGUN]
    serves = _all_of(any(goal.objective for goal in pair.goals) for pair in begun)
    return _told(facts, begun, serves)


def _time(facts: _Facts) -> Mark:
    if facts.program.kind is ProgramKind.FLASH:
        return Mark.SEEN
    cadence = facts.program.cadence
    return _all_of([bool(cadence), bool(cadence and cadence.minutes)])


def _days(facts: _Facts) -> Mark:
    dates = facts.program.dates
    return _all_of(map(bool, (dates.applications_close, dates.match_by, dates.end)))


def _statements(facts: _Facts) -> Mark:
    return _all_of([bool(facts.program.eligibility.mentor), bool(facts.program.eligibility.mentee)])


def _handbook(facts: _Facts) -> Mark:
    return _is(facts.has_handbook)


def _trained(facts: _Facts) -> Mark:
    mentors = [
        bool(person.trained)
        for person in facts.community.people.values()
        for one in person.enrolments
        if one.program == facts.id and one.role is Role.MENTOR and one.status not in _NOT_TAKEN
    ]
    is_small = len(mentors) < facts.community.settings.privacy.small_group
    return Mark.ASK if is_small else _all_of(mentors)


def _receipts(facts: _Facts) -> Mark:
    return _is(any(receipt.program == facts.id for receipt in facts.community.receipts))


def _confirmed(facts: _Facts) -> Mark:
    begun = [pair for pair in facts.pairs if pair.status in _BEGUN]
    return _told(facts, begun, _all_of(not unconfirmed(pair) for pair in begun))


def _agreements(facts: _Facts) -> Mark:
    pairs = facts.community.pairs
    ids = facts.community.pairs_of_program.get(facts.id, ())
    begun = [name for name in ids if pairs[name].status in _BEGUN]
    agreed = _all_of(_is_agreed(facts, name) for name in begun)
    return _told(facts, [pairs[name] for name in begun], agreed)


def _is_agreed(facts: _Facts, name: PairId) -> bool:
    """Whether the members accepted the text; of a pair that is over, the one of its time."""
    pair = facts.community.pairs[name]
    if pair.status not in _ENDED:
        return not acceptance(facts.community, name, facts.today).missing
    accepted = pair.agreement.accepted if pair.agreement else {}
    return all(member.end or member.person in accepted for member in pair.members)


def _followed_up(facts: _Facts) -> Mark:
    return _is(facts.program.cadence and facts.program.style == "formal")


def _asked(facts: _Facts) -> Mark:
    moments = {one.at for one in facts.program.evaluation}
    return _all_of(["midpoint" in moments, "end" in moments])


def _completion(facts: _Facts) -> Mark:
    return _is(facts.program.completion and facts.program.completion.minimum_sessions)


def _two_coordinators(facts: _Facts) -> Mark:
    named = facts.program.coordinators or facts.community.settings.coordinators
    return _is(len(set(named)) > 1)


def _place_to_talk(facts: _Facts) -> Mark:
    return _is(facts.program.chat or facts.community.settings.channels)


def _closings(facts: _Facts) -> Mark:
    ended = [pair for pair in facts.pairs if pair.status in _ENDED]
    return _told(facts, ended, _all_of(bool(pair.closing) for pair in ended))


def _thanks(facts: _Facts) -> Mark:
    return _is(facts.program.completion and facts.program.completion.certificate)


def _always(_facts: _Facts) -> Mark:
    return Mark.SEEN


def _for_people(_facts: _Facts) -> Mark:
    return Mark.ASK


_LINES: tuple[tuple[tuple[Topic, ...], Message, Callable[[_Facts], Mark], Message], ...] = (
    (
        (Topic.PURPOSE, Topic.RECRUITMENT),
        msg("The program says what it wants to reach."),
        _objectives,
        msg("Write objectives into the program's file."),
    ),
    (
        (Topic.PURPOSE,),
        msg("Every objective says how one sees that it is reached, and how much is enough."),
        _indicators,
        msg("Give every objective an indicator and a target."),
    ),
    (
        (Topic.PURPOSE,),
        msg("The goals of pairs serve the objectives."),
        _aims_of_pairs,
        msg("Name the objective in the goals of the pairs."),
    ),
    (
        (Topic.RECRUITMENT, Topic.ADMINISTRATION),
        msg("People know beforehand how much time it takes."),
        _time,
        msg("Write into the program's file how often people meet, and for how many minutes."),
    ),
    (
        (Topic.RECRUITMENT, Topic.ADMINISTRATION),
        msg("The days until which to apply, to be matched and to end are public."),
        _days,
        msg("Write applications_close, match_by and end into the dates of the program."),
    ),
    (
        (Topic.SELECTION, Topic.SCREENING),
        msg("Mentors and mentees agree to statements on what is expected of them."),
        _statements,
        msg("Write statements for both under eligibility."),
    ),
    (
        (Topic.ETHICS, Topic.SCREENING),
        msg("Who mentors minors or vulnerable adults is screened as the law asks."),
        _for_people,
        msg("No file can show it: see the handbook on safeguarding."),
    ),
    (
        (Topic.PREPARATION, Topic.TRAINING),
        msg("A handbook tells mentors, mentees and coordinators what is theirs to do."),
        _handbook,
        msg("Write a handbook in site/, or use the one that comes along."),
    ),
    (
        (Topic.PREPARATION, Topic.TRAINING),
        msg("Mentors have been prepared."),
        _trained,
        msg("Prepare the mentors, and note the day under trained in their files."),
    ),
    (
        (Topic.SELECTION, Topic.INITIATION),
        msg("How pairs were found can be worked out again by anybody."),
        _receipts,
        msg("Match with telemaco match and keep its receipt."),
    ),
    (
        (Topic.SELECTION, Topic.INITIATION),
        msg("Both sides agree before a pair begins."),
        _confirmed,
        msg("Ask every member, and note the day under confirmed."),
    ),
    (
        (Topic.ETHICS, Topic.INITIATION),
        msg("Pairs have an agreement, and every member has accepted it."),
        _agreements,
        msg("Ask the pairs to accept their agreement."),
    ),
    (
        (Topic.SELECTION, Topic.CLOSURE),
        msg("A pair that does not work can end without blame, and its members find another."),
        _handbook,
        msg("Say so in the handbook."),
    ),
    (
        (Topic.REVIEW, Topic.SUPPORT),
        msg("Somebody notices when a pair does not meet."),
        _followed_up,
        msg("Give the program a rhythm, and make it formal."),
    ),
    (
        (Topic.SUPPORT,),
        msg("There is a place where participants talk with each other."),
        _place_to_talk,
        msg("Name a chat of the program, or channels of the community."),
    ),
    (
        (Topic.REVIEW,),
        msg("Participants are asked halfway and at the end how it goes."),
        _asked,
        msg("Add surveys at midpoint and end under evaluation."),
    ),
    (
        (Topic.REVIEW,),
        msg("It is said beforehand what counts as completed."),
        _completion,
        msg("Write minimum_sessions under completion."),
    ),
    (
        (Topic.ETHICS,),
        msg("There are a code of conduct and an address for private matters."),
        _always,
        msg("Name both in program/community.yaml."),
    ),
    (
        (Topic.ETHICS, Topic.ADMINISTRATION),
        msg("Everybody chose what of them is public, and nothing else is."),
        _always,
        msg("Ask for everybody's consent."),
    ),
    (
        (Topic.ADMINISTRATION, Topic.SUPPORT),
        msg("There are two coordinators, so that one can stand in for the other."),
        _two_coordinators,
        msg("Name a second coordinator."),
    ),
    (
        (Topic.CLOSURE,),
        msg("Pairs close with a last look at what they did."),
        _closings,
        msg("Ask pairs that end for their closing words."),
    ),
    (
        (Topic.CLOSURE,),
        msg("Who completes the program is thanked for it."),
        _thanks,
        msg("Let people have a certificate: certificate: true under completion."),
    ),
)
