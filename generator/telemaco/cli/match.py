"""`telemaco match`: propose pairs for a program, with the reasons."""

import shutil
import sys
from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.adapters.site_folder import PROPOSAL, DiskSiteFolder, refuse_published
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.match_explain import explain_command
from telemaco.cli.options import language_option, root_option, today_of, today_option
from telemaco.cli.paint import coloured
from telemaco.findings import Severity
from telemaco.matching.result import Match
from telemaco.messages import msg, msg_n
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.render.findings import FORMATS, Report
from telemaco.render.matches.json import as_json
from telemaco.render.matches.names import names_of
from telemaco.render.matches.text import as_text
from telemaco.render.waiting import waiting
from telemaco.usecases.check import check, quoting
from telemaco.usecases.match import match, orders_of, write_match
from telemaco.usecases.proposal_pages import write_pages

_PROPOSE = "propose"


class _ProgramOrVerb(click.Group):
    """`match PROGRAM` proposes; `match VERB` does something else about a matching."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return super().resolve_command(ctx, [_PROPOSE, *args])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        propose_command.format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.command("match")
@click.argument("program")
@click.option("--apply", is_flag=True, help="Write the pairs as proposed, and a receipt.")
@click.option("--seed", metavar="WORD", help="The word that decides between equals.")
@click.option(
    "--pin", "pins", multiple=True, metavar="MENTOR=MENTEE", help="A pair that must be made."
)
@click.option(
    "--forbid", "forbids", multiple=True, metavar="ONE=OTHER", help="Two who must not be paired."
)
@click.option("--force", is_flag=True, help="Make pinned pairs even against a limit.")
@click.option(
    "--details",
    is_flag=True,
    help="Explain every pair, and everybody who is left, however many there are.",
)
@click.option(
    "--pages",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write pages to look at into DIR, for coordinators only: they are not part of the site.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
@root_option
@today_option
@language_option
def propose_command(
    program: str,
    root: Path,
    today: date | None,
    translator: Translator,
    *,
    apply: bool,
    seed: str | None,
    pins: tuple[str, ...],
    forbids: tuple[str, ...],
    force: bool,
    details: bool,
    pages: Path | None,
    form: str,
) -> int:
    """Propose the best pairs for PROGRAM, say why, and who is left and why.

    PROGRAM is the name of its file in program/programs/, without .yaml. Nothing is written
    without --apply.
    """
    if pages:
        refuse_published(pages, root)
    sources = DiskSources(root)
    checked = check(sources)
    if any(finding.severity is Severity.ERROR for finding in checked.findings):
        report = Report(checked.findings, checked.files, quoting(sources))
        click.echo(FORMATS["text"](report, translator, coloured), nl=False)
        return exit_status.FINDINGS
    community = checked.community
    orders = orders_of(community, pins, forbids, force=force)
    with waiting(translator.text(msg("Matching ...")), sys.stderr):
        found = match(community, program, today_of(today, community), seed, orders)
    click.echo(_written(found, community, translator, form, details=details), nl=False)
    _conclude(found, community, root, translator, apply=apply)
    if pages:
        _write_pages(found, community, pages, translator)
    return exit_status.CLEAN


@click.command(
    "match",
    cls=_ProgramOrVerb,
    options_metavar="",
    subcommand_metavar="PROGRAM [OPTIONS] | VERB ...",
    help=propose_command.help,
    context_settings={"ignore_unknown_options": True},
)
def command() -> None:
    """See `propose_command`."""


command.add_command(propose_command, _PROPOSE)
command.add_command(explain_command)


def _written(
    found: Match, community: Community, translator: Translator, form: str, *, details: bool
) -> str:
    if form == "json":
        return as_json(found, translator)
    width = shutil.get_terminal_size((80, 24)).columns
    return as_text(found, names_of(community), translator, width, details=details)


def _write_pages(found: Match, community: Community, pages: Path, translator: Translator) -> None:
    with DiskSiteFolder(pages, PROPOSAL) as folder:
        count = write_pages(found, community, folder, Catalog)
        folder.publish()
    wrote = msg_n(
        "{count} page for coordinators in {folder}; open {page}",
        "{count} pages for coordinators in {folder}; open {page}",
        count,
        folder=str(pages),
        page=str(pages / "index.html"),
    )
    click.echo(translator.text(wrote), err=True)


def _conclude(
    found: Match, community: Community, root: Path, translator: Translator, *, apply: bool
) -> None:
    """Write if asked to, and say on stderr what was written."""
    if not found.proposals:
        return
    if not apply:
        click.echo(translator.text(msg("Nothing was written. Add --apply to write.")), err=True)
        return
    own = Catalog(community.settings.languages[0])
    paths = write_match(found, community, DiskWriter(root), own)
    wrote = msg_n(
        "Wrote {count} file; the receipt is {receipt}.",
        "Wrote {count} files; the receipt is {receipt}.",
        len(paths),
        receipt=paths[-1],
    )
    click.echo(translator.text(wrote), err=True)
