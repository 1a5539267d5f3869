"""Records that lie beside the folders of records, where nobody reads them."""

import re
from collections.abc import Collection, Iterable, Iterator

from telemaco.findings import Finding, Location, Severity
from telemaco.loading.misplaced import is_surely, meant_by_text
from telemaco.loading.stray_notes import SOMEWHERE
from telemaco.loading.taken_names import with_names_taken
from telemaco.messages import Message, msg
from telemaco.ports import SourceFile
from telemaco.records.layout import Kind
from telemaco.records.note import NoteStatus
from telemaco.records.parsing import MODELS, allowed_at

_HEADER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*---\r?\n(.*?)^---[ \t]*\r?$", re.MULTILINE | re.DOTALL
)
_KEY = re.compile(rb"^([A-Za-z_]+) *: *([^\s#]*)", re.MULTILINE)


def overlooked(beside: Iterable[SourceFile], paths: Collection[str]) -> Iterator[Finding]:
    """A warning for each of the files that reads like a record; `paths` has what is read."""
    found = ((source.path, _advice(source)) for source in beside)
    warnings = (_warning(path, advice) for path, advice in found if advice)
    return with_names_taken(warnings, paths)


def _warning(path: str, advice: Message) -> Finding:
    message = msg("the file lies outside of program/ and pairs/, so it is overlooked")
    return Finding("overlooked-file", Location(path, 1), message, advice, Severity.WARNING)


def _advice(source: SourceFile) -> Message | None:
    header = _HEADER.match(source.content)
    if header:
        return SOMEWHERE if _is_of_a_note(dict(_KEY.findall(header[1]))) else None
    looks = meant_by_text(source.path, source.content)
    return looks.advice if looks and is_surely(looks.kind, source.content) else None


def _is_of_a_note(facts: dict[bytes, bytes]) -> bool:
    keys = {key.decode() for key in facts}
    is_one = facts.get(b"status", b"").decode(errors="replace") in set(NoteStatus)
    return is_one and keys <= {*allowed_at(MODELS[Kind.NOTE], ()).keys}
