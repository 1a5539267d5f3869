"""`telemaco export`: open data, or everything about one person."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.cli import exit_status
from telemaco.cli.options import folder_option, language_option, root_option, today_of, today_option
from telemaco.loading.load import load
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.progress.standing import standing_of
from telemaco.records.base import PersonId
from telemaco.render.open_data.files import FORMATS, files_of, written
from telemaco.render.open_data.tables import open_tables
from telemaco.usecases.export import said_about


@click.command("export")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="csv", show_default=True,
    help="How the tables are written.",
)  # fmt: skip
@click.option("--person", help="Everything that the files say about this person, as JSON.")
@folder_option
@root_option
@today_option
@language_option
def command(  # noqa: PLR0917 (one argument an option)
    form: str,
    person: str | None,
    out: Path | None,
    root: Path,
    today: date | None,
    translator: Translator,
) -> int:
    """Write open data: people as far as they allow it, programs with counts, skills.

    Without --out the files are only named, or, with --person, the data is printed.
    """
    sources = DiskSources(root)
    if person is not None:
        content = written(said_about(sources, PersonId(person)))
        if out is None:
            click.echo(content.decode(), nl=False)
            return exit_status.CLEAN
        files = {f"{person}.json": content}
    else:
        community = load(sources.files()).community
        day = today_of(today, community)
        tables = open_tables(community, day, standing_of(community, day))
        files = files_of(tables, form, translator, community.settings.data_licence)
    if out is not None:
        writer = DiskWriter(out)
        for name, content in files.items():
            writer.write(name, content)
    for name in files:
        click.echo(name)
    click.echo(translator.text(_closing(len(files), out)), err=True)
    return exit_status.CLEAN


def _closing(count: int, out: Path | None) -> Message:
    if out is None:
        return msg("Nothing was written. Name a folder with --out.")
    return msg_n("Wrote {count} file.", "Wrote {count} files.", count)
