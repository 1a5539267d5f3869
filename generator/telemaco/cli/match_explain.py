"""`telemaco match explain`: what a matching says of one person, or of two who are no pair."""

import shutil
from datetime import date
from pathlib import Path

import click

from telemaco.cli import exit_status
from telemaco.cli.match_options import run_options
from telemaco.cli.options import (
    language_option,
    receipt_option,
    root_option,
    today_of,
    today_option,
)
from telemaco.cli.reading import read, sign
from telemaco.cli.warning import warn_of_errors
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.matches.names import names_of
from telemaco.render.matches.person import person_as_text
from telemaco.render.matches.recorded import recorded_as_text
from telemaco.render.matches.why import why_as_text
from telemaco.usecases.match import Wanted
from telemaco.usecases.match_explain import (
    explain,
    explain_further,
    explain_settled,
    explain_why_not,
    explained_run,
)
from telemaco.usecases.match_orders import orders_of


@click.command("explain", short_help="Why somebody is with whom they are, or with nobody.")
@click.argument("person")
@click.option("--why-not", "other", metavar="OTHER", help="Why they are not with this one.")
@click.option("--program", metavar="PROGRAM", help="The program, when the person is in several.")
@run_options
@root_option
@today_option
@language_option
def explain_command(
    person: str,
    root: Path,
    today: date | None,
    translator: Translator,
    *,
    other: str | None,
    program: str | None,
    seed: str | None,
    pins: tuple[str, ...],
    forbids: tuple[str, ...],
    force: bool,
    source: str | None,
) -> int:
    """Say why PERSON, a mentee or a mentor, is with whom they are, or why with nobody.

    Of somebody who is in a pair already its receipt tells it. With --why-not say why they are not
    with OTHER: the limit that forbids it, or its price. The price is exact: what everybody would
    lose together if the two were paired, and who would have to move. Both are the names of files
    in program/people/, without .yaml.
    """
    checked = read(root, translator, today)
    warn_of_errors(checked.findings, translator)
    community = checked.community
    orders = orders_of(community, pins, forbids, force=force)
    wanted = Wanted(seed, orders, source and receipt_option(root, source))
    now, names = today_of(today, community), names_of(community)
    width = shutil.get_terminal_size((80, 24)).columns
    settled = () if other else explain_settled(community, person, program)
    if settled:
        click.echo(recorded_as_text(settled, names, translator, width), nl=False)
        further = explain_further(community, person, program, now, wanted)
        if further:
            click.echo("\n" + person_as_text(further, names, translator, width), nl=False)
        return exit_status.CLEAN
    run = explained_run(community, person, program, now, wanted)
    with sign(msg("Matching ..."), translator):
        if other:
            text = why_as_text(explain_why_not(community, person, other, run), names, translator)
        else:
            text = person_as_text(explain(community, person, run), names, translator, width)
    click.echo(text, nl=False)
    return exit_status.CLEAN
