"""What those who meet are together: a pair, a group or a circle. Whoever names them asks here."""

from enum import StrEnum

from telemaco.records.program import ProgramKind


class Pairing(StrEnum):
    """What the members of a `pair.yaml` are called together."""

    PAIR = "pair"
    GROUP = "group"
    CIRCLE = "circle"


def pairing_of(kind: ProgramKind) -> Pairing:
    """What there is in programs of a kind."""
    match kind:
        case ProgramKind.GROUP:
            return Pairing.GROUP
        case ProgramKind.PEER_CIRCLE:
            return Pairing.CIRCLE
        case _:
            return Pairing.PAIR
