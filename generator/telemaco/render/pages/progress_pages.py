"""The pages of figures: the community's and each program's.

A reader learns how many pairs came to an end, not how many gave up; and nothing at all where
so few people take part that a figure would tell on somebody.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.messages import Message, msg, msg_n
from telemaco.progress.community import sums
from telemaco.progress.outcomes.withholding import told_programs
from telemaco.progress.values import Sums
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.records.program import ProgramDates
from telemaco.render.charts import Chart, Series, bar_chart
from telemaco.render.pages.addresses import (
    PROGRESS,
    program_address,
    program_progress_address,
    shell_of,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.heartbeat import heartbeat
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairs import public_pairs
from telemaco.render.pages.program_pages import program_card, public_programs

_MONTHS = 12
_MINUTES_AN_HOUR = 60
_A_YEAR = timedelta(days=365)
_STATES: Sequence[tuple[Message, frozenset[PairStatus]]] = (
    (msg("About to begin"), frozenset({PairStatus.CONFIRMED})),
    (msg("Active"), frozenset({PairStatus.ACTIVE})),
    (msg("Taking a break"), frozenset({PairStatus.PAUSED})),
    (msg("Ended"), frozenset({PairStatus.COMPLETED, PairStatus.ENDED_EARLY})),
)


@dataclass(frozen=True, slots=True)
class _Figures:
    """What is shown of sums; `kept` is the share of the rhythm's periods, in percent."""

    people: int
    pairs: int
    held: int
    hours: int
    goals: int
    reached: int
    kept: int | None


@dataclass(frozen=True, slots=True)
class _ProgramRow:
    """A program in the table; without figures where too few people take part, or nobody yet."""

    title: str
    page: str
    status: Message
    has_pairs: bool
    figures: _Figures | None


def progress_page(edition: Edition) -> Page:
    """The community's figures, and its programs' side by side."""
    programs = public_programs(edition)
    told = _told(edition)
    rows = [_row(edition, program, is_told=program in told) for program in programs]
    head = (
        edition.words(msg("Progress")),
        edition.words(msg("How the mentoring of this community goes, in figures.")),
    )
    return edition.page(
        "progress.html",
        PROGRESS,
        PROGRESS,
        head,
        rows=rows,
        has_goals=any(row.figures and row.figures.goals for row in rows),
        program_page="",
        heartbeat=heartbeat(edition),
        **_shown(edition, programs, is_told=True),
    )


def program_progress_page(edition: Edition, name: ProgramId) -> Page:
    """A program's figures."""
    title = edition.text(edition.community.programs[name].title)
    address = program_progress_address(name)
    head = (
        edition.words(msg("Progress of {program}", program=title)),
        edition.words(msg("How {program} goes, in figures.", program=title)),
    )
    return edition.page(
        "progress.html",
        address,
        shell_of(address),
        head,
        rows=[],
        has_goals=False,
        program_page=program_address(name),
        program_title=title,
        heartbeat=None,
        **_shown(edition, [name], is_told=name in _told(edition)),
    )


def _told(edition: Edition) -> frozenset[ProgramId]:
    """The programs whose figures are shown."""
    return told_programs(edition.community, edition.community.settings.privacy.small_group)


def _row(edition: Edition, name: ProgramId, *, is_told: bool) -> _ProgramRow:
    card = program_card(edition, name)
    pairs = public_pairs(edition, name)
    return _ProgramRow(
        title=card.title,
        page=program_progress_address(name),
        status=card.status,
        has_pairs=bool(pairs),
        figures=_figures(_sums(edition, pairs)) if is_told else None,
    )


def _sums(edition: Edition, pairs: Iterable[PairId]) -> Sums:
    chosen = [edition.progress[pair] for pair in pairs]
    return sums(edition.community, chosen, edition.today)


def _figures(found: Sums) -> _Figures:
    return _Figures(
        people=found.people,
        pairs=found.pairs,
        held=found.held,
        hours=found.minutes // _MINUTES_AN_HOUR,
        goals=found.goals,
        reached=found.goals_achieved,
        kept=found.kept_percent,
    )


def _shown(edition: Edition, programs: Sequence[ProgramId], *, is_told: bool) -> dict[str, object]:
    """What the template shows of programs together."""
    found = _sums(edition, [pair for name in programs for pair in public_pairs(edition, name)])
    is_told = is_told and not found.is_small
    return {
        "has_pairs": bool(found.pairs),
        "small": edition.community.settings.privacy.small_group,
        "figures": _figures(found) if is_told else None,
        "charts": list(_charts(edition, programs, found)) if is_told else [],
    }


def _charts(edition: Edition, programs: Sequence[ProgramId], found: Sums) -> Iterator[Chart]:
    """Sessions a month where there were some; where pairs are, unless all of them ended."""
    if found.months:
        dates = [edition.community.programs[name].dates for name in programs]
        yield _sessions_chart(edition, found, _months(edition.today, dates, found))
    if any(found.statuses.get(status, 0) for _label, group in _STATES[:-1] for status in group):
        yield _states_chart(edition, found)


def _sessions_chart(edition: Edition, found: Sums, months: Sequence[date]) -> Chart:
    held = [found.months.get(month, 0) for month in months]
    best = months[held.index(max(held))]
    sentence = edition.words(
        msg_n(
            "{count} session was held in the months shown; {month} saw the most.",
            "{count} sessions were held in the months shown; {month} saw the most.",
            sum(held),
            month=edition.dates.month(best),
        )
    )
    return bar_chart(
        "sessions",
        edition.words(msg("Sessions a month")),
        sentence,
        [edition.dates.short_month(month) for month in months],
        [Series(edition.words(msg("Sessions held")), tuple(held))],
    )


def _months(today: date, programs: Sequence[ProgramDates], found: Sums) -> list[date]:
    """The first days of the months in which the programs ran: the last twelve of them at most.

    They end with the programs, or today; if all is long over, with the last session.
    """
    last = max(found.months)
    ends = [dates.end or date.max for dates in programs]
    final = max(last, min(today, max(ends))) if today - last < _A_YEAR else last
    first = min(*found.months, *(dates.start for dates in programs))
    whole = [_earlier(final, months) for months in reversed(range(_MONTHS))]
    return [month for month in whole if month >= _earlier(first, 0)]


def _earlier(day: date, months: int) -> date:
    """The first day of the month so many months before the day's."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def _states_chart(edition: Edition, found: Sums) -> Chart:
    counts = [sum(found.statuses.get(status, 0) for status in group) for _label, group in _STATES]
    sentence = edition.words(
        msg_n(
            "{count} pair or group; of them, {active} active at present.",
            "{count} pairs and groups; of them, {active} active at present.",
            found.pairs,
            active=counts[1],
        )
    )
    return bar_chart(
        "states",
        edition.words(msg("Where pairs and groups are")),
        sentence,
        [edition.words(label) for label, _group in _STATES],
        [Series(edition.words(msg("Pairs and groups")), tuple(counts))],
    )
