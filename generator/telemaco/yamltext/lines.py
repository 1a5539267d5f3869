"""YAML of plain lines to plain values: the quick way, for most of what people write.

A line is `key: value`, `key:`, `- value` or `- key: value`; a value is a word or a sentence, or
something in quotes or brackets that ends on its line. Whatever else YAML has, and whatever is
doubtful, is refused here and left to `telemaco.yamltext.events`. One search finds all lines,
which takes less than half the time of libyaml's events: each of these is an object with two
more for its places.
"""

import json
import re
from typing import Any

from telemaco.yamltext.events import MAXIMUM_DEPTH, NULLS, RefusedError, Value, read_events


# One long loop, because it runs for every line of every file.
def read_lines(text: str) -> Value:  # noqa: C901, PLR0912 (see above)
    """The list or map that the text says; None for an empty document. Raises RefusedError.

    Whatever is not refused is what `read_events` says too.
    """
    lines = _LINE.findall(text)
    if len(lines) <= text.count("\n"):
        raise RefusedError
    root: dict[str, Any] = {}
    here: Any = root
    column = -1
    around: list[tuple[Any, int]] = []
    waiting: str | None = _ROOT
    for indentation, hyphen, _, key, words, enclosed in lines:
        if not hyphen and not key:
            if words or enclosed:
                raise RefusedError
            continue
        start = len(indentation)
        if start > column and waiting is not None:
            around.append((here, column))
            here[waiting] = [] if hyphen else {}
            here, column = here[waiting], start
        while start < column:
            here, column = around.pop()
        if start != column or (here.__class__ is list) != bool(hyphen):
            raise RefusedError
        if hyphen and key:
            around.append((here, column))
            here.append({})
            here, column = here[-1], start + len(hyphen)
        if len(around) >= MAXIMUM_DEPTH or (key and key in here):
            raise RefusedError
        value: Value = None
        waiting = None
        if words:
            value = None if words in NULLS else words
        elif enclosed:
            value = _enclosed(enclosed, len(around))
        else:
            waiting = key
        if key:
            here[key] = value
        else:
            here.append(value)
    return root.get(_ROOT)


def _enclosed(text: str, depth: int) -> Value:
    """What is in quotes or brackets, `depth` levels deep. These must not end before the line."""
    if _QUOTED.fullmatch(text):
        return text[1:-1]
    if _LIST.fullmatch(text):
        return [*text[1:-1].split(", ")]
    if _MAP.fullmatch(text):
        return _map(text[1:-1].split(", "))
    value = _nested(text, depth)
    if value is not None:
        return value
    value = read_events(text, depth)
    if isinstance(value, str) != (text[0] in "\"'"):
        raise RefusedError
    return value


def _nested(text: str, depth: int) -> Value:
    """Plain words in lists and maps, which JSON writes in the same way but for its quotes.

    None where there is anything else: YAML knows more than JSON.
    """
    is_deep = depth + text.count("[") + text.count("{") > MAXIMUM_DEPTH
    parts = _ANY_WORD.split(text)
    if is_deep or not _BETWEEN.fullmatch("".join(parts[::2])):
        return None
    try:
        # Every other part is a word.
        value: Value = _JSON.decode('"'.join(parts))
    except ValueError:
        return None
    return value


def _unique(entries: list[tuple[str, Value]]) -> dict[str, Value]:
    found = dict(entries)
    if len(found) < len(entries):
        raise RefusedError
    return found


_JSON = json.JSONDecoder(object_pairs_hook=_unique)
"""Made once: `json.loads` makes one each time, which takes as long as what it decodes."""


def _map(entries: list[str]) -> Value:
    found: dict[str, Value] = {}
    for entry in entries:
        key, value = entry.split(": ")
        if key in found:
            raise RefusedError
        found[key] = value
    return found


_ROOT = ""
# What libyaml takes for the end of a line, or does not take at all.
_ODD = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_KEY = r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}"
# A colon before a space ends a key, a hash after a space begins a comment.
_WORDS = rf"-?[\w.][^:#{_ODD}]*(?:(?::(?=[^ {_ODD}])|(?<! )\#)[^:#{_ODD}]*)*(?<! )"
_LINE = re.compile(
    rf"^( *)(?:(- (?!$))?(?:([\"']?)({_KEY})\3:(?: |$))?"
    rf"(?:({_WORDS})|([\[{{\"'][^{_ODD}]*[\]}}\"']))?|#[^{_ODD}]*)$",
    re.MULTILINE,
)
_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_WORD = r"(?!(?:null|Null|NULL)\b)-?[^\W_][\w.+/-]*(?: \w[\w.+/-]*)*"
_ANY_WORD = re.compile(f"({_WORD})")
_BETWEEN = re.compile(r"(?:[\[\]{}]|, |: )+")
_LIST = re.compile(rf"\[{_WORD}(?:, {_WORD})*\]")
_MAP = re.compile(rf"\{{{_WORD}: {_WORD}(?:, {_WORD}: {_WORD})*\}}")
