"""`telemaco survey count`: tables of answers to counts that tell on nobody."""

from pathlib import Path
from typing import BinaryIO

import click

from telemaco.adapters.disk import DiskWriter
from telemaco.adapters.translations import Catalog, languages
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option
from telemaco.cli.reading import read
from telemaco.ports import Translator
from telemaco.records.program import Role
from telemaco.render.counted import counted_as_text, counted_closing
from telemaco.usecases.count_answers import Request, count_answers
from telemaco.usecases.named import survey_named


@click.command("count", short_help="Count the answers in the tables of a form service.")
@click.argument("survey")
@click.argument("files", metavar="TABLE...", nargs=-1, required=True, type=click.File("rb"))
@click.option("--program", help="The program that asks it, if several do.")
@click.option(
    "--role",
    type=click.Choice([one.value for one in Role]),
    help="Who answered, if neither a column nor the questions say it.",
)
@click.option(
    "--without-refused", is_flag=True, help="Count although rows are refused, without these."
)
@click.option("--apply", is_flag=True, help="Write the file.")
@root_option
@language_option
def count_command(  # noqa: PLR0917 (one argument an option)
    survey: str,
    files: tuple[BinaryIO, ...],
    program: str | None,
    role: str | None,
    root: Path,
    translator: Translator,
    *,
    without_refused: bool,
    apply: bool,
) -> int:
    """Count the answers to SURVEY in tables (.csv) that a form service exported.

    Name all tables of the survey at once: that of mentors, that of mentees, each language. Only
    counts of enough people are kept, no row and no name. The same tables can be counted again.
    While a row is refused nothing is written, unless --without-refused says so.
    """
    community = read(root, translator).community
    program_id, asked = survey_named(community, survey, program)
    request = Request(
        {file.name: file.read() for file in files}, program_id, asked, Role(role) if role else None
    )
    found = count_answers(community, request, [Catalog(one).text for one in languages()])
    is_held = bool(found.refused) and not without_refused
    if apply and found.content is not None and not is_held:
        DiskWriter(root).write(found.path, found.content)
    click.echo(counted_as_text(found, translator), nl=False)
    small_group = community.settings.privacy.small_group
    closing = counted_closing(found, small_group, translator, applied=apply, held=is_held)
    click.echo(closing, nl=False, err=True)
    return exit_status.FINDINGS if found.refused else exit_status.CLEAN
