"""`telemaco match explain`: why two people were not paired."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option, today_of, today_option
from telemaco.cli.warning import warn_of_errors
from telemaco.ports import Translator
from telemaco.render.matches.names import names_of
from telemaco.render.matches.why import why_as_text
from telemaco.usecases.check import check
from telemaco.usecases.match import explain


@click.command("explain")
@click.argument("mentee")
@click.option("--why-not", "mentor", required=True, metavar="MENTOR", help="The mentor in mind.")
@click.option("--program", metavar="PROGRAM", help="The program, when the mentee is in several.")
@root_option
@today_option
@language_option
def explain_command(
    mentee: str,
    root: Path,
    today: date | None,
    translator: Translator,
    *,
    mentor: str,
    program: str | None,
) -> int:
    """Say why MENTEE was not paired with MENTOR: the limit that forbids it, or its price.

    Both are the names of files in program/people/, without .yaml. The price is exact: what
    everybody would lose together if the two were paired, and who would have to move.
    """
    checked = check(DiskSources(root))
    warn_of_errors(checked.findings, translator)
    community = checked.community
    found = explain(community, mentee, mentor, program, today_of(today, community))
    click.echo(why_as_text(found, names_of(community), translator), nl=False)
    return exit_status.CLEAN
