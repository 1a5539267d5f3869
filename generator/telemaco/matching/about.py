"""What a matching says of one person."""

from dataclasses import dataclass

from telemaco.matching.result import Match, Proposal, Unmatched
from telemaco.matching.roster import Aside
from telemaco.records.base import PersonId


@dataclass(frozen=True, slots=True)
class About:
    """The proposals somebody is in, and where they are left or not considered.

    Somebody who takes part on both sides may have some of each.
    """

    person: PersonId
    found: Match
    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    asides: tuple[Aside, ...]


def about(found: Match, person: PersonId) -> About | None:
    """What is said of a person; None when they take no part."""
    proposals = tuple(
        proposal
        for proposal in found.proposals
        if any(member == person for member, _ in proposal.members)
    )
    unmatched = tuple(one for one in found.unmatched if one.person == person)
    asides = tuple(one for one in found.asides if one.person == person)
    if not (proposals or unmatched or asides):
        return None
    return About(person, found, proposals, unmatched, asides)
