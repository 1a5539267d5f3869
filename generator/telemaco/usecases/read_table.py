"""A table of a form service and its mapping, read from files."""

from collections.abc import Callable
from typing import Any

from telemaco.findings import TelemacoError
from telemaco.loading.text import decode
from telemaco.loading.yaml_words import finding
from telemaco.messages import Message, msg
from telemaco.tables.columns import Table, table
from telemaco.tables.fields import field_of
from telemaco.tables.mapping import ColumnMap, column_map
from telemaco.tables.reading import rows_of, what_to_export
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read
from telemaco.yamltext.survey import survey


def read_table(path: str, content: bytes, mapping: ColumnMap | None) -> Table:
    """The table; without a mapping its titles are guessed. Raises TelemacoError."""
    rows = rows_of(content)
    if isinstance(rows, Message):
        raise _unreadable(path, rows)
    known: Callable[[str], bool] = lambda title: field_of(title) is not None  # noqa: E731
    if mapping is not None:
        known = mapping.columns.__contains__
    found = table(rows.rows, known)
    if isinstance(found, Message):
        raise _unreadable(path, found)
    if mapping is not None:
        _require_columns(path, found, mapping)
    return found


def read_mapping(path: str, content: bytes) -> ColumnMap:
    """The mapping. Raises TelemacoError with everything that is wrong with it."""
    text = decode(path, content)
    found = column_map(_value(path, text) if isinstance(text, str) else None)
    if isinstance(found, ColumnMap):
        return found
    first, *others = found
    raise TelemacoError(
        msg("{path}: {problem}", path=path, problem=first),
        msg("{problem}", problem=others[0]) if others else None,
    )


def _value(path: str, text: str) -> Any:  # noqa: ANN401 (any plain value)
    try:
        return read(text)
    except RefusedError as error:
        told = finding(path, survey(text).faults[0])
        raise TelemacoError(
            msg(
                "{path}:{line}: {problem}", path=path, line=told.location.line, problem=told.message
            ),
            told.hint,
        ) from error


def _require_columns(path: str, found: Table, mapping: ColumnMap) -> None:
    for title in (*mapping.columns, *mapping.must_agree):
        if title not in found.columns:
            raise TelemacoError(
                msg('{path} has no column "{title}"', path=path, title=title),
                msg("Take its line out of the mapping, or write the title as the table has it."),
            )
        if found.columns[title].is_contact:
            raise TelemacoError(
                msg('the column "{title}" holds addresses or phone numbers', title=title),
                msg("They are never stored in files. Take its line out of the mapping."),
            )


def _unreadable(path: str, reason: Message) -> TelemacoError:
    return TelemacoError(
        msg("{path} cannot be read: {reason}", path=path, reason=reason), what_to_export(reason)
    )
