"""The JSON Schemas of the records, as files for editors."""

import json
from collections.abc import Callable, Mapping

from telemaco.ports import Writer
from telemaco.records.parsing import MODELS
from telemaco.records.schema import schema_of

FOLDER = "docs/schema"


def schemas() -> Mapping[str, bytes]:
    """A file for each kind of record, by path."""
    return {
        f"{FOLDER}/{kind.value}.json": _written(schema_of(model)) for kind, model in MODELS.items()
    }


def outdated(read: Callable[[str], bytes | None]) -> Mapping[str, bytes]:
    """The schemas that say something else than their files, or have none."""
    return {path: content for path, content in schemas().items() if read(path) != content}


def write_all(files: Mapping[str, bytes], writer: Writer) -> None:
    """Put each file in its place."""
    for path, content in files.items():
        writer.write(path, content)


def _written(schema: Mapping[str, object]) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
