"""`telemaco survey count`: tables of answers to counts that tell on nobody."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import click

from telemaco.adapters.disk import DiskWriter
from telemaco.adapters.translations import Catalog, languages
from telemaco.cli import exit_status
from telemaco.cli.named_files import NamedFile
from telemaco.cli.options import language_option, root_option, wrong_use
from telemaco.cli.reading import read
from telemaco.messages import Message, msg, msg_n
from telemaco.model.evaluation import is_of_some
from telemaco.ports import Translator
from telemaco.records.program import Role
from telemaco.render.counted import counted_as_text, counted_closing
from telemaco.usecases.count_answers import Given, Request, count_answers
from telemaco.usecases.named import survey_named


@click.command("count", short_help="Count the answers in the tables of a form service.")
@click.argument("survey")
@click.argument("files", metavar="TABLE...", nargs=-1, required=True, type=NamedFile())
@click.option("--program", help="The program that asks it, if several do.")
@click.option(
    "--role",
    "roles",
    type=click.Choice([one.value for one in Role]),
    multiple=True,
    help="Who answered, if neither a column nor the questions say it: once for all tables, or "
    "once for each, in their order.",
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
    roles: tuple[str, ...],
    root: Path,
    translator: Translator,
    *,
    without_refused: bool,
    apply: bool,
) -> int:
    """Count the answers to SURVEY in tables (.csv) that a form service exported.

    Name all tables of the survey at once: that of mentors, that of mentees, each language. Only
    counts of privacy.small_group people and more are kept, no row and no name. The same tables can
    be counted again. While a row is refused nothing is written, unless --without-refused says so.

    Where all are asked the same questions, say whose each table is: telemaco survey count exit
    mentors.csv mentees.csv --role mentor --role mentee.
    """
    given = _given(files, roles)
    community = read(root, translator).community
    program_id, asked = survey_named(community, survey, program)
    request = Request(given, program_id, asked)
    own = Catalog(community.settings.languages[0]).text
    found = count_answers(community, request, [Catalog(one).text for one in languages()], own)
    is_held = bool(found.refused) and not without_refused
    if apply and found.content is not None and not is_held:
        DiskWriter(root).write(found.path, found.content)
    click.echo(counted_as_text(found, translator), nl=False)
    small_group = community.settings.privacy.small_group
    closing = counted_closing(found, small_group, translator, applied=apply, held=is_held)
    click.echo(closing, nl=False, err=True)
    if is_of_some(asked) and community.settings.privacy.repository == "public":
        click.echo(translator.text(_not_here(found.path)), err=True)
    return exit_status.FINDINGS if found.refused else exit_status.CLEAN


def _not_here(path: str) -> Message:
    return msg(
        "This repository is public, and {path} has what those answered who left or found nobody. "
        "Do not commit it here: keep it where only the coordinators read.",
        path=path,
    )


def _given(files: Sequence[BinaryIO], roles: Sequence[str]) -> tuple[Given, ...]:
    """The tables, each with whose answers it holds. A usage error if that is not clear."""
    names = [file.name for file in files]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise wrong_use(msg("{path} is named twice; each table counts once.", path=twice))
    if len(roles) not in {0, 1, len(files)}:
        raise wrong_use(
            msg(
                "--role is given {roles} times for {tables}. Give it once for all "
                "tables, or once for each, in their order.",
                roles=len(roles),
                tables=msg_n("{count} table", "{count} tables", len(files)),
            )
        )
    whose: list[Role | None] = [Role(one) for one in roles] or [None]
    return tuple(
        Given(file.name, file.read(), role)
        for file, role in zip(files, whose * (len(files) // len(whose)), strict=True)
    )
