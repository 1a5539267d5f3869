"""Colours of findings; click takes them out where there is no terminal."""

from typing import Any

import click

from telemaco.render.findings.paint import Part


def coloured(part: Part, text: str) -> str:
    """The text with the colour of the part."""
    return click.style(text, **_STYLES[part])


_STYLES: dict[Part, dict[str, Any]] = {
    "place": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "caret": {"fg": "red"},
    "gutter": {"fg": "bright_black"},
}
