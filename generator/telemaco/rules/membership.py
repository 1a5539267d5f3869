"""Who is in a pair, and whether its file leaves a doubt about it."""

from collections.abc import Iterator

from telemaco.model.community import Community
from telemaco.records.pair import Member, Pair
from telemaco.rules.naming import is_person


def has_sure_members(community: Community, pair: Pair) -> bool:
    """Whether members have files and are there once: else who is meant elsewhere is not sure."""
    are_known = all(is_person(community, member.person) for member in pair.members)
    return are_known and not any(repeated_members(pair))


def repeated_members(pair: Pair) -> Iterator[int]:
    """The positions (from 1) of members who are there already, and have not left and come back."""
    firsts: dict[str, Member] = {}
    for position, member in enumerate(pair.members):
        first = firsts.setdefault(member.person, member)
        if first is not member and not _left_before(first, member):
            yield position


def _left_before(first: Member, second: Member) -> bool:
    return first.end is not None and second.start is not None and first.end <= second.start
