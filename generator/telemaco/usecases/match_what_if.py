"""What a matching would be if something were otherwise, beside what it is."""

from collections.abc import Sequence

from telemaco.matching.seats import seat_changes, seats_of
from telemaco.matching.what_if import WhatIf
from telemaco.model.community import Community
from telemaco.usecases.match import Run, carry_out
from telemaco.usecases.suppositions import supposing


def what_if(community: Community, run: Run, suppositions: Sequence[str]) -> WhatIf:
    """The run as it is and as it would be. Raises TelemacoError."""
    supposed = supposing(community, run.program, suppositions)
    now, then = carry_out(community, run), carry_out(supposed, run)
    newcomers = {
        person_id: tuple(offer.skill for offer in person.offers)
        for person_id, person in supposed.people.items()
        if person_id not in community.people
    }
    changes = seat_changes(seats_of(now), seats_of(then))
    return WhatIf(tuple(suppositions), now, then, changes, newcomers)
