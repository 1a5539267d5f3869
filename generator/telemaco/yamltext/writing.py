"""Plain values to YAML text, as a person would write it."""

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

Plain = Any
"""What can be written: text, numbers, booleans, dates, None, and lists and maps of these."""


def write(value: Mapping[str, Plain] | Sequence[Plain], comment: str = "", width: int = 100) -> str:
    """YAML in block style, keys in the order given; `comment` becomes the first line.

    `width` is how many characters a line has where it can be broken. Values are text, numbers,
    booleans, dates, lists and mappings. Text that YAML could read as something else is quoted.
    """
    body = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width, indent=2
    )
    return f"# {comment}\n{body}" if comment else body


def write_for_any_reader(value: Mapping[str, Plain], comment: str = "") -> str:
    """The same for a reader whose version of YAML we do not know, as GitHub's: texts are quoted.

    Only plain words, which are text to every parser, are written without quotes.
    """
    body = yaml.dump(
        value, Dumper=_QuotingDumper, allow_unicode=True, sort_keys=False, width=100, indent=2
    )
    return f"# {comment}\n{body}" if comment else body


def write_inline(value: Plain) -> str:
    """The value as it may stand in brackets, on one line."""
    text = yaml.dump(
        [value],
        Dumper=_InlineDumper,
        allow_unicode=True,
        sort_keys=False,
        width=sys.maxsize,
        default_flow_style=True,
    )
    return text.strip()[1:-1]


class _Dumper(yaml.SafeDumper):
    """Lists are indented under their key, as editors do.

    What needs quotes is judged by YAML 1.2 (its core schema, section 10.3.2), so that `on`
    and 18:30 stay as people write them; PyYAML knows YAML 1.1 only.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML says what it is)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 (PyYAML's signature)
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (PyYAML's signature)
        return True


class _InlineDumper(_Dumper):
    """Everything on one line."""


def _in_lines(dumper: _Dumper, text: str) -> yaml.Node:
    """Text of several lines keeps them, where no space at their ends or beginning is lost."""
    style = None
    if _BREAKS.search(text):
        is_quoted = (
            isinstance(dumper, _InlineDumper) or text[0].isspace() or _ODD_BREAKS.search(text)
        )
        style = '"' if is_quoted else "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_ODD_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")
_Dumper.add_representer(str, _in_lines)
_InlineDumper.add_representer(str, _in_lines)

for _kind, _pattern, _first in (
    ("merge", r"<<", ["<"]),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", list("0123456789")),
):
    _Dumper.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(f"^(?:{_pattern})$"), _first
    )


class _QuotingDumper(_Dumper):
    """Quotes every text that is more than plain words, or a word that means something."""


_PLAIN_WORDS = re.compile(r"[^\W\d]+(([,;.]? |[/'-])[^\W\d]+)*[.?]?")
_MEANINGFUL = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    if "\n" in text:
        style = "|"
    elif _PLAIN_WORDS.fullmatch(text) and text.casefold() not in _MEANINGFUL:
        style = None
    else:
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_QuotingDumper.add_representer(str, _quoted)
