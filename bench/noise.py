"""How much mail a year of reminders made: the noise report."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tests.forge_fakes import Mail

PERIOD = 14
"""Days of the time of one session."""
CALLS = ("opened", "commented", "reopened")
"""What writes to people of our own accord; a closing follows from what they did."""


@dataclass
class Year:
    """What happened in it.

    `threads` name the pair or person of each check-in, `words` the hidden words of our comments
    on it, `commands` how many its people gave; `longest_wait` is the days that something due
    waited for the budget.
    """

    mails: Sequence[Mail]
    threads: Mapping[int, str]
    words: Mapping[int, Sequence[str]]
    commands: Counter[int]
    quiet: frozenset[date]
    outage: tuple[date, date]
    longest_wait: int
    runs: int
    writes: int

    def calls(self) -> Mapping[str, Sequence[date]]:
        """The days on which each pair or person was written to."""
        return self._days(CALLS)

    def everything(self) -> Mapping[str, Sequence[date]]:
        """The same with closings, which the forge tells the people, too."""
        return self._days((*CALLS, "closed"))

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
        openings = Counter(mail.issue for mail in self.mails if mail.kind == "opened")
        words = Counter((issue, word) for issue, said in self.words.items() for word in said)
        return max([*openings.values(), *words.values()])

    def most_a_check_in(self) -> int:
        """Mails about one check-in whose people gave no command, closing and all, at most."""
        found = Counter(
            mail.issue
            for mail in self.mails
            if mail.issue in self.threads and not self.commands[mail.issue]
        )
        return max(found.values())

    def most_after_the_outage(self) -> int:
        """Calls to one pair in the week after the outage, at most."""
        first, last = self.outage[1], self.outage[1] + timedelta(days=7)
        return max(sum(first <= day < last for day in days) for days in self.calls().values())

    def on_quiet_days(self) -> int:
        """Mails of any kind on quiet days."""
        return sum(mail.at.date() in self.quiet for mail in self.mails)

    def to_coordinators(self) -> Sequence[int]:
        """Days between two words to the coordinators."""
        days = [mail.at.date() for mail in self.mails if mail.issue not in self.threads]
        return [(later - earlier).days for earlier, later in pairwise(days)]

    def _days(self, kinds: Sequence[str]) -> Mapping[str, Sequence[date]]:
        found: defaultdict[str, list[date]] = defaultdict(list)
        for mail in self.mails:
            if mail.issue in self.threads and mail.kind in kinds:
                found[self.threads[mail.issue]].append(mail.at.date())
        return found
