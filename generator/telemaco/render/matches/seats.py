"""Whom somebody is with, and how well it fits, in a few words."""

from collections.abc import Mapping

from telemaco.matching.seats import Seat
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.records.base import PersonId

POINTS = 1000
"""Points of a score of 100000 that make one of 100."""


def seat_words(seat: Seat | None, names: Mapping[PersonId, str], translator: Translator) -> str:
    """The partners and the score of 100: `Grace 75`."""
    if seat is None:
        return translator.text(msg("nobody"))
    partners = ", ".join(names.get(one, one) for one in seat.partners)
    return f"{partners} {seat.score // POINTS}"
