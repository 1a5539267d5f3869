"""Which addresses are rooms of online meetings: whoever has one can walk in."""

import re
from urllib.parse import parse_qs, urlsplit

from telemaco.records.program import Meeting

_PATHS = (
    re.compile(r"zoom\.(?:us|com)/(?:j|s|w|my)/."),
    re.compile(r"teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/."),
    re.compile(r"meet\.google\.com/(?:[a-z]{3}-[a-z]{4}-[a-z]{3}|lookup/.)"),
    re.compile(r"whereby\.com/."),
)
"""Host and path of a room, as these services make them."""
_PASSWORDS = frozenset({"pwd", "password", "passcode"})


def public_page(meeting: Meeting | None) -> str | None:
    """What may be told to everybody of where a program meets: its address, unless it is a room."""
    return None if meeting is None or room_in(meeting) else meeting.url


def room_in(meeting: Meeting | None) -> str | None:
    """The room that a program names, which nobody else may know; None where it names none."""
    url = meeting.url if meeting else None
    return url if url and is_room(url) else None


def is_room(url: str) -> bool:
    """Whether the address leads into a meeting, and not to a server or to a page about a tool."""
    found = urlsplit(url)
    place = f"{(found.hostname or '').lower()}{found.path}"
    return any(one.search(place) for one in _PATHS) or not _PASSWORDS.isdisjoint(
        parse_qs(found.query)
    )
