"""Whoever adds a key that names people is told that `telemaco forget` has to know of it."""

from collections.abc import Iterator
from inspect import isclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from telemaco.records.base import PersonId
from telemaco.records.layout import Kind
from telemaco.records.parsing import MODELS
from telemaco.usecases.forget_places import EACH, KEYS, PLACES, Place


def _places(annotation: Any, place: Place) -> Iterator[Place]:  # noqa: ANN401 (any annotation)
    """Where a record of this type names people."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is PersonId:
        yield place
    elif origin is Annotated:
        yield from _places(arguments[0], place)
    elif origin in {Union, UnionType}:
        for one in arguments:
            yield from _places(one, place)
    elif origin is tuple:
        yield from _places(arguments[0], (*place, EACH))
    elif origin is dict:
        yield from _places(arguments[0], (*place, KEYS))
    elif isclass(annotation) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield from _places(field.annotation, (*place, field.alias or name))


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_that_names_people_is_known(kind: Kind) -> None:
    assert set(_places(MODELS[kind], ())) == set(PLACES.get(kind, ()))
