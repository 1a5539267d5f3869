"""`telemaco serve`: the site on this machine, built anew while files change."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

import click

from telemaco.adapters.disk import DiskSources, DiskWriter, require_community
from telemaco.adapters.preview import Preview
from telemaco.adapters.watching import changes
from telemaco.cli import exit_status
from telemaco.cli.build import built_into
from telemaco.cli.options import language_option, root_option, today_option
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.usecases.build import Built
from telemaco.usecases.glance import glance
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
        serve(_Bench(root, out, today, translator), changes(root), preview)
    finally:
        preview.stop()
    return exit_status.CLEAN


@dataclass(slots=True)
class _Bench:
    root: Path
    out: Path
    today: date | None
    translator: Translator
    built: Built | None = None

    def rebuild(self) -> bool:
        try:
            built = built_into(self.out, self.root, self.today, self.translator)
        except TelemacoError as error:
            for message in (error.message, error.hint):
                if message:
                    click.echo(self.translator.text(message), err=True)
            return False
        self.built = built or self.built
        return built is not None

    def glance(self, paths: Collection[str]) -> bool:
        if self.built is None:
            return False
        sources = DiskSources(self.root)
        changed = {path: sources.read(path) for path in paths if not _is_hidden(path)}
        pages = dict(glance(self.built, changed))
        for path, content in pages.items():
            DiskWriter(self.out).write(path, content)
        return bool(pages)


def _is_hidden(path: str) -> bool:
    """What editors lay beside a file while they write it."""
    return PurePosixPath(path).name.startswith(".") or path.endswith("~")
