"""What is said to whoever names a command that there is not."""

from collections.abc import Iterable

import click

from telemaco.cli.options import translator_of
from telemaco.messages import Choices, Message, msg
from telemaco.model.similar import closest
from telemaco.render.visible import visible


class Verbs(click.Group):
    """A command with commands below it."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of a name, and what is left of the line. A usage error if there is none."""
        if not args[0].startswith("-") and args[0] not in self.commands:
            raise no_command(args[0], self.commands, ctx, self.advice(args[0]))
        return super().resolve_command(ctx, args)

    def advice(self, name: str) -> Message | None:  # noqa: ARG002 (for groups of their own)
        """What to do, said to whoever gave a name that is like no command."""
        return None


def no_command(
    name: str, names: Iterable[str], context: click.Context, advice: Message | None = None
) -> click.UsageError:
    """The error that names the command that was meant, else says what to do: which there are."""
    known = tuple(names)
    meant = [one for one in known if one.startswith(name)] or [
        *filter(None, [closest(name, known)])
    ]
    if meant:
        advice = msg("Did you mean {meant}?", meant=Choices((*meant,)))
    elif advice is None and len(known) <= _FEW:
        advice = msg("There are {names}.", names=Choices(known))
    elif advice is None:
        advice = msg("{command} --help says which there are.", command=context.command_path)
    say = translator_of(context).text
    said = msg('there is no command "{name}"', name=name)
    return click.UsageError(visible(f"{say(said)}. {say(advice)}"), context)


_FEW = 8
"""Commands that a sentence can name."""
