"""The files of a matching: a pair.yaml for every proposal, and the receipt."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from telemaco import __version__
from telemaco.findings import TelemacoError
from telemaco.matching.recruit import Opening
from telemaco.matching.result import Match, Proposal, Unmatched
from telemaco.messages import msg
from telemaco.model.community import Community, ReceiptId
from telemaco.ports import SourceFile, Translator
from telemaco.records.base import ID_LENGTH, PairName, ProgramId
from telemaco.records.layout import (
    RESERVED_PAIR_NAMES,
    Kind,
    PairId,
    maximum_size,
    pair_path,
    receipt_path,
)
from telemaco.records.pair import PairRole
from telemaco.yamltext.writing import write

_PAIR_SCHEMA = "yaml-language-server: $schema=../../../docs/schema/pair.json"
_RECEIPT_SCHEMA = "yaml-language-server: $schema=../../../docs/schema/receipt.json"
_POINTS = 1000
_MOST_A_DAY = 9


def files_of(found: Match, community: Community, translator: Translator) -> tuple[SourceFile, ...]:
    """What a matching writes, the receipt last; nothing when it proposes nothing.

    No path is one that the community has already. Raises TelemacoError when there are nine
    receipts of the day.
    """
    if not found.proposals:
        return ()
    receipt = _receipt_name(found, community)
    names = _names(found, community)
    pairs = [
        _file(
            pair_path(PairId(found.program, name)),
            write(_pair(found, proposal, community, receipt), _PAIR_SCHEMA),
        )
        for name, proposal in zip(names, found.proposals, strict=True)
    ]
    path = receipt_path(found.program, receipt)
    text = _receipt(found, names, translator, maximum_size(path))
    return (*pairs, _file(path, text))


def _file(path: str, text: str) -> SourceFile:
    return SourceFile(path, text.encode())


def _receipt_name(found: Match, community: Community) -> str:
    """The day, with a number from the second receipt of the day on."""
    day = found.today.isoformat()
    for number in range(1, _MOST_A_DAY + 1):
        name = day if number == 1 else f"{day}-{number}"
        known = ReceiptId(found.program, name) in community.receipts
        if not known and not community.is_unread(Kind.RECEIPT, found.program, name):
            return name
    raise TelemacoError(
        msg("There are {most} receipts of {day} already.", most=_MOST_A_DAY, day=found.today),
        msg("Run it again tomorrow, or delete the receipts of trials."),
    )


def _names(found: Match, community: Community) -> list[PairName]:
    """A free folder name for every proposal."""
    taken = _taken(community, found.program)
    names = []
    for proposal in found.proposals:
        name = _free_name(_stem(proposal), taken)
        taken.add(name)
        names.append(PairName(name))
    return names


def _taken(community: Community, program_id: ProgramId) -> set[str]:
    folders = (*community.pairs, *community.sessions)
    unread = community.unread.get(Kind.PAIR, frozenset())
    return {
        *RESERVED_PAIR_NAMES,
        *(folder.pair for folder in folders if folder.program == program_id),
        *(pair for program, pair in unread if program == program_id),
    }


def _stem(proposal: Proposal) -> str:
    (first, role), (second, second_role) = proposal.members[:2]
    if role is PairRole.PEER:
        return f"{first}-circle"
    if len(proposal.members) > 2 or role is PairRole.FACILITATOR:  # noqa: PLR2004 (a pair is two)
        return f"{first}-group"
    return f"{first}-{second}" if second_role is PairRole.MENTEE else first


def _free_name(stem: str, taken: set[str]) -> str:
    for number in count(1):
        ending = "" if number == 1 else f"-{number}"
        name = stem[: ID_LENGTH - len(ending)].rstrip("-") + ending
        if name not in taken:
            return name
    raise AssertionError  # pragma: no cover (count never ends)


def _pair(found: Match, proposal: Proposal, community: Community, receipt: str) -> dict[str, Any]:
    dates = community.programs[found.program].dates
    start = max(dates.start, found.today)
    value: dict[str, Any] = {
        "members": [
            {"person": str(person), "role": role.value} for person, role in proposal.members
        ],
        "status": "proposed",
        "start": start,
    }
    if dates.end and dates.end > start:
        value["expected_end"] = dates.end
    return value | {"match": {"receipt": receipt, "score": proposal.score // _POINTS}}


def _receipt(found: Match, names: list[PairName], translator: Translator, most: int) -> str:
    """The receipt as text; without the shares, then without runners-up, if it is too long.

    What is left out can be worked out again from the same files.
    """
    for leave_out in ((), ("shares",), ("shares", "runners_up", "cautions")):
        text = write(_receipt_value(found, names, translator, leave_out), _RECEIPT_SCHEMA)
        if len(text.encode()) <= most:
            break
    return text


def _receipt_value(
    found: Match, names: list[PairName], translator: Translator, leave_out: tuple[str, ...]
) -> dict[str, Any]:
    pairs = (
        {"pair": str(name), **_proposed(proposal, translator)}
        for name, proposal in zip(names, found.proposals, strict=True)
    )
    value: dict[str, Any] = {
        "on": found.today,
        "version": __version__,
        "seed": found.seed,
        "digest": found.digest,
        "settings": dict(found.settings),
        "pairs": [
            {key: entry for key, entry in pair.items() if key not in leave_out and entry != []}
            for pair in pairs
        ],
        "unmatched": [_unmatched(one, translator) for one in found.unmatched],
        "recruit": [_recruit(opening) for opening in found.openings],
    }
    return {key: entry for key, entry in value.items() if entry != []}


def _proposed(proposal: Proposal, translator: Translator) -> dict[str, Any]:
    runners_up = dict.fromkeys(one for link in proposal.links for one in link.runners_up)
    return {
        "members": [str(person) for person, _ in proposal.members],
        "score": proposal.score // _POINTS,
        "shares": [
            {
                "criterion": share.criterion,
                "weight": share.weight,
                "value": share.value,
                "points": share.points,
            }
            for share in proposal.shares
        ],
        "cautions": list(_cautions(proposal, translator)),
        "runners_up": [
            {"of": str(one.of), "person": str(one.person), "score": one.score // _POINTS}
            for one in runners_up
        ],
    }


def _cautions(proposal: Proposal, translator: Translator) -> Iterator[str]:
    """Each caution once."""
    texts = (translator.text(caution.text) for link in proposal.links for caution in link.cautions)
    return iter(dict.fromkeys(texts))


def _unmatched(one: Unmatched, translator: Translator) -> dict[str, Any]:
    value = {"person": str(one.person), "binding": translator.text(one.binding)}
    if one.closest:
        value["closest"] = translator.text(one.closest)
    if one.would_help:
        value["would_help"] = translator.text(one.would_help)
    return value


def _recruit(opening: Opening) -> dict[str, Any]:
    value = {
        "mentor": opening.mentor,
        "skills": list(opening.skills),
        "language": opening.language,
        "timezone": opening.zone,
        "serves": opening.serves,
        "points": opening.points,
    }
    return {key: entry for key, entry in value.items() if entry not in (None, [])}
