"""Bring the file of code owners up to date with the coordinators."""

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.review.code_owners import MARK, PATH, code_owners


def outdated_owners(community: Community, found: bytes | None) -> bytes | None:
    """What the file should say; None when it says that already.

    `found` is what it says now, None when there is none. A file of somebody else is left alone,
    and so is a community none of whose coordinators can be asked. Raises TelemacoError.
    """
    if found is not None and not found.startswith(MARK.encode()):
        raise TelemacoError(
            msg("{path} was not written by Telemaco, and is left as it is", path=PATH),
            msg("Remove it to have one written, or go on keeping it yourselves."),
        )
    wanted = code_owners(community)
    if wanted is None:
        raise TelemacoError(
            msg("no coordinator of the community has an account on GitHub in their file"),
            msg("Write github: with the account into the file of at least one of them."),
        )
    content = wanted.encode()
    return None if content == found else content
