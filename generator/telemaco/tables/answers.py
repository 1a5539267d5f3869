"""Which rows of a table are answers of one person, and which of them counts."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from telemaco.messages import Message, msg
from telemaco.tables.fields import plain
from telemaco.tables.people import Refused, Said


class Dropped(NamedTuple):
    """Why a row that can be read does not count."""

    fate: Literal["conflict", "older"]
    reason: Message


def dropped(readings: Mapping[int, Said | Refused]) -> dict[int, Dropped]:
    """The rows that do not count, by their numbers.

    Of several answers of a person the last counts, even if it cannot be read: what they said
    before may be what they take back. Rows that may be of two people count none of them.
    """
    groups: dict[str, list[int]] = {}
    for number, reading in readings.items():
        if reading.identity:
            groups.setdefault(reading.identity, []).append(number)
    return {
        number: found
        for rows in groups.values()
        if len(rows) > 1
        for number, found in _of_one(rows, [readings[number] for number in rows]).items()
    }


def _of_one(rows: Sequence[int], readings: Sequence[Said | Refused]) -> dict[int, Dropped]:
    """Those that do not count of rows with one identity."""
    numbers = ", ".join(map(str, rows))
    if len({plain(reading.name) for reading in readings}) > 1:
        reason = msg("rows {rows} have one key or login, and different names", rows=numbers)
        return dict.fromkeys(rows, Dropped("conflict", reason))
    if readings[0].is_sure and _have_other_addresses(readings):
        reason = msg(
            "rows {rows} have one key or login, and different mail addresses. If this is one "
            "person, delete all of them but the last",
            rows=numbers,
        )
        return dict.fromkeys(rows, Dropped("conflict", reason))
    if not readings[0].is_sure and not _are_alike(readings):
        reason = msg(
            "rows {rows} have the same name. If this is one person, delete all of them but the "
            "last. If not, give each a number in a column of its own that is key in the mapping",
            rows=numbers,
        )
        return dict.fromkeys(rows, Dropped("conflict", reason))
    reason = msg("row {row} is a later answer of the same person", row=rows[-1])
    return dict.fromkeys(rows[:-1], Dropped("older", reason))


def _have_other_addresses(readings: Sequence[Said | Refused]) -> bool:
    addresses = [reading.addresses for reading in readings]
    return all(addresses) and not frozenset.intersection(*addresses)


def _are_alike(readings: Sequence[Said | Refused]) -> bool:
    """Whether rows of one name are of one person: they have an address in common, or all of it."""
    if frozenset.intersection(*(reading.addresses for reading in readings)):
        return True
    first = _lasting(readings[0])
    return first is not None and all(_lasting(reading) == first for reading in readings)


def _lasting(reading: Said | Refused) -> Mapping[str, object] | None:
    """What a row says, apart from its day."""
    if isinstance(reading, Refused):
        return None
    return {key: value for key, value in reading.facts.items() if key != "confirmed"}
