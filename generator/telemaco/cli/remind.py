"""`telemaco remind`: the check-ins that are due, and what follows from them."""

import os
from datetime import date
from pathlib import Path
from shutil import get_terminal_size

import click

from telemaco.adapters.disk import DiskSources
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option, today_of, today_option, wrong_use
from telemaco.cli.reading import read
from telemaco.cli.remind_on_forge import Wishes, remind_on_forge
from telemaco.cli.status import PIPED_WIDTH
from telemaco.cli.warning import warn_of_errors
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.reminders.plan import plan
from telemaco.render.plan import as_json, as_text


@click.command("remind")
@click.option(
    "--forge", is_flag=True, help="Look at the issues on GitHub, too, and print what is to be done."
)
@click.option("--apply", is_flag=True, help="Do it: open, ask again, close.")
@click.option(
    "--expect",
    metavar="DIGEST",
    help="With --apply: only if the plan is still the one printed with this digest.",
)
@click.option("--force", is_flag=True, help="With --apply: even if it is unusually much.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
    help="For people, for the summary of a job (with --forge), or for programs.",
)
@root_option
@today_option
@language_option
def command(
    root: Path,
    today: date | None,
    translator: Translator,
    *,
    forge: bool,
    apply: bool,
    expect: str | None,
    force: bool,
    form: str,
) -> int:
    """Print the check-ins that are due by today; nothing is sent.

    What is due is worked out from the files alone, so it needs no network and the same
    files give the same plan. With --forge the issues on GitHub are looked at, too, and
    printed is what is to be done there; with --apply it is done.
    """
    wishes = Wishes(form, apply, force, expect)
    _refuse_contradictions(wishes, forge=forge)
    sources = DiskSources(root)
    checked = read(root, translator, today)
    warn_of_errors(checked.findings, translator)
    day = today_of(today, checked.community)
    if forge or apply:
        from telemaco.cli.forge import forge_of  # noqa: PLC0415 (github3 is slow to import)

        _require_forge(checked.community)
        found = forge_of(checked.community, sources, os.environ)
        return remind_on_forge(checked.community, day, found, wishes, translator)
    due = plan(checked.community, day)
    if form == "json":
        click.echo(as_json(due, translator), nl=False)
    else:
        click.echo(as_text(due, translator, get_terminal_size((PIPED_WIDTH, 0)).columns), nl=False)
    return exit_status.CLEAN


def _require_forge(community: Community) -> None:
    """Check-ins are issues on a forge. Raises TelemacoError if the community is on none."""
    if community.settings.forge is None and not os.environ.get("GITHUB_REPOSITORY"):
        raise TelemacoError(
            msg(
                "Reminders cannot be posted: program/community.yaml names no forge, and a reminder "
                "is an issue there."
            ),
            msg("telemaco remind prints whom to ask, and what: write to them yourself."),
        )


def _refuse_contradictions(wishes: Wishes, *, forge: bool) -> None:
    if (wishes.expect is not None or wishes.force) and not wishes.apply:
        raise wrong_use(msg("--expect and --force go with --apply"))
    if wishes.form == "markdown" and not forge:
        raise wrong_use(msg("--format markdown goes with --forge"))
    if wishes.form != "text" and wishes.apply:
        raise wrong_use(msg("--format goes with a plan that is printed, not with --apply"))
