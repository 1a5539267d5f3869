"""`telemaco survey`: ask the questions of a survey outside, and count the answers."""

import click

from telemaco.cli.survey_ask import ask_command
from telemaco.cli.survey_count import count_command
from telemaco.cli.verbs import Verbs
from telemaco.messages import Choices, Message, msg


class _OfSurveys(Verbs):
    """Says how a survey is asked to whoever names one without a verb."""

    def advice(self, name: str) -> Message:
        """A verb belongs before the name."""
        return msg(
            "Write {verbs} before the name of a survey: telemaco survey ask {name}.",
            verbs=Choices(tuple(self.commands)),
            name=name,
        )


@click.group("survey", cls=_OfSurveys)
def command() -> None:
    """Ask the questions of a survey in a form outside, and count the answers."""


command.add_command(ask_command)
command.add_command(count_command)
