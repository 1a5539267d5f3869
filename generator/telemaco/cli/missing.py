"""What is said to whoever leaves out the program: which there are."""

from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources
from telemaco.cli.options import translator_of
from telemaco.findings import TelemacoError
from telemaco.messages import Message, msg
from telemaco.records.layout import Kind, address_of
from telemaco.render.visible import visible
from telemaco.usecases.named import programs_there


def naming_programs(error: click.MissingParameter) -> click.UsageError:
    """The error with the programs that there are, if it is a program that is missing."""
    context, parameter = error.ctx, error.param
    if context is None or parameter is None or parameter.name != "program":
        return error
    try:
        paths = list(DiskSources(Path(context.params.get("root", "."))).paths())
    except TelemacoError:
        return error
    addresses = (address_of(path) for path in paths if isinstance(path, str))
    names = [one.names[0] for one in addresses if one and one.kind is Kind.PROGRAM]
    told = translator_of(context).text(which_program(programs_there(names)))
    return click.UsageError(visible(told), context)


def which_program(programs: Message) -> Message:
    """The sentence for whoever names no program."""
    return msg("Name the program. {programs}", programs=programs)
