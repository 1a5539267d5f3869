"""Files and folders that a command line names."""

import errno
import os
from pathlib import Path
from typing import IO, Any

import click

from telemaco.adapters.reasons import reason_of
from telemaco.cli.options import wrong_value
from telemaco.messages import msg


class NamedFile(click.File):
    """A file to read, as bytes; a hyphen is what comes from the terminal."""

    def __init__(self) -> None:
        super().__init__("rb")

    def convert(
        self,
        value: str | os.PathLike[str] | IO[Any],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> IO[Any]:
        """The open file; a usage error with the reason if it cannot be opened."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            reason = error.__context__
            if not isinstance(reason, OSError):
                raise
            message = msg(
                "{path} cannot be read: {reason}", path=str(value), reason=reason_of(reason)
            )
            if reason.errno == errno.ENOENT:
                message = msg('there is no file "{value}"; check its name and its folder')
            raise wrong_value(message, str(value), param, ctx) from reason


class NewFolder(click.Path):
    """A folder to be made, which has a name."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 (click's signature)
        """The path; a usage error if nothing is written there."""
        if not str(value).strip():
            raise wrong_value(_NO_NAME, str(value), param, ctx)
        return super().convert(value, param, ctx)


_NO_NAME = msg('"{value}" is no name of a folder; write one, or . for the folder you are in')
