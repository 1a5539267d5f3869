"""How the community gets on, as of a day."""

from dataclasses import replace
from datetime import date

from telemaco.model.community import Community
from telemaco.progress.community import community_progress
from telemaco.progress.values import CommunityProgress
from telemaco.usecases.named import no_program


def status(community: Community, today: date, program: str | None = None) -> CommunityProgress:
    """Every program, or the one that is named. Raises TelemacoError for an unknown name."""
    progress = community_progress(community, today)
    if program is None:
        return progress
    chosen = tuple(found for found in progress.programs if found.id == program)
    if not chosen:
        raise no_program(community, program)
    return replace(progress, sums=chosen[0].sums, programs=chosen)
