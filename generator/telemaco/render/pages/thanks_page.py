"""The hall of thanks: who mentored how many, in the order of the alphabet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from telemaco.messages import Message, msg, msg_n
from telemaco.model.attendance import has_notes, sessions_with
from telemaco.model.community import Community
from telemaco.model.vocabulary.spelling import plain_letters
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairRole, PairStatus
from telemaco.render.pages.addresses import THANKS, shell_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.program_pages import public_programs
from telemaco.render.pages.published import publishes

_MENTORS = frozenset({PairRole.MENTOR, PairRole.CO_MENTOR})


@dataclass(frozen=True, slots=True)
class Thanked:
    """A mentor who is thanked; `people` says how many they mentored."""

    name: str
    page: str
    people: Message


def thanks_page(edition: Edition) -> Page:
    """Everybody who mentored somebody and lets their name and their pairs be published."""
    head = (
        edition.words(msg("Thanks")),
        edition.words(msg("The people who gave their time as mentors in this community.")),
    )
    people = _mentors(edition)
    found = sorted(_thanked(edition, people), key=lambda one: (plain_letters(one.name), one.page))
    return edition.page(
        "thanks.html",
        THANKS,
        shell_of(THANKS),
        head,
        mentors=found,
        has_begun=bool(people),
    )


def _mentors(edition: Edition) -> Mapping[PersonId, set[PersonId]]:
    """Everybody who mentored somebody, with those they mentored."""
    people: dict[PersonId, set[PersonId]] = {}
    for program in public_programs(edition):
        for pair_id in edition.public_pairs(program):
            for mentor, others in _mentored(edition.community, pair_id):
                people.setdefault(mentor, set()).update(others)
    return people


def _thanked(edition: Edition, people: Mapping[PersonId, set[PersonId]]) -> Iterator[Thanked]:
    community = edition.community
    for mentor, others in people.items():
        if publishes(community, mentor, "name", "pairs"):
            number = msg_n("mentored {count} person", "mentored {count} people", len(others))
            yield Thanked(community.people[mentor].name, edition.person_page(mentor), number)


def _mentored(community: Community, pair_id: PairId) -> Iterator[tuple[PersonId, set[PersonId]]]:
    """The mentors of a pair, each with those they mentored: they came to a session together.

    Where no pair of the program has a note, nobody can tell who met: then it is enough that the
    pair has begun.
    """
    pair = community.pairs[pair_id]
    if pair.status is PairStatus.CONFIRMED:
        return
    mentees = {one.person for one in pair.members if one.role is PairRole.MENTEE}
    met = _met(community, pair_id) if has_notes(community, pair_id.program) else None
    for one in pair.members:
        if one.role in _MENTORS:
            others = {mentee for mentee in mentees if met is None or {mentee, one.person} in met}
            if others:
                yield one.person, others


def _met(community: Community, pair_id: PairId) -> Sequence[frozenset[PersonId]]:
    """Any two who came to the same session of a pair."""
    people = dict.fromkeys(one.person for one in community.pairs[pair_id].members)
    days = {
        person: {session.id for session in sessions_with(community, pair_id, person)}
        for person in people
    }
    return [frozenset(two) for two in combinations(people, 2) if days[two[0]] & days[two[1]]]
