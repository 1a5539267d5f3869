"""`telemaco match diff`: who moved between two matchings, and why, as Markdown."""

from pathlib import Path

import click

from telemaco.adapters.git import GitHistory
from telemaco.cli import exit_status
from telemaco.cli.options import language_option, receipt_option, root_option
from telemaco.cli.reading import read
from telemaco.cli.warning import warn_of_errors
from telemaco.matching.difference import Difference
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.text import in_language
from telemaco.render.matches.difference import difference_as_markdown
from telemaco.usecases.match_diff import difference_between, differences_since
from telemaco.usecases.named import program_named, receipt_named


@click.command("diff", short_help="Who changed partners between two matchings.")
@click.argument("base")
@click.argument("receipt", required=False)
@click.option("--program", metavar="PROGRAM", help="One program only.")
@root_option
@language_option
def diff_command(
    base: str,
    receipt: str | None,
    root: Path,
    translator: Translator,
    *,
    program: str | None,
) -> int:
    """Say as Markdown who moved between two matchings, and why.

    BASE is a commit, branch or tag: the runs that it does not have are put beside the latest one
    that it has. Or BASE and RECEIPT are two receipts, the earlier one first. What is printed can
    be a comment on a pull request: it mentions nobody, and names are no markup in it.
    """
    checked = read(root, translator)
    warn_of_errors(checked.findings, translator)
    community = checked.community
    if receipt is None:
        found = differences_since(community, GitHistory(root).sources(base), program)
    else:
        chosen = program_named(community, program) if program else None
        two = (
            receipt_named(community, receipt_option(root, one), chosen) for one in (base, receipt)
        )
        found = (difference_between(community, *two),)
    if not found:
        click.echo(translator.text(msg("No matching is new since {base}.", base=base)), err=True)
    names = {person_id: person.name for person_id, person in community.people.items()}
    texts = [
        difference_as_markdown(one, _title(one, community, translator), names, translator)
        for one in found
    ]
    click.echo("\n".join(texts), nl=False)
    return exit_status.CLEAN


def _title(found: Difference, community: Community, translator: Translator) -> str:
    return in_language(community.programs[found.program].title, Language(translator.language))
