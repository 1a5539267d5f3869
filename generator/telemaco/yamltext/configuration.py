"""The settings of the site's builder: YAML that a maintainer wrote, tags and all.

Unlike a record, such a file is trusted and may use YAML's types and the builder's tags
(`!ENV`, `!!python/name:`). Tags are carried from reading to writing, never carried out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml


class UnreadableError(Exception):
    """The text is not YAML."""


class NoSettingsError(Exception):
    """The text says something else than a mapping."""


def read(text: str) -> dict[str, Any]:
    """The settings; an empty text has none. Raises UnreadableError or NoSettingsError.

    The first has the parser's words on one line.
    """
    try:
        # The loader is PyYAML's safe one; it only keeps tags that it does not know.
        settings = yaml.load(text, Loader=_Loader)  # noqa: S506 (a SafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableError(" ".join(str(error).split())) from error
    if settings is None:
        return {}
    if not isinstance(settings, dict):
        raise NoSettingsError
    return settings


def write(settings: Mapping[str, Any]) -> str:
    """The settings as YAML, keys in the order given."""
    return yaml.dump(dict(settings), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A value whose tag is the builder's business."""

    tag: str
    value: Any


class _Loader(yaml.SafeLoader):
    """Safe, and does not stop at a tag."""


class _Dumper(yaml.SafeDumper):
    """Writes back what the loader kept."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 (PyYAML's signature)
        return True


def _keep(loader: _Loader, _prefix: str, node: yaml.Node) -> _Tagged:
    if isinstance(node, yaml.ScalarNode):
        return _Tagged(node.tag, loader.construct_scalar(node))
    if isinstance(node, yaml.SequenceNode):
        return _Tagged(node.tag, loader.construct_sequence(node, deep=True))
    assert isinstance(node, yaml.MappingNode)  # noqa: S101 (PyYAML has no fourth kind)
    return _Tagged(node.tag, loader.construct_mapping(node, deep=True))


def _give_back(dumper: _Dumper, kept: _Tagged) -> yaml.Node:
    if isinstance(kept.value, list):
        return dumper.represent_sequence(kept.tag, kept.value)
    if isinstance(kept.value, dict):
        return dumper.represent_mapping(kept.tag, kept.value)
    return dumper.represent_scalar(kept.tag, kept.value)


_Loader.add_multi_constructor("", _keep)
_Dumper.add_representer(_Tagged, _give_back)
