"""The pages of figures: the community's and each program's."""

from dataclasses import dataclass

from telemaco.messages import Message, msg, msg_n
from telemaco.records.base import ProgramId
from telemaco.render.charts import Chart, Series, bar_chart
from telemaco.render.pages import words
from telemaco.render.pages.addresses import (
    PROGRESS,
    program_address,
    program_progress_address,
    shell_of,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.pair_pages import public_pairs
from telemaco.render.pages.program_pages import public_programs
from telemaco.render.pages.tallies import Tally, tally


@dataclass(frozen=True, slots=True)
class _ProgramRow:
    """A program in the table; without a tally where too few people take part."""

    title: str
    page: str
    status: Message
    tally: Tally | None


def progress_page(edition: Edition) -> Page:
    """The community's figures, and its programs' side by side."""
    programs = public_programs(edition)
    whole = tally(
        edition.community,
        (pair for program in programs for pair in public_pairs(edition, program)),
        edition.today,
    )
    head = (
        edition.words(msg("Progress")),
        edition.words(msg("How the mentoring of this community goes, in figures.")),
    )
    return edition.page(
        "progress.html",
        PROGRESS,
        PROGRESS,
        head,
        rows=[_row(edition, program) for program in programs],
        program_page="",
        **_figures(edition, whole),
    )


def program_progress_page(edition: Edition, name: ProgramId) -> Page:
    """A program's figures."""
    title = edition.text(edition.community.programs[name].title)
    address = program_progress_address(name)
    head = (
        edition.words(msg("Progress of {program}", program=title)),
        edition.words(msg("How {program} goes, in figures.", program=title)),
    )
    own = tally(edition.community, public_pairs(edition, name), edition.today)
    return edition.page(
        "progress.html",
        address,
        shell_of(address),
        head,
        rows=[],
        program_page=program_address(name),
        program_title=title,
        **_figures(edition, own),
    )


def _row(edition: Edition, name: ProgramId) -> _ProgramRow:
    program = edition.community.programs[name]
    found = tally(edition.community, public_pairs(edition, name), edition.today)
    return _ProgramRow(
        title=edition.text(program.title),
        page=program_progress_address(name),
        status=words.PROGRAM_STATUS[program.status],
        tally=found if found.people >= edition.community.settings.privacy.small_group else None,
    )


def _figures(edition: Edition, found: Tally) -> dict[str, object]:
    """What the template shows of a tally: nothing at all when too few people take part."""
    small = edition.community.settings.privacy.small_group
    is_shown = found.people >= small
    has_sessions = any(month.held + month.not_held for month in found.months)
    return {
        "small": small,
        "tally": found if is_shown else None,
        "charts": [
            *([_sessions_chart(edition, found)] if is_shown and has_sessions else []),
            *([_states_chart(edition, found)] if is_shown else []),
        ],
    }


def _sessions_chart(edition: Edition, found: Tally) -> Chart:
    held = sum(month.held for month in found.months)
    best = max(found.months, key=lambda month: month.held)
    sentence = edition.words(
        msg_n(
            "{count} session was held in the last twelve months, most of them in {month}.",
            "{count} sessions were held in the last twelve months, most of them in {month}.",
            held,
            month=edition.dates.month(best.first_day),
        )
    )
    return bar_chart(
        "sessions",
        edition.words(msg("Sessions a month")),
        sentence,
        [edition.dates.short_month(month.first_day) for month in found.months],
        [
            Series(edition.words(msg("Held")), tuple(month.held for month in found.months)),
            Series(
                edition.words(msg("Moved, called off or not held")),
                tuple(month.not_held for month in found.months),
            ),
        ],
    )


def _states_chart(edition: Edition, found: Tally) -> Chart:
    _label, meeting = found.states[1]
    sentence = edition.words(
        msg_n(
            "{count} pair or group began; {meeting} of them meet at present.",
            "{count} pairs and groups began; {meeting} of them meet at present.",
            found.pairs,
            meeting=meeting,
        )
    )
    return bar_chart(
        "states",
        edition.words(msg("Where pairs and groups are")),
        sentence,
        [edition.words(label) for label, _count in found.states],
        [
            Series(
                edition.words(msg("Pairs and groups")),
                tuple(count for _label, count in found.states),
            )
        ],
    )
