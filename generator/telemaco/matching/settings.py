"""The settings of a program's matching as words, as a receipt keeps them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from telemaco.records.parsing import Fault, parse
from telemaco.records.program import Capacity, Matching, Program, Weights

Settings = Mapping[str, str]
"""Words by key: `objective`, `weights.skills`, `rules.1`, `capacity.pairs`. None is left out."""

_WEIGHTS, _CAPACITY, _RULES = "weights", "capacity", "rules"

SETTINGS = (
    *(f"{_WEIGHTS}.{key}" for key in Weights.model_fields),
    *(key for key in Matching.model_fields if key not in {_WEIGHTS, _RULES}),
    *(f"{_CAPACITY}.{key}" for key in Capacity.model_fields),
)
"""The keys of all settings that have one value; rules are numbered."""


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A setting that is another; None where it is not said."""

    key: str
    old: str | None
    new: str | None


def settings_of(program: Program) -> Settings:
    """What the program says of its matching, defaults included, in the order of the record."""
    values = {**program.matching.model_dump(), _CAPACITY: program.capacity.model_dump()}
    return dict(_words(values, ""))


def with_settings(program: Program, settings: Settings) -> Program | tuple[Fault, ...]:
    """The program with these settings and no others, or what is wrong with them.

    What they leave out is as if the program's file left it out.
    """
    values = _values(settings)
    capacity = parse(Capacity, values.pop(_CAPACITY, {}))
    matching = parse(Matching, values)
    if isinstance(matching, tuple):
        return matching
    if isinstance(capacity, tuple):
        return tuple(replace(fault, route=(_CAPACITY, *fault.route)) for fault in capacity)
    return program.model_copy(update={"matching": matching, "capacity": capacity})


def setting_changes(old: Settings, new: Settings) -> tuple[SettingChange, ...]:
    """What differs, in the order of the keys."""
    return tuple(
        SettingChange(key, old.get(key), new.get(key))
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    )


def _words(values: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        match value:
            case None:
                pass
            case dict():
                yield from _words(value, f"{prefix}{key}.")
            case tuple():
                yield from _words({str(n): one for n, one in enumerate(value, 1)}, f"{key}.")
            case bool():
                yield f"{prefix}{key}", str(value).lower()
            case _:
                yield f"{prefix}{key}", str(value)


def _values(settings: Settings) -> dict[str, Any]:
    """The settings as a file would say them: what has a dot in its key lies in a map, or a list."""
    found: dict[str, Any] = {}
    for key, word in settings.items():
        group, dot, part = key.partition(".")
        if not dot:
            found[key] = word
        elif group == _RULES:
            found.setdefault(group, []).append(word)
        else:
            found.setdefault(group, {})[part] = word
    return found
