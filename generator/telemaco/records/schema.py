"""JSON Schemas of the records, for editors: what `telemaco check` accepts, they accept too.

Our reader takes every scalar as text and lets the record judge it. An editor reads `2027` as
a number and `yes` as a boolean or a text, so the schemas allow for how YAML 1.2 reads what a
person wrote.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema_of(model: type[BaseModel]) -> Mapping[str, Any]:
    """The JSON Schema of a record."""
    return {"$schema": DIALECT, **model.model_json_schema(schema_generator=_ForEditors)}


class _ForEditors(GenerateJsonSchema):
    """Pydantic's schemas, widened to the types that YAML 1.2 makes of a text."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        found = super().str_schema(schema)
        pattern = re.compile(found.get("pattern", ""))
        types = [
            name
            for name, samples in _LIKE_TEXT.items()
            if any(pattern.search(sample) for sample in samples)
        ]
        if "number" in types:
            types.remove("integer")
        return {**found, "type": ["string", *types] if types else "string"}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        found = super().int_schema(schema)
        return {**found, "type": ["integer", "string"], "pattern": _WHOLE_NUMBER}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        found = super().bool_schema(schema)
        types = ["boolean", "string", "integer"]
        return {**found, "type": types, "pattern": _YES_OR_NO, "minimum": 0, "maximum": 1}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        found = super().dict_schema(schema)
        if "patternProperties" in found:
            found["additionalProperties"] = False
        return found

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        default = found.get("default")
        if default is None or isinstance(default, dict | list):
            found.pop("default", None)  # such a default says nothing to a reader
        return found


_LIKE_TEXT = {"number": ("1.5",), "integer": ("1", "2027"), "boolean": ("true",)}
_WHOLE_NUMBER = r"^\s*[+-]?[0-9][0-9_]*(\.0*)?\s*$"
_YES_OR_NO = (
    "^([Yy]([Ee][Ss])?|[Nn]([Oo])?|[Oo][Nn]|[Oo][Ff][Ff]|[Tt]([Rr][Uu][Ee])?"
    "|[Ff]([Aa][Ll][Ss][Ee])?|0|1)$"
)
