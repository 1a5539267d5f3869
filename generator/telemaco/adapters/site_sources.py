"""The hand-written part of a site, on disk."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import msg

_SETTINGS = "mkdocs.yml"
_FOLDER = "site"
SITE_SOURCES = (_SETTINGS, _FOLDER)
"""What a site is written in, beside its records."""


class DiskSiteSources:
    """`mkdocs.yml` and `site/` of a community's folder; symbolic links are refused.

    They are read once: whoever looks later is shown the same.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: Mapping[str, bytes] | None = None

    def files(self) -> Mapping[str, bytes]:
        """The files by their path, in its order. Raises TelemacoError."""
        if self._files is None:
            self._files = self._read()
        return self._files

    def _read(self) -> Mapping[str, bytes]:
        try:
            return {
                path.relative_to(self._root).as_posix(): path.read_bytes()
                for path in sorted(self._paths())
            }
        except OSError as error:
            raise TelemacoError(
                msg(
                    "{path} cannot be read: {reason}",
                    path=str(error.filename),
                    reason=reason_of(error),
                )
            ) from error

    def _paths(self) -> Iterator[Path]:
        if (self._root / _SETTINGS).is_file():
            yield _no_link(self._root / _SETTINGS)
        for folder, subfolders, names in os.walk(self._root / _FOLDER):
            subfolders[:] = [name for name in subfolders if not name.startswith(".")]
            for name in subfolders:
                _no_link(Path(folder, name))
            for path in (Path(folder, name) for name in names if not name.startswith(".")):
                if _no_link(path).is_file():
                    yield path


def _no_link(path: Path) -> Path:
    """The path. Raises TelemacoError when it is a link: what is behind it may be anything."""
    if path.is_symlink():
        raise TelemacoError(
            msg("{path} is a link to something else, which is not followed", path=str(path)),
            msg("Put the file or folder itself here."),
        )
    return path
