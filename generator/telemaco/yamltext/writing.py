"""Plain values to YAML text, as a person would write it."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml


def write(value: Mapping[str, Any] | Sequence[Mapping[str, Any]], comment: str = "") -> str:
    """YAML in block style, keys in the order given; `comment` becomes the first line.

    Values are text, numbers, booleans, dates, lists and mappings. Text that YAML could
    read as something else is quoted.
    """
    body = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100, indent=2
    )
    return f"# {comment}\n{body}" if comment else body


class _Dumper(yaml.SafeDumper):
    """Lists are indented under their key, as editors do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 (PyYAML's signature)
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (PyYAML's signature)
        return True
