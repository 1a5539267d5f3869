"""Opens an issue or a comment once, whoever else is at it: claim, look, create, record.

Without a ledger two runs at the same time may both look before either creates; a surplus
issue is then closed by the next look. With one, only the run that holds the claim creates. A
run that died with a claim in its hand is outwaited: after LEASE the next one takes the claim
over and looks before it creates, by when every list shows what the dead run did.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from telemaco.adapters.github.clock import Clock
from telemaco.ports.forge import (
    ForgeComment,
    ForgeIssue,
    ForgeUnavailableError,
    ForgeUnclearError,
    Ledger,
    LedgerEntry,
)

HOLD = timedelta(minutes=8)
"""A run that has held a claim for longer does not begin to create any more."""

LEASE = timedelta(minutes=30)
"""HOLD, the longest that a request is tried (5 minutes), how far a list may be behind (4 were
seen) and how far two clocks may be apart (10), and a little more."""

_Thing = TypeVar("_Thing")

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """This run among others: its name, the clock it goes by, the ledger if there is one."""

    run: str
    clock: Clock
    ledger: Ledger | None = None


@dataclass(frozen=True, slots=True)
class Wanted(Generic[_Thing]):
    """Something that is to be there once, known by its marker.

    `find` is the thing of a number that the ledger names, `look` finds it in lists, `create`
    makes it, `number` is what the ledger keeps of it.
    """

    marker: str
    find: Callable[[int], _Thing | None]
    look: Callable[[], _Thing | None]
    create: Callable[[], _Thing]
    number: Callable[[_Thing], int]


def opened(wanted: Wanted[_Thing], turn: Turn) -> _Thing | None:
    """The thing, new or found; None when another run holds the claim. Raises ForgeError."""
    ledger = turn.ledger
    if ledger is None:
        return wanted.look() or wanted.create()
    entry = ledger.read(wanted.marker)
    known = None if entry is None or entry.issue is None else wanted.find(entry.issue)
    if known is not None:
        return known
    mine = _claimed(wanted.marker, entry, turn, ledger)
    if mine is None:
        return None
    found = wanted.look()
    if found is None:
        if turn.clock.now() - mine.at > HOLD:
            return None
        found = wanted.create()
    _record(mine, wanted.number(found), turn, ledger)
    return found


def _claimed(
    marker: str, entry: LedgerEntry | None, turn: Turn, ledger: Ledger
) -> LedgerEntry | None:
    now = turn.clock.now()
    if entry is None:
        return ledger.claim(marker, turn.run, now)
    return ledger.advance(entry, turn.run, now) if now - entry.at >= LEASE else None


def _record(mine: LedgerEntry, number: int, turn: Turn, ledger: Ledger) -> None:
    """What cannot be recorded is found by its marker."""
    try:
        ledger.advance(mine, turn.run, turn.clock.now(), number)
    except (ForgeUnavailableError, ForgeUnclearError) as error:
        _LOG.info("%d is not in the ledger: %s", number, error)


def has_marker(thing: ForgeIssue | ForgeComment, marker: str) -> bool:
    """Whether it is one of ours, with the marker on a line of its own."""
    return thing.is_ours and marker in thing.body.splitlines()
