"""Options that say which run of a matching is meant."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--seed", metavar="WORD", help="The word that decides between equals."),
    click.option(
        "--pin", "pins", multiple=True, metavar="MENTOR=MENTEE", help="A pair that must be made."
    ),
    click.option(
        "--forbid",
        "forbids",
        multiple=True,
        metavar="ONE=OTHER",
        help="Two who must not be paired.",
    ),
    click.option("--force", is_flag=True, help="Make pinned pairs even against a limit."),
    click.option(
        "--from",
        "source",
        metavar="RECEIPT",
        help="Take --seed, --pin, --forbid and --force over from a receipt: its date or its path.",
    ),
)


def run_options(command: _Command) -> _Command:
    """`--seed`, `--pin`, `--forbid`, `--force`, and `--from` for all of them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
