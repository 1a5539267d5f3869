"""Whose entry a row of a table is about, and when that cannot be said."""

from collections.abc import Iterable, Mapping, MutableMapping
from collections.abc import Set as AbstractSet

from telemaco.messages import Message, msg
from telemaco.model.accounts import entries_by_account
from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.layout import Kind
from telemaco.tables.merging import digest
from telemaco.tables.outcome import Outcome
from telemaco.tables.people import Problem, Said, person_id
from telemaco.usecases.import_receipt import Known


class People:
    """Who is there, and where they came from; `known` is what an import remembers, by digest."""

    def __init__(self, community: Community, known: Mapping[str, Known], table: str) -> None:
        self._taken = _taken(community)
        self.known: MutableMapping[str, Known] = dict(known)
        self._table = digest(table)
        self._accounts = {
            account: set(people) for account, people in entries_by_account(community).items()
        }
        self._tables: dict[PersonId, set[str]] = {}
        for one in self.known.values():
            self._note(one)

    def entry_of(self, number: int, reading: Said) -> Known | Outcome:
        """Whose entry it is, or that the row is in conflict with what is there."""
        known = self.known.get(digest(reading.identity))
        if known and known.person is None:
            return _conflict(number, "", _GONE)
        person = known.person if known else None
        login = str(reading.facts.get("github") or "")
        others = self._accounts.get(login.casefold(), set()) - {person}
        if others:
            other = min(others)
            if person or len(others) > 1 or other not in self._tables:
                return _conflict(number, other, _taken_login(login, others))
            return Known(other, self._table, {})
        return known or self._new(number, reading)

    def remember(self, reading: Said, known: Known) -> None:
        """Keep what a row said of somebody."""
        self.known[digest(reading.identity)] = known
        self._note(known)
        login = reading.facts.get("github")
        if login and known.person:
            self._accounts.setdefault(login.casefold(), set()).add(known.person)

    def _note(self, known: Known) -> None:
        if known.person:
            self._taken.add(known.person)
            self._tables.setdefault(known.person, set()).add(known.table)

    def _new(self, number: int, reading: Said) -> Known | Outcome:
        person = PersonId(person_id(reading.name))
        tables = self._tables.get(person, set())
        if person in self._taken and not tables:
            return _conflict(number, person, _BY_HAND)
        if person in self._taken and (self._table not in tables or not reading.is_sure):
            return _conflict(number, person, _SAME_NAME)
        return Known(_free(person, self._taken), self._table, {})


def _taken(community: Community) -> set[PersonId]:
    unread = (names[0] for names in community.unread.get(Kind.PERSON, ()) if names)
    return {*community.people, *map(PersonId, unread)}


def _free(person: PersonId, taken: AbstractSet[PersonId]) -> PersonId:
    free, count = person, 2
    while free in taken:
        free, count = PersonId(f"{person[:56].rstrip('-')}-{count}"), count + 1
    return free


def _conflict(number: int, person: str, message: Message) -> Outcome:
    return Outcome(number, "conflict", person, problems=(Problem("", message),))


def _taken_login(login: str, people: Iterable[PersonId]) -> Message:
    return msg(
        "the login {login} belongs to {people}. If this row is of the same person, change their "
        "file by hand",
        login=login,
        people=", ".join(sorted(people)),
    )


_BY_HAND: Message = msg("there is a person of this name already, who did not come from a table")
_SAME_NAME: Message = msg(
    "there is a person of this name already, from another row or table. If this is the same "
    "person, change their file by hand; if not, add something to the name"
)
_GONE: Message = msg(
    "the person was imported before and has been removed since, so stays away. If they come back, "
    "enter them by hand"
)
