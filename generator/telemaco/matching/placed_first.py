"""Who is accepted comes before who only waits for a place in the program."""

from collections.abc import Sequence

from telemaco.matching.choosing import Choice
from telemaco.matching.pins import Pinned, choose_around
from telemaco.matching.solving.problem import UNMATCHED
from telemaco.matching.table import Table
from telemaco.records.person import EnrolmentStatus


def choose_placed_first(
    table: Table, most: int | None, seed: str, pinned: Pinned
) -> tuple[Choice, Sequence[int]]:
    """The best set of pairs, and the mentees (rows) who are set aside so that nobody loses a place.

    Whoever waits is matched like all others, unless more of those who are accepted are served
    without them: then nobody is matched who waits, but by a pin.
    """
    choice = choose_around(table, most, seed, pinned)
    waiting = [
        row
        for row, one in enumerate(table.mentees)
        if one.enrolment.status is EnrolmentStatus.WAITING and row not in pinned
    ]
    if not waiting:
        return choice, ()
    others = choose_around(table, most, seed, pinned, waiting)
    placed = [row for row in range(len(table.mentees)) if row not in waiting]
    if _served(others, placed) > _served(choice, placed):
        return others, waiting
    return choice, ()


def _served(choice: Choice, rows: Sequence[int]) -> int:
    return int((choice.chosen[list(rows)] != UNMATCHED).sum())
