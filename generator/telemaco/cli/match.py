"""`telemaco match`: propose pairs for a program, or do something else about a matching."""

import click

from telemaco.cli.match_diff import diff_command
from telemaco.cli.match_explain import explain_command
from telemaco.cli.match_propose import propose_command

_PROPOSE = "propose"


class _ProgramOrVerb(click.Group):
    """`match PROGRAM` proposes; `match VERB` does something else about a matching."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        _, command, rest = super().resolve_command(ctx, [_PROPOSE, *args])
        return None, command, rest

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.commands[_PROPOSE].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.command(
    "match",
    cls=_ProgramOrVerb,
    options_metavar="",
    subcommand_metavar="PROGRAM [OPTIONS] | --verify RECEIPT | VERB ...",
    help=propose_command.help,
    context_settings={"ignore_unknown_options": True},
)
def command() -> None:
    """See `propose_command`."""


command.add_command(propose_command, _PROPOSE)
command.add_command(explain_command)
command.add_command(diff_command)
