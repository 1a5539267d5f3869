"""`telemaco forms`: the issue forms by which people join, log a session or leave."""

from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter, read_folder
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option
from telemaco.loading.load import load
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.render.issue_forms.places import FOLDER
from telemaco.usecases.forms import FormsPlan, carry_out, plan_forms


@click.command("forms")
@click.option("--apply", is_flag=True, help="Write the files.")
@click.option("--check", is_flag=True, help="Fail when a form is out of date.")
@root_option
@language_option
def command(root: Path, translator: Translator, *, apply: bool, check: bool) -> int:
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
    return exit_status.FINDINGS if check and not plan.is_empty and not apply else exit_status.CLEAN


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
