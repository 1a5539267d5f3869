"""Mappings that note down what is looked up in them."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from dataclasses import dataclass, field
from typing import Any, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")

Fact = tuple[str, Any]
"""A mapping's name and the key that was asked for, there or not."""

WHOLE = object()
"""In a fact, in the place of the key: all of the mapping was looked at, or how long it is."""


@dataclass(slots=True)
class Notebook:
    """What was looked up since the last leaf was torn out."""

    facts: set[Fact] = field(default_factory=set)

    def tear_out(self) -> frozenset[Fact]:
        """The facts, which are then forgotten."""
        found = frozenset(self.facts)
        self.facts.clear()
        return found


class Traced(Mapping[K, V]):
    """A mapping as it is; a notebook learns what was asked of it."""

    __slots__ = ("_below", "_name", "_notebook")

    def __init__(self, name: str, below: Mapping[K, V], notebook: Notebook) -> None:
        self._name = name
        self._below = below
        self._notebook = notebook

    def __getitem__(self, key: K) -> V:
        self._notebook.facts.add((self._name, key))
        return self._below[key]

    def __contains__(self, key: object) -> bool:
        self._notebook.facts.add((self._name, key))
        return key in self._below

    @overload
    def get(self, key: K, /) -> V | None: ...

    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...

    def get(self, key: K, /, default: object = None) -> object:
        """The value at the key, or the default."""
        self._notebook.facts.add((self._name, key))
        return self._below.get(key, default)

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def keys(self) -> KeysView[K]:
        """All keys."""
        return self._whole().keys()

    def values(self) -> ValuesView[V]:
        """All values."""
        return self._whole().values()

    def items(self) -> ItemsView[K, V]:
        """All of both."""
        return self._whole().items()

    def _whole(self) -> Mapping[K, V]:
        self._notebook.facts.add((self._name, WHOLE))
        return self._below
