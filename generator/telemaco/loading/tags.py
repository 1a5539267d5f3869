"""The words that people use for skills, person by person: from a list, a table, their files."""

import csv
from collections.abc import Iterator, Sequence

from telemaco.findings import TelemacoError
from telemaco.loading.text import decode
from telemaco.messages import Choices, msg
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read

Tags = tuple[str, ...]
"""The words of one person."""

_DELIMITERS = ",;\t"


def of_list(text: str) -> list[Tags]:
    """The words of a text with one a line.

    An empty line ends a person's words; a text without one has a person a line.
    """
    lines = [line.strip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    if "" not in lines:
        return [(line,) for line in lines]
    people: list[list[str]] = [[]]
    for line in lines:
        if line:
            people[-1].append(line)
        elif people[-1]:
            people.append([])
    return [tuple(words) for words in people]


def of_table(text: str, columns: Sequence[str]) -> list[Tags]:
    """The words in columns of comma-separated values, a row a person; none are the only one.

    The delimiter is the one of comma, semicolon and tab that the first line has most of.
    Raises TelemacoError when there is no such column.
    """
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    names = [name.strip() for name in next(rows, [])]
    wanted = tuple(dict.fromkeys(columns)) or (names if len(names) == 1 else ())
    places = [_place(names, column) for column in wanted or (None,)]
    people = (
        tuple(row[place] for place in places if len(row) > place and row[place].strip())
        for row in rows
    )
    return [words for words in people if words]


def _place(names: Sequence[str], column: str | None) -> int:
    if column in names:
        return names.index(column)
    raise TelemacoError(
        msg("the table has no column {column}", column=column)
        if column
        else msg("the table has several columns"),
        msg("Name the one with the skills: --column with {names}.", names=Choices((*names,))),
    )


def of_person(path: str, content: bytes) -> Tags:
    """The skills that a person's file names, whether or not the vocabulary has them.

    Empty for a file that is no YAML: `telemaco check` says what is wrong with it.
    """
    text = decode(path, content)
    if not isinstance(text, str):
        return ()
    try:
        value = read(text)
    except RefusedError:
        return ()
    return tuple(_skills(value))


def _skills(value: object) -> Iterator[str]:
    for key in ("offers", "seeks"):
        entries = value.get(key) if isinstance(value, dict) else None
        for entry in entries if isinstance(entries, list) else ():
            skill = entry.get("skill") if isinstance(entry, dict) else None
            if isinstance(skill, str) and skill.strip():
                yield skill
