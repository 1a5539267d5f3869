"""`telemaco fmt`: one form for all files."""

from collections.abc import Sequence
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.render.file_changes import as_diff
from telemaco.render.visible import visible
from telemaco.usecases.fmt import LeftAlone, Reform, formatted, write_formatted


@click.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--diff", "with_diff", is_flag=True, help="Show what changes in each file.")
@click.option("--apply", is_flag=True, help="Write the files.")
@root_option
@language_option
def command(
    paths: tuple[str, ...], root: Path, translator: Translator, *, with_diff: bool, apply: bool
) -> int:
    """Bring files into one form: order of keys, quotes, indentation, spaces.

    What they say stays the same, and no comment is lost. PATH is a file of the community, as
    program/people/ada.yaml, or a folder; without it, all files are looked at.
    """
    found = formatted(DiskSources(root), [_known(root, path) for path in paths])
    if apply:
        write_formatted(found, DiskWriter(root))
    changes = [one for one in found if isinstance(one, Reform)]
    for one in changes:
        click.echo(
            as_diff(one.path, one.old, one.new) if with_diff else visible(one.path),
            nl=not with_diff,
        )
    for alone in found:
        if isinstance(alone, LeftAlone):
            click.echo(visible(translator.text(_reason(alone))), err=True)
    click.echo(translator.text(_closing(changes, applied=apply)), err=True)
    return exit_status.CLEAN


def _known(root: Path, path: str) -> str:
    """The path as the community knows it, which a shell may have completed from elsewhere."""
    whole = root / path
    return f"{path.rstrip('/')}/" if whole.is_dir() else path


def _reason(one: LeftAlone) -> Message:
    if one.is_readable:
        return msg("{path} is left as it is: its form cannot be changed safely.", path=one.path)
    return msg(
        "{path} is left as it is: it cannot be read. Run telemaco check, which says why.",
        path=one.path,
    )


def _closing(changes: Sequence[Reform], *, applied: bool) -> Message:
    if not changes:
        return msg("No file needs another form.")
    if applied:
        return msg_n(
            "{count} file has another form now. It says the same as before.",
            "{count} files have another form now. They say the same as before.",
            len(changes),
        )
    return msg_n(
        "{count} file would get another form. Nothing was written; --apply writes it.",
        "{count} files would get another form. Nothing was written; --apply writes them.",
        len(changes),
    )
