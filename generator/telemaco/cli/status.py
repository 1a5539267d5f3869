"""`telemaco status`: how the community gets on, and what to do next."""

from datetime import date
from pathlib import Path
from shutil import get_terminal_size

import click

from telemaco.cli import exit_status
from telemaco.cli.options import (
    format_option,
    language_option,
    root_option,
    today_of,
    today_option,
)
from telemaco.cli.reading import read
from telemaco.cli.warning import warn_of_errors
from telemaco.findings import Severity
from telemaco.ports import Translator
from telemaco.progress.suggestions import suggestions
from telemaco.render.repository import repository_of
from telemaco.render.status import StatusText
from telemaco.render.status_json import as_json
from telemaco.render.suggested import MOST, Ways
from telemaco.usecases.status import status

PIPED_WIDTH = 120
"""Characters a line when nobody says how wide the terminal is."""


@click.command("status")
@click.argument("program", required=False)
@root_option
@today_option
@language_option
@format_option
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
    """Say who applied, waits, meets and is silent, and what to do today.

    PROGRAM is the name of its file; every program when left out. At the end stand ten things to
    do at most, the most urgent first, each with a command or a link, and what happens otherwise.
    """
    checked = read(root, translator, today)
    warn_of_errors(checked.findings, translator)
    progress = status(checked.community, today_of(today, checked.community), program)
    wrong = {one.location.path for one in checked.findings if one.severity is Severity.ERROR}
    found = suggestions(checked.community, progress, len(wrong))
    ways = Ways(str(root), repository_of(checked.community.settings))
    if form == "json":
        shown = found if show_all else found[:MOST]
        click.echo(as_json(progress, shown, ways, translator), nl=False)
    else:
        width = get_terminal_size((PIPED_WIDTH, 0)).columns
        text = StatusText(checked.community, translator, width, show_all=show_all)
        click.echo(text.text(progress, found, ways), nl=False)
    return exit_status.CLEAN
