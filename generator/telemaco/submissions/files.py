"""The changes that a form asks for as the bytes of whole files."""

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.submissions.draft import EditedFile, NewFile
from telemaco.submissions.guard import is_writable
from telemaco.yamltext.editing import UneditableError, edit, edit_facts
from telemaco.yamltext.writing import write


def content_of(change: NewFile | EditedFile, before: bytes | None) -> bytes:
    """The content of the file after the change; `before` is what it has now, if it is there.

    Raises UneditableError when what is there cannot be changed so, or a new file is there already,
    and TelemacoError for a file that no form may write.
    """
    if not is_writable(change.path):
        raise TelemacoError(msg("A form must not write {path}.", path=change.path))
    if isinstance(change, EditedFile):
        return edited(change, before or b"")
    if before is not None:
        raise UneditableError
    return _new(change)


def edited(file: EditedFile, before: bytes) -> bytes:
    """The content of a file after a change that whoever may write every file decided on.

    Raises UneditableError when what is there cannot be changed so.
    """
    change = edit_facts if file.path.endswith(".md") else edit
    text = change(before.decode(), file.changes)
    return _joined(text, file.more).encode(errors="surrogatepass")


def _new(file: NewFile) -> bytes:
    facts = write(file.value, f"yaml-language-server: $schema={_schema(file)}")
    text = facts if file.body is None else f"---\n{facts}---\n{file.body}"
    return text.encode(errors="surrogatepass")


def _joined(text: str, more: str) -> str:
    """The text with more below it, an empty line between them unless it is facts alone."""
    if not more:
        return text
    return f"{text}{more}" if text.endswith("---\n") else f"{text.rstrip()}\n\n{more}"


def _schema(file: NewFile) -> str:
    if file.path.startswith("program/"):
        return "../../docs/schema/person.json"
    kind = "pair" if file.body is None else "note"
    return f"../../../docs/schema/{kind}.json"
