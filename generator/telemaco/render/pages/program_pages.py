"""The pages of programs: the list, and one page a program."""

from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.model.pairings import pairing_of
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.outcomes.values import Attainment
from telemaco.records.base import ProgramId
from telemaco.records.program import Program, ProgramKind, ProgramStatus
from telemaco.render.pages import words
from telemaco.render.pages.addresses import (
    PROGRAMS,
    audit_address,
    calendar_of,
    objective_anchor,
    program_address,
    program_pairs_address,
    program_progress_address,
    report_address,
    shell_of,
)
from telemaco.render.pages.applying import (
    days_left,
    deadline,
    doors,
    state_of_applications,
    takes_applications,
)
from telemaco.render.pages.directory import mentor_row
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairing_sentences import milestone_of_each, none_has_begun
from telemaco.render.pages.pairs import pair_card
from telemaco.render.pages.program_days import whole_line
from telemaco.render.pages.program_facts import program_facts
from telemaco.render.pages.timeline import timeline
from telemaco.render.pairing_titles import headed

_CURRENT = (
    ProgramStatus.OPEN,
    ProgramStatus.MATCHING,
    ProgramStatus.RUNNING,
    ProgramStatus.CLOSING,
)
_OVER = (ProgramStatus.COMPLETED, ProgramStatus.ARCHIVED, ProgramStatus.CANCELLED)
_TONES = {
    ProgramStatus.OPEN: "new",
    ProgramStatus.MATCHING: "new",
    ProgramStatus.RUNNING: "good",
    ProgramStatus.CLOSING: "good",
}
_REPORTED = frozenset({ProgramStatus.CLOSING, ProgramStatus.COMPLETED, ProgramStatus.ARCHIVED})
_SHORT_LIST = 12
"""A program's page names so many of its mentors and pairs and links to the rest."""


@dataclass(frozen=True, slots=True)
class ProgramCard:
    """A program as lists show it.

    `is_open` is whether one can apply today; `deadline` is the last day for it, if there is one,
    and `left` how far away that is. `pairs` is how many there are, if any.
    """

    title: str
    page: str
    summary: str
    status: Message
    tone: str
    kind: Message
    is_formal: bool
    start: date
    end: date | None
    is_open: bool
    deadline: date | None
    left: Message | None
    pairs: Message | None


@dataclass(frozen=True, slots=True)
class _Aim:
    """An objective, how one sees that it is reached, and the pairs' goals that serve it.

    Of the goals there is what the report tells, so none where that would tell on somebody.
    """

    anchor: str
    statement: str
    indicator: str
    target: str
    goals: int
    reached: int
    attained: Message | None

    @property
    def percent(self) -> int:
        """How much of the bar is full."""
        return round(100 * self.reached / self.goals)


def public_programs(edition: Edition) -> tuple[ProgramId, ...]:
    """The programs that have pages; a draft has none. Current ones first, then the latest."""
    programs = edition.community.programs
    found = [name for name, program in programs.items() if program.status in (*_CURRENT, *_OVER)]
    found.sort(key=lambda name: (programs[name].dates.start, name), reverse=True)
    return tuple(sorted(found, key=lambda name: programs[name].status in _OVER))


def current_programs(edition: Edition) -> tuple[ProgramId, ...]:
    """The public programs that are not over."""
    programs = edition.community.programs
    return tuple(name for name in public_programs(edition) if programs[name].status in _CURRENT)


def open_programs(edition: Edition) -> tuple[ProgramId, ...]:
    """The public programs that one can apply for today, the nearest deadline first."""
    found = [name for name in public_programs(edition) if takes_applications(edition, name)]
    return tuple(sorted(found, key=lambda name: deadline(edition, name) or date.max))


def program_card(edition: Edition, name: ProgramId) -> ProgramCard:
    """A program as lists show it."""
    program = edition.community.programs[name]
    pairs = len(edition.public_pairs(name))
    last = deadline(edition, name)
    return ProgramCard(
        title=edition.text(program.title),
        page=program_address(name),
        summary=edition.text(program.summary),
        status=_status(edition, name),
        tone=_TONES.get(program.status, "done"),
        kind=words.PROGRAM_KIND[program.kind],
        is_formal=program.style == "formal",
        start=program.dates.start,
        end=program.dates.end,
        is_open=takes_applications(edition, name),
        deadline=last,
        left=days_left(edition, last) if last else None,
        pairs=words.number_of_pairs(program.kind, pairs) if pairs else None,
    )


def has_report(program: Program) -> bool:
    """Whether it is time to say what came of the program: it comes to its end, or is over."""
    return program.status in _REPORTED


def programs_page(edition: Edition) -> Page:
    """The list of programs: those that go on, then those that are over."""
    programs = edition.community.programs
    names = public_programs(edition)
    head = (
        edition.words(msg("Programs")),
        edition.words(msg("What one can take part in, and what took place.")),
    )
    return edition.page(
        "programs.html",
        PROGRAMS,
        PROGRAMS,
        head,
        current=[program_card(edition, n) for n in names if programs[n].status in _CURRENT],
        over=[program_card(edition, n) for n in names if programs[n].status in _OVER],
    )


def program_page(edition: Edition, name: ProgramId) -> Page:
    """A program's own page."""
    program = edition.community.programs[name]
    card = program_card(edition, name)
    address = program_address(name)
    line = whole_line(edition, program)
    is_over = _takes_nobody_any_more(program, edition.today)
    return edition.page(
        "program.html",
        address,
        shell_of(address),
        (card.title, card.summary),
        card=card,
        aims=_aims(edition, name),
        line=line,
        drawing=timeline(edition, line, program.dates.end),
        facts=program_facts(edition, name),
        applications=state_of_applications(edition, name),
        statements=_statements(edition, program),
        doors=doors(edition, [name]) if card.is_open else (),
        is_over=is_over,
        is_past=program.status in _OVER,
        has_mentors=not is_over and program.kind is not ProgramKind.PEER_CIRCLE,
        has_open_ones=bool(open_programs(edition)),
        progress_page=program_progress_address(name),
        audit_page=audit_address(name),
        report_page=report_address(name) if has_report(program) else "",
        calendar=calendar_of(address),
        **_mentors(edition, name, can_ask=card.is_open),
        **_pairs(edition, name),
    )


def _statements(edition: Edition, program: Program) -> list[tuple[Message, list[str]]]:
    """What people agree to before they take part, by role."""
    return [
        (label, [edition.text(text) for text in texts])
        for label, texts in (
            (msg("Mentors agree to this"), program.eligibility.mentor),
            (msg("Mentees agree to this"), program.eligibility.mentee),
            (msg("Peers agree to this"), program.eligibility.peer),
        )
        if texts
    ]


def _takes_nobody_any_more(program: Program, today: date) -> bool:
    """Whether no pair of it can begin; one that is closing may have pairs that go on."""
    end = program.dates.end
    is_past = end is not None and end < today
    return is_past or program.status in {*_OVER, ProgramStatus.CLOSING}


def _mentors(edition: Edition, name: ProgramId, *, can_ask: bool) -> dict[str, object]:
    """The listed mentors, and how many others are not listed.

    While one can apply, those alone who may have room.
    """
    listed = [
        mentor for mentor in edition.mentors.values() if any(p == name for p, _room in mentor.rooms)
    ]
    shown = [one for one in listed if not can_ask or dict(one.rooms)[name] != 0]
    smallest = edition.community.settings.privacy.small_group
    others = edition.unlisted_mentors[name]
    return {
        "mentors": [mentor_row(edition, mentor) for mentor in shown[:_SHORT_LIST]],
        "mentors_total": len(listed),
        "shown_total": len(shown),
        "others": others if others >= smallest else 0,
        "has_few_others": 0 < others < smallest,
    }


def _pairs(edition: Edition, name: ProgramId) -> dict[str, object]:
    """The pairs as lists show them."""
    pairs = edition.public_pairs(name)
    kind = pairing_of(edition.community.programs[name].kind)
    return {
        "pairs": [pair_card(edition, pair) for pair in pairs[:_SHORT_LIST]],
        "pairs_heading": headed(kind),
        "none_has_begun": none_has_begun(kind),
        "milestone_of_each": milestone_of_each(kind),
        "pairs_total": len(pairs),
        "pairs_page": program_pairs_address(name),
    }


def _aims(edition: Edition, name: ProgramId) -> list[_Aim]:
    told = edition.outcomes.get(name)
    attained = {one.objective: one for one in told.attainment} if told else {}
    return [
        _Aim(
            objective_anchor(aim.id),
            edition.text(aim.statement),
            edition.maybe(aim.indicator),
            edition.maybe(aim.target),
            *(_reached(attained[aim.id]) if attained else (0, 0, None)),
        )
        for aim in edition.community.programs[name].objectives
    ]


def _reached(found: Attainment) -> tuple[int, int, Message | None]:
    """How many goals serve it, how many were reached, and how far those rated are; as told."""
    if not isinstance(found.achieved, Share):
        return 0, 0, None
    return found.achieved.whole, found.achieved.part, _attained(found)


def _attained(found: Attainment) -> Message | None:
    """How far the goals that serve it are."""
    if not isinstance(found.score, int) or not isinstance(found.hoped, Share):
        return None
    return msg_n(
        "Goal attainment: {score}, of {count} goal; 50 is as hoped.",
        "Goal attainment: {score}, of {count} goals; 50 is as hoped.",
        found.hoped.whole,
        score=found.score,
    )


def _status(edition: Edition, name: ProgramId) -> Message:
    """The status in words; `open` only while one can apply."""
    program = edition.community.programs[name]
    if program.status is not ProgramStatus.OPEN or takes_applications(edition, name):
        return words.PROGRAM_STATUS[program.status]
    opens = program.dates.applications_open
    is_ahead = opens is not None and opens > edition.today
    return msg("Not open yet") if is_ahead else msg("Applications closed")
