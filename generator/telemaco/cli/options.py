"""Options that several commands share, and what they stand for."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from telemaco.adapters.translations import Catalog, language_of, languages
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.records.base import YEARS, is_within_reach
from telemaco.render.visible import visible

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day, written 2027-02-03."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 (click's signature)
        """The day; a usage error if it is none."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise wrong_value(_NO_DAY, value, param, ctx) from None
        if not is_within_reach(day):
            raise wrong_value(_OUT_OF_REACH, value, param, ctx)
        return day


def root_option(command: _Command) -> _Command:
    """`--root`: the community's folder."""
    return click.option(
        "--root",
        type=click.Path(path_type=Path),
        default=".",
        show_default="the current folder",
        help="The community's folder: the one that holds program/.",
    )(command)


def language_option(command: _Command) -> _Command:
    """`--lang`: the language of what is printed, as a Translator."""
    return click.option(
        "--lang",
        "translator",
        type=click.Choice(languages()),
        callback=_chosen_translator,
        help="The language of what is printed; the environment's when left out.",
    )(command)


def _chosen_translator(
    context: click.Context, _parameter: click.Parameter, language: str | None
) -> Catalog:
    context.meta[_TRANSLATOR] = Catalog(language or language_of(os.environ))
    return translator_of(context)


_TRANSLATOR = "telemaco.translator"
"""Where a context keeps it for what is said when the command cannot go on."""


def format_option(command: _Command) -> _Command:
    """`--format`: text for people, JSON for programs; as `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help="For people or for programs.",
    )(command)


def today_option(command: _Command) -> _Command:
    """`--today`: the date that counts as today; None when left out."""
    return click.option(
        "--today",
        type=Day(),
        help="Take this date as today. Without it: the date frozen in community.yaml, else "
        "the real one.",
    )(command)


def folder_option(command: _Command) -> _Command:
    """`--out`, which is also understood as `--output`: a folder; None when left out."""
    return click.option(
        "--out",
        "--output",
        "out",
        type=click.Path(path_type=Path, file_okay=False),
        help="The folder to write into.",
    )(command)


def receipt_option(root: Path, receipt: str) -> str:
    """A receipt as the community knows it: the path from its folder on, or what was written."""
    path = Path(os.path.relpath(receipt, root)).as_posix()
    return path if path.startswith("pairs/") and path.endswith(".yaml") else receipt


def translator_of(context: click.Context) -> Catalog:
    """The translator of `--lang`; without it, one to the language of the environment."""
    chosen = context.meta.get(_TRANSLATOR)
    return chosen if isinstance(chosen, Catalog) else Catalog(language_of(os.environ))


def wrong_use(message: Message) -> click.UsageError:
    """The error of whoever used the running command wrongly."""
    context = click.get_current_context()
    return click.UsageError(visible(translator_of(context).text(message)), context)


def wrong_value(
    message: Message, value: str, parameter: click.Parameter | None, context: click.Context | None
) -> click.BadParameter:
    """The error of a value that cannot be; `message` has a place for it."""
    told = replace(message, facts={**message.facts, "value": value})
    words = translator_of(context) if context else Catalog(language_of(os.environ))
    return click.BadParameter(visible(words.text(told)), context, parameter)


def latest_day() -> date:
    """The day that it is already where the day begins first: nobody on Earth is ahead of it."""
    return (datetime.now(UTC) + _FIRST_ZONE).date()


_FIRST_ZONE = timedelta(hours=14)
_NO_DAY = msg('"{value}" is not a day; write year, month and day: 2027-02-03')
_OUT_OF_REACH = msg(
    '"{value}" is not in a year from {first} to {last}', first=str(YEARS[0]), last=str(YEARS[1])
)


def judged_by(option: date | None, community: Community) -> date | None:
    """The day after which nothing has happened yet, for who looks at another day than the frozen.

    Who looks back finds nothing wrong in what happened later.
    """
    frozen = community.settings.today
    return max(option, frozen) if option and frozen else frozen


def today_of(option: date | None, community: Community) -> date:
    """The date of the option, else the one frozen in community.yaml, else the real one."""
    return option or community.settings.today or date.today()  # noqa: DTZ011 (the reader's day)
