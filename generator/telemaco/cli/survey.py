"""`telemaco survey`: ask the questions of a survey outside, and count the answers."""

import click

from telemaco.cli.options import translator_of
from telemaco.cli.survey_ask import ask_command
from telemaco.cli.survey_count import count_command
from telemaco.messages import Choices, msg
from telemaco.model.similar import closest
from telemaco.render.visible import visible


class _Verbs(click.Group):
    """Says how a survey is asked to whoever names one without a verb."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and args[0] not in self.commands:
            raise click.UsageError(_no_verb(args[0], tuple(self.commands), ctx), ctx)
        return super().resolve_command(ctx, args)


def _no_verb(name: str, verbs: tuple[str, ...], context: click.Context) -> str:
    meant = closest(name, verbs)
    hint = (
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg(
            "Write {verbs} before the name of a survey: telemaco survey ask {name}.",
            verbs=Choices(verbs),
            name=name,
        )
    )
    said = msg('there is no command "{name}"', name=name)
    say = translator_of(context).text
    return visible(f"{say(said)}. {say(hint)}")


@click.group("survey", cls=_Verbs)
def command() -> None:
    """Ask the questions of a survey in a form outside, and count the answers."""


command.add_command(ask_command)
command.add_command(count_command)
