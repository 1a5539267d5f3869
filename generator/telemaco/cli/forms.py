"""`telemaco forms`: the issue forms by which people join, log a session or leave."""

from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter, read_folder
from telemaco.adapters.git import GitSources, branching_point
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option
from telemaco.loading.load import load
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.render.issue_forms.places import FOLDER
from telemaco.usecases.forms import FormsPlan, carry_out, changes_forms, plan_forms


@click.command("forms")
@click.option("--apply", is_flag=True, help="Write the files.")
@click.option("--check", is_flag=True, help="Fail when a form is out of date.")
@click.option(
    "--only-changed",
    "base",
    metavar="BASE",
    help="With --check: fail only when what was changed since this branch left that commit, "
    "branch or tag is the reason.",
)
@root_option
@language_option
def command(
    root: Path, translator: Translator, base: str | None, *, apply: bool, check: bool
) -> int:
    """Bring the issue forms in .github/ISSUE_TEMPLATE/ up to date with the community's files.

    Only files that begin with the line by which this command marks its own are changed.
    """
    community = load(DiskSources(root).files()).community
    plan = plan_forms(community, read_folder(root, FOLDER), Catalog)
    if apply:
        writer = DiskWriter(root)
        carry_out(plan, writer, writer)
    for line in _lines(plan):
        click.echo(translator.text(line))
    click.echo(translator.text(_closing(plan, applied=apply)), err=True)
    if plan.is_empty or apply or not check:
        return exit_status.CLEAN
    if base is None or _is_reason(root, base, community):
        return exit_status.FINDINGS
    click.echo(translator.text(msg("They were out of date before this change.")), err=True)
    return exit_status.CLEAN


def _is_reason(root: Path, base: str, community: Community) -> bool:
    """Whether what was changed since the branch left `base` changes what a form shows."""
    before = load(GitSources(root, branching_point(root, base)).files()).community
    return changes_forms(community, before, Catalog)


def _lines(plan: FormsPlan) -> list[Message]:
    return [
        *(msg("write {path}", path=path) for path in plan.written),
        *(msg("remove {path}", path=path) for path in plan.removed),
        *(msg("keep {path}, which somebody else wrote", path=path) for path in plan.kept),
    ]


def _closing(plan: FormsPlan, *, applied: bool) -> Message:
    count = len(plan.written) + len(plan.removed)
    if not count:
        return msg("The forms in {folder} are up to date.", folder=FOLDER)
    if applied:
        return msg_n("Changed {count} file.", "Changed {count} files.", count)
    return msg_n(
        "{count} file is out of date. Run telemaco forms --apply to change it.",
        "{count} files are out of date. Run telemaco forms --apply to change them.",
        count,
    )
