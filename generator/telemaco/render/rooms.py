"""Rooms of online meetings whose names nobody can guess.

A stored room could be read by everybody who reads a public repository, and one that is worked out
from what such a repository holds could be worked out by all. So a name is either made from a key
that is in no file, and then it is the same whenever it is asked for, or it is made by chance and
told once.
"""

import hmac
from base64 import b32encode
from collections.abc import Callable

from telemaco.model.community import Community
from telemaco.model.rooms import public_page, room_in
from telemaco.records.layout import PairId

SHORTEST_KEY = 16
"""Letters that a key must have."""
PUBLIC_SERVER = "https://meet.jit.si/"
"""Where a Jitsi room is opened when the program names no server."""
_BITS = 128

RoomName = Callable[[str], str]
"""The name of the room of an event, given the event's id."""


def names_by_key(key: str) -> RoomName:
    """Names that stay the same for the same key and event."""
    return lambda uid: _name(hmac.digest(key.encode(), f"room\n{uid}".encode(), "sha256"))


def names_by_chance(chance: Callable[[int], bytes]) -> RoomName:
    """Another name each time; `chance` gives so many random bytes."""
    return lambda _uid: _name(chance(_BITS // 8))


def room_of(
    community: Community, pair_id: PairId, uid: str, own: str | None, name: RoomName | None
) -> str | None:
    """Where the members meet online: their room, the program's, or one on its Jitsi server.

    `own` is an address that was given with the command and is kept nowhere. None where people
    meet in person, where only the members know their room, and for Jitsi without a name.
    """
    pair, program = community.pairs[pair_id], community.programs.get(pair_id.program)
    if own:
        return own
    if pair.meeting and pair.meeting.url:
        return pair.meeting.url
    place = program.meeting if program else None
    if pair.meeting is None and (room := room_in(place)):
        return room
    if name is None or tool_of(community, pair_id) != "jitsi":
        return None
    server = public_page(place)
    return f"{(server or PUBLIC_SERVER).rstrip('/')}/{name(uid)}"


def tool_of(community: Community, pair_id: PairId) -> str | None:
    """The tool by which a pair meets: its own, else the program's."""
    pair, program = community.pairs[pair_id], community.programs.get(pair_id.program)
    meeting = pair.meeting or (program.meeting if program else None)
    return meeting.tool if meeting else None


def _name(secret: bytes) -> str:
    """The first 128 bits in small letters and digits: Jitsi does not tell capitals apart."""
    return f"telemaco-{b32encode(secret[: _BITS // 8]).decode().rstrip('=').lower()}"
