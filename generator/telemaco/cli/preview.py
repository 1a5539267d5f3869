"""`telemaco preview`: the pages that a change brings, alters or takes away."""

from datetime import date
from pathlib import Path

import click

from telemaco.adapters.disk import DiskSources, DiskWriter
from telemaco.adapters.git import GitSiteSources, GitSources, branching_point
from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.adapters.site_folder import PREVIEW, DiskSiteFolder
from telemaco.adapters.site_sources import DiskSiteSources
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.build import WORKSHOP, complain
from telemaco.cli.options import language_option, root_option, today_of, today_option
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.render.changed_pages import LIST, as_json, as_text
from telemaco.review.told import Difference
from telemaco.usecases.preview import Edition, Tools, preview


@click.command("preview")
@click.argument("base")
@root_option
@click.option(
    "--out",
    "--output",
    "out",
    type=click.Path(path_type=Path),
    help="The folder for the changed pages, replaced as a whole; preview/ in the community's "
    "folder when left out.",
)
@click.option(
    "--list",
    "listing",
    type=click.Path(path_type=Path),
    help="A file for the list of the pages, as JSON.",
)
@today_option
@language_option
def command(
    base: str,
    root: Path,
    translator: Translator,
    *,
    out: Path | None,
    listing: Path | None,
    today: date | None,
) -> int:
    """Show the pages that differ from those of BASE, a commit, branch or tag.

    What is compared is BASE where this branch left it. The pages are put into a folder, to be
    looked at.
    """
    folder = out or root / "preview"
    commit = branching_point(root, base)
    after = Edition(DiskSources(root), DiskSiteSources(root))
    before = Edition(GitSources(root, commit), GitSiteSources(root, commit))
    builder = MkDocsBuilder(root / WORKSHOP)
    found = preview(
        after, before, Tools(builder, Catalog, lambda community: today_of(today, community))
    )
    if found.problems:
        complain(found.problems, translator)
        return exit_status.FINDINGS
    if found.difference is None:
        why = msg("There is no preview: the files have errors. Run telemaco check.")
        click.echo(translator.text(why), err=True)
        return exit_status.CLEAN
    with DiskSiteFolder(folder, PREVIEW) as target:
        for path, content in found.files.items():
            target.put(path, content)
        target.publish()
    _tell(found.difference, folder, listing, translator)
    return exit_status.CLEAN


def _tell(
    difference: Difference, folder: Path, listing: Path | None, translator: Translator
) -> None:
    if listing is not None:
        DiskWriter(listing.parent).write(listing.name, as_json(difference).encode())
    click.echo(as_text(difference, translator), nl=False)
    where = msg("Open {path} in a browser.", path=str(folder / LIST))
    click.echo(translator.text(where), err=True)
