"""`telemaco serve`: the site on this machine, built anew while files change."""

import signal
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from threading import RLock

import click

from telemaco.adapters.attention import Attention
from telemaco.adapters.disk import DiskSources, DiskWriter, require_community
from telemaco.adapters.preview import Preview
from telemaco.adapters.translations import Catalog, languages
from telemaco.adapters.watching import changes
from telemaco.cli import exit_status
from telemaco.cli.build import built_into
from telemaco.cli.options import language_option, root_option, today_option
from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.unbuilt import as_page
from telemaco.usecases.glance import Shown, glance, shown_in
from telemaco.usecases.reading import Recollection
from telemaco.usecases.serve import serve, show


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
    # Whoever ends it otherwise than with Ctrl-C, or started it from a script, is heard as well.
    for way in (signal.SIGINT, signal.SIGTERM):
        signal.signal(way, signal.default_int_handler)
    out = root / "public"
    preview = Preview(out, host, port, _unbuilt(translator))
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
    glass = _Glass(root, out)
    bench = _Bench(root, out, today, translator, glass)
    attention = Attention(changes(root), lambda paths: show(glass, paths, preview))
    attention.start()
    try:
        serve(bench, attention.rounds(), preview)
    finally:
        preview.stop()
    return exit_status.CLEAN


def _unbuilt(translator: Translator) -> dict[str, str]:
    """What stands there before the site, by language; the terminal's own first."""
    known = dict.fromkeys((translator.language, *languages()))
    return {language: as_page(Catalog(language)) for language in known}


@dataclass(slots=True)
class _Glass:
    """Knows the last good build, and which files changed since it began.

    It is asked by the thread that hears of changes and by the one that builds.
    """

    root: Path
    out: Path
    shown: Shown | None = None
    lock: RLock = field(default_factory=RLock)
    _builds: int = 0
    _changed: dict[str, int] = field(default_factory=dict)

    def glance(self, paths: Collection[str]) -> bool:
        with self.lock:
            self._changed |= {path: self._builds for path in paths if not _is_hidden(path)}
            return self._show()

    def begin(self) -> int:
        """A build begins; the answer is its number."""
        with self.lock:
            self._builds += 1
            return self._builds

    def end(self, number: int, shown: Shown) -> None:
        """The build is on show; show again what changed while it was made."""
        with self.lock:
            self.shown = shown
            self._changed = {path: when for path, when in self._changed.items() if when >= number}
            self._show()

    def _show(self) -> bool:
        if self.shown is None or len(self._changed) > _MANY:
            return False
        sources = DiskSources(self.root)
        changed = {path: sources.read(path) for path in self._changed}
        pages = dict(glance(self.shown, changed))
        for path, content in pages.items():
            DiskWriter(self.out).write(path, content)
        return bool(pages)


_MANY = 100
"""Of more files than these no page is made at once: somebody changed the branch."""


@dataclass(frozen=True, slots=True)
class _Bench:
    root: Path
    out: Path
    today: date | None
    translator: Translator
    glass: _Glass
    recollection: Recollection = field(default_factory=lambda: Recollection(records={}))

    def rebuild(self) -> bool:
        number = self.glass.begin()
        try:
            built = built_into(
                self.out,
                self.root,
                self.today,
                self.translator,
                turn=self.glass.lock,
                recollection=self.recollection,
            )
        except TelemacoError as error:
            for message in (error.message, error.hint):
                if message:
                    click.echo(self.translator.text(message), err=True)
            return False
        if built is not None:
            self.glass.end(number, shown_in(built))
        return built is not None


def _is_hidden(path: str) -> bool:
    """What editors lay beside a file while they write it."""
    return PurePosixPath(path).name.startswith(".") or path.endswith("~")
