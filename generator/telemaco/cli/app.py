"""The entry point: finds the command, runs it, turns errors into exit statuses."""

import gc
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NoReturn

import click

from telemaco import __version__
from telemaco.cli import exit_status
from telemaco.findings import TelemacoError

COMMANDS = {
    "new": "Start a community of your own.",
    "check": "Everything that is wrong in the files, in one run.",
    "accept": "Decide on people who applied, many at once.",
    "match": "Propose pairs for a program, with the reasons.",
    "confirm": "Confirm the proposed pairs to which everybody said yes.",
    "begin": "Set confirmed pairs to active once their first day has come.",
    "status": "Who applied, waits, meets, is silent; what to do next.",
    "meet": "Times for a pair's next session; plan, move or call it off.",
    "close": "Complete the pairs whose time is over.",
    "report": "What came of a program: for print, for pages, for spreadsheets.",
    "note": "Start the note of a session, filled in as far as it is known.",
    "survey": "Ask a survey's questions outside, and count the answers.",
    "intake": "Make a checked file and a pull request of a form.",
    "remind": "The check-ins that are due, and what follows from them.",
    "build": "Build the site.",
    "preview": "The pages that differ from those of another commit.",
    "serve": "Build the site and show it while files change.",
    "forms": "The issue forms by which people join, log a session or leave.",
    "doctor": "What the community needs besides its files, and what to do about it.",
    "skills": "Work on the skill vocabulary.",
    "import": "People from the table of a form service.",
    "export": "Open data, or everything about one person.",
    "forget": "Take a person out of the files, and keep the counts.",
    "fmt": "Bring the files into one form, with their comments.",
    "review": "The answer to a pull request: what its check found, and who acts next.",
    "owners": "Who is asked to look at which change, for GitHub.",
    "schema": "The JSON Schemas of the files, for editors.",
}
"""The commands in the order of use, with their short help, so that --help imports none of them."""

_EPILOG = (
    "Exit status: 0 all is right, 1 there are findings, 2 wrong use of the command line, 3 it "
    "could not be done, 4 a defect of Telemaco, 130 interrupted."
)


class _LazyGroup(click.Group):
    """Imports a command's module when the command is used."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's signature)
        try:
            return super().invoke(ctx)
        except TelemacoError as error:
            _explain(error, ctx)
            return exit_status.COULD_NOT_RUN
        except click.MissingParameter as error:
            from telemaco.cli.missing import naming_programs  # noqa: PLC0415 (only on this way)

            raise naming_programs(error) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"telemaco.cli.{cmd_name}")
        command: click.Command = module.command
        return _translated(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from telemaco.cli.verbs import no_command  # noqa: PLC0415 (only on this way)

            raise no_command(args[0], COMMANDS, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click's signature)
        say = _words()
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, say(text)) for name, text in COMMANDS.items()])


@click.command(
    cls=_LazyGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="telemaco")
def telemaco() -> None:
    """A mentoring community run from files: checked, matched, followed and published."""


_MANY_THINGS = 200_000


def look_for_garbage_seldom() -> None:
    """Little of what piles up is garbage; to look as often as usual took a tenth of the time."""
    gc.set_threshold(_MANY_THINGS, 20, 20)


def main() -> NoReturn:
    """Run the command of `sys.argv` and leave with its exit status."""
    look_for_garbage_seldom()
    arguments = sys.argv[1:]
    language = _asked(arguments)
    if language:
        # Help, and what is said of options, come before options are read.
        os.environ["LANGUAGE"] = language
    sys.exit(run(arguments))


def run(arguments: list[str]) -> int:
    """Run a command; the exit status is one of `telemaco.cli.exit_status`."""
    try:
        return _status(arguments)
    except click.ClickException as error:
        error.show()
        return exit_status.USAGE
    except (click.Abort, KeyboardInterrupt):
        return exit_status.INTERRUPTED
    except Exception:  # noqa: BLE001 (the one place where a defect of ours is caught)
        _confess()
        return exit_status.DEFECT


def _status(arguments: list[str]) -> int:
    # NO_COLOR (no-color.org) holds for everything that click prints, its own help included.
    settings: dict[str, Any] = {"color": False} if os.environ.get("NO_COLOR") else {}
    if _is_foreign(os.environ):
        from telemaco.cli.words_of_click import translate_click  # noqa: PLC0415 (only on this way)

        translate_click()
    try:
        result = _translated(telemaco).main(
            arguments, prog_name="telemaco", standalone_mode=False, **settings
        )
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return result if isinstance(result, int) else exit_status.CLEAN


def _asked(arguments: Sequence[str]) -> str:
    """The language of `--lang`; empty without it."""
    for word, following in pairwise([*arguments, ""]):
        name, _, value = word.partition("=")
        if name == "--lang":
            return value or following
    return ""


def _words() -> Callable[[str], str]:
    """What puts a help text into the language of the environment; English is left as it is."""
    if not _is_foreign(os.environ):
        return str
    from telemaco.adapters.translations import (  # noqa: PLC0415 (only on this way)
        Catalog,
        language_of,
    )
    from telemaco.messages import Message  # noqa: PLC0415 (only on this way)

    translator = Catalog(language_of(os.environ))
    return lambda text: translator.text(Message(text, {}))


def _is_foreign(environment: Mapping[str, str]) -> bool:
    """Whether another language than English may be asked for."""
    asked = [environment.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    return any(value and not value.startswith(("C", "POSIX", "en")) for value in asked)


def _translated(command: click.Command) -> click.Command:
    say = _words()
    if say is str:
        return command
    from telemaco.cli.help_texts import translated  # noqa: PLC0415 (only on this way)

    return translated(command, say)


def _explain(error: TelemacoError, context: click.Context) -> None:
    from telemaco.cli.options import translator_of  # noqa: PLC0415 (only on this way)
    from telemaco.render.visible import visible  # noqa: PLC0415 (only on this way)

    translator = translator_of(context)
    click.echo(visible(translator.text(error.message)), err=True)
    if error.hint:
        click.echo(f"  {visible(translator.text(error.hint))}", err=True)


def _confess() -> None:
    import traceback  # noqa: PLC0415 (only on this way)

    click.echo(traceback.format_exc(), err=True, nl=False)
    click.echo(
        f"This is a defect of Telemaco {__version__}, not of your files. Report it with the lines "
        "above and the command you ran: https://github.com/telemaco-mentoring/telemaco/issues",
        err=True,
    )
