"""Fields in which somebody names people or a pair; they are written, since nobody lists them."""

from collections.abc import Iterator

from telemaco.forms.choosing import in_all_languages
from telemaco.forms.values import Choice, Option
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.records.layout import PairId
from telemaco.records.pair import Pair
from telemaco.records.text import worded

_PERSON, _PAIR = "sofonisba-anguissola", "atelier-2027/hardy-ramanujan"
"""What an example of a person and of a pair looks like."""


def people_field(
    community: Community, name: str, label: Message, told: Message, *, is_required: bool = False
) -> Choice:
    """A field for people, one a line: by the name of their file, their name, or their login."""
    options = tuple(
        Option(person_id, person.name, (person_id, f"@{person.github}") if person.github else ())
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


def pair_field(community: Community, label: Message, told: Message) -> Choice:
    """A field for a pair, which has to be named: by its folder, or by its name, if it has one."""
    options = tuple(
        Option(
            str(pair_id),
            worded(pair.title, community.settings.languages) if pair.title else str(pair_id),
            tuple(_names(pair_id, pair)),
        )
        for pair_id, pair in community.pairs.items()
    )
    return Choice("pair", label, options, told, is_required=True, is_written=True, example=_PAIR)


def pair_help() -> Message:
    """How a pair is named."""
    return msg(
        "The program and the pair, as in the address of its page. A link from a check-in fills "
        "this in."
    )


def _names(pair_id: PairId, pair: Pair) -> Iterator[str]:
    yield pair_id.pair
    yield f"pairs/{pair_id.program}/{pair_id.pair}"
    if pair.title:
        yield from in_all_languages(pair.title)
