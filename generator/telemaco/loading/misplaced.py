"""Files that lie where another kind of file belongs, told by the keys that they have."""

import re
from collections.abc import Collection
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from telemaco.findings import Finding, Location
from telemaco.messages import Message, msg
from telemaco.records.layout import COMMUNITY, ONE_A_FILE, Kind, as_id
from telemaco.records.parsing import MODELS, allowed_at, schema_at
from telemaco.yamltext.events import Value

CODE = "unexpected-file"


class Meant(NamedTuple):
    """What a file looks like, and the path where it belongs; empty where only people know it."""

    kind: Kind
    path: str

    @property
    def advice(self) -> Message:
        """Where to put it."""
        looks = _LOOKS[self.kind]
        if self.path:
            return msg("It looks like {kind}: move it to {path}.", kind=looks, path=self.path)
        return msg(
            "It looks like {kind}: move it to pairs/, into the folder of its program, there into "
            "one that is called after its members, and call it pair.yaml.",
            kind=looks,
        )


_LOOKS = {
    Kind.COMMUNITY: msg("the settings of the community"),
    Kind.PERSON: msg("a person"),
    Kind.PROGRAM: msg("a program"),
    Kind.SURVEY: msg("a survey"),
    Kind.PAIR: msg("a pair"),
}
_FEWEST = 3
"""So many keys tell what a file is."""
_MANY = 4
"""One key of so many may be unknown in a file that is surely of a kind."""
_KEY = re.compile(rb"^([A-Za-z_]+) *:(?=\s|\Z)", re.MULTILINE)


def meant_by_text(path: str, content: bytes) -> Meant | None:
    """What a text looks like that lies where no file belongs, whatever mistakes are in it."""
    return _meant(path, _keys_in(content))


def is_surely(kind: Kind, content: bytes) -> bool:
    """Whether a text has what such a file needs, or most of that, and hardly anything else."""
    keys = _keys_in(content)
    needed = keys.intersection(schema_at(MODELS[kind], ())["required"])
    return len(needed) >= _FEWEST and _MANY * _known(kind, keys) >= (_MANY - 1) * len(keys)


def meant_by_value(path: str, here: Kind, value: Value) -> Meant | None:
    """What looks like another kind of file than the one that belongs to its path."""
    keys = value.keys() if isinstance(value, dict) and here in _LOOKS else ()
    found = _meant(path, keys)
    return found if found and 2 * _known(here, keys) <= _known(found.kind, keys) else None


def wrong_kind(path: str, meant: Meant) -> Finding:
    """The finding for a file that lies where another kind of file belongs."""
    message = msg("no file of this kind belongs here")
    return Finding(CODE, Location(path, 1), message, meant.advice)


def _keys_in(content: bytes) -> set[str]:
    return {key.decode() for key in _KEY.findall(content)}


def _meant(path: str, keys: Collection[str]) -> Meant | None:
    known = {kind: _known(kind, keys) for kind in _LOOKS}
    best, second = sorted(known, key=lambda kind: -known[kind])[:2]
    is_clear = known[best] > known[second] and 2 * known[best] > len(keys)
    return Meant(best, _path(best, path)) if is_clear and known[best] >= _FEWEST else None


def _known(kind: Kind, keys: Collection[str]) -> int:
    return len(_keys_of(kind).intersection(keys))


@cache
def _keys_of(kind: Kind) -> frozenset[str]:
    return frozenset(allowed_at(MODELS[kind], ()).keys)


def _path(kind: Kind, path: str) -> str:
    """Where it belongs: a folder alone where its name tells nothing, empty for some pairs."""
    if kind is Kind.COMMUNITY:
        return COMMUNITY
    file = PurePosixPath(path)
    name = as_id(file.name.partition(".")[0])
    if kind is Kind.PAIR:
        is_in_a_program = file.parts[0] == _PAIRS and len(file.parts) == _STEPS_OF_A_PAIR and name
        return f"{file.parent}/{name}/pair.yaml" if is_in_a_program else ""
    return f"{_FOLDERS[kind]}/{f'{name}.yaml' if name not in _OF_OTHERS else ''}"


_PAIRS = "pairs"
_STEPS_OF_A_PAIR = 3
_FOLDERS = {kind: f"program/{folder}" for folder, kind in ONE_A_FILE.items()}
_OF_OTHERS = frozenset({"", "community", "skills", "pair"})
"""Names that say what a file is, not whose it is."""
