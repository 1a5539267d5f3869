"""The entry point: finds the command, runs it, turns errors into exit statuses."""

import importlib
import sys
from typing import NoReturn

import click

from telemaco import __version__
from telemaco.cli import status
from telemaco.findings import TelemacoError

_COMMANDS = {
    "check": "Everything that is wrong in the files, in one run.",
    "match": "Propose pairs for a program, with the reasons.",
    "status": "Who applied, waits, meets, is silent; what to do next.",
    "remind": "The check-ins that are due, and what follows from them.",
    "build": "Build the site.",
    "serve": "Build the site and show it while files change.",
    "skills": "Work on the skill vocabulary.",
    "schema": "Write the JSON Schemas of the records.",
    "new": "Start a community of your own.",
}
"""The commands with their short help, so that --help imports none of them."""


class _LazyGroup(click.Group):
    """Imports a command's module when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"telemaco.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click's signature)
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="telemaco")
def telemaco() -> None:
    """A mentoring community run from files: checked, matched, followed and published."""


def main() -> NoReturn:
    """Run the command of `sys.argv` and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command; the exit status is one of `telemaco.cli.status`."""
    try:
        result = telemaco.main(arguments, prog_name="telemaco", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return status.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return status.USAGE
    except TelemacoError as error:
        _explain(error)
        return status.COULD_NOT_RUN
    except KeyboardInterrupt:
        return status.INTERRUPTED
    except Exception:  # noqa: BLE001 (the one place where a defect of ours is caught)
        _confess()
        return status.DEFECT
    return result if isinstance(result, int) else status.CLEAN


def _explain(error: TelemacoError) -> None:
    from telemaco.cli.options import environment_translator  # noqa: PLC0415 (only on this way)

    translator = environment_translator()
    click.echo(translator.text(error.message), err=True)
    if error.hint:
        click.echo(f"  {translator.text(error.hint)}", err=True)


def _confess() -> None:
    import traceback  # noqa: PLC0415 (only on this way)

    click.echo(traceback.format_exc(), err=True, nl=False)
    click.echo(
        "This is a defect of Telemaco, not of your files. Report it with the lines above and "
        f"the command you ran; this is version {__version__}.",
        err=True,
    )
