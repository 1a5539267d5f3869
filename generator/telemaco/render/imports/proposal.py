"""A mapping to begin with: what every column of a table seems to be."""

import json
from collections.abc import Mapping

from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.tables.columns import Table, proposed
from telemaco.tables.fields import Field
from telemaco.tables.mapping import CONSENT_TEXT

_PUBLISHED = (
    *(Field.NAME, Field.PRONOUNS, Field.LOCATION, Field.HEADLINE, Field.BIO, Field.LANGUAGES),
    *(Field.LINKS, Field.OFFERS, Field.SEEKS, Field.GOALS),
)


def as_mapping(table: Table, translator: Translator) -> str:
    """The text of a mapping.yaml, with what was left out as comments."""
    say = translator.text
    columns = proposed(table.columns)
    lines = [
        f"# {say(_HEAD)}",
        f"# program: ... {say(_PROGRAM)}",
        f"# role: mentee {say(_ROLE)}",
        "columns:",
        *(_line(title, columns, table, translator) for title in table.columns),
    ]
    if Field.CONSENT in columns.values():
        shown = [field for field in _PUBLISHED if field in {*columns.values(), Field.NAME}]
        lines += [
            "consent:",
            f"  text: {CONSENT_TEXT} {say(_VERSION)}",
            f"  publish: [{', '.join(shown)}] {say(_SHOWN)}",
        ]
    lines += _defaults(columns, translator)
    return "".join(f"{line}\n" for line in lines)


def _line(title: str, columns: Mapping[str, Field], table: Table, translator: Translator) -> str:
    name = json.dumps(title, ensure_ascii=False)
    if table.columns[title].is_contact:
        return f"  # {name}: {translator.text(_NEVER)}"
    if title not in columns:
        return f"  # {name}: {translator.text(_UNREAD)}"
    return f"  {name}: {columns[title]}"


def _defaults(columns: Mapping[str, Field], translator: Translator) -> list[str]:
    """What a person must have, for tables that do not ask for it."""
    lines = []
    for field, example in ((Field.TIMEZONE, "Europe/Rome"), (Field.LANGUAGES, "it (fluent)")):
        if field not in columns.values():
            note = translator.text(msg("# of everybody, as no column says it: check it"))
            lines.append(f"{field}: {example} {note}")
    return lines


_HEAD = msg("Which column says what. Change what is wrong, and keep this file.")
_PROGRAM = msg("# a file in program/programs/, without .yaml")
_ROLE = msg("# or mentor, where no column says it")
_VERSION = msg("# the version of what people agreed to")
_SHOWN = msg("# what they agreed to show")
_NEVER = msg("never stored: addresses and phone numbers")
_UNREAD = msg("not read")
