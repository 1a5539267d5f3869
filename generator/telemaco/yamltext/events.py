"""A YAML document to plain values, as libyaml understands it: the way that has the last word.

One pass over libyaml's events, which needs no recursion (composing nodes crashed the
process at about 24,600 levels). Whatever is not allowed ends the pass.
"""

from collections.abc import Callable
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

Value = str | list["Value"] | dict[str, "Value"] | None

MAXIMUM_DEPTH = 12
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
MERGE_KEY = "<<"


class RefusedError(Exception):
    """The text is not YAML, or not YAML of the kind that is read here."""


def read_events(text: str, depth: int = 0) -> Value:
    """The value that the text says, which lies `depth` levels deep; None for an empty document.

    Raises RefusedError.
    """
    parser = CParser(text)
    try:
        is_plain = "&" not in text and "!" not in text and MERGE_KEY not in text
        return _read(parser.get_event, MAXIMUM_DEPTH - depth, is_plain=is_plain)
    except YAMLError as error:
        raise RefusedError from error
    finally:
        parser.dispose()


# One long loop, because it runs for every line of every file: a call an event would cost
# a third of the time.
# `is_plain` says that no scalar can have an anchor, a tag or the merge key.
def _read(  # noqa: C901, PLR0912 (see above)
    get_event: Callable[[], Event | None], maximum_depth: int, *, is_plain: bool
) -> Value:
    get_event()
    if get_event().__class__ is StreamEndEvent:
        return None
    root: Value = None
    stack: list[Any] = []
    here: Any = None
    in_mapping = False
    key: str | None = None
    while True:
        event: Any = get_event()
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
            if not is_plain and _is_special(event):
                raise RefusedError
            if in_mapping and key is None:
                if value in here or (not is_plain and value == MERGE_KEY and not event.style):
                    raise RefusedError
                key = value
                continue
            if not event.style and value in NULLS:
                value = None
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if not is_plain and _is_special(event):
                raise RefusedError
            if (in_mapping and key is None) or len(stack) >= maximum_depth:
                raise RefusedError
            value = {} if kind is MappingStartEvent else []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            here, in_mapping = stack.pop()
            key = None
            continue
        elif kind is DocumentEndEvent:
            if get_event().__class__ is not StreamEndEvent:
                raise RefusedError
            return root
        else:
            raise RefusedError
        if here is None:
            root = value
        elif in_mapping:
            here[key] = value
            key = None
        else:
            here.append(value)
        if kind is not ScalarEvent:
            stack.append((here, in_mapping))
            here = value
            in_mapping = kind is MappingStartEvent
            key = None


def _is_special(event: Any) -> bool:  # noqa: ANN401 (PyYAML's events share no type with these)
    """Whether something has an anchor or a tag."""
    return event.anchor is not None or event.tag is not None
