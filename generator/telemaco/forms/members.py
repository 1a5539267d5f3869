"""Fields in which somebody names people or a pair; they are written, since nobody lists them."""

from collections.abc import Iterator
from dataclasses import replace

from telemaco.forms.choosing import in_all_languages
from telemaco.forms.values import Choice, Option
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.named import called, is_named
from telemaco.model.standing import OVER
from telemaco.records.layout import PairId
from telemaco.records.pair import Pair
from telemaco.records.person import Person
from telemaco.records.program import Role
from telemaco.records.text import worded

_PERSON, _PAIR = "sofonisba-anguissola", "atelier-2027/hardy-ramanujan"
"""What an example of a person and of a pair looks like."""


def people_field(
    community: Community, name: str, label: Message, told: Message, *, is_required: bool = False
) -> Choice:
    """A field for people, one a line: by the name of their file, their name, or their login.

    Nobody is named to others who does not let the site show their name.
    """
    options = tuple(
        Option(
            person_id,
            called(community, person_id),
            (person.name, *((f"@{person.github}",) if person.github else ())),
            is_suggested=is_named(community, person_id),
        )
        for person_id, person in community.people.items()
    )
    return Choice(
        name,
        label,
        options,
        told,
        takes_several=True,
        is_required=is_required,
        is_written=True,
        example=_PERSON,
    )


def mentors_field(community: Community, name: str, label: Message, told: Message) -> Choice:
    """The same for mentors: nobody else is suggested."""
    field = people_field(community, name, label, told)
    mentors = {one for one, person in community.people.items() if _is_mentor(person)}
    options = (
        replace(option, is_suggested=option.is_suggested and option.value in mentors)
        for option in field.options
    )
    return replace(field, options=tuple(options))


def _is_mentor(person: Person) -> bool:
    return any(one.role is Role.MENTOR and one.status not in OVER for one in person.enrolments)


def pair_field(community: Community, label: Message, told: Message, former: Message) -> Choice:
    """A field for a pair, which has to be named: by its folder, or by its name, if it has one."""
    options = tuple(
        Option(
            str(pair_id),
            worded(pair.title, community.settings.languages) if pair.title else str(pair_id),
            tuple(_names(pair_id, pair)),
        )
        for pair_id, pair in community.pairs.items()
    )
    return Choice(
        "pair",
        label,
        options,
        told,
        is_required=True,
        is_written=True,
        example=_PAIR,
        former=(former,),
    )


def pair_help() -> Message:
    """How a pair is named."""
    return msg(
        "The program and the name, with a / between them, as they stand below pairs/ in the "
        "repository. A link from a check-in fills this in."
    )


def _names(pair_id: PairId, pair: Pair) -> Iterator[str]:
    yield pair_id.pair
    yield f"pairs/{pair_id.program}/{pair_id.pair}"
    if pair.title:
        yield from in_all_languages(pair.title)
