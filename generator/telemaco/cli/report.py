"""`telemaco report`: what came of a program."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskWriter
from telemaco.cli import exit_status
from telemaco.cli.options import folder_option, language_option, root_option, today_of, today_option
from telemaco.cli.reading import read
from telemaco.cli.warning import warn_of_errors
from telemaco.messages import msg_n
from telemaco.ports import Translator
from telemaco.progress.outcomes.withholding import EVERYTHING
from telemaco.render.reports.formats import FORMATS
from telemaco.render.reports.voice import Voice
from telemaco.usecases.report import report


@click.command("report")
@click.argument("program")
@root_option
@today_option
@language_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)),
    help="How it is written; without it Markdown, or all of them with --out.",
)  # fmt: skip
@folder_option
@click.option(
    "--whole", is_flag=True, help="Show figures of very few people, too; not to be passed on."
)
def command(  # noqa: PLR0917 (one argument an option)
    program: str,
    root: Path,
    today: date | None,
    translator: Translator,
    form: str | None,
    out: Path | None,
    *,
    whole: bool,
) -> int:
    """Write what came of a program: who came how far, hours, goals, reasons, earlier runs.

    PROGRAM is the name of its file. The same files and the same day give the same report.
    """
    checked = read(root, translator, today)
    warn_of_errors(checked.findings, translator)
    community = checked.community
    few = EVERYTHING if whole else community.settings.privacy.small_group
    found = report(community, program, today_of(today, community), few)
    voice = Voice(community, translator)
    if out is None:
        click.echo(FORMATS[form or "markdown"].write(voice, found), nl=False)
        return exit_status.CLEAN
    writer = DiskWriter(out)
    chosen = [FORMATS[form]] if form else list(FORMATS.values())
    for one in chosen:
        name = f"{found.program}.{one.ending}"
        writer.write(name, one.write(voice, found).encode())
        click.echo(name)
    closing = msg_n("Wrote {count} file.", "Wrote {count} files.", len(chosen))
    click.echo(translator.text(closing), err=True)
    return exit_status.CLEAN
