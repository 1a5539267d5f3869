"""`telemaco new`: start a community of one's own."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.builtin import skeleton
from telemaco.adapters.disk import DiskWriter, require_vacant
from telemaco.adapters.translations import Catalog, languages
from telemaco.cli.options import language_option, today_option
from telemaco.messages import msg, msg_n
from telemaco.ports import SourceFile, Translator
from telemaco.usecases.new import Beginning, new_community, write_all


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
def command(  # noqa: PLR0913, PLR0917 (one argument an option)
    folder: Path,
    name: str | None,
    contact: str,
    spoken: tuple[str, ...],
    apply: bool,  # noqa: FBT001 (click's signature)
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
    click.echo(_report(folder, files, translator, applied=apply))
    return 0


def _report(
    folder: Path, files: tuple[SourceFile, ...], translator: Translator, *, applied: bool
) -> str:
    shown = str(folder)
    if applied:
        head = msg_n(
            "Wrote {count} file to {folder}:",
            "Wrote {count} files to {folder}:",
            len(files),
            folder=shown,
        )
        tail = msg("Read {path} next.", path=str(folder / "README.md"))
    else:
        head = msg_n(
            "{count} file for {folder}:", "{count} files for {folder}:", len(files), folder=shown
        )
        tail = msg("Nothing was written. Add --apply to write them.")
    return "\n".join(
        (translator.text(head), *(f"  {file.path}" for file in files), translator.text(tail))
    )
