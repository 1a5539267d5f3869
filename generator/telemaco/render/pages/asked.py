"""The pages that the records ask for, counted without making any.

Told apart from the recipes on purpose: what one of the two forgets, the other misses.
"""

from collections.abc import Iterator

from telemaco.model.community import Community
from telemaco.records.layout import COMMUNITY, pair_path, person_path, program_path
from telemaco.records.program import ProgramStatus
from telemaco.render.pages.addresses import (
    HUBS,
    OUTSIDE,
    pair_address,
    person_address,
    program_address,
    program_progress_address,
)
from telemaco.render.pages.pair_order import has_page
from telemaco.render.pages.published import publishes

_LOST = "404.html"


def asked_pages(community: Community) -> Iterator[tuple[str, str]]:
    """Every page by its path in the folder of a language, and the file that asks for it."""
    yield _LOST, COMMUNITY
    for address in (*HUBS, *OUTSIDE):
        yield f"{address}index.html", COMMUNITY
    public = {
        name
        for name, program in community.programs.items()
        if program.status is not ProgramStatus.DRAFT
    }
    for name in sorted(public):
        for address in (program_address(name), program_progress_address(name)):
            yield f"{address}index.html", program_path(name)
    for pair_id in community.pairs:
        if has_page(community, pair_id):
            yield f"{pair_address(community, pair_id)}index.html", pair_path(pair_id)
    for person in community.people:
        if publishes(community, person, "name"):
            yield f"{person_address(person)}index.html", person_path(person)
