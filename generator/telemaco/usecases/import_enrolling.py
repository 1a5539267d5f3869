"""Whether the answer of a row enrols its person, or is one for an earlier program."""

from collections.abc import Iterator, Mapping
from datetime import date

from telemaco.messages import Message, msg
from telemaco.tables.merging import ENROLMENT, Place, digest, enrolment_key
from telemaco.tables.people import Said


def why_not_enrolled(
    reading: Said, remembered: Mapping[str, str], place: Place, opened: date | None
) -> Message | None:
    """Why the answer enrols nobody in the program of the place; None where it does.

    `remembered` are the digests of what the table said of the person last. An answer with a day is
    the same if its day is, one without a day if nothing in it was changed.
    """
    if enrolment_key(place) in remembered:
        return None
    if opened and reading.day and reading.day < opened:
        return msg(
            "the answer of {day} came before applications opened on {opened}, so enrols nobody",
            day=reading.day.isoformat(),
            opened=opened.isoformat(),
        )
    earlier = sorted(set(_others(remembered, place)))
    if earlier and _is_the_same(reading, remembered):
        return msg(
            "the answer was imported before, for {programs}, so enrols nobody here",
            programs=", ".join(earlier),
        )
    return None


def _others(remembered: Mapping[str, str], place: Place) -> Iterator[str]:
    """The other programs in which answers of the person enrolled them."""
    for key in remembered:
        word, _, rest = key.partition(" ")
        program = rest.partition(" ")[0]
        if word == ENROLMENT and program != place.program:
            yield program


def _is_the_same(reading: Said, remembered: Mapping[str, str]) -> bool:
    """Whether the answer is that of last time. Of consent the mapping says a part, so not that."""
    if reading.day:
        return remembered.get("confirmed") == digest(reading.day)
    return all(
        digest(reading.facts[key]) == last
        for key, last in remembered.items()
        if key in reading.facts and key != "consent"
    )
