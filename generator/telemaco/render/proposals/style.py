"""The stylesheet of the pages: the site's own colours, and a look that needs nothing else."""

import re
from functools import cache
from importlib.resources import files

_BLOCK = '[data-md-color-scheme="{scheme}"] {{'


@cache
def stylesheet() -> str:
    """The whole stylesheet; light or dark as the reader's device asks."""
    templates = files("telemaco") / "templates"
    site = (templates / "assets" / "telemaco.css").read_text(encoding="utf-8")
    own = (templates / "proposal" / "style.css").read_text(encoding="utf-8")
    light, dark = colours(site, "default"), colours(site, "slate")
    return (
        f":root {{{light}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark}}} }}\n{own}"
    )


def colours(css: str, scheme: str) -> str:
    """What the site's stylesheet says of a scheme."""
    block = re.escape(_BLOCK.format(scheme=scheme)) + r"([^}]*)\}"
    found = re.search(block, css)
    if found is None:
        raise ValueError(f"telemaco.css has no colours for the scheme {scheme}")
    return found[1]
