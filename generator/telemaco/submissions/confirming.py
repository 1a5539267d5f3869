"""Saying yes or no to a pair that was proposed: each for themselves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.standing import TAKEN, unconfirmed
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, pair_path
from telemaco.records.pair import Pair, PairStatus
from telemaco.submissions.answers import label_of, text_of
from telemaco.submissions.draft import Draft, EditedFile
from telemaco.submissions.of_a_pair import begun
from telemaco.submissions.values import Filled, Problem
from telemaco.yamltext.changes import Change, Set

_OPEN = frozenset({PairStatus.PROPOSED, PairStatus.CONFIRMED})


def confirm(filled: Filled, community: Community, today: date) -> Draft:
    """Say yes or no to a pair."""
    opened = begun(filled, community, msg("An answer to a proposal"))
    if isinstance(opened, Draft):
        return opened
    draft, pair_id = opened
    is_yes = text_of(filled.answers, "answer") == "yes"
    if community.pairs[pair_id].status not in (_OPEN if is_yes else {PairStatus.PROPOSED}):
        return replace(draft, problems=(_not_open(filled),))
    return _yes(draft, filled, community, pair_id, today) if is_yes else _no(draft, pair_id)


def _not_open(filled: Filled) -> Problem:
    return Problem(
        label_of(filled.form, "pair"),
        msg("it is no longer a proposal"),
        hint=msg("To end it, or to leave, use the form Pause or leave."),
    )


def _yes(draft: Draft, filled: Filled, community: Community, pair_id: PairId, today: date) -> Draft:
    author, pair = PersonId(str(draft.author)), community.pairs[pair_id]
    if author not in unconfirmed(pair):
        label = label_of(filled.form, "answer")
        return replace(draft, problems=(Problem(label, msg("you have said yes already")),))
    is_last = set(unconfirmed(pair)) == {author} and pair.status is PairStatus.PROPOSED
    is_settled = is_last and _is_settled_by_its_members(community, pair_id)
    status = (Set(("status",), PairStatus.CONFIRMED.value),) if is_settled else ()
    everybody = msg(
        "Everybody has said yes to {pair}. Once this is merged: telemaco confirm {program} {name}, "
        "or set its status to confirmed.",
        pair=str(pair_id),
        program=pair_id.program,
        name=pair_id.pair,
    )
    return replace(
        draft,
        title=msg("{pair}: {name} says yes", pair=str(pair_id), name=author),
        changes=(EditedFile(pair_path(pair_id), (*_agreeing(pair, author, today), *status)),),
        to_do=(everybody,) if is_last and not is_settled else (),
    )


def _agreeing(pair: Pair, author: PersonId, today: date) -> Iterator[Change]:
    """The day, noted for the author alone."""
    for position, member in enumerate(pair.members):
        if member.person == author and member.end is None:
            yield Set(("members", position, "confirmed"), today)


def _is_settled_by_its_members(community: Community, pair_id: PairId) -> bool:
    """Whether no coordinator is needed: people find one another there, and all are accepted."""
    program = community.programs.get(pair_id.program)
    is_informal = program is not None and program.style == "informal"
    return is_informal and _all_are_taken(community, pair_id, community.pairs[pair_id])


def _all_are_taken(community: Community, pair_id: PairId, pair: Pair) -> bool:
    """Whether everybody is accepted in the program, without which no pair is confirmed."""
    people = [community.people.get(member.person) for member in pair.members if not member.end]
    return all(
        person is not None
        and any(one.program == pair_id.program and one.status in TAKEN for one in person.enrolments)
        for person in people
    )


def _no(draft: Draft, pair_id: PairId) -> Draft:
    """The proposal is void: a pair is one of people who all want it."""
    change = Set(("status",), PairStatus.CANCELLED.value)
    return replace(
        draft,
        title=msg("{pair}: the proposal is void", pair=str(pair_id)),
        changes=(EditedFile(pair_path(pair_id), (change,)),),
        to_do=(
            msg(
                "The proposal {pair} is void. Look for another pair for its members, if they want "
                "one.",
                pair=str(pair_id),
            ),
        ),
    )
