"""`telemaco serve`: the site on this machine, built anew while files change."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import require_community
from telemaco.adapters.preview import Preview
from telemaco.adapters.watching import changes
from telemaco.cli import exit_status
from telemaco.cli.build import build_into
from telemaco.cli.options import language_option, root_option, today_option
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.usecases.serve import serve


@click.command("serve")
@root_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="The port."
)
@today_option
@language_option
def command(root: Path, host: str, port: int, today: date | None, translator: Translator) -> int:
    """Build the site, show it, and build it anew whenever a file changes; Ctrl-C ends it."""
    require_community(root)
    out = root / "public"
    preview = Preview(out, host, port)

    def rebuild() -> bool:
        try:
            return build_into(out, root, today, translator) == exit_status.CLEAN
        except TelemacoError as error:
            for message in (error.message, error.hint):
                if message:
                    click.echo(translator.text(message), err=True)
            return False

    click.echo(
        translator.text(
            msg(
                "The site will be at {address} once its pages are counted here; Ctrl-C ends it.",
                address=preview.address,
            )
        ),
        err=True,
    )
    preview.start()
    try:
        serve(rebuild, changes(root), preview)
    finally:
        preview.stop()
    return exit_status.CLEAN
