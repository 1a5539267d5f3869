"""Opens an issue once, whoever else is at it: claim, look, create, record.

Without a ledger two runs at the same time may both look before either creates; the surplus
issue is then closed by the next look. With one, only the run that holds the claim creates. A
run that died with a claim in its hand is outwaited: after LEASE the next one takes the claim
over and looks before it creates, by when every list shows what the dead run did.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from telemaco.adapters.github.clock import Clock
from telemaco.ports.forge import (
    ForgeIssue,
    ForgeReader,
    ForgeUnavailableError,
    ForgeUnclearError,
    Ledger,
    LedgerEntry,
    NewIssue,
)

HOLD = timedelta(minutes=8)
"""A run that has held a claim for longer does not begin to create any more."""

LEASE = timedelta(minutes=30)
"""HOLD, the longest that a request is tried (5 minutes), how far a list may be behind (4 were
seen) and how far two clocks may be apart (10), and a little more."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """This run among others: its name, the clock it goes by, the ledger if there is one."""

    run: str
    clock: Clock
    ledger: Ledger | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """How this run opens issues: `look` finds the one with a marker, `create` makes it."""

    reader: ForgeReader
    look: Callable[[str], ForgeIssue | None]
    create: Callable[[NewIssue], ForgeIssue]
    turn: Turn

    def open(self, issue: NewIssue) -> ForgeIssue | None:
        """The issue, new or found; None when another run holds the claim. Raises ForgeError."""
        ledger = self.turn.ledger
        if ledger is None:
            return self.look(issue.marker) or self.create(issue)
        entry = ledger.read(issue.marker)
        known = self._known(entry)
        if known is not None:
            return known
        mine = self._claimed(issue.marker, entry, ledger)
        if mine is None:
            return None
        opened = self.look(issue.marker)
        if opened is None:
            if self.turn.clock.now() - mine.at > HOLD:
                return None
            opened = self.create(issue)
        self._record(mine, opened, ledger)
        return opened

    def _known(self, entry: LedgerEntry | None) -> ForgeIssue | None:
        """The issue that the ledger names, if it is still there."""
        if entry is None or entry.issue is None:
            return None
        issue = self.reader.issue(entry.issue)
        return issue if issue is not None and has_marker(issue, entry.marker) else None

    def _claimed(
        self, marker: str, entry: LedgerEntry | None, ledger: Ledger
    ) -> LedgerEntry | None:
        now = self.turn.clock.now()
        if entry is None:
            return ledger.claim(marker, self.turn.run, now)
        return ledger.advance(entry, self.turn.run, now) if now - entry.at >= LEASE else None

    def _record(self, mine: LedgerEntry, opened: ForgeIssue, ledger: Ledger) -> None:
        """What cannot be recorded is found by its marker."""
        try:
            ledger.advance(mine, self.turn.run, self.turn.clock.now(), opened.number)
        except (ForgeUnavailableError, ForgeUnclearError) as error:
            _LOG.info("issue %d is not in the ledger: %s", opened.number, error)


def has_marker(issue: ForgeIssue, marker: str) -> bool:
    """Whether it is the issue of a marker: one of ours, with the marker on a line of its own."""
    return issue.is_ours and marker in issue.body.splitlines()
