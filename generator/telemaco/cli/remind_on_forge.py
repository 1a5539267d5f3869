"""The part of `telemaco remind` that looks at the forge, and changes it when asked to."""

import os
from dataclasses import dataclass
from datetime import date
from shutil import get_terminal_size

import click

from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.forge import Forge
from telemaco.cli.status import PIPED_WIDTH
from telemaco.messages import msg, msg_n
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.ports.notifications import VARIABLE
from telemaco.reminders.board import LABEL
from telemaco.reminders.steps import ForgePlan
from telemaco.reminders.summary import summaries
from telemaco.render.check_ins.letters import GithubLetters
from telemaco.render.check_ins.people import is_private
from telemaco.render.forge_plan import as_json, as_markdown, as_text, counts, named
from telemaco.render.run_notice import run_notices
from telemaco.render.visible import visible
from telemaco.usecases.notify import notify
from telemaco.usecases.remind import (
    Applied,
    carry_out,
    plan_reminders,
    refuse_large,
    refuse_other,
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the plan is printed, and whether it is carried out: large, or one plan only."""

    form: str = "text"
    apply: bool = False
    force: bool = False
    expect: str | None = None


def remind_on_forge(
    community: Community, today: date, forge: Forge, wishes: Wishes, translator: Translator
) -> int:
    """Print the plan, or carry it out and say what was done; the answer is an exit status.

    What is printed after a run names nobody: in a public repository everybody reads the log.
    """
    letters = GithubLetters(community, forge.place, today, Catalog)
    plan = plan_reminders(community, forge.reader, letters, today)
    if not wishes.apply:
        click.echo(_written(plan, community, wishes.form, translator), nl=False)
        return exit_status.CLEAN
    if wishes.expect is not None:
        refuse_other(plan, wishes.expect)
    if not wishes.force:
        refuse_large(plan)
    applied = carry_out(plan, forge.reader, forge.writer)
    _tell(applied, plan, translator)
    _notify(community, applied, plan, forge, translator)
    return exit_status.COULD_NOT_RUN if applied.failed else exit_status.CLEAN


def _written(plan: ForgePlan, community: Community, form: str, translator: Translator) -> str:
    if form == "json":
        return as_json(plan)
    if form == "markdown":
        return as_markdown(plan, translator, is_private=is_private(community))
    return as_text(plan, translator, get_terminal_size((PIPED_WIDTH, 0)).columns)


def _tell(applied: Applied, plan: ForgePlan, translator: Translator) -> None:
    """Say what was done on stdout, and what was not on stderr."""
    say = translator.text
    done = counts(applied.done, translator)
    click.echo(say(msg("Done: {steps}.", steps=done) if done else msg("Nothing was to be done.")))
    waiting = len(plan.waiting) + len(applied.left)
    if waiting:
        rest = msg_n(
            "{count} more step waits for the next run.",
            "{count} more steps wait for the next run.",
            waiting,
        )
        click.echo(say(rest))
    for failure in applied.failed:
        failed = msg(
            "Not done: {step}. {why}",
            step=named(failure.step, translator),
            why=failure.error.message,
        )
        click.echo(visible(say(failed)), err=True)
        if failure.error.hint:
            click.echo(f"  {visible(say(failure.error.hint))}", err=True)


def _notify(
    community: Community, applied: Applied, plan: ForgePlan, forge: Forge, translator: Translator
) -> None:
    """Tell the channels of the programs; say on stderr which of them took nothing."""
    if not any(name.startswith(VARIABLE) and os.environ[name].strip() for name in os.environ):
        return
    from telemaco.adapters.notifications import Notifications  # noqa: PLC0415 (takes a second)

    happened = summaries(applied.done, (*plan.waiting, *applied.left))
    address = forge.place.open_check_ins(LABEL) if forge.place else None
    own = Catalog(community.settings.languages[0])
    notices = run_notices(community, happened, plan.today, address, own)
    for delivery in notify(notices, Notifications(os.environ)):
        if delivery.problem:
            failed = msg(
                "The channel {channel} was not told: {why}",
                channel=delivery.channel,
                why=delivery.problem,
            )
            click.echo(visible(translator.text(failed)), err=True)
