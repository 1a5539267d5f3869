"""A word on stderr from commands that go on when some files are wrong."""

from collections.abc import Iterable

import click

from telemaco.findings import Finding, Severity
from telemaco.messages import msg, msg_n
from telemaco.ports import Translator


def warn_of_errors(findings: Iterable[Finding], translator: Translator) -> None:
    """Say how many files have errors, if any, and how to see them."""
    files = {finding.location.path for finding in findings if finding.severity is Severity.ERROR}
    if not files:
        return
    number = msg_n(
        "{count} file has errors, so some of this may be missing.",
        "{count} files have errors, so some of this may be missing.",
        len(files),
    )
    click.echo(translator.text(number), err=True)
    click.echo(translator.text(msg("Run telemaco check to see what is wrong.")), err=True)
