"""`telemaco schema`: the JSON Schemas of the records, for editors."""

from pathlib import Path

import click

from telemaco.adapters.disk import DiskWriter, read_file
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.usecases.schema import FOLDER, outdated, write_all


@click.command("schema")
@click.option("--apply", is_flag=True, help="Write the files.")
@click.option("--check", is_flag=True, help="Fail when a file says something else.")
@root_option
@language_option
def command(root: Path, translator: Translator, *, apply: bool, check: bool) -> int:
    """Bring the JSON Schemas in docs/schema/ up to date, so that editors know the files."""
    files = outdated(lambda path: read_file(root / path))
    if apply:
        write_all(files, DiskWriter(root))
    for path in files:
        click.echo(path)
    click.echo(translator.text(_closing(len(files), applied=apply)), err=True)
    return exit_status.FINDINGS if check and files and not apply else exit_status.CLEAN


def _closing(count: int, *, applied: bool) -> Message:
    if not count:
        return msg("The schemas in {folder} are up to date.", folder=FOLDER)
    if applied:
        return msg_n("Wrote {count} file.", "Wrote {count} files.", count)
    return msg_n(
        "{count} schema is out of date. Run telemaco schema --apply to write it.",
        "{count} schemas are out of date. Run telemaco schema --apply to write them.",
        count,
    )
