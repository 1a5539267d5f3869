"""How the community gets on, as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from telemaco.messages import Message
from telemaco.ports import Translator
from telemaco.progress.values import CommunityProgress, Suggestion
from telemaco.render.suggested import Ways


def as_json(
    progress: CommunityProgress,
    suggested: Sequence[Suggestion],
    ways: Ways,
    translator: Translator,
) -> str:
    """Every figure by its name in `telemaco.progress.values`; sentences in one language."""
    document = {
        **_plain(progress, translator),
        "actions": [_action(one, ways, translator) for one in suggested],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _action(suggestion: Suggestion, ways: Ways, translator: Translator) -> dict[str, object]:
    return {
        "kind": suggestion.kind.value,
        "program": suggestion.program,
        "subjects": list(suggestion.subjects),
        "what": translator.text(suggestion.what),
        "otherwise": translator.text(suggestion.otherwise),
        "command": ways.command(suggestion),
        "link": ways.link(suggestion),
    }


def _plain(value: Any, translator: Translator) -> Any:  # noqa: ANN401, PLR0911 (any value of ours to any of JSON's)
    match value:
        case Message():
            return translator.text(value)
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple() if hasattr(value, "_fields"):
            return str(value)
        case tuple():
            return [_plain(item, translator) for item in value]
        case Mapping():
            return {_key(key): _plain(item, translator) for key, item in _sorted(value)}
        case _ if is_dataclass(value):
            names = value.__dataclass_fields__
            return {name: _plain(getattr(value, name), translator) for name in names}
        case _:
            return value


def _sorted(mapping: Mapping[Any, Any]) -> Iterable[tuple[Any, Any]]:
    return sorted(mapping.items(), key=lambda item: _key(item[0]))


def _key(key: object) -> str:
    return str(key.value if isinstance(key, Enum) else key)
