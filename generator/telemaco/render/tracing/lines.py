"""Mappings whose values lie in lines of a file, each read when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from telemaco.records.packing import unpacked

V = TypeVar("V")


@dataclass(eq=False)
class Origin:
    """The lines that a record was read from, `size` bytes, of which `whole` were written at once.

    `known` are values that lie there already, with where their line begins, by their identity;
    `made` are those that came of lines, by where these begin.
    """

    content: bytes
    size: int
    whole: int
    known: dict[int, tuple[int, object]] = field(default_factory=dict)
    made: dict[int, Any] = field(default_factory=dict)

    def values(self, start: int) -> list[Any]:
        """What the line says."""
        return unpacked(self.content[start : self.content.find(b"\n", start)])

    def learn(self, value: V, start: int) -> V:
        """This value lies there."""
        self.known[id(value)] = (start, value)
        return value

    def start_of(self, value: object) -> int | None:
        """Where the value lies."""
        known = self.known.get(id(value))
        return known[0] if known else None


@dataclass(eq=False)
class Lines(Mapping[str, V]):
    """Values by name; `over` are those that changed since."""

    origin: Origin
    names_at: int
    starts: Sequence[int]
    make: Callable[..., V]
    over: Mapping[str, V] = field(default_factory=dict)

    @cached_property
    def names(self) -> list[str]:
        """The names in their order."""
        return self.origin.values(self.names_at)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where among the names each is."""
        return {name: place for place, name in enumerate(self.names)}

    def with_others(self, over: Mapping[str, V]) -> "Lines[V]":
        """With other values of these names."""
        return Lines(self.origin, self.names_at, self.starts, self.make, {**self.over, **over})

    def __getitem__(self, name: str) -> V:
        if name in self.over:
            return self.over[name]
        start = self.starts[self.places[name]]
        found: V | None = self.origin.made.get(start)
        if found is None:
            found = self._take(start, self.origin.values(start))
        return found

    def read_all(self) -> None:
        """Read all lines at once, which takes less time than one after the other."""
        content, made = self.origin.content, self.origin.made
        missing = [start for start in self.starts if start not in made]
        lines = (content[start : content.find(b"\n", start)] for start in missing)
        told = unpacked(b"[" + b",".join(lines) + b"]")
        for start, values in zip(missing, told, strict=True):
            self._take(start, values)

    def _take(self, start: int, told: list[Any]) -> V:
        found = self.make(*told)
        self.origin.made[start] = found
        return self.origin.learn(found, start)

    def __contains__(self, name: object) -> bool:
        return name in self.places

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(eq=False)
class WordLines(Mapping[str, str]):
    """Words by name, all names in a line and all words in another; some words are others now."""

    origin: Origin
    names_at: int
    words_at: int
    over: Mapping[str, str]

    @cached_property
    def _names(self) -> list[str]:
        return self.origin.values(self.names_at)

    @cached_property
    def _words(self) -> dict[str, str]:
        words = dict(zip(self._names, self.origin.values(self.words_at), strict=True))
        return words | {name: word for name, word in self.over.items() if name in words}

    def with_others(self, over: Mapping[str, str]) -> "WordLines":
        """With other words of these names."""
        found = WordLines(self.origin, self.names_at, self.words_at, {**self.over, **over})
        vars(found)["_names"] = self._names
        return found

    def __getitem__(self, name: str) -> str:
        return self._words[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def with_others(values: Mapping[str, V], over: Mapping[str, V]) -> Mapping[str, V]:
    """The mapping with other values of these names, which are names in it."""
    if isinstance(values, Lines):
        return values.with_others(over)
    return {**values, **over}


def with_other_words(words: Mapping[str, str], over: Mapping[str, str]) -> Mapping[str, str]:
    """The same for words; names that are not among theirs are passed over."""
    if isinstance(words, WordLines):
        return words.with_others(over)
    return {name: over.get(name, word) for name, word in words.items()}
