"""What reports say of pairs, groups or circles, by their one kind or of all together."""

from telemaco.messages import Message, msg_n
from telemaco.model.pairings import Pairing


def done_of(kind: Pairing | None, number: int, done: int) -> Message:
    """How many of them completed."""
    match kind:
        case Pairing.PAIR:
            return msg_n("{done} of {count} pair", "{done} of {count} pairs", number, done=done)
        case Pairing.GROUP:
            return msg_n("{done} of {count} group", "{done} of {count} groups", number, done=done)
        case Pairing.CIRCLE:
            return msg_n("{done} of {count} circle", "{done} of {count} circles", number, done=done)
        case _:
            return msg_n(
                "{done} of {count} pair or group",
                "{done} of {count} pairs and groups",
                number,
                done=done,
            )


def held_in(kind: Pairing | None, number: int, people: str, hours: str) -> Message:
    """How many sessions were held, among how many people."""
    match kind:
        case Pairing.PAIR:
            return msg_n(
                "In pairs of {people} people, {count} session was held, {hours} h in all.",
                "In pairs of {people} people, {count} sessions were held, {hours} h in all.",
                number,
                people=people,
                hours=hours,
            )
        case Pairing.GROUP:
            return msg_n(
                "In groups of {people} people, {count} session was held, {hours} h in all.",
                "In groups of {people} people, {count} sessions were held, {hours} h in all.",
                number,
                people=people,
                hours=hours,
            )
        case Pairing.CIRCLE:
            return msg_n(
                "In circles of {people} people, {count} session was held, {hours} h in all.",
                "In circles of {people} people, {count} sessions were held, {hours} h in all.",
                number,
                people=people,
                hours=hours,
            )
        case _:
            return msg_n(
                "In pairs and groups of {people} people, {count} session was held, {hours} h "
                "in all.",
                "In pairs and groups of {people} people, {count} sessions were held, {hours} h "
                "in all.",
                number,
                people=people,
                hours=hours,
            )
