"""`telemaco import`: people from the table of a form service."""

from datetime import date
from pathlib import Path
from typing import BinaryIO

import click

from telemaco.adapters.disk import DiskSources, DiskWriter, read_file
from telemaco.adapters.translations import Catalog, languages
from telemaco.cli import exit_status
from telemaco.cli.named_files import NamedFile
from telemaco.cli.options import language_option, root_option, today_of, today_option
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.messages import msg
from telemaco.model.zones import places, zone_names, zones_of_countries
from telemaco.ports import Translator
from telemaco.records.base import ProgramId
from telemaco.records.languages import LANGUAGES
from telemaco.records.program import Role
from telemaco.render.dates import Dates
from telemaco.render.imports.proposal import Joined, as_mapping
from telemaco.render.imports.report import as_text, closing
from telemaco.tables.fields import Field, plain
from telemaco.tables.other_names import COUNTRIES
from telemaco.tables.outcome import Import
from telemaco.tables.words import Names
from telemaco.usecases.import_people import import_people
from telemaco.usecases.import_receipt import RECEIPT
from telemaco.usecases.import_request import Request
from telemaco.usecases.import_role import role_of_all
from telemaco.usecases.read_table import read_mapping, read_table


@click.command("import")
@click.argument("file", metavar="TABLE", type=NamedFile())
@click.option(
    "--map", "mapping", type=NamedFile(), help="Which column says what; printed without it."
)
@click.option("--program", help="The program that people join, as its file is called.")
@click.option(
    "--role",
    type=click.Choice([one.value for one in Role]),
    help="What they join as, if no column says it.",
)
@click.option(
    "--enrol-earlier",
    is_flag=True,
    help="Enrol those, too, whose answer was for an earlier program.",
)
@click.option("--all", "whole", is_flag=True, help="Show rows that stay as they are, too.")
@click.option("--apply", is_flag=True, help="Write the files.")
@root_option
@today_option
@language_option
def command(  # noqa: PLR0917 (one argument an option)
    file: BinaryIO,
    mapping: BinaryIO | None,
    program: str | None,
    role: str | None,
    root: Path,
    today: date | None,
    translator: Translator,
    *,
    enrol_earlier: bool,
    whole: bool,
    apply: bool,
) -> int:
    """Import people from a table (.csv) that a form service exported.

    Without --map, a mapping to begin with is printed: save it, look it over, and name it the
    next time. The same table can be imported again: what changed in it is taken over, and what
    you changed in the files stays.
    """
    if mapping is None:
        given = Role(role) if role else None
        return _propose(file, Joined(program, _of_all(root, program, given)), translator)
    columns = read_mapping(mapping.name, mapping.read())
    joined, part = program or columns.program, Role(role) if role else columns.role
    if joined is None:
        raise TelemacoError(_NO_PROGRAM)
    part = _of_all(root, joined, part)
    if part is None and Field.ROLE not in columns.columns.values():
        raise TelemacoError(_NO_ROLE)
    table = read_table(file.name, file.read(), columns)
    sources = DiskSources(root)
    day = today_of(today, load(sources.files()).community)
    found = import_people(
        sources,
        Request(table, columns, ProgramId(joined), part, day, enrol_earlier),
        read_file(root / RECEIPT),
        _names(),
        Catalog,
    )
    if apply:
        _write(found, root)
    click.echo(as_text(found, translator, whole=whole), nl=False)
    click.echo(closing(found, translator, applied=apply, whole=whole), nl=False, err=True)
    return _status(found)


def _of_all(root: Path, program: str | None, role: Role | None) -> Role | None:
    """What they join as, where no column says it; the community's files say it of a circle.

    A mapping can be proposed before there is a community.
    """
    try:
        return role or role_of_all(load(DiskSources(root).files()).community, program, role)
    except TelemacoError:
        return None


def _propose(file: BinaryIO, joined: Joined, translator: Translator) -> int:
    table = read_table(file.name, file.read(), None)
    click.echo(as_mapping(table, Path(file.name).stem, joined, translator), nl=False)
    click.echo(translator.text(_NEXT), err=True)
    return exit_status.CLEAN


def _write(found: Import, root: Path) -> None:
    writer = DiskWriter(root)
    for path, content in found.files.items():
        writer.write(path, content)


def _status(found: Import) -> int:
    is_whole = not found.count("refused") and not found.count("conflict")
    return exit_status.CLEAN if is_whole else exit_status.FINDINGS


def _names() -> Names:
    """What languages, cities and countries are called in the languages that have catalogs."""
    spoken: dict[str, str] = {}
    zones: dict[str, str] = {}
    countries: dict[str, tuple[str, ...]] = {}
    for language in languages():
        dates = Dates(language)
        for code in sorted(LANGUAGES, key=lambda code: (-len(code), code)):
            spoken[plain(dates.language_name(code))] = code
        for zone in sorted(zone_names(), key=lambda zone: (zone in places(), "/" in zone, zone)):
            if _names_a_place(zone):
                zones[plain(zone.rpartition("/")[2])] = zone
                zones[plain(dates.city(zone))] = zone
        for code, name in dates.country_names():
            if code in zones_of_countries() and code not in _OTHERS_TOO:
                for also in ("", "and", "e"):
                    countries[plain(name.replace("&", also))] = zones_of_countries()[code]
    for name, code in COUNTRIES.items():
        countries[name] = zones_of_countries()[code]
    return Names(spoken, zones, countries)


def _names_a_place(zone: str) -> bool:
    """Whether it is no distance from UTC, and no country: those are told by their own names."""
    return zone.isupper() or ("/" in zone and not zone.startswith("Etc/"))


_OTHERS_TOO = frozenset({"GE"})
"""Countries whose name is that of a place elsewhere: Georgia."""
_NEXT = msg(
    "Save this as mapping.yaml, look it over, then: telemaco import TABLE --map mapping.yaml "
    "--program PROGRAM"
)
_NO_PROGRAM = msg(
    "Which program do they join? Say it with --program, or as program: in the mapping."
)
_NO_ROLE = msg(
    "Do they join as mentors or as mentees, or as peers in a circle? Say it with --role, or as "
    "role: in the mapping."
)
