"""Changes of a plain value: what is to be said at a place, added there or taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from telemaco.findings import Route
from telemaco.yamltext.writing import Plain


@dataclass(frozen=True, slots=True)
class Set:
    """Say this at the route, whatever is there; maps on the way to it are made."""

    route: Route
    value: Plain


@dataclass(frozen=True, slots=True)
class Append:
    """Add this to the list at the route, which is made when there is none."""

    route: Route
    value: Plain


@dataclass(frozen=True, slots=True)
class Remove:
    """Take away what is at the route, with its key."""

    route: Route


Change = Set | Append | Remove


class NoSuchPlaceError(Exception):
    """The value has no such place as the route of a change says."""


def changed(value: Plain, change: Change) -> Plain:
    """The value with the change carried out; the old one stays. Raises NoSuchPlaceError."""
    match change:
        case Set(route, new):
            return _at(value, route, lambda _old: new)
        case Append(route, new):
            return _at(value, route, lambda old: [*_list(old), new])
        case Remove(route):
            return _at(value, route[:-1], lambda old: _without(old, route[-1]))
        case _:
            assert_never(change)


def plain(value: Plain) -> Plain:
    """What is read back after the value was written: text, lists, maps and None only."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None else str(value)


def _at(value: Plain, route: Route, new: Plain) -> Plain:
    if not route:
        return new(value)
    step, rest = route[0], route[1:]
    if isinstance(step, int):
        if not isinstance(value, list) or not 0 <= step < len(value):
            raise NoSuchPlaceError
        return [*value[:step], _at(value[step], rest, new), *value[step + 1 :]]
    if value is not None and not isinstance(value, dict):
        raise NoSuchPlaceError
    found = value or {}
    return {**found, step: _at(found.get(step), rest, new)}


def _list(value: Plain) -> list[Plain]:
    if value is not None and not isinstance(value, list):
        raise NoSuchPlaceError
    return value or []


def _without(value: Plain, step: str | int) -> Plain:
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return [*value[:step], *value[step + 1 :]]
    if isinstance(value, dict) and step in value:
        return {key: item for key, item in value.items() if key != step}
    raise NoSuchPlaceError
