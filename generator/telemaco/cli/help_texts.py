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
        yield from _texts_of_parameter(parameter)
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


def _texts_of_parameter(parameter: click.Parameter) -> Iterator[str]:
    if parameter.metavar:
        yield parameter.metavar
    elif isinstance(parameter, click.Argument):
        yield _place_of(parameter)
    if isinstance(parameter, click.Option) and parameter.help:
        yield paragraphs(parameter.help)
        if isinstance(parameter.show_default, str):
            yield parameter.show_default


def _parameter(parameter: click.Parameter, say: Callable[[str], str]) -> click.Parameter:
    other = copy(parameter)
    if isinstance(parameter.type, click.types.IntParamType):
        other.type = copy(parameter.type)
        other.type.name = say(parameter.type.name)
    if isinstance(parameter, click.Argument):
        other.metavar = say(parameter.metavar or _place_of(parameter))
    if isinstance(other, click.Option) and other.help:
        _translate_option(other, say)
    return other


def _translate_option(option: click.Option, say: Callable[[str], str]) -> None:
    option.help = say(paragraphs(option.help or ""))
    if option.metavar:
        option.metavar = say(option.metavar)
    elif not (option.is_flag or isinstance(option.type, click.Choice)):
        option.metavar = say(option.type.name.upper())
    if isinstance(option.show_default, str):
        option.show_default = say(option.show_default)


def _place_of(argument: click.Argument) -> str:
    """What stands for the argument in a usage line."""
    name = (argument.name or "").upper()
    return name if argument.required else f"[{name}]"


def _below(command: click.Command) -> tuple[click.Command, ...]:
    return tuple(command.commands.values()) if isinstance(command, click.Group) else ()
