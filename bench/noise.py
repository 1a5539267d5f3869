"""How much mail a year of reminders made: the noise report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tests.forge_fakes import Mail

from telemaco.reminders.marker import said_in
from telemaco.reminders.moves import HELP

PERIOD = 14
"""Days of the time of one session."""
CALLS = ("opened", "commented", "reopened")
"""What writes to people of our own accord; a closing follows from what they did."""


@dataclass
class Year:
    """What happened in it.

    `threads` name the pair or person of each check-in, `commands` how many its people gave;
    `longest_wait` is the days that something due waited for the budget.
    """

    mails: Sequence[Mail]
    threads: Mapping[int, str]
    commands: Counter[int]
    quiet: frozenset[date]
    outage: tuple[date, date]
    longest_wait: int
    runs: int
    writes: int

    def calls(self) -> Mapping[str, Sequence[date]]:
        """The days on which each pair or person was written to, unless they asked for help."""
        return self._days(mail for mail in self.mails if mail.kind in CALLS and not _is_help(mail))

    def everything(self) -> Mapping[str, Sequence[date]]:
        """The same with closings, which the forge tells them, too; of those without commands."""
        talkative = {self.threads[issue] for issue in self.commands}
        days = self._days(self.mails)
        return {thread: found for thread, found in days.items() if thread not in talkative}

    def most_in_a_period(self, days: Mapping[str, Sequence[date]]) -> int:
        """The most of any pair in the time of one session, wherever it begins."""
        span = timedelta(days=PERIOD)
        return max(
            sum(first <= day < first + span for day in found)
            for found in days.values()
            for first in found
        )

    def most_a_stage(self) -> int:
        """How often the same step of the same check-in was told, at most."""
        steps = Counter((mail.issue, mail.kind, said_in(mail.text)) for mail in self.mails)
        told = {"opened", "commented"}
        return max(number for (_, kind, _), number in steps.items() if kind in told)

    def most_a_check_in(self) -> int:
        """Mails about one check-in whose people gave no command, closing and all, at most."""
        found = Counter(
            mail.issue
            for mail in self.mails
            if mail.issue in self.threads and not self.commands[mail.issue]
        )
        return max(found.values())

    def most_a_day(self) -> int:
        """Calls to one pair on one day, at most."""
        return max(max(Counter(days).values()) for days in self.calls().values())

    def most_after_the_outage(self) -> int:
        """Calls to one pair in the week after the outage, before it answered, at most."""
        first, last = self.outage[1], self.outage[1] + timedelta(days=7)
        found: Counter[str] = Counter()
        answered: set[str] = set()
        for mail in self.mails:
            thread = self.threads.get(mail.issue)
            if thread is None or not first <= mail.at.date() < last:
                continue
            if mail.kind == "closed":
                answered.add(thread)
            elif thread not in answered and not _is_help(mail):
                found[thread] += 1
        return max(found.values(), default=0)

    def on_quiet_days(self) -> int:
        """Mails of any kind on quiet days."""
        return sum(mail.at.date() in self.quiet for mail in self.mails)

    def to_coordinators(self) -> Sequence[int]:
        """Days between two words to the coordinators."""
        days = [mail.at.date() for mail in self.mails if mail.issue not in self.threads]
        return [(later - earlier).days for earlier, later in pairwise(days)]

    def _days(self, mails: Iterable[Mail]) -> Mapping[str, Sequence[date]]:
        found: defaultdict[str, list[date]] = defaultdict(list)
        for mail in mails:
            if mail.issue in self.threads:
                found[self.threads[mail.issue]].append(mail.at.date())
        return found


def _is_help(mail: Mail) -> bool:
    return said_in(mail.text) == HELP
