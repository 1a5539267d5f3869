"""A program of 500 pairs over nine months, and whether everything holds on every day of it.

Each day people live, the reminders run, the files are judged, and what Telemaco says is compared
with what was done. Where there are two processors two live the same life: each looks at every other
day, and both must end alike. Garbage is looked for as in every command, not among what was read.
Seconds are those of the clock.
"""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import NamedTuple

from tests.forge_fakes import MemoryForge

from bench.noise import CALLS
from bench.simulated_program import LAST, OPENS, PROGRAM, Town, everything, held_in
from bench.table import Row
from telemaco.adapters.forks import Forks, processors
from telemaco.adapters.translations import Catalog
from telemaco.cli.app import look_for_garbage_seldom
from telemaco.findings import Severity
from telemaco.model.schedule import next_open_day
from telemaco.model.standing import is_current
from telemaco.progress.community import program_progress
from telemaco.progress.outcomes.funnel import funnels
from telemaco.progress.outcomes.pairs import begun, outcome_of
from telemaco.progress.outcomes.values import Stage
from telemaco.records.pair import PairStatus
from telemaco.records.reminders import CommunityReminders
from telemaco.reminders.board import board
from telemaco.render.check_ins.letters import GithubLetters
from telemaco.render.check_ins.places import Place
from telemaco.rules import judge
from telemaco.usecases.check import collector_paused
from telemaco.usecases.remind import carry_out, plan_reminders

PAIRS = 500
_MANY = 1_000
"""Things to do, so many that they are worth a copy of the process."""
_UNDER_WAY = frozenset({PairStatus.CONFIRMED, PairStatus.ACTIVE, PairStatus.PAUSED})


def rows() -> Iterator[Row]:
    """How long it took, and what happened; a day on which something is wrong stops it."""
    look_for_garbage_seldom()
    begin = time.perf_counter()
    hands = min(processors(), 2)
    second = partial(_second_life, PAIRS, hands)
    with Forks(hands).begun(second, _MANY) as answer:
        town, forge = live_through(PAIRS, looks=Looks(hands))
        if hands > 1 and answer() != _end_of(town, forge):
            raise AssertionError("two lives from one seed end differently")
    seconds = time.perf_counter() - begin
    ledger = town.ledger
    yield Row(f"{(LAST - OPENS).days + 1} days of {PAIRS} pairs", seconds, "s", at_most=120)
    yield Row("files in the end", len(town.texts), "")
    yield Row("pairs that began", len(ledger.begun), "")
    yield Row("  completed, early or in the end", len(ledger.completed), "")
    yield Row("  left early", len(ledger.left), "")
    yield Row("sessions held", ledger.held, "")
    yield Row("check-ins opened", sum(mail.kind == "opened" for mail in forge.mails), "")


class Looks(NamedTuple):
    """Which days are looked at: one in `every`, from the day of this number on."""

    every: int = 1
    first: int = 0


def live_through(
    pairs: int, seed: int = 2027, looks: Looks | None = None
) -> tuple[Town, MemoryForge]:
    """Let all days pass. Raises AssertionError with the day on which something does not hold.

    All days are looked at, unless `looks` says otherwise.
    """
    every, first = looks or Looks()
    town, forge = Town(pairs, seed), MemoryForge()
    for number in range((LAST - OPENS).days + 1):
        day = OPENS + timedelta(days=number)
        with collector_paused():
            town.live(day)
        _remind(town, forge, day)
        for what, holds in _invariants(town, forge, day) if number % every == first else ():
            if not holds:
                raise AssertionError(f"{day}: {what}")
    if everything(town) != town.community:
        raise AssertionError("the files say something else when all of them are read at once")
    return town, forge


def _second_life(pairs: int, hands: int) -> tuple[object, ...]:
    return _end_of(*live_through(pairs, looks=Looks(hands, 1)))


def _end_of(town: Town, forge: MemoryForge) -> tuple[object, ...]:
    """What a life came to: its files, and what was written to whom."""
    return dict(town.texts), list(map(repr, forge.mails))


def _remind(town: Town, forge: MemoryForge, day: date) -> None:
    forge.now = max(forge.now, datetime(day.year, day.month, day.day, 8, tzinfo=UTC))
    letters = GithubLetters(town.community, Place("example/mentoring"), day, Catalog)
    carry_out(plan_reminders(town.community, forge, letters, day), forge, forge)


def _invariants(town: Town, forge: MemoryForge, day: date) -> Iterator[tuple[str, bool]]:
    """What must hold at the end of every day."""
    errors = [one for one in judge(town.community, day) if one.severity is Severity.ERROR]
    yield f"the files have an error: {errors[:1]}", not errors
    yield "nobody is in two pairs at once", _is_each_in_one_pair(town)
    yield from _nothing_is_due_twice(town, forge, day)
    yield from _totals_are_those_of_the_files(town, day)


def _is_each_in_one_pair(town: Town) -> bool:
    places = Counter(
        member.person
        for pair in town.community.pairs.values()
        if is_current(pair)
        for member in pair.members
    )
    return max(places.values(), default=1) == 1


def _nothing_is_due_twice(town: Town, forge: MemoryForge, day: date) -> Iterator[tuple[str, bool]]:
    known = board(forge.own_issues()).issues
    open_ones = [one for one in known if one.issue.state == "open"]
    yield "a check-in has one issue", len({one.key for one in known}) == len(known)
    threads = Counter(one.key.thread for one in open_ones)
    yield "a pair has one open check-in", max(threads.values(), default=1) == 1
    opened = Counter(mail.issue for mail in forge.mails if mail.kind == "opened")
    yield "a check-in is opened once", max(opened.values(), default=1) == 1
    resting = {
        str(name)
        for name, pair in town.community.pairs.items()
        if pair.status not in _UNDER_WAY | {PairStatus.PROPOSED}
    }
    threads_of = {one.issue.number: one.key.thread for one in known}
    written_to = {
        threads_of[mail.issue]
        for mail in forge.mails
        if mail.at.date() == day and mail.kind in CALLS and mail.issue in threads_of
    }
    yield (
        f"nobody is asked whose pair rests or is over: {written_to & resting}",
        not (written_to & resting),
    )
    reminders = town.community.settings.reminders or CommunityReminders()
    is_quiet = next_open_day(day, reminders.quiet) != day
    yield "nobody is written to on a quiet day", not (is_quiet and written_to)


def _totals_are_those_of_the_files(town: Town, day: date) -> Iterator[tuple[str, bool]]:
    ledger, progress = town.ledger, program_progress(town.community, PROGRAM, day)
    sums = progress.sums
    told = (sums.held, sums.minutes, sums.goals, sums.goals_achieved)
    done = (ledger.held, ledger.minutes, ledger.goals, ledger.reached)
    yield f"sessions, minutes and goals are {done}, not {told}", told == done
    yield "as many notes say held", held_in(town.texts.values()) == sums.held
    outcome = outcome_of(
        town.community,
        begun(town.community, town.community.pairs_of_program.get(PROGRAM, ()), day),
    )
    ends = (outcome.begun, outcome.completed, outcome.left)
    kept = (len(ledger.begun), len(ledger.completed), len(ledger.left))
    yield f"pairs that began, completed and left are {kept}, not {ends}", ends == kept
    stages = funnels(town.community, (PROGRAM,), day)
    applied = sum(int(str(one.stages[Stage.APPLIED])) for one in stages)
    yield f"{len(ledger.applied)} applied, not {applied}", applied == len(ledger.applied)
    for funnel in stages:
        numbers = [figure for figure in funnel.stages.values() if isinstance(figure, int)]
        yield "no stage has more people than the one before", numbers == sorted(numbers)[::-1]
