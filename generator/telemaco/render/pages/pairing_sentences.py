"""What pages say of pairs, groups or circles, by their one kind or of all together."""

from telemaco.messages import Message, msg, msg_n
from telemaco.model.pairings import Pairing


def people_in(kind: Pairing | None) -> Message:
    """Whom a number of people counts."""
    match kind:
        case Pairing.PAIR:
            return msg("people in pairs")
        case Pairing.GROUP:
            return msg("people in groups")
        case Pairing.CIRCLE:
            return msg("people in circles")
        case _:
            return msg("people in pairs and groups")


def people_without(kind: Pairing) -> Message:
    """Those who wait for one."""
    match kind:
        case Pairing.PAIR:
            return msg("People without a partner")
        case Pairing.GROUP:
            return msg("People without a group")
        case _:
            return msg("People without a circle")


def none_has_begun(kind: Pairing | None) -> Message:
    """Where there is nothing else to show."""
    match kind:
        case Pairing.PAIR:
            return msg("No pair has begun yet.")
        case Pairing.GROUP:
            return msg("No group has begun yet.")
        case Pairing.CIRCLE:
            return msg("No circle has begun yet.")
        case _:
            return msg("No pair or group has begun yet.")


def none_yet(kind: Pairing) -> Message:
    """In place of their number."""
    match kind:
        case Pairing.PAIR:
            return msg("no pair yet")
        case Pairing.GROUP:
            return msg("no group yet")
        case _:
            return msg("no circle yet")


def milestone_of_each(kind: Pairing) -> Message:
    """Beside a day of the program that each of them keeps."""
    match kind:
        case Pairing.PAIR:
            return msg("(milestone of each pair)")
        case Pairing.GROUP:
            return msg("(milestone of each group)")
        case _:
            return msg("(milestone of each circle)")


def where_they_are(kind: Pairing | None) -> Message:
    """The title over how many of them are in which state."""
    match kind:
        case Pairing.PAIR:
            return msg("Where pairs are")
        case Pairing.GROUP:
            return msg("Where groups are")
        case Pairing.CIRCLE:
            return msg("Where circles are")
        case _:
            return msg("Where pairs and groups are")


def active_of(kind: Pairing | None, number: int, active: int) -> Message:
    """How many of them are under way."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "{count} pair; of them, {active} active at present.",
                "{count} pairs; of them, {active} active at present.",
                number,
                active=active,
            )
        case Pairing.GROUP:
            return msg_n(
                "{count} group; of them, {active} active at present.",
                "{count} groups; of them, {active} active at present.",
                number,
                active=active,
            )
        case Pairing.CIRCLE:
            return msg_n(
                "{count} circle; of them, {active} active at present.",
                "{count} circles; of them, {active} active at present.",
                number,
                active=active,
            )
        case _:
            return msg_n(
                "{count} pair or group; of them, {active} active at present.",
                "{count} pairs and groups; of them, {active} active at present.",
                number,
                active=active,
            )


def met_lately_of(kind: Pairing | None, number: int, met: int) -> Message:
    """How many of those under way met in the last month."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "{met} of {count} active pair met in the last month.",
                "{met} of {count} active pairs met in the last month.",
                number,
                met=met,
            )
        case Pairing.GROUP:
            return msg_n(
                "{met} of {count} active group met in the last month.",
                "{met} of {count} active groups met in the last month.",
                number,
                met=met,
            )
        case Pairing.CIRCLE:
            return msg_n(
                "{met} of {count} active circle met in the last month.",
                "{met} of {count} active circles met in the last month.",
                number,
                met=met,
            )
        case _:
            return msg_n(
                "{met} of {count} active pair or group met in the last month.",
                "{met} of {count} active pairs and groups met in the last month.",
                number,
                met=met,
            )
