"""Why somebody has another partner than before, as far as receipts and files tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from telemaco.matching.before import without_results
from telemaco.matching.limits import limit_of
from telemaco.matching.outcome import Outcome
from telemaco.matching.participants import Participant, Terms, terms_of
from telemaco.matching.roster import roster
from telemaco.matching.seats import Seat
from telemaco.matching.silence import with_silence
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import person_path


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the people when the later of two outcomes came about."""

    community: Community
    old: Outcome
    new: Outcome
    terms: Terms
    mentors: Mapping[PersonId, Participant]
    mentees: Mapping[PersonId, Participant]
    asides: Mapping[PersonId, Message]

    def name(self, person: PersonId) -> str:
        """What somebody is called; the id of whoever has no file any more."""
        found = self.community.people.get(person)
        return found.name if found else person


def circumstances(
    community: Community, program: ProgramId, old: Outcome, new: Outcome
) -> Circumstances:
    """Who could take part in the later runs, and who could not and why."""
    for receipt_id in new.receipts:
        community = without_results(community, receipt_id, community.receipts[receipt_id])
    people = roster(community, program, new.on)
    return Circumstances(
        community,
        old,
        new,
        with_silence(terms_of(community, program), people.mentees, people.mentors),
        {one.id: one for one in people.mentors},
        {one.id: one for one in people.mentees},
        {one.person: one.reason for one in people.asides},
    )


def because(
    around: Circumstances, person: PersonId, old: Seat | None, new: Seat | None
) -> tuple[Message, ...]:
    """Why the seat of somebody is another one, what weighs most first."""
    before = old.partners if old else ()
    after = new.partners if new else ()
    reasons = (
        *_alone(around, person, before),
        *_ordered(around, person, before, after),
        *_absent(around, before),
        *_joined(around, person, after),
        *_limited(around, person, before),
        *_narrowed(around, before),
        *_edited(around, (person, *before, *after)),
    )
    return reasons or tuple(_elsewhere(around, before))


def _alone(
    around: Circumstances, person: PersonId, before: Sequence[PersonId]
) -> Iterator[Message]:
    """What stood in the way of somebody who had nobody."""
    left = None if before else around.old.left.get(person)
    if left:
        yield msg("before: {binding}", binding=left.binding)


def _ordered(
    around: Circumstances,
    person: PersonId,
    before: Sequence[PersonId],
    after: Sequence[PersonId],
) -> Iterator[Message]:
    """Orders that were given or taken back in between."""
    old, new = around.old.orders, around.new.orders
    for one in after:
        if (one, person) in new.pins and (one, person) not in old.pins:
            yield msg("pinned to {person}", person=around.name(one))
        if frozenset((one, person)) in old.forbidden - new.forbidden:
            yield msg("no longer forbidden: {person}", person=around.name(one))
    for one in before:
        if frozenset((one, person)) in new.forbidden - old.forbidden:
            yield msg("now forbidden: {person}", person=around.name(one))
        if (one, person) in old.pins and (one, person) not in new.pins:
            yield msg("no longer pinned to {person}", person=around.name(one))


def _absent(around: Circumstances, before: Sequence[PersonId]) -> Iterator[Message]:
    """Former partners who did not take part any more."""
    for one in before:
        if one not in around.new.people:
            yield msg("{person}: {reason}", person=around.name(one), reason=absence(around, one))


def absence(around: Circumstances, person: PersonId) -> Message:
    """Why somebody does not take part."""
    if person not in around.community.people:
        return msg("the file is gone")
    return around.asides.get(person) or msg("does not take part any more")


def _joined(
    around: Circumstances, person: PersonId, after: Sequence[PersonId]
) -> Iterator[Message]:
    """Who was not there before; nobody is new where there was no run yet."""
    if around.old.receipts:
        for one in (person, *after):
            if one not in around.old.people:
                yield msg("{person} is new", person=around.name(one))


def _limited(
    around: Circumstances, person: PersonId, before: Sequence[PersonId]
) -> Iterator[Message]:
    """What stands between the two by now."""
    mentee = around.mentees.get(person)
    mentors = (around.mentors.get(one) for one in before)
    for mentor in mentors:
        limit = limit_of(mentee, mentor, around.terms) if mentee and mentor else None
        if mentee and mentor and limit:
            reason = limit.reason(mentee, mentor, around.terms)
            yield msg("with {person}: {reason}", person=mentor.person.name, reason=reason)


def _narrowed(around: Circumstances, before: Sequence[PersonId]) -> Iterator[Message]:
    """Former mentors who take fewer than they had."""
    for one in before:
        mentor = around.mentors.get(one)
        had = sum(one in seat.partners for seat in around.old.seats.values())
        if mentor and mentor.room < had:
            yield msg_n(
                "{person} takes {count} only",
                "{person} takes {count} only",
                mentor.room,
                person=mentor.person.name,
            )


def _edited(around: Circumstances, people: Sequence[PersonId]) -> Iterator[Message]:
    """People whose file says something else than before."""
    old, new = around.old.inputs, around.new.inputs
    for one in dict.fromkeys(people):
        path = person_path(one)
        if path in old and path in new and old[path] != new[path]:
            yield msg("the file of {person} has changed", person=around.name(one))


def _elsewhere(around: Circumstances, before: Sequence[PersonId]) -> Iterator[Message]:
    """Nothing about these people is otherwise: the settings are, or others came in between."""
    if around.old.receipts and around.old.settings != around.new.settings:
        yield msg("other settings")
    for one in before:
        others = [
            around.name(other) for other, seat in around.new.seats.items() if one in seat.partners
        ]
        if others:
            yield msg(
                "{person} is with {others}", person=around.name(one), others=", ".join(others)
            )
