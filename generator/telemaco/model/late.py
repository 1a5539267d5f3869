"""What is made when somebody asks for it."""

from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class Late(Mapping[K, V]):
    """A mapping of which the keys are there and each value is made once, when it is asked for."""

    __slots__ = ("_keys", "_made", "_make")

    def __init__(self, keys: Mapping[K, object], make: Callable[[K], V]) -> None:
        """The keys in the order of the mapping; `make` gives the value of one of them."""
        self._keys = keys
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        found = self._made.get(key)
        if found is None:
            if key not in self._keys:
                raise KeyError(key)
            found = self._made[key] = self._make(key)
        return found

    @overload
    def get(self, key: K, /) -> V | None: ...

    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...

    def get(self, key: K, /, default: object = None) -> object:
        """The value at the key, or the default."""
        return self[key] if key in self._keys else default

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def keys(self) -> KeysView[K]:
        """All keys."""
        return self._keys.keys()

    def values(self) -> ValuesView[V]:
        """All values."""
        return self._all().values()

    def items(self) -> ItemsView[K, V]:
        """All of both."""
        return self._all().items()

    def _all(self) -> dict[K, V]:
        """All of it, in its order, which is that of the keys from then on."""
        if self._keys is not self._made:
            self._made = {key: self[key] for key in self._keys}
            self._keys = self._made
        return self._made


class LateWhole(Mapping[K, V]):
    """A mapping that is made when somebody looks into it."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Mapping[K, V]]) -> None:
        """`make` is called at every look: it keeps what it made."""
        self._make = make

    def __getitem__(self, key: K) -> V:
        return self._make()[key]

    def __contains__(self, key: object) -> bool:
        return key in self._make()

    def __iter__(self) -> Iterator[K]:
        return iter(self._make())

    def __len__(self) -> int:
        return len(self._make())
