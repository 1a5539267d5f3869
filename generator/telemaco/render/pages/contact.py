"""Where the contact of a community leads."""

import re

_MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
_WEB = re.compile(r"https?://\S+")


def contact_page(contact: str) -> str:
    """The address behind a contact that is one address and nothing else; empty otherwise."""
    if _MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    return contact if _WEB.fullmatch(contact) else ""
