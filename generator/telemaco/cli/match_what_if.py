"""`telemaco match PROGRAM --what-if ...`: who would move if something were otherwise."""

import shutil
from collections.abc import Sequence

import click

from telemaco.cli import exit_status
from telemaco.cli.reading import sign
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.render.matches.what_if import what_if_as_json, what_if_as_text
from telemaco.usecases.match import Run
from telemaco.usecases.match_what_if import what_if


def show_what_if(
    community: Community,
    run: Run,
    suppositions: Sequence[str],
    translator: Translator,
    *,
    form: str,
    details: bool,
) -> int:
    """Print what would become of a run; nothing is written."""
    with sign(msg("Matching ..."), translator):
        found = what_if(community, run, suppositions)
    if form == "json":
        click.echo(what_if_as_json(found), nl=False)
        return exit_status.CLEAN
    names = {person_id: person.name for person_id, person in community.people.items()}
    width = shutil.get_terminal_size((80, 24)).columns
    text = what_if_as_text(found, names, translator, width, details=details)
    click.echo(text, nl=False)
    return exit_status.CLEAN
