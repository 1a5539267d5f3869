"""`plugins: [telemaco]` in mkdocs.yml, for those who run `mkdocs build` or `mkdocs serve`.

The site is the one of `telemaco build`, byte for byte: MkDocs gives the occasion, the
folder and the live reload, and has no pages of its own to render.
"""

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.adapters.site_folder import DiskSiteFolder
from telemaco.adapters.site_sources import DiskSiteSources
from telemaco.adapters.translations import Catalog, language_of
from telemaco.findings import TelemacoError
from telemaco.render.findings import as_text
from telemaco.render.policy import without_policy
from telemaco.usecases.build import Site, build
from telemaco.usecases.check import check, quoting

_WORKSHOP = ".telemaco"
_WATCHED = ("program", "pairs", "site")


class _Options(Config):  # type: ignore[no-untyped-call]  # MkDocs annotates it half
    """The plugin has no options of its own."""


class TelemacoPlugin(BasePlugin[_Options]):  # type: ignore[no-untyped-call]  # MkDocs annotates it half
    """Puts Telemaco's site where MkDocs would have put its own."""

    _serves = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 (MkDocs names them)
        """Remember whether MkDocs shows the site on this machine only."""
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give MkDocs an empty folder to build, and everything to watch."""
        root = Path(config.config_file_path).parent
        empty = root / _WORKSHOP / "nothing"
        empty.mkdir(parents=True, exist_ok=True)
        config.docs_dir = str(empty)
        config.nav = []
        config.watch += [str(root / name) for name in _WATCHED if (root / name).is_dir()]
        return config

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check the community's files and put the site in MkDocs' folder for it."""
        try:
            root, target = Path(config.config_file_path).parent, Path(config.site_dir)
            _put_site(root, target, serves=self._serves)
        except TelemacoError as error:
            raise PluginError(str(error)) from error


@dataclass(frozen=True, slots=True)
class _WithoutPolicy:
    """Pages whose policy would not let MkDocs' own script load them anew."""

    folder: DiskSiteFolder

    def put(self, path: str, content: bytes) -> None:
        is_page = path.endswith(".html")
        self.folder.put(path, without_policy(content.decode()).encode() if is_page else content)


def _put_site(root: Path, target: Path, *, serves: bool) -> None:
    translator = Catalog(language_of(os.environ))
    sources = DiskSources(root)
    checked = check(sources)
    if checked.failed:
        raise PluginError(as_text(checked.findings, translator, quoting(sources)))
    shutil.rmtree(target, ignore_errors=True)
    with DiskSiteFolder(target) as folder:
        shown = _WithoutPolicy(folder) if serves else folder
        site = Site(DiskSiteSources(root), MkDocsBuilder(root / _WORKSHOP), shown, Catalog)
        today = checked.community.settings.today or date.today()  # noqa: DTZ011 (the reader's)
        built = build(checked.community, today, site)
        if built.problems:
            raise PluginError("\n".join(translator.text(problem) for problem in built.problems))
        folder.publish()
