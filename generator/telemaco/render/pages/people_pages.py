"""One page a person: what they offer and seek, when they have time, how to ask them."""

from collections.abc import Sequence
from dataclasses import dataclass

from telemaco.messages import Message, msg
from telemaco.model.wording import LEARNS_BY, VALUES
from telemaco.model.zones import fixed_offset
from telemaco.records.base import PersonId, Record
from telemaco.records.person import Person, PersonField, SkillLevel
from telemaco.render.pages import words
from telemaco.render.pages.addresses import LISTED, person_address, shell_of, skill_address
from telemaco.render.pages.asking import asking
from telemaco.render.pages.certificates import certificates_of
from telemaco.render.pages.directory import place_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.pair_order import has_page, shown_order
from telemaco.render.pages.pairs import PairCard, card_of_member, is_over
from telemaco.render.pages.published import allows, publishes
from telemaco.render.pages.week import free_hours, offset_of, week_of


@dataclass(frozen=True, slots=True)
class Skilled:
    """A skill, how well somebody masters it or wants to, where they say so, and who offers it."""

    skill: str
    level: Message | None
    page: str = ""


def person_page(edition: Edition, person_id: PersonId) -> Page:
    """A person's own page; there is one only for who publishes a name.

    That of a listed mentor belongs to the part of the navigation on mentors, others to none.
    """
    person = edition.community.people[person_id]
    mentor = edition.mentors.get(person_id)
    address = person_address(person_id)
    headline = _published(person, "headline", edition.maybe(person.headline))
    head = (
        person.name,
        headline or edition.words(msg("{name} in this community.", name=person.name)),
    )
    shown = {field: allows(person, field) for field in _FIELDS}
    return edition.page(
        "person.html",
        address,
        LISTED if mentor else shell_of(address),
        head,
        shown=shown,
        person=person,
        headline=headline,
        place=place_of(edition, person),
        bio=_published(person, "bio", edition.maybe(person.bio)),
        languages=_spoken(edition, person),
        offers=_offers(edition, person, is_listed=mentor is not None),
        seeks=_seeks(edition, person),
        goals=[edition.text(goal.statement) for goal in person.goals if shown["goals"]],
        links=[(edition.text(link.label), link.url) for link in person.links if shown["links"]],
        week=week_of(person) if allows(person, "availability") else (),
        free=free_hours(person),
        zone=fixed_offset(person.timezone) or person.timezone,
        offset=offset_of(person.timezone, edition.today),
        today=edition.today,
        values=[VALUES[value] for value in person.values if shown["values"]],
        learns_by=_learns_by(person),
        trained=[
            (edition.text(training.module), training.on)
            for training in sorted(person.trained, key=lambda training: training.on)
            if shown["trained"]
        ],
        asking=asking(edition, mentor) if mentor else None,
        pairs=_pairs(edition, person_id),
        certificates=list(certificates_of(edition, person_id)),
    )


_FIELDS: Sequence[PersonField] = (
    "pronouns",
    "github",
    "timezone",
    "goals",
    "links",
    "hours_per_month",
    "experience_years",
    "values",
    "trained",
)


def _published(person: Person, field: PersonField, text: str) -> str:
    return text if allows(person, field) else ""


def _spoken(edition: Edition, person: Person) -> list[Skilled]:
    if not allows(person, "languages"):
        return []
    return [
        Skilled(edition.dates.language_name(code), words.LANGUAGE_LEVEL[level])
        for code, level in person.languages.items()
    ]


def _offers(edition: Edition, person: Person, *, is_listed: bool) -> list[Skilled]:
    """What somebody offers; only what a listed mentor offers surely has a list of those who do."""
    if not allows(person, "offers"):
        return []
    return [
        Skilled(
            edition.skill(offer.skill),
            _stated(offer, "level", offer.level),
            skill_address(offer.skill) if is_listed else "",
        )
        for offer in person.offers
    ]


def _seeks(edition: Edition, person: Person) -> list[Skilled]:
    if not allows(person, "seeks"):
        return []
    wishes = sorted(person.seeks, key=lambda wish: wish.priority)
    return [
        Skilled(edition.skill(wish.skill), _stated(wish, "target", wish.target)) for wish in wishes
    ]


def _stated(record: Record, field: str, level: SkillLevel) -> Message | None:
    """A level in words, unless it is only what the record assumes."""
    return words.SKILL_LEVEL[level] if field in record.model_fields_set else None


def _learns_by(person: Person) -> list[Message]:
    if person.approach is None or not allows(person, "approach"):
        return []
    return [LEARNS_BY[way] for way in person.approach.learns_by]


def _pairs(edition: Edition, person_id: PersonId) -> list[PairCard]:
    """The pairs somebody lets be known, if they let any: those that meet first, then the latest."""
    if not publishes(edition.community, person_id, "pairs"):
        return []
    pairs = edition.community.pairs
    found = [
        pair_id
        for pair_id in edition.community.pairs_of_person.get(person_id, ())
        if has_page(edition.community, pair_id)
    ]
    if len(found) > 1:
        found.sort(key=lambda pair_id: shown_order(edition.community, pair_id))
        found.sort(key=lambda pair_id: pairs[pair_id].start, reverse=True)
        found.sort(key=lambda pair_id: is_over(pairs[pair_id]))
    return [card_of_member(edition, pair_id, person_id) for pair_id in found]
