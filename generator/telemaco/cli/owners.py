"""`telemaco owners`: who is asked to look at which change."""

from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter, read_file
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option
from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.review.code_owners import PATH
from telemaco.usecases.check import check as read
from telemaco.usecases.owners import outdated_owners


@click.command("owners")
@click.option("--apply", is_flag=True, help="Write the file.")
@click.option("--check", is_flag=True, help="Fail when the file says something else.")
@root_option
@language_option
def command(root: Path, translator: Translator, *, apply: bool, check: bool) -> int:
    """Bring .github/CODEOWNERS up to date, by which GitHub asks coordinators for a review."""
    content = _outdated(root)
    if content is not None and apply:
        DiskWriter(root).write(PATH, content)
    elif content is not None:
        click.echo(content.decode(), nl=False)
    click.echo(translator.text(_closing(content, applied=apply)), err=True)
    return exit_status.FINDINGS if check and content and not apply else exit_status.CLEAN


def _outdated(root: Path) -> bytes | None:
    community = read(DiskSources(root)).community
    translator = Catalog(community.settings.languages[0])
    return outdated_owners(community, read_file(root / PATH), translator)


def _closing(content: bytes | None, *, applied: bool) -> Message:
    if content is None:
        return msg("{path} is up to date.", path=PATH)
    if applied:
        return msg("Wrote {path}.", path=PATH)
    return msg("{path} is out of date. Run telemaco owners --apply to write it.", path=PATH)
