"""`telemaco remind`: the check-ins that are due, and what follows from them."""

from datetime import date
from pathlib import Path
from shutil import get_terminal_size

import click

from telemaco.adapters.disk import DiskSources
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option, today_of, today_option
from telemaco.cli.status import PIPED_WIDTH
from telemaco.cli.warning import warn_of_errors
from telemaco.ports import Translator
from telemaco.reminders.plan import plan
from telemaco.render.plan import as_json, as_text
from telemaco.usecases.check import check


@click.command("remind")
@root_option
@today_option
@language_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(root: Path, today: date | None, translator: Translator, form: str) -> int:
    """Print the check-ins that are due by today; nothing is sent.

    What is due is worked out from the files alone, so it needs no network and the same
    files give the same plan.
    """
    checked = check(DiskSources(root))
    warn_of_errors(checked.findings, translator)
    due = plan(checked.community, today_of(today, checked.community))
    if form == "json":
        click.echo(as_json(due, translator), nl=False)
    else:
        click.echo(as_text(due, translator, get_terminal_size((PIPED_WIDTH, 0)).columns), nl=False)
    return exit_status.CLEAN
