"""Whom a form concerns, and how they are reached."""

import re

from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.render.check_ins.people import mentions
from telemaco.render.check_ins.safe import Safe, safe
from telemaco.submissions.values import Submission

_ADDRESS = re.compile(r"[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+|https://[A-Za-z0-9./-]+")


def coordinators(community: Community, submission: Submission) -> Safe:
    """Who looks after a form, as the forge calls them out: those of its program, if it has any."""
    of_program = mentions(community, submission.coordinators)
    return Safe(of_program or mentions(community, community.settings.coordinators))


def contact(community: Community) -> Safe:
    """The address for private matters; as it is, if it can do no harm, so that it can be copied."""
    address = community.settings.contact
    return Safe(address) if _ADDRESS.fullmatch(address) else safe(address)


def has_account(community: Community, person: PersonId) -> bool:
    """Whether somebody can be asked on the forge."""
    known = community.people.get(person)
    return known is not None and known.github is not None
