"""What waits for the coordinators, as far as everybody may read it.

Who waits, who has not confirmed and who is silent is nobody else's business: of these there are
numbers only, and none of fewer people than `privacy.small_group`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from telemaco.messages import Message, msg
from telemaco.model.pairings import pairing_of
from telemaco.progress.farewells import left_over
from telemaco.progress.values import HealthKind
from telemaco.progress.waiting import waiting_in
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.render.pages.addresses import COORDINATORS, pair_address, program_address, shell_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.heartbeat import heartbeat
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairing_sentences import people_without
from telemaco.render.pages.pairs import pair_title
from telemaco.render.pages.program_pages import current_programs, public_programs

_SOON = timedelta(days=30)
_ENDS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A program on the list; None stands for a number of too few people.

    `waiting` says for what people wait.
    """

    title: str
    page: str
    waiting: Message
    people: int | None
    days: int | None
    proposals: int | None
    silent: int | None


@dataclass(frozen=True, slots=True)
class _LeftOver:
    """A program that is over, and how many have a place in it yet; None for too few people."""

    title: str
    page: str
    people: int | None


@dataclass(frozen=True, slots=True)
class _End:
    """A pair that is to end soon, or should have ended."""

    day: date
    title: str
    page: str
    what: Message
    tone: str


def coordinators_page(edition: Edition) -> Page:
    """Numbers program by program, and the pairs that come to their end."""
    programs = current_programs(edition)
    ends = sorted(_ends(edition, programs), key=lambda end: (end.day, end.title))
    head = (
        edition.words(msg("What waits for the coordinators")),
        edition.words(msg("What waits for the coordinators of this community, in numbers.")),
    )
    rows = [_row(edition, name) for name in programs]
    return edition.page(
        "coordinators.html",
        COORDINATORS,
        shell_of(COORDINATORS),
        head,
        rows=rows,
        has_few=any(None in (row.people, row.proposals, row.silent) for row in rows),
        small=edition.community.settings.privacy.small_group,
        left=list(_left(edition)),
        ends=ends[:_ENDS_SHOWN],
        more=max(len(ends) - _ENDS_SHOWN, 0),
        soon=_SOON.days,
        heartbeat=heartbeat(edition),
    )


def _row(edition: Edition, name: ProgramId) -> _Waiting:
    community = edition.community
    pairs = community.pairs_of_program.get(name, ())
    waiting = waiting_in(community, name, edition.today)
    people = _told(edition, len(waiting), {one.person for one in waiting})
    return _Waiting(
        title=edition.text(community.programs[name].title),
        page=program_address(name),
        waiting=people_without(pairing_of(community.programs[name].kind)),
        people=people,
        days=waiting[0].days if people else None,
        proposals=_number(
            edition, [p for p in pairs if community.pairs[p].status is PairStatus.PROPOSED]
        ),
        silent=_number(
            edition, [p for p in pairs if edition.progress[p].health.kind is HealthKind.SILENT]
        ),
    )


def _left(edition: Edition) -> Iterator[_LeftOver]:
    for name in public_programs(edition):
        people = left_over(edition.community, name)
        if people:
            yield _LeftOver(
                edition.text(edition.community.programs[name].title),
                program_address(name),
                _told(edition, len(people), people),
            )


def _number(edition: Edition, pairs: Collection[PairId]) -> int | None:
    members = {one.person for pair in pairs for one in edition.community.pairs[pair].members}
    return _told(edition, len(pairs), members)


def _told(edition: Edition, number: int, people: Collection[PersonId]) -> int | None:
    is_small = 0 < len(people) < edition.community.settings.privacy.small_group
    return None if is_small else number


def _ends(edition: Edition, programs: Collection[ProgramId]) -> Iterator[_End]:
    """Their pages tell the day, too."""
    community = edition.community
    for pair_id in (pair for name in programs for pair in edition.public_pairs(name)):
        pair = community.pairs[pair_id]
        day = pair.expected_end
        if pair.status is PairStatus.ACTIVE and day and day <= edition.today + _SOON:
            is_past = day < edition.today
            yield _End(
                day,
                pair_title(edition, pair_id),
                pair_address(community, pair_id),
                msg("Past its end") if is_past else msg("Ends soon"),
                "rest" if is_past else "new",
            )
