"""`telemaco forget`: take a person out of the files, and keep the counts."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from secrets import token_hex
from shlex import join

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option, today_of, today_option, wrong_use
from telemaco.cli.reading import read
from telemaco.messages import msg
from telemaco.model.forgetting import Forgetting, StandIn
from telemaco.model.retention import FORGOTTEN, due_people
from telemaco.ports import Translator
from telemaco.render.forgetting import due_lines, git_keeps, plan_lines
from telemaco.render.repository import repository_of
from telemaco.render.visible import visible
from telemaco.usecases.forget import carry_out, plan_forgetting
from telemaco.usecases.named import person_named


@click.command("forget")
@click.argument("person", required=False)
@click.option("--due", is_flag=True, help="List whose time is over by privacy.retention_months.")
@click.option("--as", "alias", help="The new name of the file; a random one when left out.")
@click.option("--apply", is_flag=True, help="Write the files.")
@root_option
@today_option
@language_option
def command(
    person: str | None,
    root: Path,
    alias: str | None,
    today: date | None,
    translator: Translator,
    *,
    due: bool,
    apply: bool,
) -> int:
    """Forget PERSON: another name in every file, and nothing that says who they were.

    PERSON is the name of their file. Enrolments, pairs, sessions and ratings stay under the new
    name, so that counts and reports stay the same. Texts that name them are listed for you to
    decide. At the end stands what Git keeps, and how it is taken out of it.
    """
    community = read(root, translator, today).community
    if due or person is None:
        if not due:
            raise wrong_use(msg("Name a person, or --due."))
        months = community.settings.privacy.retention_months
        people = due_people(community, today_of(today, community))
        _print(due_lines(people, months, str(root), translator))
        return exit_status.CLEAN
    sources = DiskSources(root)
    plan = plan_forgetting(
        community,
        sources,
        person_named(community, person),
        StandIn(
            alias or f"{FORGOTTEN}{token_hex(3)}",
            Catalog(community.settings.languages[0]).text(msg("A former participant")),
        ),
        today_of(today, community),
    )
    _print(plan_lines(plan, translator))
    click.echo("")
    _print(git_keeps(plan, repository_of(community.settings), translator))
    if apply:
        carry_out(plan, DiskWriter(root), DiskWriter(root))
    _close(plan, root, translator, applied=apply)
    return exit_status.CLEAN


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(visible(line))


def _close(plan: Forgetting, root: Path, translator: Translator, *, applied: bool) -> None:
    click.echo("", err=True)
    if applied:
        said = msg("Written. Run telemaco check, then commit it with a message that names nobody.")
        click.echo(translator.text(said), err=True)
        return
    place = () if str(root) == "." else ("--root", str(root))
    name = ("--as", plan.alias) if plan.alias else ()
    words = join(("telemaco", "forget", plan.person, *name, "--apply", *place))
    said = msg("Nothing was written. To do it: {command}", command=words)
    click.echo(translator.text(said), err=True)
