"""`telemaco survey`: ask the questions of a survey outside, and count the answers."""

import click

from telemaco.cli.survey_ask import ask_command
from telemaco.cli.survey_count import count_command


@click.group("survey")
def command() -> None:
    """Ask the questions of a survey in a form outside, and count the answers."""


command.add_command(ask_command)
command.add_command(count_command)
