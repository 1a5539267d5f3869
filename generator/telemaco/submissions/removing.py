"""What a coordinator does by hand once somebody wants to be removed."""

import re
from collections.abc import Iterator

from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.site import on_site
from telemaco.records.base import PersonId

_PLAIN_ADDRESS = re.compile(r"https://[A-Za-z0-9./-]+")


def removal(community: Community, person: PersonId) -> Iterator[Message]:
    """The steps, each a sentence or two; with a link if it is known where the handbook is."""
    yield msg(
        "{name} asks to be removed. Once this is taken in, run telemaco forget {name}: it shows "
        "what would change in every file, and --apply does it.",
        name=person,
    )
    page = on_site(community.settings, "handbook/privacy/")
    if page is None or not _PLAIN_ADDRESS.fullmatch(page):
        yield _GIT_KEEPS
    else:
        # The address is plain, so it is no stranger's text that has to be made safe.
        address = Message(page, {})
        yield msg(
            "Git keeps what was in the files before: see [Privacy]({address}) in the handbook.",
            address=address,
        )


_GIT_KEEPS = msg("Git keeps what was in the files before: see the page Privacy of the handbook.")
