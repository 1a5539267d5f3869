"""Where the files name a person, by the kind of file."""

from collections.abc import Mapping
from typing import Any

from telemaco.records.layout import Kind

_EACH = "*"
_KEYS = "<keys>"
_Place = tuple[str, ...]

_PLACES: Mapping[Kind, tuple[_Place, ...]] = {
    Kind.COMMUNITY: (("coordinators", _EACH),),
    Kind.PROGRAM: (("coordinators", _EACH),),
    Kind.PERSON: (("excludes", _EACH), ("enrolments", _EACH, "prefers", _EACH)),
    Kind.PAIR: (
        ("members", _EACH, "person"),
        ("agreement", "accepted", _KEYS),
        ("agreement", "versions", _KEYS),
        ("goals", _EACH, "owner"),
        ("goals", _EACH, "ratings", _EACH, "by"),
    ),
    Kind.NOTE: (("attendance", _KEYS), ("actions", _EACH, "owner")),
    Kind.RECEIPT: (
        ("pins", _EACH, "mentor"),
        ("pins", _EACH, "mentee"),
        ("forbids", _EACH, _EACH),
        ("pairs", _EACH, "members", _EACH),
        ("pairs", _EACH, "co_mentors", _EACH),
        ("pairs", _EACH, "runners_up", _EACH, "of"),
        ("pairs", _EACH, "runners_up", _EACH, "person"),
        ("pairs", _EACH, "together", "silent", _EACH),
        ("unmatched", _EACH, "person"),
        ("recruit", _EACH, "mentor"),
    ),
}
_PAIR_NAME: _Place = ("pairs", _EACH, "pair")
_INPUTS: _Place = ("inputs", _KEYS)


def with_people(kind: Kind, value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 (what a file says)
    """The value with people called otherwise, wherever a file of the kind names them."""
    for place in _PLACES.get(kind, ()):
        value = _at(value, place, names)
    return value


def with_pairs_and_paths(value: Any, pairs: Mapping[str, str], paths: Mapping[str, str]) -> Any:  # noqa: ANN401 (what a file says)
    """A receipt with the folders of pairs, and the files that went in, called otherwise."""
    return _at(_at(value, _PAIR_NAME, pairs), _INPUTS, paths)


def _at(value: Any, place: _Place, names: Mapping[str, str]) -> Any:  # noqa: ANN401 (the same)
    if not place:
        return names.get(value, value) if isinstance(value, str) else value
    step, rest = place[0], place[1:]
    if step == _EACH:
        return [_at(one, rest, names) for one in value] if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    if step == _KEYS:
        return {names.get(key, key): one for key, one in value.items()}
    return {**value, step: _at(value[step], rest, names)} if step in value else value
