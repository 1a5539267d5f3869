"""Links of hand-written pages that lead into the community's repository: `(repository:issues)`."""

import re

from telemaco.render.repository import Repository

_LINK = re.compile(rb"\[([^\]\n]+)\]\(repository:([\w/.?=-]*)\)")


def linked(markdown: bytes, repository: Repository | None) -> bytes:
    """The page with these links leading there; their words alone where there is no repository."""
    if repository is None:
        return _LINK.sub(rb"\1", markdown)
    return _LINK.sub(
        lambda found: b"[%b](%b/%b)" % (found[1], repository.home.encode(), found[2]), markdown
    )
