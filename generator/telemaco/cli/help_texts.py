"""Help texts of commands in the reader's language; only asked for when that is not English."""

from collections.abc import Callable, Iterator
from copy import copy

import click


def paragraphs(text: str) -> str:
    """A help text as the catalogs have it: a line a paragraph, with empty lines between."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def texts_of(command: click.Command) -> Iterator[str]:
    """Every help text of a command and of those below it, as the catalogs have them."""
    for text in (command.short_help, command.help, command.epilog):
        if text:
            yield paragraphs(text)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            yield paragraphs(parameter.help)
            if isinstance(parameter.show_default, str):
                yield parameter.show_default
    for inner in _below(command):
        yield from texts_of(inner)


def translated(command: click.Command, say: Callable[[str], str]) -> click.Command:
    """The command, and those below it, with their help texts in other words."""
    other = copy(command)
    other.help = say(paragraphs(command.help)) if command.help else None
    other.short_help = say(command.short_help) if command.short_help else None
    other.epilog = say(paragraphs(command.epilog)) if command.epilog else None
    other.params = [_parameter(parameter, say) for parameter in command.params]
    if command.options_metavar:
        other.options_metavar = say(command.options_metavar)
    if isinstance(other, click.Group):
        other.subcommand_metavar = say(other.subcommand_metavar)
        other.commands = {name: translated(one, say) for name, one in other.commands.items()}
    return other


def _parameter(parameter: click.Parameter, say: Callable[[str], str]) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    other = copy(parameter)
    other.help = say(paragraphs(parameter.help))
    if not (parameter.metavar or parameter.is_flag or isinstance(parameter.type, click.Choice)):
        other.metavar = say(parameter.type.name.upper())
    if isinstance(parameter.show_default, str):
        other.show_default = say(parameter.show_default)
    return other


def _below(command: click.Command) -> tuple[click.Command, ...]:
    return tuple(command.commands.values()) if isinstance(command, click.Group) else ()
