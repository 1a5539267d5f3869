"""The pages of figures: the community's and each program's.

Every picture has a sentence and a table. What anybody can count on the pages of pairs is told
of every program: pairs, sessions held and their hours. No other figure is told where so few people
take part, or gave up, that it would tell on somebody; and the sums over programs are made of those
that are told alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from telemaco.messages import Message, msg
from telemaco.model.durations import in_hours
from telemaco.model.pairings import pairing_of
from telemaco.progress.community import sums
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.suppression import WITHHELD
from telemaco.progress.outcomes.values import Outcomes, Stage
from telemaco.progress.values import Sums
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.render.charts.values import Chart
from telemaco.render.pages.addresses import (
    PROGRESS,
    program_address,
    program_progress_address,
    report_address,
    shell_of,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.heartbeat import heartbeat
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairing_sentences import none_has_begun, none_yet, people_in
from telemaco.render.pages.pairs import is_over
from telemaco.render.pages.program_pages import has_report, program_card, public_programs
from telemaco.render.pages.states import states_chart
from telemaco.render.pairing_titles import below_a_number, headed
from telemaco.render.reports.lasting import retention_chart
from telemaco.render.reports.people import funnel_charts
from telemaco.render.reports.work import goals_charts, sessions_chart

_Shown: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Figures:
    """What is shown of sums that are not withheld; `kept` is in percent of the rhythm's periods.

    `withholds_goals` is whether there are goals, but of so few people that they are not told.
    """

    people: int | None
    goals: int
    reached: int
    kept: int | None
    withholds_goals: bool


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the pages of pairs tell of each, summed up; `hours` have one decimal at most."""

    pairs: int
    held: int
    hours: float


@dataclass(frozen=True, slots=True)
class _ProgramRow:
    """A program in the table; without counts before it has pairs, which `none_yet` says.

    It has no figures where too few people take part, or nobody yet.
    """

    title: str
    page: str
    status: Message
    counts: _Counts | None
    none_yet: Message
    figures: _Figures | None


def progress_page(edition: Edition) -> Page:
    """The community's figures, and its programs' side by side."""
    programs = public_programs(edition)
    summed = [name for name in programs if name in edition.outcomes]
    rows = [_row(edition, program, is_told=program in edition.outcomes) for program in programs]
    has_goals = any(row.figures and row.figures.goals for row in rows)
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
        pairs_heading=headed(edition.voice.kind_of(programs)),
        has_goals=has_goals,
        withholds_goals=has_goals and any(_withholds_goals(row) for row in rows),
        program_page="",
        heartbeat=heartbeat(edition),
        report_page="",
        left_out=sum(bool(row.counts and not row.figures) for row in rows) if summed else 0,
        **_shown(edition, summed or programs, edition.together),
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
        pairs_heading=None,
        has_goals=False,
        withholds_goals=False,
        program_page=program_address(name),
        program_title=title,
        heartbeat=None,
        report_page=report_address(name) if has_report(edition.community.programs[name]) else "",
        left_out=0,
        **_shown(edition, [name], edition.outcomes.get(name)),
    )


def _row(edition: Edition, name: ProgramId, *, is_told: bool) -> _ProgramRow:
    card = program_card(edition, name)
    pairs = edition.public_pairs(name)
    found = _sums(edition, pairs)
    return _ProgramRow(
        title=card.title,
        page=program_progress_address(name),
        status=card.status,
        counts=_counts(found) if pairs else None,
        none_yet=none_yet(pairing_of(edition.community.programs[name].kind)),
        figures=_figures(edition.outcomes[name]) if is_told else None,
    )


def _withholds_goals(row: _ProgramRow) -> bool:
    return row.figures.withholds_goals if row.figures else row.counts is not None


def _sums(edition: Edition, pairs: Iterable[PairId]) -> Sums:
    chosen = [edition.progress[pair] for pair in pairs]
    return sums(edition.community, chosen)


def _figures(outcomes: Outcomes) -> _Figures:
    goals, kept = outcomes.goals, outcomes.kept
    return _Figures(
        people=outcomes.people if isinstance(outcomes.people, int) else None,
        goals=goals.whole if isinstance(goals, Share) else 0,
        reached=goals.part if isinstance(goals, Share) else 0,
        kept=kept.percent if isinstance(kept, Share) else None,
        withholds_goals=goals is WITHHELD,
    )


def _counts(found: Sums) -> _Counts:
    return _Counts(found.pairs, found.held, in_hours(found.minutes))


def _shown(edition: Edition, programs: Sequence[ProgramId], outcomes: Outcomes | None) -> _Shown:
    """What the template shows of programs together."""
    pairs = [pair for name in programs for pair in edition.public_pairs(name)]
    found = _sums(edition, pairs)
    told = None if found.is_small else outcomes
    kind = edition.voice.kind_of(programs)
    return {
        "counts": _counts(found) if found.pairs else None,
        "pairs_counted": below_a_number(kind, found.pairs),
        "people_counted": people_in(kind),
        "none_has_begun": none_has_begun(kind),
        "small": edition.community.settings.privacy.small_group,
        "figures": _figures(told) if told else None,
        "charts": list(_charts(edition, pairs, told)) if told else [],
    }


def _charts(edition: Edition, pairs: Sequence[PairId], outcomes: Outcomes) -> Iterator[Chart]:
    """What there is to draw; the goals of a single program."""
    voice = edition.voice
    if outcomes.months:
        yield sessions_chart(voice, outcomes)
    if any(not is_over(edition.community.pairs[pair]) for pair in pairs):
        yield states_chart(edition, pairs, is_met_told=_is_met_told(outcomes))
    yield from funnel_charts(voice, outcomes)
    if not isinstance(outcomes.retention, Message):
        yield retention_chart(voice, outcomes, outcomes.retention)
    program = edition.community.programs[outcomes.programs[0]]
    yield from goals_charts(voice, outcomes, {one.id: one for one in program.objectives})


def _is_met_told(outcomes: Outcomes) -> bool:
    """Whether it is told of every role how many met: of pairs it would say the same."""
    return all(funnel.stages[Stage.MET] is not WITHHELD for funnel in outcomes.funnels)
