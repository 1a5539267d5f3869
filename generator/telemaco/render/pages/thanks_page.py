"""The hall of thanks: who mentored how many, in the order of the alphabet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from telemaco.messages import Message, msg, msg_n
from telemaco.records.base import PersonId
from telemaco.records.pair import Pair, PairRole, PairStatus
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
    found = sorted(_thanked(edition, people), key=lambda one: (one.name.casefold(), one.page))
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
            for mentor, others in _mentored(edition.community.pairs[pair_id]):
                people.setdefault(mentor, set()).update(others)
    return people


def _thanked(edition: Edition, people: Mapping[PersonId, set[PersonId]]) -> Iterator[Thanked]:
    community = edition.community
    for mentor, others in people.items():
        if publishes(community, mentor, "name", "pairs"):
            number = msg_n("mentored {count} person", "mentored {count} people", len(others))
            yield Thanked(community.people[mentor].name, edition.person_page(mentor), number)


def _mentored(pair: Pair) -> Iterator[tuple[PersonId, set[PersonId]]]:
    """The mentors of a pair that has begun, each with those they mentored."""
    if pair.status is PairStatus.CONFIRMED:
        return
    mentees = {one.person for one in pair.members if one.role is PairRole.MENTEE}
    for one in pair.members:
        if one.role in _MENTORS and mentees:
            yield one.person, mentees
