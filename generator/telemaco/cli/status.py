"""`telemaco status`: how the community gets on, and what to do next."""

from datetime import date
from pathlib import Path
from shutil import get_terminal_size

import click

from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option, today_of, today_option
from telemaco.cli.reading import read
from telemaco.cli.warning import warn_of_errors
from telemaco.ports import Translator
from telemaco.render.status import as_json, as_text
from telemaco.usecases.status import status

PIPED_WIDTH = 120
"""Characters a line when nobody says how wide the terminal is."""


@click.command("status")
@click.argument("program", required=False)
@root_option
@today_option
@language_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--all", "show_all", is_flag=True, help="Show every row of every list.")
def command(
    program: str | None,
    root: Path,
    today: date | None,
    translator: Translator,
    form: str,
    *,
    show_all: bool,
) -> int:
    """Say who applied, waits, meets and is silent, and what to do next.

    PROGRAM is the name of its file; every program when left out.
    """
    checked = read(root, translator)
    warn_of_errors(checked.findings, translator)
    progress = status(checked.community, today_of(today, checked.community), program)
    if form == "json":
        click.echo(as_json(progress, translator), nl=False)
    else:
        width = get_terminal_size((PIPED_WIDTH, 0)).columns
        text = as_text(checked.community, progress, translator, width, show_all=show_all)
        click.echo(text, nl=False)
    return exit_status.CLEAN
