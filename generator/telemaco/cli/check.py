"""`telemaco check`: everything that is wrong in the files, in one run."""

from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources
from telemaco.cli import status
from telemaco.cli.options import language_option, root_option
from telemaco.findings import Severity
from telemaco.ports import Translator
from telemaco.render.findings import as_text
from telemaco.usecases.check import check


@click.command("check")
@root_option
@language_option
def command(root: Path, translator: Translator) -> int:
    """Say everything that is wrong in the community's files, in one run."""
    sources = DiskSources(root)
    checked = check(sources)
    click.echo(as_text(checked.findings, translator, lambda path, line: ""), nl=False)
    return status.FINDINGS if any(f.severity is Severity.ERROR for f in checked.findings) else 0
