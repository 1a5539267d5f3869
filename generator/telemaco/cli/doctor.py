"""`telemaco doctor`: what a community needs around its files, and what to do about it."""

import json
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import get_terminal_size

import click

from telemaco.adapters.disk import DiskSources, read_file, read_folder
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.forge import inspector_of
from telemaco.cli.heartbeat import RAN
from telemaco.cli.options import format_option, language_option, root_option
from telemaco.cli.status import PIPED_WIDTH
from telemaco.findings import Severity, TelemacoError
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.ports.forge import ForgeError, ForgeUnavailableError
from telemaco.ports.inspection import ForgeInspector
from telemaco.render.issue_forms.places import FOLDER
from telemaco.render.tables import table
from telemaco.review.code_owners import PATH
from telemaco.usecases.check import Checked, check
from telemaco.usecases.doctor import examine
from telemaco.usecases.examined import REMINDERS, Examined, Surroundings, Verdict
from telemaco.usecases.forms import plan_forms
from telemaco.usecases.schema import outdated

_FOLDER = ".github/workflows"
_VERDICTS = {
    Verdict.GOOD: msg("good"),
    Verdict.WARNING: msg("warning"),
    Verdict.BAD: msg("bad"),
    Verdict.UNKNOWN: msg("not known"),
}


@click.command("doctor")
@format_option
@click.option(
    "--heartbeat",
    is_flag=True,
    help="Print only when the reminders last ended well, for telemaco build: a workflow adds the "
    "line to GITHUB_ENV.",
)
@root_option
@language_option
def command(root: Path, translator: Translator, form: str, *, heartbeat: bool) -> int:
    """Look at what the community needs besides its files, and say what to do.

    The settings of the repository on GitHub, its workflows and when the reminders last ran are
    looked at when GITHUB_TOKEN is set. Ends with 1 when something is bad.
    """
    sources = DiskSources(root)
    checked = check(sources)
    if heartbeat:
        return _tell_heartbeat(checked, translator)
    examined = examine(_around(root, checked), _inspector(checked))
    if form == "json":
        click.echo(_as_json(examined, translator))
    else:
        click.echo(_as_text(examined, translator), nl=False)
    is_bad = any(one.verdict is Verdict.BAD for one in examined)
    return exit_status.FINDINGS if is_bad else exit_status.CLEAN


def _tell_heartbeat(checked: Checked, translator: Translator) -> int:
    """Print the day as a variable; nothing when there is none, or when GitHub cannot say now."""
    try:
        last = inspector_of(checked.community, os.environ).last_success(REMINDERS)
    except ForgeUnavailableError as error:
        click.echo(translator.text(error.message), err=True)
        return exit_status.CLEAN
    if last:
        click.echo(f"{RAN}={last.date()}")
    return exit_status.CLEAN


def _around(root: Path, checked: Checked) -> Surroundings:
    folder = root / _FOLDER
    return Surroundings(
        checked.community,
        sum(finding.severity is Severity.ERROR for finding in checked.findings),
        len(outdated(lambda path: read_file(root / path))),
        frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset(),
        datetime.now(UTC),
        read_file(root / PATH),
        _outdated_forms(root, checked.community),
    )


def _outdated_forms(root: Path, community: Community) -> int:
    """How many forms do not say what the files say; none where the files cannot be read."""
    try:
        plan = plan_forms(community, read_folder(root, FOLDER), Catalog)
    except TelemacoError:
        return 0
    return len(plan.written) + len(plan.removed)


def _inspector(checked: Checked) -> ForgeInspector | ForgeError | None:
    """What looks at the repository, or why nothing can; None without a token."""
    if not os.environ.get("GITHUB_TOKEN"):
        return None
    try:
        return inspector_of(checked.community, os.environ)
    except ForgeError as error:
        return error


def _as_text(examined: Sequence[Examined], translator: Translator) -> str:
    say = translator.text
    header = [say(word) for word in (msg("what"), msg("verdict"), msg("found"))]
    rows = [(say(one.what), say(_VERDICTS[one.verdict]), _found(one, say)) for one in examined]
    width = get_terminal_size((PIPED_WIDTH, 0)).columns
    return f"{table(header, rows, width)}\n{say(_conclusion(examined))}\n"


def _found(one: Examined, say: Callable[[Message], str]) -> str:
    return "\n".join(say(text) for text in (one.found, one.advice) if text)


def _conclusion(examined: Sequence[Examined]) -> Message:
    bad = sum(one.verdict is Verdict.BAD for one in examined)
    if bad:
        return msg_n("{count} thing is to be mended.", "{count} things are to be mended.", bad)
    warnings = sum(one.verdict is Verdict.WARNING for one in examined)
    if warnings:
        return msg_n(
            "Nothing is bad, but {count} warning is to be looked at.",
            "Nothing is bad, but {count} warnings are to be looked at.",
            warnings,
        )
    return msg("Nothing is to be mended.")


def _as_json(examined: Sequence[Examined], translator: Translator) -> str:
    say = translator.text
    found = [
        {
            "what": say(one.what),
            "verdict": one.verdict.value,
            "found": say(one.found),
            "advice": say(one.advice) if one.advice else None,
        }
        for one in examined
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)
