"""Commands that a sentence names between backticks, as the channel marks them."""

import re

from markupsafe import Markup, escape

_COMMAND = re.compile(r"`(telemaco(?: [a-z-]+)+)`")
_CODE = re.compile(r"`([^`]+)`")
_ESCAPED = re.compile(r"\\`(telemaco(?: [a-z-]+)+)\\`")


def in_html(text: str) -> Markup:
    """The text as HTML; everything but the commands stands as it is written."""
    html = _COMMAND.sub(r"<code>\1</code>", str(escape(text)))
    return Markup(html)  # noqa: S704 (escaped before)


def code_in_html(text: str) -> Markup:
    """The same for a text of ours alone: whatever stands between backticks is code."""
    html = _CODE.sub(r"<code>\1</code>", str(escape(text)))
    return Markup(html)  # noqa: S704 (escaped before)


def in_markdown(text: str) -> str:
    """A text in which all marks were escaped, with those of commands as they were."""
    return _ESCAPED.sub(r"`\1`", text)
