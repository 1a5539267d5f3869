"""The community's contact as an address that a program can follow."""

import re

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_WEB = re.compile(r"https?://[^\s\"<>]+", re.ASCII)


def contact_address(contact: str) -> str | None:
    """The contact as a URI when it is one address and nothing else; None otherwise."""
    if mailbox(contact):
        return f"mailto:{contact}"
    return contact if _WEB.fullmatch(contact) else None


def mailbox(contact: str) -> str | None:
    """The contact when it is one mail address and nothing else; None otherwise."""
    return contact if _MAIL.fullmatch(contact) else None
