"""Session notes that lie outside the folder of their pair, and where they may belong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from telemaco.findings import Finding
from telemaco.loading.meant import is_in_a_pair, note_meant
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.ports import SourceFile
from telemaco.records.base import ProgramId
from telemaco.records.layout import Kind, PairId, address_of, as_id, pair_path, pairs_folder

_FEW = 5
"""So many pairs of a program are named, no more."""

_STATUS = re.compile(rb"\A(\xef\xbb\xbf)?---\r?\n([^\n]*\n)*?status:")
_LETTERS = frozenset({".md", ".markdown", ".txt"})
SOMEWHERE = msg(
    "It looks like a session note. Move it into the folder of its pair: "
    "pairs/, then the program, then the pair."
)


def with_advice(finding: Finding, source: SourceFile) -> Finding:
    """The finding about a file that lies where none belongs; a note is not to be deleted."""
    is_stray = finding.code == "unexpected-file" and not is_in_a_pair(source.path)
    return replace(finding, hint=SOMEWHERE) if is_stray and _is_note(source) else finding


def with_pairs_meant(findings: Iterable[Finding], community: Community) -> Iterator[Finding]:
    """The findings; those about such notes name the pairs that they may belong to."""
    for finding in findings:
        is_stray = finding.hint == SOMEWHERE
        hint = _where_to(finding.location.path, community) if is_stray else finding.hint
        yield replace(finding, hint=hint)


def _is_note(source: SourceFile) -> bool:
    """Whether it is called as a note is, or begins as one."""
    path = PurePosixPath(source.path)
    address = address_of(note_meant(f"pairs/program/pair/{path.name}"))
    if address is not None and address.kind in {Kind.NOTE, Kind.SEALED_NOTE}:
        return True
    return path.suffix.lower() in _LETTERS and _STATUS.match(source.content) is not None


def _where_to(path: str, community: Community) -> Message:
    first, *inner = PurePosixPath(path).parent.parts
    program = _program(inner[0], community) if first == "pairs" and inner else None
    if program is None:
        return SOMEWHERE
    pairs = [pair for pair in community.pairs if pair.program == program]
    pairs = [pair for pair in pairs if pair.pair in inner[1:2]] or pairs
    if not 0 < len(pairs) <= _FEW:
        return msg(
            "It looks like a session note. Move it into the folder of its pair, in {folder}.",
            folder=f"{pairs_folder(program)}/",
        )
    return msg_n(
        "It looks like a session note. Move it into the folder of its pair: {folders}.",
        "It looks like a session note. Move it into the folder of its pair, one of these: "
        "{folders}.",
        len(pairs),
        folders=", ".join(map(_folder, pairs)),
    )


def _program(name: str, community: Community) -> ProgramId | None:
    """The program that a folder's name means."""
    known = community.ids_of_programs
    meant = as_id(name) if as_id(name) in known else closest(name, known)
    return ProgramId(meant) if meant else None


def _folder(pair: PairId) -> str:
    return f"{PurePosixPath(pair_path(pair)).parent}/"
