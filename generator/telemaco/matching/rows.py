"""What a criterion gives to many pairs: made ready once for two sides, then asked by rows.

Rows are looked at few at a time, because numbers that stay in the processor's cache are added
several times as fast. What depends on a side as a whole is worked out before.
"""

from collections.abc import Callable, Hashable, Sequence

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.int16]
"""A value from 0 to 1000 for every mentee (row) and mentor (column)."""

Rows = Callable[[slice], Values]
"""The values of some mentees with all mentors."""


def alike(keys: Sequence[Hashable]) -> tuple[list[int], npt.NDArray[np.intp]]:
    """Those who say the same are looked at once: the first of every kind, and the kind of each."""
    kinds: dict[Hashable, int] = {}
    kind_of = [kinds.setdefault(key, len(kinds)) for key in keys]
    first = {kind: at for at, kind in reversed(list(enumerate(kind_of)))}
    return [first[kind] for kind in range(len(kinds))], np.array(kind_of, np.intp)
