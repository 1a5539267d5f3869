"""Two hundred sign-ups at once while everything goes wrong: what is lost, doubled, in conflict.

A campaign (tests/intake/campaign.py) against a GitHub of our own, with the forms of a small
community: three runs at a time, requests that fail before or after they were carried out, dropped
connections, time-outs, limits, lists that are behind, runs that are killed or repeated at once.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.intake.campaign import campaign

from bench.table import Row

_FORMS = 200
_SHARE = 0.1


def rows() -> Iterator[Row]:
    """What was counted."""
    with TemporaryDirectory() as folder:
        outcome = campaign(Path(folder), _FORMS, _SHARE, seed=2027)
    yield Row("sign-ups", outcome.forms, "", at_least=_FORMS)
    yield Row("  runs of the intake", outcome.runs, "")
    yield Row("  of which were killed", outcome.killed, "")
    yield Row("  requests", outcome.requests, "")
    yield Row("  faults", outcome.faults, "", at_least=_FORMS)
    yield Row("  without a pull request or an answer", outcome.lost, "", at_most=0)
    yield Row("  with two answers", outcome.answers_twice, "", at_most=0)
    yield Row("  with two pull requests", outcome.pulls_twice, "", at_most=0)
    yield Row("  pull requests in conflict", outcome.conflicts, "", at_most=0)
    yield Row("  entries when all are taken in", outcome.entries, "", at_least=_FORMS)
    yield Row("  changes of a run that had nothing to do", outcome.late, "", at_most=0)
    unexpected = len(outcome.complaints) + len(outcome.broken)
    yield Row("  requests or answers against GitHub's description", unexpected, "", at_most=0)
    yield Row("  time", outcome.seconds, "s")
