"""`telemaco intake`: what becomes of an issue form."""

import os
from dataclasses import dataclass
from pathlib import Path

import click

from telemaco.adapters.git import GitSources, commit_named
from telemaco.adapters.github.event import IssueEvent, issue_event
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.forge import intake_sides_of, place_of
from telemaco.cli.options import language_option, root_option, wrong_use
from telemaco.findings import TelemacoError
from telemaco.forms.labels import words_of
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.records.layout import COMMUNITY, Kind
from telemaco.render.intake.letters import GithubIntakeLetters
from telemaco.render.intake.plan import as_text, done_as_text
from telemaco.render.visible import visible
from telemaco.usecases.check import check
from telemaco.usecases.intake import Occasion, Readers, Writers, carry_out, open_forms, plan_issue
from telemaco.usecases.intake_form import CommunityForms

_IN_A_ROW = 3
"""After so many issues of which nothing could be done, no more are tried."""


@click.command("intake")
@click.option(
    "--issue",
    "number",
    type=click.IntRange(min=1),
    help="The issue to look at. Without it: the one that a workflow runs for.",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Look at every open form that is new, or was edited or answered since.",
)
@click.option("--apply", is_flag=True, help="Do it: branch, pull request, comment, labels.")
@root_option
@language_option
def command(
    number: int | None, root: Path, translator: Translator, *, every: bool, apply: bool
) -> int:
    """Make a checked file and a pull request of a form that somebody filled in.

    The issue is read as it is now, and judged by the files of the last commit. Without --apply
    nothing is changed, and what would be done is printed.
    """
    if every and number is not None:
        raise wrong_use(msg("--issue and --all exclude each other"))
    event = None if every or number is not None else issue_event(os.environ)
    if number is None and event is None and not every:
        raise wrong_use(msg("say which issue: --issue NUMBER, or --all"))
    desk = _desk(root, translator)
    if every:
        return desk.look_at_all(apply=apply)
    desk.look_at(event or IssueEvent(number or 0, None), apply=apply)
    return exit_status.CLEAN


@dataclass(frozen=True, slots=True)
class _Desk:
    """Everything that one run needs for any issue."""

    base: str
    community: Community
    readers: Readers
    writers: Writers
    forms: CommunityForms
    letters: GithubIntakeLetters
    translator: Translator

    def look_at(self, event: IssueEvent, *, apply: bool) -> None:
        """Plan, and carry out if asked to; say what. Raises TelemacoError."""
        occasion = Occasion(event.issue, self.base, event.comment)
        plan = plan_issue(occasion, self.community, self.readers, self.forms, self.letters)
        if not apply:
            click.echo(as_text(plan, self.translator), nl=False)
            return
        applied = carry_out(plan, self.writers)
        click.echo(done_as_text(plan, applied.done, self.translator), nl=False)

    def look_at_all(self, *, apply: bool) -> int:
        """The same for every open form; what cannot be done is said, and is no end."""
        failed = in_a_row = 0
        waiting = open_forms(self.readers.issues, self.forms)
        if not waiting:
            click.echo(self.translator.text(msg("There is nothing to do.")))
        for issue in waiting:
            try:
                self.look_at(IssueEvent(issue.number, None), apply=apply)
                in_a_row = 0
            except TelemacoError as error:
                self._complain(issue.number, error)
                failed, in_a_row = failed + 1, in_a_row + 1
            if in_a_row >= _IN_A_ROW:
                break
        return exit_status.COULD_NOT_RUN if failed else exit_status.CLEAN

    def _complain(self, number: int, error: TelemacoError) -> None:
        failed = msg("Issue {number}: not done ({why})", number=number, why=error.message)
        for message in (failed, *filter(None, [error.hint])):
            click.echo(visible(self.translator.text(message)), err=True)


def _desk(root: Path, translator: Translator) -> _Desk:
    """The files of the last commit, and the forge. Raises TelemacoError."""
    base = commit_named(root, "HEAD")
    sources = GitSources(root, base)
    community = check(sources).community
    if community.is_unread(Kind.COMMUNITY):
        raise TelemacoError(
            msg("{path} cannot be read.", path=COMMUNITY),
            msg("Run telemaco check to see what is wrong."),
        )
    readers, writers = intake_sides_of(community, os.environ)
    words = {language: words_of(Catalog(language)) for language in community.settings.languages}
    return _Desk(
        base=base,
        community=community,
        readers=readers,
        writers=writers,
        forms=CommunityForms(community, sources, words),
        letters=GithubIntakeLetters(community, place_of(community, sources, os.environ), Catalog),
        translator=translator,
    )
