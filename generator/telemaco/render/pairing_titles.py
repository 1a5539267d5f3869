"""What pairs, groups and circles are called in titles: by their one kind, or all together."""

from collections.abc import Iterable

from telemaco.messages import Message, msg, msg_n
from telemaco.model.pairings import Pairing


def one_kind(kinds: Iterable[Pairing]) -> Pairing | None:
    """The kind that all are of; None where they are of several. Of nothing: pairs."""
    found = set(kinds) or {Pairing.PAIR}
    return found.pop() if len(found) == 1 else None


def counted(kind: Pairing | None, number: int) -> Message:
    """So many of a kind."""
    match kind:
        case Pairing.PAIR:
            return msg_n("{count} pair", "{count} pairs", number)
        case Pairing.GROUP:
            return msg_n("{count} group", "{count} groups", number)
        case Pairing.CIRCLE:
            return msg_n("{count} circle", "{count} circles", number)
        case _:
            return msg_n("{count} pair or group", "{count} pairs and groups", number)


def one_called(kind: Pairing | None) -> Message:
    """The title of a column that names them, one a row."""
    match kind:
        case Pairing.PAIR:
            return msg("pair")
        case Pairing.GROUP:
            return msg("group")
        case Pairing.CIRCLE:
            return msg("circle")
        case _:
            return msg("pair or group")


def many_called(kind: Pairing | None) -> Message:
    """The title of a column that counts them."""
    match kind:
        case Pairing.PAIR:
            return msg("pairs")
        case Pairing.GROUP:
            return msg("groups")
        case Pairing.CIRCLE:
            return msg("circles")
        case _:
            return msg("pairs, groups")


def headed(kind: Pairing | None) -> Message:
    """The heading over them."""
    match kind:
        case Pairing.PAIR:
            return msg("Pairs")
        case Pairing.GROUP:
            return msg("Groups")
        case Pairing.CIRCLE:
            return msg("Circles")
        case _:
            return msg("Pairs and groups")


def below_a_number(kind: Pairing | None, number: int) -> Message:
    """What the number counts that stands above it."""
    match kind:
        case Pairing.PAIR:
            return msg_n("pair", "pairs", number)
        case Pairing.GROUP:
            return msg_n("group", "groups", number)
        case Pairing.CIRCLE:
            return msg_n("circle", "circles", number)
        case _:
            return msg_n("pair or group", "pairs and groups", number)
