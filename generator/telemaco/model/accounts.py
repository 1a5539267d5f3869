"""Whose entries name which account of the forge."""

from collections.abc import Iterator, Mapping

from telemaco.model.community import Community
from telemaco.records.base import PersonId


def entries_of(community: Community, login: str) -> tuple[PersonId, ...]:
    """The entries that name the account; capital letters do not matter."""
    wanted = login.casefold()
    return tuple(person for account, person in _named(community) if account == wanted)


def entries_by_account(community: Community) -> Mapping[str, tuple[PersonId, ...]]:
    """The entries by the account that they name, in small letters, for who asks for many."""
    found: dict[str, list[PersonId]] = {}
    for account, person in _named(community):
        found.setdefault(account, []).append(person)
    return {account: tuple(people) for account, people in found.items()}


def _named(community: Community) -> Iterator[tuple[str, PersonId]]:
    for person_id, person in community.people.items():
        if person.github is not None:
            yield person.github.casefold(), person_id
