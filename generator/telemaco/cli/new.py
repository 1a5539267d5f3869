"""`telemaco new`: start a community of one's own."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.builtin import skeleton
from telemaco.adapters.disk import DiskWriter, require_vacant
from telemaco.adapters.translations import Catalog, languages
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, today_option
from telemaco.messages import Message, msg_n
from telemaco.ports import Translator
from telemaco.usecases.new import Beginning, new_community
from telemaco.usecases.schema import write_all


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What the community is called.")
@click.option(
    "--contact",
    default="mentoring@example.org",
    show_default=True,
    help="An address for private matters; the site shows it.",
)
@click.option(
    "--language",
    "spoken",
    multiple=True,
    type=click.Choice(languages()),
    default=("en",),
    show_default=True,
    help="A language of the community; the first one given is its default.",
)
@click.option("--apply", is_flag=True, help="Write the files.")
@today_option
@language_option
def command(
    *,
    folder: Path,
    name: str | None,
    contact: str,
    spoken: tuple[str, ...],
    apply: bool,
    today: date | None,
    translator: Translator,
) -> int:
    """Start a community in the folder DIR, which must be empty or not there yet."""
    require_vacant(folder)
    one_line = " ".join((name or "").split()) or None
    beginning = Beginning(one_line, contact, today or date.today())  # noqa: DTZ011 (the local day)
    translators = [Catalog(language) for language in dict.fromkeys(spoken)]
    files = new_community(skeleton(), beginning, translators)
    if apply:
        write_all(files, DiskWriter(folder))
    for path in files:
        click.echo(path)
    click.echo(translator.text(_closing(len(files), folder, applied=apply)), err=True)
    return exit_status.CLEAN


def _closing(count: int, folder: Path, *, applied: bool) -> Message:
    if applied:
        return msg_n(
            "Wrote {count} file. Read {path} next.",
            "Wrote {count} files. Read {path} next.",
            count,
            path=str(folder / "README.md"),
        )
    return msg_n(
        "{count} file for {folder}. Nothing was written; --apply writes it.",
        "{count} files for {folder}. Nothing was written; --apply writes them.",
        count,
        folder=str(folder),
    )
