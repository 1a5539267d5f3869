"""What the commands have in common that decide about many people or pairs at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, root_option, today_of, today_option
from telemaco.cli.reading import read
from telemaco.cli.warning import warn_of_errors
from telemaco.findings import TelemacoError
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.render.decisions import as_text, closing
from telemaco.usecases.decisions import Decided, Decision, LeftOut, decided, write_together

_Command = TypeVar("_Command", bound=Callable[..., Any])
_PIPED_WIDTH = 120
"""Characters a line when nobody says how wide the terminal is."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a command that decides was called; `names` are people or pairs, as they were written."""

    root: Path
    today: date | None
    translator: Translator
    names: tuple[str, ...]
    takes_all: bool
    applies: bool


def deciding_options(command: _Command) -> _Command:
    """`--all`, `--apply`, and what every command has."""
    for option in (
        language_option,
        today_option,
        root_option,
        click.option("--apply", is_flag=True, help="Write the files."),
        click.option("--all", "takes_all", is_flag=True, help="With --apply: whoever is listed."),
    ):
        command = option(command)
    return command


def decide(
    order: Order, decisions: Callable[[Community, date], Iterable[Decision | LeftOut]]
) -> int:
    """Show what is decided, and write it if asked to; the answer is the exit status.

    Raises TelemacoError when it is to be written and nobody said of whom.
    """
    if order.applies and not order.names and not order.takes_all:
        raise TelemacoError(_NOBODY_NAMED, msg("Name them, or take all that are listed: --all."))
    checked = read(order.root, order.translator, order.today)
    warn_of_errors(checked.findings, order.translator)
    sources = DiskSources(order.root)
    now = today_of(order.today, checked.community)
    found = decided(decisions(checked.community, now), sources, now)
    if order.applies:
        write_together(found.files, sources, DiskWriter(order.root))
    _print(found, order)
    is_refused = any(one.is_named for one in found.left_out)
    return exit_status.FINDINGS if is_refused else exit_status.CLEAN


def _print(found: Decided, order: Order) -> None:
    width = get_terminal_size((_PIPED_WIDTH, 0)).columns
    text = as_text(
        [(one.subject, one.what, one.about) for one in found.decisions],
        [(one.subject, one.why) for one in found.left_out],
        order.translator,
        width,
    )
    click.echo(text, nl=False)
    end = closing(len(found.files), order.translator, applied=order.applies)
    click.echo(end, err=True)


_NOBODY_NAMED: Message = msg("Nobody is named, so nothing is written.")
