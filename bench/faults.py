"""Reminders while everything goes wrong: what is lost or doubled in at least 1,000 faults.

Two campaigns (tests/forge/campaign.py) against a GitHub of our own, one without and one with
the ledger of claims: requests that fail before or after they were carried out, dropped
connections, time-outs, limits, lists that are behind, runs that are killed, repeated at once,
or three at a time.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.forge.campaign import Size, campaign

from bench.table import Row

_SIZE = Size(check_ins=300, faults=1000, share=0.25, a_round=12)


def rows() -> Iterator[Row]:
    """What was counted, first without the ledger and then with it."""
    for with_ledger in (False, True):
        yield from _rows(with_ledger=with_ledger)


def _rows(*, with_ledger: bool) -> Iterator[Row]:
    name = "with the ledger" if with_ledger else "without a ledger"
    with TemporaryDirectory() as folder:
        outcome = campaign(Path(folder), _SIZE, seed=2027, with_ledger=with_ledger)
    yield Row(f"{name}: faults", outcome.fault_count, "", at_least=_SIZE.faults)
    yield Row("  check-ins", outcome.check_ins, "", at_least=_SIZE.check_ins)
    yield Row("  runs of the reminders", outcome.runs, "")
    yield Row("  of which were killed", outcome.killed, "")
    yield Row("  requests", outcome.requests, "")
    yield Row("  check-ins lost", outcome.lost, "", at_most=0)
    yield Row("  check-ins with two open issues", outcome.double_open, "", at_most=0)
    yield Row(
        "  check-ins that ever had two issues",
        outcome.double,
        "",
        at_most=0 if with_ledger else None,
    )
    yield Row("  comments made twice", outcome.twice, "")
    yield Row("  issues that lost an assignee", outcome.without_assignee, "", at_most=0)
    yield Row("  issues that lost a label", outcome.without_label, "", at_most=0)
    yield Row("  steps that are left to do", outcome.left, "", at_most=0)
    unexpected = len(outcome.complaints) + len(outcome.broken)
    yield Row("  requests or answers against GitHub's description", unexpected, "", at_most=0)
    yield Row("  time", outcome.seconds, "s")
