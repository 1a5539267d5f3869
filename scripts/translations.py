"""Brings the catalogs of translations up to date, or says what is not (`--check`).

Sentences are found by `babel.cfg` and its words. No dates are written, so that the same
code makes the same files. The check fails when a catalog is not current, and when a
sentence of a language is missing, doubtful (fuzzy) or has other places than the English one.
"""

import argparse
import importlib
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from telemaco.cli.app import COMMANDS, telemaco
from telemaco.cli.help_texts import texts_of

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "generator/telemaco/locale"
TEMPLATE = LOCALE / "telemaco.pot"
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "msg": None,
    "msg_n": (1, 2),
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
}
_COMMENT = "# The sentences of Telemaco; see Translations in CONTRIBUTING.md.\n#"
_TEAM = "The Telemaco contributors"
_THE_EPOCH = datetime(2027, 1, 1, tzinfo=UTC)
_PLACE = re.compile(r"\{(\w+)(?:!r)?\}|%\((\w+)\)[sd]")


def main() -> int:
    """Write the catalogs, or compare them; 1 when something is to be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, say what is wrong")
    checking = parser.parse_args().check
    catalogs = [*LOCALE.glob("*/LC_MESSAGES/telemaco.po")]
    wanted = dict(_wanted_files(_extracted(), catalogs))
    changed = [path for path, text in wanted.items() if not _says(path, text)]
    if not checking:
        for path in changed:
            path.write_bytes(wanted[path])
            print(f"wrote {path.relative_to(ROOT)}")
    elif changed:
        names = ", ".join(str(path.relative_to(ROOT)) for path in changed)
        print(f"not current: {names}; run make translations")
    complaints = [line for path in catalogs for line in _complaints(path, _read(path))]
    print("\n".join(complaints or ["every sentence is translated"]))
    return int(checking and bool(changed or complaints))


def _says(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _wanted_files(template: Catalog, catalogs: list[Path]) -> Iterator[tuple[Path, bytes]]:
    yield TEMPLATE, _text(template)
    for path in catalogs:
        catalog = _read(path)
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        catalog.last_translator = catalog.language_team = _TEAM
        catalog.msgid_bugs_address = template.msgid_bugs_address
        catalog.revision_date = _THE_EPOCH
        catalog.header_comment = _COMMENT
        yield path, _text(catalog)
        compiled = BytesIO()
        write_mo(compiled, catalog)
        yield path.with_suffix(".mo"), compiled.getvalue()


def _extracted() -> Catalog:
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call] # Babel's gap
    catalog = Catalog(
        project="telemaco",
        header_comment=_COMMENT,
        last_translator=_TEAM,
        language_team=_TEAM,
        msgid_bugs_address="https://github.com/telemaco-mentoring/telemaco/issues",
        creation_date=_THE_EPOCH,
        fuzzy=False,
    )
    found = extract_from_dir(
        ROOT,
        methods,
        options,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        directory_filter=_holds_sources,
    )
    for _file, _line, message, comments, _context in found:
        catalog.add(message, auto_comments=comments)
    for text in _help_texts():
        catalog.add(text)
    return catalog


def _help_texts() -> Iterator[str]:
    """What the command line says of itself, which stands in docstrings and options."""
    yield "Commands"
    yield from COMMANDS.values()
    yield from texts_of(telemaco)
    for name in COMMANDS:
        yield from texts_of(importlib.import_module(f"telemaco.cli.{name}").command)


def _holds_sources(folder: str) -> bool:
    inner = Path(folder).relative_to(ROOT)
    return inner.parts[:1] == ("generator",) and not inner.name.startswith((".", "__"))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain="telemaco")


def _text(catalog: Catalog) -> bytes:
    written = BytesIO()
    write_po(written, catalog, width=100, no_location=True, sort_output=True)
    # Headers that hold a date or a tool's version would change with every run.
    dated = re.compile(rb'^"(POT-Creation|PO-Revision)-Date:.*\n|^"Generated-By:.*\n', re.MULTILINE)
    return dated.sub(b"", written.getvalue())


def _complaints(path: Path, catalog: Catalog) -> Iterator[str]:
    for message in catalog:
        if message.id:
            reason = _reason(message)
            if reason:
                yield f"{path.relative_to(ROOT)}: {reason}: {_forms(message.id)[0]!r}"


def _reason(message: Message) -> str:
    translations = _forms(message.string)
    if not all(translations):
        return "not translated"
    if message.fuzzy:
        return "marked as doubtful"
    places = {place for form in _forms(message.id) for place in _PLACE.findall(form)}
    if any(not set(_PLACE.findall(form)) <= places for form in translations):
        return "has a place that the English sentence has not"
    if not set(_PLACE.findall(_forms(message.id)[-1])) <= set(_PLACE.findall(translations[-1])):
        return "lacks a place of the English sentence"
    return ""


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


if __name__ == "__main__":
    sys.exit(main())
