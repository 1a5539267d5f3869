"""The checks of each kind of program."""

from telemaco.model.pairings import Pairing, pairing_of
from telemaco.progress.audit.circles import lines_of_a_circle
from telemaco.progress.audit.groups import lines_of_groups
from telemaco.progress.audit.standards import LINES, Line
from telemaco.records.program import ProgramKind


def lines_of(kind: ProgramKind) -> tuple[Line, ...]:
    """The checks of a program of this kind, in the order of its life."""
    match pairing_of(kind):
        case Pairing.GROUP:
            return tuple(lines_of_groups())
        case Pairing.CIRCLE:
            return tuple(lines_of_a_circle())
        case _:
            return LINES
