"""Values with a gap: something stood in them that could not be read.

In a map the gap is a key that no record has: any key that is absent may have stood there. In a
list it is an entry of its own, at the end, where it moves no other.
"""

from collections.abc import Iterable
from typing import Any

from telemaco.records.parsing import Fault

GAP = "\ue000"
"""A word that nobody writes: this character means nothing."""


def with_gap(value: Any) -> Any:  # noqa: ANN401 (any value of YAML)
    """The map or list with a gap in it; None for what is neither."""
    if isinstance(value, dict):
        return {**value, GAP: GAP}
    return [*value, GAP] if isinstance(value, list) else None


def beside_gap(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults that are certain: not the gap, nor that something is missing beside it."""
    return tuple(
        fault
        for fault in faults
        if fault.value != GAP and not (fault.type == "missing" and len(fault.route) == 1)
    )
