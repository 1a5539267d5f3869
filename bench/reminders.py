"""A year of daily runs of the reminders for 500 pairs over a forge in memory, and its noise.

Seconds are CPU seconds. A run a day makes 150 changes, as three runs of 50 would.
"""

import time
from collections.abc import Iterator

from bench.noise import Year
from bench.simulated_year import simulate
from bench.table import Row

PAIRS = 500
BUDGET = 150


def rows() -> Iterator[Row]:
    """How long it took, and how much mail it made."""
    begin = time.process_time()
    year = simulate(PAIRS, budget=BUDGET)
    seconds = time.process_time() - begin
    yield Row(f"{year.runs} runs for {PAIRS} pairs", seconds, "s", at_most=60)
    yield Row("  a run", 1000 * seconds / year.runs, "ms")
    yield from noise(year)


def noise(year: Year) -> Iterator[Row]:
    """The noise report: mails that nobody asked for, at most for any pair or person."""
    calls, everything = year.calls(), year.everything()
    total = sum(len(days) for days in calls.values())
    yield Row("calls (openings, comments, reopenings) a pair in the year", total / PAIRS, "")
    yield Row(
        "calls to a pair in the time of one session", year.most_in_a_period(calls), "", at_most=3
    )
    yield Row(
        "  with the closings, of pairs that give no commands", year.most_in_a_period(everything), ""
    )
    yield Row("mails about one step of a check-in", year.most_a_stage(), "", at_most=1)
    yield Row("mails about one check-in, closing and all", year.most_a_check_in(), "", at_most=3)
    yield Row("calls to a pair on one day", year.most_a_day(), "", at_most=1)
    yield Row(
        "calls without an answer in the week after 30 days of outage",
        year.most_after_the_outage(),
        "",
        at_most=1,
    )
    yield Row("mails on quiet days", year.on_quiet_days(), "", at_most=0)
    yield Row(
        "days between two words to the coordinators", min(year.to_coordinators()), "", at_least=7
    )
    yield Row(
        "days that something due waited for the budget, quiet days and all", year.longest_wait, ""
    )
