"""Whose files a change touches, by the files before the change.

What a change says of itself counts for nothing: a file that names another owner is still its
former owner's.
"""

from collections.abc import Iterable

from telemaco.model.accounts import entries_of
from telemaco.model.community import Community
from telemaco.model.standing import members_on
from telemaco.records.base import PairName, PersonId, ProgramId
from telemaco.records.layout import Kind, PairId, address_of, day_of


def is_own(community: Community, login: str, paths: Iterable[str]) -> bool:
    """Whether every path is the person's own file, or a note of a pair of theirs on that day."""
    people = frozenset(entries_of(community, login))
    return all(_is_of(community, people, path) for path in paths)


def is_anybodys(path: str) -> bool:
    """Whether a file is for those whom it is about: somebody's own file, or a session note."""
    address = address_of(path)
    return address is not None and address.kind in {Kind.PERSON, Kind.NOTE, Kind.SEALED_NOTE}


def _is_of(community: Community, people: frozenset[PersonId], path: str) -> bool:
    address = address_of(path)
    if address is None:
        return False
    if address.kind is Kind.PERSON:
        return address.names[0] in people
    if address.kind not in {Kind.NOTE, Kind.SEALED_NOTE}:
        return False
    program, name, written, *_ = address.names
    pair = community.pairs.get(PairId(ProgramId(program), PairName(name)))
    day = day_of(written)
    if pair is None or day is None:
        return False
    return any(member.person in people for member in members_on(pair, day))
