"""The whole addresses of the community's site."""

from telemaco.records.community import Community as Settings


def on_site(settings: Settings, address: str = "") -> str | None:
    """The whole address of a page or a file; None where the site has none.

    `address` is relative to the site's root, as all are in `render/pages/addresses.py`.
    """
    return f"{settings.url.rstrip('/')}/{address}" if settings.url else None
