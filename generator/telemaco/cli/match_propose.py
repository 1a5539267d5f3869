"""`telemaco match PROGRAM`: propose pairs for a program, with the reasons."""

import shutil
from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.adapters.site_folder import PROPOSAL, DiskSiteFolder, refuse_published
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.match_options import run_options
from telemaco.cli.match_verify import verify_receipt
from telemaco.cli.match_what_if import show_what_if
from telemaco.cli.missing import which_program
from telemaco.cli.options import (
    format_option,
    language_option,
    receipt_option,
    root_option,
    today_of,
    today_option,
    wrong_use,
)
from telemaco.cli.paint import coloured
from telemaco.cli.reading import read, sign
from telemaco.findings import Severity
from telemaco.matching.result import Match
from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.ports import Translator
from telemaco.render.findings import FORMATS, Report
from telemaco.render.matches.json import as_json
from telemaco.render.matches.names import names_of
from telemaco.render.matches.text import as_text
from telemaco.usecases.check import quoting
from telemaco.usecases.match import Run, Wanted, carry_out, require_time, run_of
from telemaco.usecases.match_files import files_of, write_files
from telemaco.usecases.match_orders import orders_of
from telemaco.usecases.named import programs_there
from telemaco.usecases.proposal_pages import write_pages


class _Unnamed(click.Context):
    """What ran without its name, as it may be left out: errors and help name what was written."""

    @property
    def command_path(self) -> str:
        return super().command_path.rstrip()


class _Command(click.Command):
    context_class = _Unnamed


@click.command(
    "match", cls=_Command, short_help="The best pairs for a program; the word may be left out."
)
@click.argument("program", required=False)
@click.option(
    "--apply",
    is_flag=True,
    help="Write the pairs as proposed, and a receipt of how they came about.",
)
@run_options
@click.option(
    "--redo",
    is_flag=True,
    help="Make the proposals of the last run anew, but for what somebody has taken up.",
)
@click.option(
    "--what-if",
    "suppositions",
    multiple=True,
    metavar="WHAT",
    help="Show who would move if weights.skills=low, capacity.ada=3, or with one more mentor: "
    "'mentor: skill=astronomy language=zh zone=Asia/Shanghai'. Writes nothing.",
)
@click.option(
    "--verify",
    "receipt",
    metavar="RECEIPT",
    help="Work a receipt's matching out again. Exit status 0: identical, 1: it differs.",
)
@click.option("--at", "commit", metavar="COMMIT", help="With --verify: from the files of it.")
@click.option("--details", is_flag=True, help="Explain every pair and everybody who is left.")
@click.option(
    "--pages",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write pages to look at into DIR, for coordinators only: they are not part of the site.",
)
@format_option
@root_option
@today_option
@language_option
def propose_command(
    program: str | None,
    root: Path,
    today: date | None,
    translator: Translator,
    *,
    apply: bool,
    seed: str | None,
    pins: tuple[str, ...],
    forbids: tuple[str, ...],
    force: bool,
    source: str | None,
    redo: bool,
    suppositions: tuple[str, ...],
    receipt: str | None,
    commit: str | None,
    details: bool,
    pages: Path | None,
    form: str,
) -> int:
    """Propose the best pairs for PROGRAM, say why, and who is left and why.

    PROGRAM is the name of its file in program/programs/, without .yaml. Nothing is written
    without --apply.
    """
    given = (apply, seed, pins, forbids, force, source, redo, suppositions, pages)
    if receipt is not None:
        _require(not any(given), msg("--verify takes everything from the receipt: it goes alone."))
        return verify_receipt(root, program, receipt, commit, translator, form=form)
    _require(commit is None, msg("--at goes with --verify."))
    _require(not (apply and suppositions), msg("--what-if writes nothing: leave out --apply."))
    _require(not (pages and suppositions), msg("--what-if writes no pages: leave out --pages."))
    if pages:
        refuse_published(pages, root)
    community = _checked(root, translator, today)
    if community is None:
        return exit_status.FINDINGS
    orders = orders_of(community, pins, forbids, force=force)
    wanted = Wanted(seed, orders, source and receipt_option(root, source), redo)
    run = run_of(community, _named(program, community), today_of(today, community), wanted)
    if suppositions:
        return show_what_if(community, run, suppositions, translator, form=form, details=details)
    if apply:
        require_time(community, run.program, run.today)
    found = _found(community, run, translator)
    click.echo(_written(found, community, translator, form, details=details), nl=False)
    _conclude(found, community, root, translator, apply=apply)
    if pages:
        _write_pages(found, community, pages, translator)
    return exit_status.CLEAN


def _require(sense: bool, otherwise: Message) -> None:  # noqa: FBT001 (a question, and what to say)
    if not sense:
        raise wrong_use(otherwise)


def _named(program: str | None, community: Community) -> str:
    if program is None:
        raise wrong_use(which_program(programs_there(community.ids_of_programs)))
    verb = closest(program, _VERBS) if program not in community.ids_of_programs else None
    if verb:
        raise wrong_use(
            msg(
                'there is no command "{name}". Did you mean {meant}?',
                name=f"match {program}",
                meant=f"match {verb}",
            )
        )
    return program


def _checked(root: Path, translator: Translator, today: date | None) -> Community | None:
    """The community; None when there are errors in it, which are printed."""
    checked = read(root, translator, today)
    if not any(finding.severity is Severity.ERROR for finding in checked.findings):
        return checked.community
    report = Report(checked.findings, checked.files, quoting(DiskSources(root)))
    click.echo(FORMATS["text"](report, translator, coloured), nl=False)
    return None


def _found(community: Community, run: Run, translator: Translator) -> Match:
    with sign(msg("Matching ..."), translator):
        return carry_out(community, run)


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
    files = files_of(found, community, Catalog(community.settings.languages[0]))
    if files is None:
        return
    if not apply:
        click.echo(translator.text(msg("Nothing was written. Add --apply to write.")), err=True)
        return
    disk = DiskWriter(root)
    with sign(msg("Writing the pairs ..."), translator, len(files.pairs)) as done:
        write_files(files, disk, disk, done)
    wrote = msg_n(
        "Wrote {count} file; the receipt is {receipt}.",
        "Wrote {count} files; the receipt is {receipt}.",
        1 + len(files.pairs),
        receipt=files.receipt.path,
    )
    click.echo(translator.text(wrote), err=True)
    if files.gone:
        removed = msg_n("Removed {count} file.", "Removed {count} files.", len(files.gone))
        click.echo(translator.text(removed), err=True)


_VERBS = ("explain", "diff")
"""What may stand in place of a program, and do something else."""
