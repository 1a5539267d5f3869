"""Ids by which calendars and feed readers know a thing again, which tell nothing of it."""

import hmac

from telemaco.model.community import Community
from telemaco.records.text import in_language

_LENGTH = 32


def lasting_id(community: Community, name: str) -> str:
    """32 hexadecimal digits, the same at every build; no other community has them.

    `name` is usually a path, and a path may have people's names in it: see `addresses` for what
    `privacy.address_key` adds.
    """
    settings = community.settings
    home = settings.url or in_language(settings.title, settings.languages[0], settings.languages)
    key = settings.privacy.address_key or ""
    return hmac.digest(key.encode(), f"{home}\n{name}".encode(), "sha256").hex()[:_LENGTH]
