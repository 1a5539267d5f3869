"""Open tables as files: CSV or JSON, each with a data dictionary."""

import csv
import json
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Any

from telemaco.ports import Translator
from telemaco.render.open_data.tables import Cell, OpenTable

DICTIONARY = "datapackage.json"
"""A Data Package (datapackage.org), which says what every column means."""


def files_of(
    tables: Sequence[OpenTable], form: str, translator: Translator, licence: str | None = None
) -> dict[str, bytes]:
    """The files by name; `form` is one of `FORMATS`, `licence` what community.yaml says."""
    found = {f"{table.name}.{form}": FORMATS[form](table) for table in tables}
    resources = _resources(tables, form, translator)
    dictionary = {"name": "mentoring-community", **_licences(licence), "resources": resources}
    return {**found, DICTIONARY: written(dictionary)}


def in_all_formats(
    tables: Sequence[OpenTable], translator: Translator, licence: str | None = None
) -> dict[str, bytes]:
    """The files of every format by name; the dictionary is that of CSV."""
    return {
        name: content
        for form in reversed(FORMATS)
        for name, content in files_of(tables, form, translator, licence).items()
    }


def as_csv(table: OpenTable) -> bytes:
    """A table as RFC 4180 writes it; an apostrophe stands before what a spreadsheet would run."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return file.getvalue().encode()


def as_json(table: OpenTable) -> bytes:
    """A table as a list of maps; what is not said is null."""
    names = [column.name for column in table.columns]
    return written([dict(zip(names, row, strict=True)) for row in table.rows])


def written(value: object) -> bytes:
    """A value as JSON for people to read, too."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


FORMATS: dict[str, Callable[[OpenTable], bytes]] = {"csv": as_csv, "json": as_json}


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _licences(licence: str | None) -> dict[str, Any]:
    """The licence as a Data Package names it: by its address, or by its name with hyphens."""
    if licence is None:
        return {}
    if licence.startswith("https://"):
        return {"licenses": [{"path": licence}]}
    return {"licenses": [{"name": "-".join(licence.split()), "title": licence}]}


def _resources(
    tables: Sequence[OpenTable], form: str, translator: Translator
) -> list[dict[str, Any]]:
    say = translator.text
    return [
        {
            "name": table.name,
            "path": f"{table.name}.{form}",
            "title": say(table.title),
            "description": say(table.description),
            "format": form,
            "encoding": "utf-8",
            "schema": {
                "fields": [
                    {"name": one.name, "type": one.kind, "description": say(one.description)}
                    for one in table.columns
                ],
                "primaryKey": "id",
            },
        }
        for table in tables
    ]


_FORMULA = ("=", "+", "-", "@", "\t", "\r")
