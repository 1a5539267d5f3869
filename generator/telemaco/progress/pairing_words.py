"""What is to be done about pairs, groups or circles, by what they are called in a program."""

from telemaco.messages import Message, msg_n
from telemaco.model.pairings import Pairing


def silent(kind: Pairing, number: int) -> Message:
    """For how they are asked who are silent."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "Ask {count} silent pair how it is: {names}",
                "Ask {count} silent pairs how they are: {names}",
                number,
            )
        case Pairing.GROUP:
            return msg_n(
                "Ask {count} silent group how it is: {names}",
                "Ask {count} silent groups how they are: {names}",
                number,
            )
        case _:
            return msg_n(
                "Ask {count} silent circle how it is: {names}",
                "Ask {count} silent circles how they are: {names}",
                number,
            )


def over(kind: Pairing, number: int) -> Message:
    """For closing those whose time is over."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "Close {count} pair whose time is over: {names}",
                "Close {count} pairs whose time is over: {names}",
                number,
            )
        case Pairing.GROUP:
            return msg_n(
                "Close {count} group whose time is over: {names}",
                "Close {count} groups whose time is over: {names}",
                number,
            )
        case _:
            return msg_n(
                "Close {count} circle whose time is over: {names}",
                "Close {count} circles whose time is over: {names}",
                number,
            )


def attention(kind: Pairing, number: int) -> Message:
    """For looking after those that need attention."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "Look after {count} pair that needs attention: {names}",
                "Look after {count} pairs that need attention: {names}",
                number,
            )
        case Pairing.GROUP:
            return msg_n(
                "Look after {count} group that needs attention: {names}",
                "Look after {count} groups that need attention: {names}",
                number,
            )
        case _:
            return msg_n(
                "Look after {count} circle that needs attention: {names}",
                "Look after {count} circles that need attention: {names}",
                number,
            )


def begun(kind: Pairing, number: int) -> Message:
    """For beginning those that are confirmed."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "Set {count} confirmed pair to active, whose first day has come: {names}",
                "Set {count} confirmed pairs to active, whose first day has come: {names}",
                number,
            )
        case Pairing.GROUP:
            return msg_n(
                "Set {count} confirmed group to active, whose first day has come: {names}",
                "Set {count} confirmed groups to active, whose first day has come: {names}",
                number,
            )
        case _:
            return msg_n(
                "Set {count} confirmed circle to active, whose first day has come: {names}",
                "Set {count} confirmed circles to active, whose first day has come: {names}",
                number,
            )


def agreed(kind: Pairing, number: int) -> Message:
    """For confirming those in which everybody said yes."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "Set {count} pair to confirmed, in which everybody said yes: {names}",
                "Set {count} pairs to confirmed, in which everybody said yes: {names}",
                number,
            )
        case Pairing.GROUP:
            return msg_n(
                "Set {count} group to confirmed, in which everybody said yes: {names}",
                "Set {count} groups to confirmed, in which everybody said yes: {names}",
                number,
            )
        case _:
            return msg_n(
                "Set {count} circle to confirmed, in which everybody said yes: {names}",
                "Set {count} circles to confirmed, in which everybody said yes: {names}",
                number,
            )


def agreeing(kind: Pairing, number: int) -> Message:
    """For asking those that have not accepted their agreement."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "Ask {count} pair to accept its agreement: {names}",
                "Ask {count} pairs to accept their agreement: {names}",
                number,
            )
        case Pairing.GROUP:
            return msg_n(
                "Ask {count} group to accept its agreement: {names}",
                "Ask {count} groups to accept their agreement: {names}",
                number,
            )
        case _:
            return msg_n(
                "Ask {count} circle to accept its agreement: {names}",
                "Ask {count} circles to accept their agreement: {names}",
                number,
            )


def goals(kind: Pairing, number: int) -> Message:
    """For asking those who end what became of their goals."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "Ask {count} pair what became of its goals, and write status: achieved, partly or "
                "dropped beside each: {names}",
                "Ask {count} pairs what became of their goals, and write status: achieved, partly "
                "or dropped beside each: {names}",
                number,
            )
        case Pairing.GROUP:
            return msg_n(
                "Ask {count} group what became of its goals, and write status: achieved, partly or "
                "dropped beside each: {names}",
                "Ask {count} groups what became of their goals, and write status: achieved, partly "
                "or dropped beside each: {names}",
                number,
            )
        case _:
            return msg_n(
                "Ask {count} circle what became of its goals, and write status: achieved, partly "
                "or dropped beside each: {names}",
                "Ask {count} circles what became of their goals, and write status: achieved, "
                "partly or dropped beside each: {names}",
                number,
            )
