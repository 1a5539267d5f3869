"""The pages of pairs: the list, the list of a program, and one page a pair."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Session
from telemaco.model.durations import duration
from telemaco.model.standing import outcome_of
from telemaco.progress.health import rhythm
from telemaco.progress.values import PairProgress
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.pair import Member, Pair, PairRole, PairStatus
from telemaco.render.pages import words
from telemaco.render.pages.addresses import (
    PAIRS,
    calendar_of,
    pair_address,
    part_address,
    program_address,
    program_pairs_address,
    shell_of,
)
from telemaco.render.pages.agreements import agreement_of
from telemaco.render.pages.aims import aims_of, attained
from telemaco.render.pages.coming import next_times, pair_events
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.next_guide import next_guide
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairs import is_over, left_on, pair_card
from telemaco.render.pages.program_pages import program_card, public_programs
from telemaco.render.pages.published import name_in_pairs, tells_its_story

PAIRS_A_PAGE = 200
"""More in one list is a wall."""


@dataclass(frozen=True, slots=True)
class _PersonWord:
    """Somebody as a pair's page may name them; `left` is the day of who left before the others."""

    name: str
    page: str
    role: Message | None
    left: date | None


@dataclass(frozen=True, slots=True)
class _StepHead:
    """When a session was, how it went, and how long it took."""

    day: date
    status: Message
    minutes: int | None


@dataclass(frozen=True, slots=True)
class _Step:
    """A session on a pair's time line; `body` is Markdown, empty unless it is public."""

    head: _StepHead
    tone: str
    body: str


@dataclass(frozen=True, slots=True)
class _ProgramPairs:
    """A program on the list of pairs."""

    title: str
    page: str
    status: Message
    tone: str
    pairs: Message
    total: int
    active: int
    held: int


def pairs_page(edition: Edition) -> Page:
    """The programs with their pairs counted."""
    programs = [
        _program_pairs(edition, program)
        for program in public_programs(edition)
        if edition.public_pairs(program)
    ]
    head = (
        edition.words(msg("Pairs and groups")),
        edition.words(msg("The pairs and groups of this community, program by program.")),
    )
    return edition.page(
        "pairs.html",
        PAIRS,
        PAIRS,
        head,
        programs=programs,
        total=sum(program.total for program in programs),
        active=sum(program.active for program in programs),
    )


def program_pairs_pages(edition: Edition, program: ProgramId) -> Iterator[Page]:
    """The list of a program's pairs, in parts when it is long; none without pairs."""
    found = edition.public_pairs(program)
    title = edition.text(edition.community.programs[program].title)
    kind = edition.community.programs[program].kind
    parts = -(-len(found) // PAIRS_A_PAGE)
    for number in range(1, parts + 1):
        address = part_address(program_pairs_address(program), number)
        part = found[(number - 1) * PAIRS_A_PAGE : number * PAIRS_A_PAGE]
        head = (
            edition.words(words.pairs_of(kind, title)),
            edition.words(words.listed_pairs_of(kind, title)),
        )
        yield edition.page(
            "program_pairs.html",
            address,
            shell_of(address),
            head,
            cards=[pair_card(edition, pair_id) for pair_id in part],
            total=words.number_of_pairs(kind, len(found)),
            program_title=title,
            program_page=program_address(program),
            parts=[part_address(program_pairs_address(program), n) for n in range(1, parts + 1)],
            number=number,
        )


def pair_page(edition: Edition, pair_id: PairId) -> Page:
    """A pair's own page."""
    community = edition.community
    pair = community.pairs[pair_id]
    program = community.programs.get(pair_id.program)
    sessions = community.sessions_of(pair_id)
    address = pair_address(community, pair_id)
    card = pair_card(edition, pair_id)
    next_day = _next_day(edition, pair_id)
    program_title = pair_id.program if program is None else edition.text(program.title)
    open_story, aims = tells_its_story(community, pair), aims_of(edition, pair_id)
    head = (
        card.title,
        edition.words(
            msg("{pair} in {program}: sessions and goals.", pair=card.title, program=program_title)
        ),
    )
    return edition.page(
        "pair.html",
        address,
        shell_of(address),
        head,
        card=card,
        members=_members(edition, pair),
        program_title=program_title,
        program_page="" if program is None else program_address(pair_id.program),
        pairs_page=program_pairs_address(pair_id.program),
        rhythm=_rhythm(edition, pair_id),
        end=pair.end or pair.expected_end,
        is_over=is_over(pair),
        calendar=calendar_of(address) if pair_events(edition, pair_id) else "",
        next_day=next_day,
        next_times=list(next_times(edition, pair_id, next_day)),
        guide=next_guide(edition, pair_id, next_day),
        together=_together(edition.progress[pair_id]),
        actions=_actions(edition.progress[pair_id]),
        steps=[_step(edition, session) for session in reversed(sessions)],
        agreement=agreement_of(edition, pair_id),
        aims=aims,
        attained=attained(edition.progress[pair_id]) if open_story else None,
        hidden_goals=len(pair.goals) - len(aims),
        closing=_closing(edition, pair) if open_story else "",
    )


def _program_pairs(edition: Edition, program: ProgramId) -> _ProgramPairs:
    found = edition.public_pairs(program)
    pairs = edition.community.pairs
    card = program_card(edition, program)
    return _ProgramPairs(
        title=card.title,
        page=program_pairs_address(program),
        status=card.status,
        tone=card.tone,
        pairs=words.number_of_pairs(edition.community.programs[program].kind, len(found)),
        total=len(found),
        active=sum(pairs[pair_id].status is PairStatus.ACTIVE for pair_id in found),
        held=sum(edition.progress[pair_id].held for pair_id in found),
    )


def _members(edition: Edition, pair: Pair) -> list[_PersonWord]:
    return [
        _member(edition, member.person, _role(member, pair), left_on(member, pair))
        for member in pair.members
    ]


def _role(member: Member, pair: Pair) -> Message | None:
    """What somebody is here: peers among themselves need no word, who stays on leads alone."""
    if all(one.role is PairRole.PEER for one in pair.members):
        return None
    leads = any(one.role is PairRole.MENTOR and not left_on(one, pair) for one in pair.members)
    if member.role is PairRole.CO_MENTOR and not leads and not left_on(member, pair):
        return words.PAIR_ROLE[PairRole.MENTOR]
    return words.PAIR_ROLE[member.role]


def _member(
    edition: Edition, person: PersonId, role: Message | None, left: date | None
) -> _PersonWord:
    name = name_in_pairs(edition.community, person)
    if name is None:
        return _PersonWord(edition.words(words.PARTICIPANT), "", role, left)
    return _PersonWord(name, edition.person_page(person), role, left)


def _rhythm(edition: Edition, pair_id: PairId) -> Message | None:
    program = edition.community.programs.get(pair_id.program)
    cadence = edition.community.pairs[pair_id].cadence or (program and program.cadence)
    return rhythm(cadence) if cadence else None


def _next_day(edition: Edition, pair_id: PairId) -> date | None:
    """The next session that is known of; a pair at rest has none."""
    if edition.community.pairs[pair_id].status in {PairStatus.ACTIVE, PairStatus.CONFIRMED}:
        return edition.progress[pair_id].next_session
    return None


def _together(progress: PairProgress) -> Message | None:
    """How long the sessions took in all."""
    return duration(progress.minutes) if progress.minutes else None


def _actions(progress: PairProgress) -> Message | None:
    """How much of what members wanted to do is done; what it is stays in their notes."""
    number = progress.actions_open + progress.actions_done
    if not number:
        return None
    return msg_n(
        "{done} of {count} done", "{done} of {count} done", number, done=progress.actions_done
    )


_NOTE_TONES = {NoteStatus.HELD: "good", NoteStatus.PLANNED: "new"}


def _step(edition: Edition, session: Session) -> _Step:
    is_public = edition.community.visibility_of(session) == "public"
    status = session.note.status
    return _Step(
        _StepHead(
            session.day,
            words.NOTE_STATUS[status],
            session.note.minutes if status is NoteStatus.HELD else None,
        ),
        tone=_NOTE_TONES.get(status, "rest"),
        body=session.body.strip() if is_public else "",
    )


def _closing(edition: Edition, pair: Pair) -> str:
    """What they made of it; only a pair that completed is quoted."""
    if pair.closing is None or outcome_of(pair) is not PairStatus.COMPLETED:
        return ""
    return edition.maybe(pair.closing.reflection)
