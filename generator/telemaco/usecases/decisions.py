"""What is decided about many at once: planned, checked, and written all or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from telemaco.findings import Severity, TelemacoError
from telemaco.messages import Message, msg
from telemaco.ports import Sources, Writer
from telemaco.submissions.draft import EditedFile
from telemaco.submissions.files import edited
from telemaco.usecases.check import check_change
from telemaco.usecases.overlaid import Overlaid
from telemaco.yamltext.changes import Change
from telemaco.yamltext.editing import UneditableError


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a person or a pair, in words, and the changes of files that say it.

    `about` is what helps to decide.
    """

    subject: str
    what: Message
    files: tuple[EditedFile, ...]
    about: Message | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A person or a pair that stays as it is, and why; `is_named` if somebody asked for it."""

    subject: str
    why: Message
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """Everything that is decided together; `files` are the whole files that say it, by path."""

    decisions: tuple[Decision, ...]
    left_out: tuple[LeftOut, ...]
    files: Mapping[str, bytes]


def decided(found: Iterable[Decision | LeftOut], sources: Sources, today: date) -> Decided:
    """The decisions with the files they make.

    Raises TelemacoError when a file cannot be changed, or would have an error afterwards.
    """
    each = tuple(found)
    decisions = tuple(one for one in each if isinstance(one, Decision))
    left_out = tuple(one for one in each if isinstance(one, LeftOut))
    files = {
        path: _content(path, tuple(dict.fromkeys(changes)), sources)
        for path, changes in _by_path(decisions).items()
    }
    _refuse_what_would_be_wrong(files, sources, today)
    return Decided(decisions, left_out, files)


def write_together(files: Mapping[str, bytes], sources: Sources, writer: Writer) -> None:
    """Write all files. When one cannot be written, those before it are put back. Raises."""
    before = {path: sources.read(path) for path in files}
    begun: list[str] = []
    try:
        for path, content in files.items():
            begun.append(path)
            writer.write(path, content)
    except BaseException:
        for path in begun:
            writer.write(path, before[path] or b"")
        raise


def _by_path(decisions: Iterable[Decision]) -> dict[str, list[Change]]:
    """What changes in each file; somebody may belong to several pairs."""
    found: dict[str, list[Change]] = {}
    for decision in decisions:
        for file in decision.files:
            found.setdefault(file.path, []).extend(file.changes)
    return found


def _content(path: str, changes: tuple[Change, ...], sources: Sources) -> bytes:
    try:
        return edited(EditedFile(path, changes), sources.read(path) or b"")
    except UneditableError as error:
        raise TelemacoError(
            msg("{path} cannot be changed without harm; change it by hand", path=path)
        ) from error


def _refuse_what_would_be_wrong(files: Mapping[str, bytes], sources: Sources, today: date) -> None:
    """Raise TelemacoError for the first error that a check would find and did not before."""
    if not files:
        return
    for finding in check_change(Overlaid(sources, files), sources, today).checked.findings:
        if finding.severity is Severity.ERROR:
            raise TelemacoError(
                msg("{path}: {problem}", path=finding.location.path, problem=finding.message),
                finding.hint,
            )
