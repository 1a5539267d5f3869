"""The pages of programs: the list, and one page a program."""

from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message, msg
from telemaco.progress.community import sums
from telemaco.progress.health import rhythm
from telemaco.records.base import ProgramId
from telemaco.records.program import Program, ProgramStatus
from telemaco.render.pages import words
from telemaco.render.pages.addresses import (
    PROGRAMS,
    audit_address,
    calendar_of,
    program_address,
    program_pairs_address,
    program_progress_address,
    shell_of,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairs import pair_card, public_pairs
from telemaco.render.pages.people_pages import mentor_row

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
_SHORT_LIST = 12
"""A program's page names so many of its mentors and pairs and links to the rest."""


@dataclass(frozen=True, slots=True)
class ProgramCard:
    """A program as lists show it.

    `deadline` is the day applications close, if ahead; `pairs` is how many there are, if any.
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
    deadline: date | None
    pairs: Message | None


@dataclass(frozen=True, slots=True)
class ProgramDay:
    """A day of the program's time line."""

    label: Message
    day: date
    is_past: bool


@dataclass(frozen=True, slots=True)
class _Aim:
    """An objective, how one sees that it is reached, and the pairs' goals that serve it.

    No goals are told of where so few people take part that they would tell on somebody.
    """

    statement: str
    indicator: str
    target: str
    goals: int
    reached: int


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


def program_card(edition: Edition, name: ProgramId) -> ProgramCard:
    """A program as lists show it."""
    program = edition.community.programs[name]
    pairs = len(public_pairs(edition, name))
    return ProgramCard(
        title=edition.text(program.title),
        page=program_address(name),
        summary=edition.text(program.summary),
        status=_status(program, edition.today),
        tone=_TONES.get(program.status, "done"),
        kind=words.PROGRAM_KIND[program.kind],
        is_formal=program.style == "formal",
        start=program.dates.start,
        end=program.dates.end,
        deadline=_deadline(program, edition.today),
        pairs=words.number_of_pairs(program.kind, pairs) if pairs else None,
    )


def takes_applications(program: Program, today: date) -> bool:
    """Whether one can apply today: the program is open, and the day is not outside its dates."""
    first = program.dates.applications_open or date.min
    last = program.dates.applications_close or date.max
    return program.status is ProgramStatus.OPEN and first <= today <= last


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
    mentors = [
        mentor for mentor in edition.mentors.values() if any(p == name for p, _room in mentor.rooms)
    ]
    roomy = [mentor for mentor in mentors if dict(mentor.rooms)[name]]
    pairs = public_pairs(edition, name)
    return edition.page(
        "program.html",
        address,
        shell_of(address),
        (card.title, card.summary),
        card=card,
        aims=_aims(edition, name),
        days=program_days(program, edition.today),
        rhythm=rhythm(program.cadence) if program.cadence else None,
        cadence=program.cadence,
        statements=[
            (label, [edition.text(text) for text in texts])
            for label, texts in (
                (msg("Mentors agree to this"), program.eligibility.mentor),
                (msg("Mentees agree to this"), program.eligibility.mentee),
            )
            if texts
        ],
        mentors=[mentor_row(edition, mentor) for mentor in roomy[:_SHORT_LIST]],
        mentors_total=len(mentors),
        roomy_total=len(roomy),
        pairs=[pair_card(edition, pair) for pair in pairs[:_SHORT_LIST]],
        pairs_heading=words.pairs_in(program.kind),
        pairs_total=len(pairs),
        pairs_page=program_pairs_address(name),
        progress_page=program_progress_address(name),
        audit_page=audit_address(name),
        calendar=calendar_of(address),
        chat=program.chat.url if program.chat else "",
        is_open=takes_applications(program, edition.today),
    )


def program_days(program: Program, today: date) -> list[ProgramDay]:
    """The days of a program in their order."""
    dates = program.dates
    known = (
        (msg("Applications open"), dates.applications_open),
        (msg("Applications close"), dates.applications_close),
        (msg("Pairs are known"), dates.match_by),
        (msg("First day"), dates.start),
        (msg("Midpoint"), dates.midpoint),
        (msg("Last day"), dates.end),
    )
    return [ProgramDay(label, day, day < today) for label, day in known if day]


def _aims(edition: Edition, name: ProgramId) -> list[_Aim]:
    pairs = [edition.progress[pair_id] for pair_id in public_pairs(edition, name)]
    is_small = sums(edition.community, pairs, edition.today).is_small
    goals = [] if is_small else [goal for pair in pairs for goal in pair.goals]
    return [
        _Aim(
            edition.text(aim.statement),
            edition.maybe(aim.indicator),
            edition.maybe(aim.target),
            sum(goal.objective == aim.id for goal in goals),
            sum(goal.objective == aim.id and goal.status == "achieved" for goal in goals),
        )
        for aim in edition.community.programs[name].objectives
    ]


def _status(program: Program, today: date) -> Message:
    """The status in words; `open` only while one can apply."""
    if program.status is not ProgramStatus.OPEN or takes_applications(program, today):
        return words.PROGRAM_STATUS[program.status]
    opens = program.dates.applications_open
    return msg("Not open yet") if opens and opens > today else msg("Applications closed")


def _deadline(program: Program, today: date) -> date | None:
    return program.dates.applications_close if takes_applications(program, today) else None
