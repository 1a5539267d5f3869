"""The pairs that somebody belongs to, as far as a form is concerned."""

from datetime import date

from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.standing import belongs_to, current_members, members_on
from telemaco.records.base import PairName, PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import Member, Pair
from telemaco.submissions.answers import label_of, text_of
from telemaco.submissions.ownership import Author, author_of
from telemaco.submissions.values import Filled, Problem


def member_of(filled: Filled, community: Community) -> Author | Problem:
    """Whoever filled in a form that is only for those who have an entry."""
    author = author_of(community, filled.author, filled.issue)
    if isinstance(author, Author) and author.is_new:
        return Problem(
            None,
            msg("your account, {login}, is named in no entry here", login=filled.author),
            hint=msg(
                "Join first, with the form for it. If you have an entry, ask a coordinator to "
                "write your account into it."
            ),
        )
    return author


def pair_named(
    filled: Filled, community: Community, author: PersonId, day: date | None = None
) -> PairId | Problem:
    """The pair that the form names, if the author belongs to it: on the day, if one is given."""
    name = text_of(filled.answers, "pair")
    pair_id = next((one for one in community.pairs if str(one) == name), None)
    label = label_of(filled.form, "pair")
    if pair_id is None:
        return Problem(
            label,
            msg('there is no pair, group or circle "{name}"', name=name),
            own_pairs(community, author),
            msg("Write the program and the name, with a / between them."),
        )
    pair = community.pairs[pair_id]
    if _is_among(author, current_members(pair) if day is None else members_on(pair, day)):
        return pair_id
    if day is not None and _is_among(author, pair.members):
        return Problem(label, msg("on {day} you did not belong to it", day=day), hint=_SLIP)
    return Problem(
        label,
        msg("you do not belong to it"),
        own_pairs(community, author),
        msg("Only its members can say something for it."),
    )


def own_pairs(community: Community, author: PersonId) -> tuple[str, ...]:
    """The pairs somebody belongs to that are not over."""
    return tuple(
        str(pair_id)
        for pair_id in community.pairs_of_person.get(author, ())
        if belongs_to(community.pairs[pair_id], author)
    )


def pair_id_of(name: str) -> PairId:
    """The pair that is written so."""
    program, _, pair = name.partition("/")
    return PairId(ProgramId(program), PairName(pair))


def _is_among(author: PersonId, members: tuple[Member, ...]) -> bool:
    return any(member.person == author for member in members)


_SLIP = msg("Correct the day if it is a slip. If it is right, ask a coordinator.")


def others(pair: Pair, author: PersonId) -> tuple[PersonId, ...]:
    """Everybody else who has not left."""
    return tuple(member.person for member in current_members(pair) if member.person != author)
