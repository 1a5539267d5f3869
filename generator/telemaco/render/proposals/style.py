"""The stylesheet of the pages: the site's own colours, and a look that needs nothing else."""

import re
from functools import cache
from importlib.resources import files

LIGHT = "[data-md-color-scheme]"
DARK = '[data-md-color-scheme="slate"]'
"""The blocks of the site's stylesheet; the second says what differs from the first."""


@cache
def stylesheet() -> str:
    """The whole stylesheet; light or dark as the reader's device asks."""
    templates = files("telemaco") / "templates"
    site = (templates / "assets" / "telemaco.css").read_text(encoding="utf-8")
    own = (templates / "proposal" / "style.css").read_text(encoding="utf-8")
    light, dark = colours(site, LIGHT), colours(site, DARK)
    return (
        f":root {{{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark}}} }}\n{own}"
    )


def colours(css: str, block: str) -> str:
    """What the site's stylesheet says in a block."""
    found = re.search(re.escape(f"{block} {{") + r"([^}]*)\}", css)
    if found is None:
        raise ValueError(f"telemaco.css has no block {block}")
    return found[1]
