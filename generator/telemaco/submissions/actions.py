"""What a pair wants to do until it meets again, one thing a line."""

import re
import unicodedata
from collections.abc import Mapping

from telemaco.records.layout import is_id

_LONGEST = 30
_BULLET = re.compile(r"^\s*(?:[-*+]\s+|\d+[.)]\s+)?")


def actions_in(text: str) -> list[Mapping[str, str]]:
    """An action a line, each with a short word of its own to speak of it."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        said = _BULLET.sub("", line).strip()
        if said:
            found[_free(_short(said), found)] = said
    return [{"id": name, "text": said} for name, said in found.items()]


def _short(text: str) -> str:
    """The first words, in small letters without accents, as far as they are no longer than that."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    name = ""
    for word in re.findall("[a-z0-9]+", plain):
        longer = f"{name}-{word}" if name else word
        if len(longer) > _LONGEST:
            break
        name = longer
    return name if is_id(name) else "action"


def _free(name: str, taken: Mapping[str, str]) -> str:
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
