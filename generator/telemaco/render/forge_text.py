"""A stranger's text for Markdown on a forge: it stays the text it is.

Nothing in it becomes markup, HTML or a link, nobody is mentioned and no issue is referred to. A
forge looks for @names and #numbers in the finished page, where escapes are gone: a space without
width parts the sign from the word.
"""

import re

from telemaco.render.visible import visible

_APART = "\N{ZERO WIDTH SPACE}"
_CALLS = re.compile(r"[@#](?=\w)|\bGH-(?=\d)|\bwww\.|:(?=//)", re.IGNORECASE)
_MARKUP = re.compile(r"[\\`*_\[\]|~#$^]|^[-+=]")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def forge_text(text: str) -> str:
    """The text on one line, for a paragraph, an entry of a list or a cell of a table."""
    line = visible(" ".join(text.split()))
    escaped = _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", line)).translate(_ENTITIES)
    return _CALLS.sub(rf"\g<0>{_APART}", escaped)
