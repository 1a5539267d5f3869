"""Bring the file of code owners up to date with the coordinators."""

from textwrap import fill

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.review.code_owners import HEAD, PATH, code_owners, is_ours, lines_of

_WIDTH = 98


def outdated_owners(
    community: Community, found: bytes | None, translator: Translator
) -> bytes | None:
    """What the file should say; None when it says that already, in whatever language its head is.

    `found` is what it says now, None when there is none. A file of somebody else is left alone,
    and so is a community none of whose coordinators can be asked. Raises TelemacoError.
    """
    if found is not None and not is_ours(found):
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
    if found is not None and lines_of(found) == wanted:
        return None
    head = fill(translator.text(HEAD), _WIDTH, initial_indent="# ", subsequent_indent="# ")
    return "\n".join([head, "", *wanted, ""]).encode()
