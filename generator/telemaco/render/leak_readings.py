r"""What a file of the site says once the marks of its format are taken off.

A text stands in a page with `&#39;` for an apostrophe, in JSON with `\u00e9` for an accent, in a
calendar cut after 75 bytes, in an address with `%20` for a blank. A reader gets the text itself,
so that is what is searched.
"""

import json
import re
from html import unescape
from pathlib import PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote

_TEXTS = frozenset(
    [".html", ".htm", ".json", ".csv", ".tsv", ".ics", ".xml", ".txt", ".md", ".svg", ".css", ".js"]
)
_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/")
_IN_JSON = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[\"\\/bfnrt])")
_IN_CALENDAR = re.compile(r"\\([,;\\nN])")
_FOLD = re.compile(r"\r?\n[ \t]")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BLANKS = re.compile(r"\s+")


def text_of_file(path: str, content: bytes) -> str:
    """The text that stands in a file; nothing of a picture, nor of the theme's own scripts."""
    if PurePosixPath(path).suffix.lower() not in _TEXTS or any(
        path.startswith(folder) or f"/{folder}" in path for folder in _OF_THE_THEME
    ):
        return ""
    return content.decode(errors="replace")


def as_read(path: str, text: str) -> str:
    """The text of a file with every character standing for itself."""
    if path.endswith(".json") and "\\" in text:
        text = _IN_JSON.sub(_from_json, text)
    elif path.endswith(".ics"):
        text = _IN_CALENDAR.sub(_from_calendar, _FOLD.sub("", text))
    elif path.endswith(".csv"):
        text = text.replace('""', '"')
    if "%" in text:
        text = _PERCENT.sub(lambda found: unquote(found[0]), text)
    if "&" in text:
        text = unescape(text)
    return text if text.isascii() else normalize("NFC", text)


def as_seen(text: str) -> str:
    """What has been read without tags, and with one blank wherever there are several."""
    return _BLANKS.sub(" ", _TAG.sub("", text))


def in_one_line(text: str) -> str:
    """A text as it is searched for."""
    return " ".join(normalize("NFC", text).split())


def _from_json(found: re.Match[str]) -> str:
    return str(json.loads(f'"{found[0]}"'))


def _from_calendar(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
