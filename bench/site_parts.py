"""Prints how many pages of a community are made in a CPU second: with their bodies, and stamped."""

import sys
import time
from pathlib import Path

from bench.site_projects import TODAY
from telemaco.adapters.disk import DiskSources
from telemaco.adapters.site_builder import MkDocsBuilder
from telemaco.adapters.translations import Catalog
from telemaco.progress.standing import standing_of
from telemaco.render.frames import frame
from telemaco.render.pages.addresses import SHELLS
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.listing import recipes
from telemaco.render.pages.page import Page
from telemaco.render.site_inputs import builder_inputs
from telemaco.usecases.check import check


def rates(root: Path) -> tuple[float, float]:
    """Pages a CPU second, of those that are no hubs: rendered and stamped, stamped alone."""
    community = check(DiskSources(root)).community
    translator = Catalog("en")
    inputs = {"en": builder_inputs(community.settings, {}, translator)}
    rendered = MkDocsBuilder(root / ".telemaco").build(inputs)["en"]
    frames = {
        shell: frame(shell, rendered[f"{shell}index.html"].decode(), "Bench") for shell in SHELLS
    }
    standing = standing_of(community, TODAY)
    start = time.process_time()
    edition = Edition(community, TODAY, translator, *standing)
    pages = [
        page
        for recipe in recipes(edition)
        if not recipe.is_searched
        for page in recipe.made(edition)
        if isinstance(page, Page)
    ]
    between = time.process_time()
    for page in pages:
        frames[page.shell].stamp(page).encode()
    end = time.process_time()
    return len(pages) / (end - start), len(pages) / (end - between)


if __name__ == "__main__":
    print(*rates(Path(sys.argv[1])))
