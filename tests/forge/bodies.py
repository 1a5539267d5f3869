"""Answers in the official shape: what we know laid over the smallest thing the schema allows."""

from collections.abc import Mapping

from tests.forge.description import JSON, resolved, schema

_MOMENT = "2027-01-01T00:00:00Z"
_ADDRESS = "https://example.org/"
_TEXTS = {"date-time": _MOMENT, "uri": _ADDRESS, "email": "nobody@example.org"}
_PLAIN = {"string": "", "integer": 0, "number": 0, "boolean": False, "null": None}


def body_of(name: str, known: Mapping[str, JSON]) -> JSON:
    """An instance of a named schema that says what is known."""
    return _overlaid(schema(name), known)


def _overlaid(shape: JSON, known: JSON) -> JSON:
    """What is known, in the shape; required fields that are missing are made up."""
    shape = resolved(shape)
    if isinstance(known, Mapping):
        for part in _parts(shape):
            fields = _fields(part)
            if fields or "properties" in part:
                return {
                    **{name: _smallest(fields[name]) for name in _required(part) if name in fields},
                    **{name: _overlaid(fields.get(name, {}), one) for name, one in known.items()},
                }
        return dict(known)
    if isinstance(known, list | tuple):
        return [_overlaid(shape.get("items", {}), item) for item in known]
    return known


def _smallest(shape: JSON) -> JSON:
    shape = resolved(shape)
    if "enum" in shape:
        return None if None in shape["enum"] else shape["enum"][0]
    kinds = shape.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    parts = _parts(shape)
    if "null" in kinds or any(part.get("type") == "null" for part in parts):
        return None
    if parts != [shape] or "object" in kinds:
        return _overlaid(shape, {})
    if "array" in kinds:
        return []
    return _TEXTS.get(shape.get("format", ""), _PLAIN[kinds[0] if kinds else "null"])


def _parts(shape: JSON) -> list[JSON]:
    """The schema, or what it is put together from."""
    for word in ("oneOf", "anyOf"):
        if word in shape:
            return [resolved(part) for part in shape[word]]
    return [shape]


def _fields(shape: JSON) -> Mapping[str, JSON]:
    inherited = (_fields(resolved(part)).items() for part in shape.get("allOf", ()))
    return {
        **{name: field for fields in inherited for name, field in fields},
        **shape.get("properties", {}),
    }


def _required(shape: JSON) -> list[str]:
    inherited = [name for part in shape.get("allOf", ()) for name in _required(resolved(part))]
    return [*inherited, *shape.get("required", [])]
