"""Where the files name a person, by the kind of file."""

from collections.abc import Mapping
from typing import Any

from telemaco.records.layout import Kind

EACH = "*"
KEYS = "<keys>"
Place = tuple[str, ...]

"""The way to a place: keys, each item of a list, or the keys of a map themselves."""

PLACES: Mapping[Kind, tuple[Place, ...]] = {
    Kind.COMMUNITY: (("coordinators", EACH),),
    Kind.PROGRAM: (("coordinators", EACH),),
    Kind.PERSON: (("excludes", EACH), ("enrolments", EACH, "prefers", EACH)),
    Kind.PAIR: (
        ("members", EACH, "person"),
        ("agreement", "accepted", KEYS),
        ("agreement", "versions", KEYS),
        ("goals", EACH, "owner"),
        ("goals", EACH, "copied_from"),
        ("goals", EACH, "ratings", EACH, "by"),
    ),
    Kind.NOTE: (("attendance", KEYS), ("actions", EACH, "owner")),
    Kind.RECEIPT: (
        ("pins", EACH, "mentor"),
        ("pins", EACH, "mentee"),
        ("forbids", EACH, EACH),
        ("pairs", EACH, "members", EACH),
        ("pairs", EACH, "co_mentors", EACH),
        ("pairs", EACH, "runners_up", EACH, "of"),
        ("pairs", EACH, "runners_up", EACH, "person"),
        ("pairs", EACH, "together", "silent", EACH),
        ("unmatched", EACH, "person"),
        ("waiting", EACH),
        ("recruit", EACH, "mentor"),
    ),
}
_PAIR_NAME: Place = ("pairs", EACH, "pair")
_INPUTS: Place = ("inputs", KEYS)


def with_people(kind: Kind, value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 (what a file says)
    """The value with people called otherwise, wherever a file of the kind names them."""
    for place in PLACES.get(kind, ()):
        value = _at(value, place, names)
    return value


def with_pairs_and_paths(value: Any, pairs: Mapping[str, str], paths: Mapping[str, str]) -> Any:  # noqa: ANN401 (what a file says)
    """A receipt with the folders of pairs, and the files that went in, called otherwise."""
    return _at(_at(value, _PAIR_NAME, pairs), _INPUTS, paths)


def _at(value: Any, place: Place, names: Mapping[str, str]) -> Any:  # noqa: ANN401 (the same)
    if not place:
        return names.get(value, value) if isinstance(value, str) else value
    step, rest = place[0], place[1:]
    if step == EACH:
        return [_at(one, rest, names) for one in value] if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    if step == KEYS:
        return {names.get(key, key): one for key, one in value.items()}
    return {**value, step: _at(value[step], rest, names)} if step in value else value
