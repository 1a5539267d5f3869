"""Whose entry a row of a table is about, and when that cannot be said."""

from collections.abc import Iterable, Mapping, MutableMapping
from collections.abc import Set as AbstractSet

from telemaco.messages import Message, msg
from telemaco.model.accounts import entries_by_account
from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.records.layout import Kind
from telemaco.tables.fields import plain
from telemaco.tables.mapping import ColumnMap
from telemaco.tables.merging import ENROLMENT, digest
from telemaco.tables.outcome import Outcome
from telemaco.tables.people import Said, person_id
from telemaco.tables.problem import Problem
from telemaco.usecases.import_receipt import Known


class People:
    """Who is there, and where they came from; `known` is what an import remembers, by digest."""

    def __init__(self, community: Community, known: Mapping[str, Known], chosen: ColumnMap) -> None:
        self._taken = _taken(community)
        self.known: MutableMapping[str, Known] = dict(known)
        self._table = digest(chosen.table)
        self._chosen = {plain(name): person for name, person in chosen.people.items()}
        self._given: set[PersonId] = set()
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
        person = known.person if known else self._chosen.get(plain(reading.name))
        login = str(reading.facts.get("github") or "")
        others = self._accounts.get(login.casefold(), set()) - {person}
        if others:
            other = min(others)
            if person or len(others) > 1 or other not in self._tables:
                return _conflict(number, other, _taken_login(login, others))
            return Known(other, self._table, {})
        return known or self._new(number, reading)

    def is_first(self, reading: Said) -> bool:
        """Whether nothing is known of an earlier answer in this table."""
        return digest(reading.identity) not in self.known

    def is_by_hand(self, person: PersonId | None) -> bool:
        """Whether nothing is known of the person from any table."""
        return person not in self._tables

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
        chosen = self._chosen.get(plain(reading.name))
        if chosen:
            return self._returning(number, reading, chosen)
        person = PersonId(person_id(reading.name))
        tables = self._tables.get(person, set())
        if person in self._taken and not tables:
            return _conflict(number, person, _by_hand(reading.name, person))
        if person in self._taken and self._table not in tables:
            return _conflict(number, person, _same_name(reading.name, person))
        if person in self._taken and not reading.is_sure:
            return _conflict(number, person, _namesake(reading.name, person))
        return Known(_free(person, self._taken), self._table, {})

    def _returning(self, number: int, reading: Said, person: PersonId) -> Known | Outcome:
        """The entry that the mapping names, with what any table said of it last.

        Without a day, nothing but its being here says that this is a new answer: what enrolled
        the person before is not taken for what it says.
        """
        if person not in self._taken:
            return _conflict(number, person, _not_there(reading.name, person))
        if person in self._given:
            return _conflict(number, person, _given(reading.name, person))
        self._given.add(person)
        facts = {
            key: said
            for one in self.known.values()
            if one.person == person
            for key, said in one.facts.items()
            if reading.day or not key.startswith(ENROLMENT)
        }
        return Known(person, self._table, facts)


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


def _by_hand(name: str, person: PersonId) -> Message:
    return msg(
        "there is a person of this name already, who did not come from a table. If this is the "
        'same person, write "{name}": {person} in the mapping, under people:; if not, add '
        "something to the name",
        name=name,
        person=person,
    )


def _same_name(name: str, person: PersonId) -> Message:
    return msg(
        "there is a person of this name already, from another row or table. If this is the same "
        'person, write "{name}": {person} in the mapping, under people:; if not, add something '
        "to the name",
        name=name,
        person=person,
    )


def _namesake(name: str, person: PersonId) -> Message:
    return msg(
        "there is a person of this name already, from another row of this table. If this is the "
        'same person, write "{name}": {person} in the mapping, under people:; if not, give this '
        "row alone a number in a column of its own that is key in the mapping",
        name=name,
        person=person,
    )


def _not_there(name: str, person: PersonId) -> Message:
    return msg(
        'the mapping takes "{name}" for {person}, and there is no such person',
        name=name,
        person=person,
    )


def _given(name: str, person: PersonId) -> Message:
    return msg(
        'the mapping takes "{name}" for {person}, and another row has this name, too: give each '
        "a name of its own",
        name=name,
        person=person,
    )


_GONE: Message = msg(
    "the person was imported before and has been removed since, so stays away. If they come back, "
    "enter them by hand"
)
