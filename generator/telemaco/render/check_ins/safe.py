"""A stranger's text for GitHub's Markdown: it mentions nobody, refers to nothing, opens nothing.

GitHub looks for mentions and references in the text that is left when the Markdown is done,
so a backslash or an entity does not keep `@everyone` from being one (github/markup#1168); a
space of no width does, in the issue and in a mail that quotes it (dependabot-core#3157).
"""

import re
import unicodedata
from functools import lru_cache

_NO_WIDTH = "\N{ZERO WIDTH SPACE}"
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_JOINERS = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_MARKDOWN = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_[]|~$"}
    | {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": f"@{_NO_WIDTH}", "#": f"#{_NO_WIDTH}"}
)
_TITLE = str.maketrans({"@": f"@{_NO_WIDTH}", "#": f"#{_NO_WIDTH}"})
_REFERENCE = re.compile(r"(gh)-(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"([a-z]):(?=//)", re.IGNORECASE)
_WORLD_WIDE_WEB = re.compile(r"(www)(?=\.)", re.IGNORECASE)
_WHOLE_ADDRESS = re.compile(r"https?://[!-;=?-~]+")
_LIST = re.compile(r"(\d+)([.)])")
_LINE_START = frozenset("-+=:")


class Safe(str):
    """A text that is good Markdown already, and is put in as it is."""

    __slots__ = ()


@lru_cache(maxsize=4096)
def safe(text: str, length: int = 300) -> Safe:
    """A stranger's text on one line, `length` characters of it at most."""
    found = _cut(text, length).translate(_MARKDOWN)
    found = _ADDRESS.sub(rf"\1:{_NO_WIDTH}", _REFERENCE.sub(rf"\1-{_NO_WIDTH}", found))
    found = _WORLD_WIDE_WEB.sub(rf"\1{_NO_WIDTH}", found)
    if found[:1] in _LINE_START:
        found = f"\\{found}"
    return Safe(_LIST.sub(r"\1\\\2", found, count=1) if _LIST.match(found) else found)


def safe_to_copy(text: str, length: int = 300) -> Safe:
    """The same for a page on which nobody is mentioned: an address stays as it can be copied."""
    if _WHOLE_ADDRESS.fullmatch(text):
        return Safe(f"<{text}>")
    return Safe(safe(text, length).replace(f"#{_NO_WIDTH}", "\\#").replace(_NO_WIDTH, ""))


@lru_cache(maxsize=4096)
def safe_title(text: str, length: int = 160) -> str:
    """A text for a title, which is no Markdown."""
    found = _cut(text, length).translate(_TITLE)
    return _REFERENCE.sub(rf"\1-{_NO_WIDTH}", found)


def _cut(text: str, length: int) -> str:
    """The text on one line without what cannot be seen."""
    line = " ".join(text[: length * 4].split())
    seen = line if line.isprintable() else "".join(filter(_is_seen, line))
    return seen if len(seen) <= length else seen[: length - 1].rstrip() + _ELLIPSIS


def _is_seen(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _UNSEEN
