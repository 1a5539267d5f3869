"""The files of a matching: a pair.yaml for every proposal, and the receipt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from telemaco.findings import TelemacoError
from telemaco.matching.result import Match, Proposal
from telemaco.messages import msg
from telemaco.model.community import Community, ReceiptId
from telemaco.model.first_goals import first_goals
from telemaco.model.pair_names import free_name, taken_names
from telemaco.model.program_steps import first_day_of_new_pairs
from telemaco.ports import Remover, SourceFile, Translator, Writer
from telemaco.records.base import PairName, PersonId
from telemaco.records.layout import (
    Kind,
    PairId,
    maximum_size,
    pair_path,
    receipt_path,
)
from telemaco.records.pair import PairRole
from telemaco.usecases.match_receipt import receipt_of, receipt_text
from telemaco.yamltext.writing import write

_PAIR_SCHEMA = "yaml-language-server: $schema=../../../docs/schema/pair.json"
_POINTS = 1000
_MOST_A_DAY = 9


@dataclass(frozen=True, slots=True)
class MatchFiles:
    """What a matching changes: the receipt, the files of new pairs, and those that go.

    `gone` are the files of proposals that a run replaces and does not make again.
    """

    receipt: SourceFile
    pairs: tuple[SourceFile, ...]
    gone: tuple[str, ...]


def files_of(found: Match, community: Community, translator: Translator) -> MatchFiles | None:
    """What a matching changes; None when it proposes nothing and replaces nothing.

    No path is one that the community has already, but for those of the pairs that the run
    replaces. Raises TelemacoError when there are nine receipts of the day.
    """
    if not found.proposals and not found.redo:
        return None
    name = _receipt_name(found, community)
    names = _names(found, community)
    path = receipt_path(found.program, name)
    text = receipt_text(receipt_of(found, names, translator), maximum_size(path))
    pairs = tuple(
        _file(
            pair_path(PairId(found.program, pair)),
            write(_pair(found, proposal, community, name), _PAIR_SCHEMA),
        )
        for pair, proposal in zip(names, found.proposals, strict=True)
    )
    replaced = found.redo.pairs if found.redo else ()
    gone = tuple(pair_path(pair_id) for pair_id in replaced if pair_id.pair not in names)
    return MatchFiles(_file(path, text), pairs, gone)


def write_files(
    files: MatchFiles, writer: Writer, remover: Remover, done: Callable[[], None]
) -> None:
    """Write the receipt, take away what the run replaces, write the proposed pairs.

    `done` is called after each pair.

    In this order a run that is cut short leaves a community without a fault, and the next one
    proposes what is missing. Raises TelemacoError.
    """
    writer.write(files.receipt.path, files.receipt.content)
    for path in files.gone:
        remover.remove(path)
    for file in files.pairs:
        writer.write(file.path, file.content)
        done()


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
    """A folder name for every proposal: that of the pair it makes again, else a free one."""
    replaced = {
        _people(community, pair_id): pair_id.pair
        for pair_id in (found.redo.pairs if found.redo else ())
    }
    taken = taken_names(community, found.program)
    names = []
    for proposal in found.proposals:
        again = replaced.get(frozenset(person for person, _ in proposal.members))
        name = again or free_name(_stem(proposal), taken)
        taken.add(name)
        names.append(PairName(name))
    return names


def _people(community: Community, pair_id: PairId) -> frozenset[PersonId]:
    return frozenset(member.person for member in community.pairs[pair_id].members)


def _stem(proposal: Proposal) -> str:
    (first, role), (second, second_role) = proposal.members[:2]
    if role is PairRole.PEER:
        return f"{first}-circle"
    if len(proposal.members) > 2 or role is PairRole.FACILITATOR:  # noqa: PLR2004 (a pair is two)
        return f"{first}-group"
    return f"{first}-{second}" if second_role is PairRole.MENTEE else first


def _pair(found: Match, proposal: Proposal, community: Community, receipt: str) -> dict[str, Any]:
    program = community.programs[found.program]
    dates, start = program.dates, first_day_of_new_pairs(program, found.today)
    value: dict[str, Any] = {
        "members": [
            {"person": str(person), "role": role.value} for person, role in proposal.members
        ],
        "status": "proposed",
        "start": start,
    }
    end = dates.end if dates.end and dates.end > start else None
    if end:
        value["expected_end"] = end
    value["match"] = {"receipt": receipt, "score": proposal.score // _POINTS}
    goals = [
        goal.model_dump(exclude_defaults=True)
        for goal in first_goals(community, proposal.members, start, end)
    ]
    return value | ({"goals": goals} if goals else {})
