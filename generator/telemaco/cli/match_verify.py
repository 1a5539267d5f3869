"""`telemaco match --verify RECEIPT`: work a matching out again, and say whether it is the same."""

import shutil
from pathlib import Path

import click

from telemaco.adapters.git import GitHistory
from telemaco.cli import exit_status
from telemaco.cli.options import receipt_option
from telemaco.cli.reading import read, sign
from telemaco.cli.warning import warn_of_errors
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.matches.verified import verified_as_json, verified_as_text
from telemaco.usecases.match_verify import verify
from telemaco.usecases.named import program_named, receipt_named


def verify_receipt(
    root: Path,
    program: str | None,
    receipt: str,
    commit: str | None,
    translator: Translator,
    *,
    form: str,
) -> int:
    """Verify a receipt, print what came of it, and say so in the exit status."""
    checked = read(root, translator)
    warn_of_errors(checked.findings, translator)
    community = checked.community
    chosen = program_named(community, program) if program else None
    receipt_id = receipt_named(community, receipt_option(root, receipt), chosen)
    with sign(msg("Matching ..."), translator):
        found = verify(community, receipt_id, GitHistory(root), commit, translator)
    if form == "json":
        click.echo(verified_as_json(found), nl=False)
    else:
        names = {person_id: person.name for person_id, person in community.people.items()}
        width = shutil.get_terminal_size((80, 24)).columns
        click.echo(verified_as_text(found, names, translator, width), nl=False)
    return exit_status.CLEAN if found.identical else exit_status.FINDINGS
