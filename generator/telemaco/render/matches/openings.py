"""What one more place would bring, in a sentence."""

from collections.abc import Mapping

from telemaco.matching.recruit import Opening
from telemaco.messages import Message, msg
from telemaco.records.base import PersonId

_POINTS = 1000


def opening_sentence(opening: Opening, names: Mapping[PersonId, str]) -> Message:
    """Where the place would be, and what it is worth."""
    return msg("{where}: {gain}", where=_where(opening, names), gain=_gain(opening))


def _where(opening: Opening, names: Mapping[PersonId, str]) -> Message:
    if opening.mentor is not None:
        return msg("one more place with {mentor}", mentor=names[opening.mentor])
    return msg(
        "a new mentor for {skill} who speaks {language} and lives near {place}",
        skill=opening.skill or "",
        language=opening.language or "",
        place=(opening.zone or "").rpartition("/")[2].replace("_", " "),
    )


def _gain(opening: Opening) -> Message:
    if opening.serves:
        return msg("one more person would have a mentor")
    return msg(
        "worth {points} of the 100 points of a pair", points=f"{opening.points / _POINTS:.1f}"
    )
