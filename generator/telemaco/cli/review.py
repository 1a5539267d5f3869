"""`telemaco review`: a pull request is told what its check found, and who acts next."""

import os
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.github.event import finished_run
from telemaco.adapters.handed_over import handed_over
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.forge import review_sides_of
from telemaco.cli.options import language_option, root_option
from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.review.result import SIZES, read_result
from telemaco.usecases.check import check
from telemaco.usecases.review import Review, carry_out_review, plan_review


@click.command("review")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--apply", is_flag=True, help="Write the comment and set the label.")
@root_option
@language_option
def command(folder: Path, root: Path, translator: Translator, *, apply: bool) -> int:
    """Answer the pull request whose check has left its result in FOLDER.

    For a workflow of the trusted branch that GitHub starts when the check has ended. What is in
    FOLDER is read as a stranger's, and nothing of the pull request is run.
    """
    result = read_result(handed_over(folder, SIZES))
    run = finished_run(os.environ)
    sources = DiskSources(root)
    community = check(sources).community
    own = Catalog(community.settings.languages[0])
    desk, writer = review_sides_of(community, sources, os.environ, own)
    review = plan_review(result, run, community, desk)
    if apply:
        carry_out_review(review, writer)
    else:
        click.echo(review.body, nl=False)
    click.echo(translator.text(_closing(review, applied=apply)), err=True)
    return exit_status.CLEAN


def _closing(review: Review, *, applied: bool) -> Message:
    if not applied:
        return msg(
            "This is for pull request {number}. Nothing was written; --apply writes it.",
            number=review.number,
        )
    said = (
        msg("Pull request {number} was answered.", number=review.number)
        if review.says_something_new
        else msg("Pull request {number} has its answer already.", number=review.number)
    )
    ready = msg("It is ready.") if review.is_ready else msg("It is not ready.")
    return msg("{said} {ready}", said=said, ready=ready)
