"""Who somebody is: the entry that names the login of their account, and what a newcomer is called.

An entry belongs to whoever is named under `github` in the file as it was before the form. What the
entry itself is called says nothing, so that nobody comes by an entry with a login that looks
like its name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from telemaco.messages import msg
from telemaco.model.accounts import entries_of
from telemaco.model.community import Community
from telemaco.records.base import ID_LENGTH, PersonId
from telemaco.records.layout import RESERVED_ON_WINDOWS, Kind, is_id
from telemaco.submissions.values import Problem


@dataclass(frozen=True, slots=True)
class Author:
    """Whoever filled in the form: their entry, or the one that they will have."""

    id: PersonId
    is_new: bool


def author_of(community: Community, login: str, issue: int) -> Author | Problem:
    """Whose form it is, or why that cannot be said."""
    entries = entries_of(community, login)
    if len(entries) > 1:
        return Problem(
            None,
            msg(
                "your account, {login}, is named in more than one entry: {entries}",
                login=login,
                entries=", ".join(entries),
            ),
            hint=msg("A coordinator has to mend that first."),
            for_coordinators=True,
        )
    if entries:
        return Author(entries[0], is_new=False)
    if community.is_unread(Kind.PERSON, _slug(login)):
        return Problem(
            None,
            msg("there is an entry called {name}, and it cannot be read", name=_slug(login)),
            hint=msg("A coordinator has to mend that first."),
            for_coordinators=True,
        )
    return Author(_free_id(community, login, issue), is_new=True)


def _slug(login: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", login.lower()))


def _free_id(community: Community, login: str, issue: int) -> PersonId:
    """The login in small letters, or with the number of the issue where that is not free.

    A login that does not make a name as it is gets the number, too: two such logins could make
    the same name on the same day.
    """
    slug = _slug(login)
    if slug == login.lower() and is_id(slug) and not _is_taken(community, slug):
        return PersonId(slug)
    stem = slug or "person"
    for turn in count(1):
        ending = f"-{issue}" if turn == 1 else f"-{issue}-{turn}"
        name = stem[: ID_LENGTH - len(ending)].rstrip("-") + ending
        if not _is_taken(community, name):
            return PersonId(name)
    raise AssertionError  # pragma: no cover (count never ends)


def _is_taken(community: Community, name: str) -> bool:
    """Whether somebody is called so, or is only spoken of: their place is not for others."""
    return (
        name in RESERVED_ON_WINDOWS
        or name in community.people
        or community.is_unread(Kind.PERSON, name)
        or name in frozenset(_mentioned(community))
    )


def _mentioned(community: Community) -> Iterator[PersonId]:
    yield from community.settings.coordinators
    for program in community.programs.values():
        yield from program.coordinators
    for person in community.people.values():
        yield from person.excludes
        for enrolment in person.enrolments:
            yield from enrolment.prefers
    for pair in community.pairs.values():
        yield from (member.person for member in pair.members)
    for sessions in community.sessions.values():
        for session in sessions:
            yield from session.note.attendance
    for receipt in community.receipts.values():
        yield from receipt.people
