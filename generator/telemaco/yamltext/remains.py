"""What a YAML text says besides the entries in which somebody made a mistake of writing.

An entry is a key of the whole with all that belongs to it, or an item where the whole is a list.
Those with mistakes are left out; if the rest can be read, what it says is what was meant.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from telemaco.yamltext.mistakes import Mark
from telemaco.yamltext.survey import Survey, YamlFault, survey


@dataclass(frozen=True, slots=True)
class Remains:
    """A text with the faulty entries made empty, so that its lines keep their numbers.

    `faults` are all that were found on the way, in their order.
    """

    text: str
    faults: tuple[YamlFault, ...]


def remains(text: str, keys: Collection[str] = ()) -> Remains | None:
    """What can be read of a text with faults; None where it is not sure what belongs to what.

    `keys` are those that the whole may have: what looks like another behind an open bracket or
    quotation mark may belong to what they enclose.
    """
    faults: list[YamlFault] = []
    for _ in range(_ROUNDS):
        found = survey(text)
        if not found.faults:
            return Remains(text, tuple(sorted(faults, key=lambda fault: fault.mark)))
        entries = _Entries(text, keys)
        told = [*found.faults[:-1], _where_it_began(text, entries, found)]
        if not entries.can_leave_out(told):
            return None
        faults += told
        text = entries.without(told)
    return None


_ROUNDS = 5
_UNSURE = frozenset({"several-documents", "conflict", "unclear"})
"""Faults that tell nothing about where what is meant begins and ends."""
_OPEN = frozenset({"open-quote", "open-bracket", "no-comma", "quote-in-brackets"})
_LEFT_OPEN = re.compile(r"""(?!"(?:[^"\\]|\\.)*"|'[^']*')["']""")
"""A quotation mark whose other half is not on its line."""
_KEY = re.compile(r"""[^\s#\[\]{}"'>|&*!%@`-][^:]*:(?: |$)|"[^"]*":|'[^']*':""")


def _where_it_began(text: str, entries: "_Entries", found: Survey) -> YamlFault:
    """The last fault; where an entry above left a quotation mark open or is indented, that one."""
    fault = found.faults[-1]
    before = (mark for mark in found.values.values() if mark < fault.mark)
    last = max(before, default=fault.mark)
    said = text.split("\n")[last.line - 1][last.column - 1 :]
    if _LEFT_OPEN.match(said) and entries.number_at(last) < entries.number_at(fault.mark):
        return YamlFault("open-quote", last)
    if fault.kind == "indentation" and entries.first.column > 1:
        return YamlFault("indentation", entries.first)
    return fault


class _Entries:
    """The entries of a text, by the lines with which they begin."""

    def __init__(self, text: str, keys: Collection[str]) -> None:
        self._lines = text.split("\n")
        self._keys = keys
        contents = enumerate(map(str.strip, self._lines))
        first, said = next((one for one in contents if one[1][:1] not in {"", "#"}), (0, ""))
        column = len(self._lines[first]) - len(self._lines[first].lstrip()) + 1
        self.first = Mark(first + 1, column)
        """Where the first entry begins."""
        self._is_list = f"{said} ".startswith("- ")
        starts = (number for number, line in enumerate(self._lines) if self._begins(line))
        self._starts = sorted({first, *starts})

    def _begins(self, line: str) -> bool:
        if line[:1].strip() in {"", "#"}:
            return False
        return line.startswith("-") == self._is_list and line[0] not in "]}"

    def number_at(self, mark: Mark) -> int:
        """The position of the entry in which a mark is; -1 above the first."""
        return sum(start < mark.line for start in self._starts) - 1

    def can_leave_out(self, faults: Sequence[YamlFault]) -> bool:
        """Whether it is known where each of them begins and ends."""
        return all(
            fault.kind not in _UNSURE and self.number_at(fault.mark) >= 0 for fault in faults
        )

    def without(self, faults: Sequence[YamlFault]) -> str:
        """The text with empty lines in the place of the entries that have a fault."""
        bounds = [*self._starts, len(self._lines)]
        lines = list(self._lines)
        for number in {number for fault in faults for number in self._touched(fault)}:
            start, end = bounds[number : number + 2]
            lines[start:end] = [""] * (end - start)
        return "\n".join(lines)

    def _touched(self, fault: YamlFault) -> Iterator[int]:
        """The entries that may be a part of what is wrong."""
        number = self.number_at(fault.mark)
        yield number
        if fault.other:
            yield self.number_at(fault.other)
        yield from self._around(number)
        if fault.kind in _OPEN:
            yield from self._enclosed(number + 1)

    def _around(self, number: int) -> Iterator[int]:
        """Entries above to which a line may belong that is no key of the whole, or none at all."""
        while number > 0 and not self._is_key(number):
            number -= 1
            yield number

    def _enclosed(self, number: int) -> Iterator[int]:
        """The entries from one on that may be inside of brackets or quotation marks above."""
        while number < len(self._starts) and not self._is_key(number):
            yield number
            number += 1

    def _is_key(self, number: int) -> bool:
        if self._is_list:
            return True
        line = self._lines[self._starts[number]]
        if not _KEY.match(line):
            return False
        return not self._keys or line.partition(":")[0].strip("\"' ") in self._keys
