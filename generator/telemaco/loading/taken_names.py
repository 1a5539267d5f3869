"""Names that a hint would give to a file, and that another file has already."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import PurePosixPath

from telemaco.findings import Finding
from telemaco.messages import Message, msg
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import Address, Kind, NoteId, PairId, address_of, note_path

_CODES = frozenset(
    {"bad-name", "overlooked-file", "unexpected-file", "unexpected-folder", "wrong-ending"}
)
_ALONE = frozenset({Kind.COMMUNITY, Kind.SKILLS, Kind.PAIR})
"""Kinds of which a folder has one."""


def with_names_taken(findings: Iterable[Finding], paths: Collection[str]) -> Iterator[Finding]:
    """The findings; where something of the name that they advise is there already, they say so."""
    told = list(findings)
    if not any(finding.code in _CODES for finding in told):
        yield from told
        return
    taken = frozenset(chain(paths, *map(_folders, paths)))
    for finding in told:
        target = _target(finding.hint) if finding.hint and finding.code in _CODES else None
        is_taken = target in taken and target != finding.location.path
        yield (
            replace(finding, hint=_hint(finding, target, taken)) if target and is_taken else finding
        )


def _folders(path: str) -> list[str]:
    return [str(folder) for folder in PurePosixPath(path).parents]


def _target(hint: Message) -> str | None:
    """The path to which the hint would have something renamed or moved."""
    inner = hint.facts.get("advice")
    facts = inner.facts if isinstance(inner, Message) else hint.facts
    path = facts.get("path", facts.get("meant"))
    return path if isinstance(path, str) else None


def _hint(finding: Finding, path: str, taken: Collection[str]) -> Message:
    kind = finding.hint.facts.get("kind") if finding.hint else None
    advice = _advice(path, taken)
    return msg("It looks like {kind}. {advice}", kind=kind, advice=advice) if kind else advice


def _advice(path: str, taken: Collection[str]) -> Message:
    address = address_of(path)
    if address is None:
        return msg("There is {path} already: move what is in this folder into it.", path=path)
    if address.kind is Kind.NOTE:
        return msg(
            "There is {path} already. If this is another session of that day, rename it to {free}; "
            "if it is a copy, delete it.",
            path=path,
            free=_free(_first_of_its_day(address), taken),
        )
    if address.kind in _ALONE:
        return msg(
            "There is {path} already. Put into it what is right in this file, and delete this one.",
            path=path,
        )
    return msg(
        "There is {path} already. If both are about the same, put into it what is right in this "
        "file, and delete this one; if not, rename this one to {free}.",
        path=path,
        free=_free(path, taken),
    )


def _first_of_its_day(address: Address) -> str:
    program, pair, day, _ = address.names
    return note_path(PairId(ProgramId(program), PairName(pair)), NoteId(day))


def _free(path: str, taken: Collection[str]) -> str:
    """The path with the first number behind its name that is free."""
    stem, ending = path.rsplit(".", 1)
    return next(free for n in count(2) if (free := f"{stem}-{n}.{ending}") not in taken)
