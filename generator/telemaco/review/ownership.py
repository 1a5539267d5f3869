"""Whose files a change touches, by the files before the change.

What a change says of itself counts for nothing: a file that names another owner is still its
former owner's.
"""

from collections.abc import Iterable

from telemaco.model.community import Community
from telemaco.records.base import PairName, PersonId, ProgramId
from telemaco.records.layout import Kind, PairId, address_of


def people_of(community: Community, login: str) -> frozenset[PersonId]:
    """Those whose file names an account of the forge."""
    return frozenset(
        person
        for person, record in community.people.items()
        if record.github and record.github.casefold() == login.casefold()
    )


def is_own(community: Community, login: str, paths: Iterable[str]) -> bool:
    """Whether every path is the person's own file, or a note of a pair that they belong to."""
    people = people_of(community, login)
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
    program, name, *_ = address.names
    pair = community.pairs.get(PairId(ProgramId(program), PairName(name)))
    return pair is not None and any(member.person in people for member in pair.members)
