"""What an import remembers: who came from which row, and digests of what the table said."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.records.base import PersonId
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read

RECEIPT = "program/.imports.yaml"
"""Its name begins with a dot, so that it is no record; it belongs into Git with the rest."""
HEAD = msg(
    "What telemaco import wrote last, as digests: it tells your changes from the table's. Keep it."
)
"""The comment at its beginning."""


@dataclass(frozen=True, slots=True)
class Known:
    """A person who came from a table, its digest, and the digests of what it said, by key.

    Of one who was removed since, nothing is known but that they came from there: `person` is None.
    """

    person: PersonId | None
    table: str
    facts: Mapping[str, str]


def removed(known: Known) -> Known:
    """What stays of somebody who was removed from the files."""
    return Known(None, known.table, {})


def receipt_of(content: bytes | None) -> dict[str, Known]:
    """What is remembered, by the digest of who it is about. Raises TelemacoError."""
    if content is None:
        return {}
    try:
        value: Any = read(content.decode())
        return {identity: _known(one) for identity, one in value.items()}
    except (
        RefusedError,
        UnicodeDecodeError,
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
    ) as error:
        raise TelemacoError(
            msg("{path} cannot be read", path=RECEIPT),
            msg("Take it back from Git: git checkout {path}", path=RECEIPT),
        ) from error


def head_of(content: bytes) -> str:
    """The comment at the beginning of a receipt."""
    return content.decode().partition("\n")[0].removeprefix("# ")


def receipt_text(known: Mapping[str, Known], head: str) -> bytes:
    """The receipt's file. Its words are ids and digests, which need no quotes for our reader."""
    lines = [f"# {head}"]
    for identity, one in sorted(known.items(), key=lambda item: (item[1].person or "", item[0])):
        lines += [f"{identity}:", f"  table: {one.table}"]
        if one.person:
            lines += [f"  person: {one.person}", "  facts:"]
            lines += [f"    {key}: {said}" for key, said in sorted(one.facts.items())]
    return "".join(f"{line}\n" for line in lines).encode()


def _known(value: Any) -> Known:  # noqa: ANN401 (what a file says)
    if "person" not in value:
        return Known(None, value["table"], {})
    return Known(PersonId(value["person"]), value["table"], dict(value["facts"]))
