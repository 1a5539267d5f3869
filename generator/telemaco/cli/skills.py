"""`telemaco skills`: work on the skill vocabulary."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.cli import exit_status
from telemaco.cli.named_files import NamedFile
from telemaco.cli.options import language_option, root_option
from telemaco.cli.verbs import Verbs
from telemaco.findings import TelemacoError
from telemaco.loading.tags import Tags, of_list, of_table
from telemaco.loading.text import decode
from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.records.layout import SKILLS
from telemaco.render.skills import as_json, as_text
from telemaco.usecases.skills import (
    Suggestion,
    suggest_for,
    suggest_for_community,
    write_vocabulary,
)

_TABLES = (".csv", ".tsv")


@click.group("skills", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Work on the skill vocabulary."""


@command.command("suggest")
@click.argument("file", required=False, type=NamedFile())
@click.option(
    "--column",
    "columns",
    multiple=True,
    help="A column of a table (.csv, .tsv) that holds skills; can be given several times.",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=300,
    show_default=True,
    help="New entries at most; those that most people name are taken.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "yaml", "json")),
    default="text",
    show_default=True,
    help="text: a report; yaml: program/skills.yaml as it would be; json: everything.",
)
@click.option("--all", "whole", is_flag=True, help="Show the report's lists whole.")
@click.option("--apply", is_flag=True, help="Write program/skills.yaml.")
@root_option
@language_option
def suggest(  # noqa: PLR0917 (one argument an option)
    file: BinaryIO | None,
    columns: tuple[str, ...],
    most: int,
    form: str,
    whole: bool,  # noqa: FBT001 (click's signature)
    apply: bool,  # noqa: FBT001 (click's signature)
    root: Path,
    translator: Translator,
) -> int:
    """Propose a vocabulary for the skills that people name.

    FILE has one skill a line (an empty line between people tells which skills go together),
    or is a table with a row a person; - reads a list from the standard input. Without FILE,
    the words that people's own files have are looked at.
    """
    if file is None:
        found = suggest_for_community(DiskSources(root), most)
    else:
        found = suggest_for(_people(file, columns), _community(root, apply=apply), most)
    if apply:
        write_vocabulary(found, DiskWriter(root))
    if form == "text":
        click.echo(_report(found, translator, whole=whole), nl=False)
        click.echo(translator.text(_outcome(found, apply=apply)))
    else:
        click.echo(found.new_text if form == "yaml" else as_json(found.proposal), nl=False)
    return exit_status.CLEAN


def _people(file: BinaryIO, columns: Sequence[str]) -> list[Tags]:
    text = decode(file.name, file.read())
    if not isinstance(text, str):
        raise TelemacoError(
            msg("{path} is not a text in UTF-8", path=file.name),
            msg("Save it as UTF-8 text and try again."),
        )
    if columns or file.name.casefold().endswith(_TABLES):
        return of_table(text, columns)
    return of_list(text)


def _community(root: Path, *, apply: bool) -> DiskSources | None:
    """The community that the words are for; a list can be looked at before there is one."""
    try:
        return DiskSources(root)
    except TelemacoError:
        if apply:
            raise
        return None


def _report(found: Suggestion, translator: Translator, *, whole: bool) -> str:
    rewordings = [(one.path, one.word, ", ".join(one.skills)) for one in found.rewordings]
    return as_text(found.proposal, rewordings, translator, whole=whole)


def _outcome(found: Suggestion, *, apply: bool) -> Message:
    if found.new_text == found.old_text:
        return msg("{path} stays as it is.", path=SKILLS)
    if apply:
        return msg("Wrote {path}. Read it over before you commit it.", path=SKILLS)
    return msg("Nothing was written. Add --apply to write {path}.", path=SKILLS)
