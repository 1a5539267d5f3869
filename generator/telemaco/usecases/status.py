"""How the community gets on, as of a day."""

from dataclasses import replace
from datetime import date

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.similar import closest
from telemaco.progress.community import community_progress
from telemaco.progress.values import CommunityProgress


def status(community: Community, today: date, program: str | None = None) -> CommunityProgress:
    """Every program, or the one that is named. Raises TelemacoError for an unknown name."""
    progress = community_progress(community, today)
    if program is None:
        return progress
    chosen = tuple(found for found in progress.programs if found.id == program)
    if not chosen:
        raise unknown_program(community, program)
    return replace(progress, sums=chosen[0].sums, programs=chosen)


def unknown_program(community: Community, program: str) -> TelemacoError:
    """The error for a program that is not there."""
    meant = closest(program, community.programs)
    hint = msg("Did you mean {meant}?", meant=meant) if meant else None
    return TelemacoError(msg("there is no program {name}", name=program), hint)
