"""`telemaco check`: everything that is wrong in the files, in one run."""

import os
from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.git import GitSources, branching_point
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, latest_day, root_option, today_option
from telemaco.cli.paint import coloured
from telemaco.cli.reading import sign
from telemaco.findings import Severity
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.findings import FORMATS, Report
from telemaco.render.findings.report import closing
from telemaco.usecases.check import check, check_change, quoting


@click.command("check")
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are written: for people, as annotations of GitHub Actions, as the summary "
    "of a job, for programs, for code scanning.",
)
@click.option(
    "--only-changed",
    "base",
    metavar="BASE",
    help="Report only what was not there where this branch left that commit, branch or tag; the "
    "rest is counted.",
)
@today_option
@language_option
def command(
    root: Path, form: str, base: str | None, today: date | None, translator: Translator
) -> int:
    """Say everything that is wrong in the community's files, in one run."""
    with sign(msg("Reading the files ..."), translator):
        report = _report(root, base, today)
    written = FORMATS[form](report, translator, coloured)
    click.echo(written, nl=False)
    click.echo(translator.text(closing(report)), err=True)
    return exit_status.FINDINGS if report.count(Severity.ERROR) else exit_status.CLEAN


def _report(root: Path, base: str | None, today: date | None) -> Report:
    sources = DiskSources(root)
    known, latest = None, latest_day()
    if base is None:
        checked = check(sources, today, latest=latest)
    else:
        before = GitSources(root, branching_point(root, base))
        change = check_change(sources, before, today, latest=latest)
        checked, known = change.checked, change.known
    return Report(checked.findings, checked.files, quoting(sources), _folder(root), known)


def _folder(root: Path) -> str:
    """The way from the current folder to the community, as annotations need it."""
    way = Path(os.path.relpath(root)).as_posix()
    return "" if way == "." or way.startswith("..") else f"{way}/"
