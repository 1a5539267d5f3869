"""The agreement of a pair: its text, its version, and who has accepted it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from telemaco.model.agendas import is_group
from telemaco.model.community import Community, Guide
from telemaco.model.guides import guide_in
from telemaco.model.standing import members_on
from telemaco.records.base import AgendaId, Language, PersonId
from telemaco.records.layout import PairId
from telemaco.records.pair import Agreement, PairStatus
from telemaco.records.program import ProgramKind, ProgramStatus

_PLAIN, _GROUP, _INFORMAL, _ONCE = map(
    AgendaId,
    ("agreement", "agreement-group", "agreement-informal", "agreement-single-session"),
)
_FIRST_VERSION = "1"
_TOGETHER = frozenset({PairStatus.CONFIRMED, PairStatus.ACTIVE, PairStatus.PAUSED})
_OVER = frozenset({ProgramStatus.COMPLETED, ProgramStatus.CANCELLED, ProgramStatus.ARCHIVED})


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who of the members has accepted the text as it is now, and who has not yet.

    `days` has the day of each who has. `is_expected` says whether anybody is asked for it.
    """

    version: str
    days: dict[PersonId, date]
    missing: tuple[PersonId, ...]
    is_expected: bool


def agreement_text(community: Community, pair_id: PairId, languages: Iterable[Language]) -> Guide:
    """The text for the pair in the first of the languages that it is there in.

    The community's own goes before the one that Telemaco brings; its plain one also takes the
    place of that for informal programs, unless it wrote that, too. Neither groups nor pairs that
    meet once have its plain one, which is for two people who go on meeting.
    """
    found = guide_in(community, _name(community, pair_id), languages)
    if found is None:
        raise AssertionError  # pragma: no cover (each of the names is built in)
    return found


def acceptance(community: Community, pair_id: PairId, today: date) -> Acceptance:
    """How far the agreement of a pair is, as of a day; an older version does not count.

    It is expected of pairs that are together, in formal programs that are not over.
    """
    pair = community.pairs[pair_id]
    version = version_of(community, pair_id)
    members = dict.fromkeys(member.person for member in members_on(pair, today))
    given = _accepted(pair.agreement, version) if pair.agreement else {}
    days = {person: given[person] for person in members if person in given}
    return Acceptance(
        version,
        days,
        tuple(person for person in members if person not in days),
        _is_expected(community, pair_id),
    )


def version_of(community: Community, pair_id: PairId) -> str:
    """The version of the pair's text, as it is written in the community's first language."""
    text = agreement_text(community, pair_id, community.settings.languages)
    return text.agenda.version or _FIRST_VERSION


def _accepted(agreement: Agreement, version: str) -> dict[PersonId, date]:
    return {
        person: day
        for person, day in agreement.accepted.items()
        if agreement.versions.get(person, agreement.version) == version
    }


def _is_expected(community: Community, pair_id: PairId) -> bool:
    program = community.programs.get(pair_id.program)
    return (
        program is not None
        and program.style == "formal"
        and program.status not in _OVER
        and community.pairs[pair_id].status in _TOGETHER
    )


def _name(community: Community, pair_id: PairId) -> AgendaId:
    variant = _variant(community, pair_id)
    is_replaced = variant not in community.agendas and _PLAIN in community.agendas
    return _PLAIN if variant == _INFORMAL and is_replaced else variant


def _variant(community: Community, pair_id: PairId) -> AgendaId:
    if is_group(community, pair_id):
        return _GROUP
    program = community.programs.get(pair_id.program)
    if program is not None and program.kind is ProgramKind.FLASH:
        return _ONCE
    return _INFORMAL if program is not None and program.style == "informal" else _PLAIN
