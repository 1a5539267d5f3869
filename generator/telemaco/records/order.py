"""The order of keys in every kind of file: the one in which the records name them."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from telemaco.records.layout import Kind
from telemaco.records.parsing import MODELS
from telemaco.yamltext.formatting import Shape


@cache
def shape_of(kind: Kind) -> Shape:
    """The keys of a kind of file, and of the maps inside it."""
    return _shape(MODELS[kind])


def _shape(annotation: Any) -> Shape:  # noqa: ANN401 (a type as Python has it at run time)
    """The keys of a record, whether it is given as such, in a list or as values of a map."""
    models = list(_models(annotation))
    if not models:
        return Shape()
    model = models[0]
    root = model.model_fields.get("root")
    if root:
        return _shape(root.annotation)
    keys = {
        field.alias or name: _shape(field.annotation) for name, field in model.model_fields.items()
    }
    return Shape(keys, Shape(keys))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 (see above)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
