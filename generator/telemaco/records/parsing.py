"""Plain values to records: the one place that runs the validators and reads their complaints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from telemaco.findings import Route
from telemaco.records.agenda import Agenda
from telemaco.records.community import Community
from telemaco.records.layout import Kind
from telemaco.records.note import Note
from telemaco.records.pair import Pair
from telemaco.records.person import Person
from telemaco.records.program import Program
from telemaco.records.receipt import Receipt
from telemaco.records.skills import Skills
from telemaco.records.survey import Answer, Survey

AnyRecord = BaseModel
"""Any of the records below; `load` sorts them by their kind."""

MODELS: Mapping[Kind, type[AnyRecord]] = {
    Kind.COMMUNITY: Community,
    Kind.SKILLS: Skills,
    Kind.PROGRAM: Program,
    Kind.PERSON: Person,
    Kind.AGENDA: Agenda,
    Kind.SURVEY: Survey,
    Kind.PAIR: Pair,
    Kind.NOTE: Note,
    Kind.RECEIPT: Receipt,
    Kind.ANSWER: Answer,
}

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a validator refuses: pydantic's word for it, where, and the facts it names."""

    type: str
    route: Route
    value: object
    facts: Mapping[str, Any]
    on_key: bool = False


def parse(model: type[R], value: object) -> R | tuple[Fault, ...]:
    """The record, or everything that is wrong with it."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults = [_fault(value, entry) for entry in error.errors(include_url=False)]
        return tuple({fault.route: fault for fault in reversed(faults)}.values())[::-1]


def _fault(value: object, entry: Mapping[str, Any]) -> Fault:
    kind = str(entry["type"])
    facts = dict(entry.get("ctx", {}))
    route = _route(value, entry["loc"])
    if kind == "missing":
        return Fault(kind, (*route, entry["loc"][-1]), None, facts)
    on_key = kind == "extra_forbidden" or entry["loc"][-1:] == ("[key]",)
    return Fault(kind, route, entry["input"], facts, on_key)


def _route(value: object, loc: Sequence[str | int]) -> Route:
    """The part of pydantic's route that is there in the file: it also names union branches."""
    route: list[str | int] = []
    here: Any = value
    for step in loc:
        if _has(here, step):
            here = here[step]
            route.append(step)
    return tuple(route)


def _has(value: object, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value


def keys_at(model: type[BaseModel], route: Route) -> tuple[str, ...]:
    """The keys that the part of a record at `route` may have; () where it has no fixed ones."""
    return tuple(_schema_at(model, route).get("properties", ()))


def _schema_at(model: type[BaseModel], route: Route) -> Mapping[str, Any]:
    root = _schema(model)
    here = _resolved(root, root)
    for step in route:
        if isinstance(step, int):
            following = here.get("items", {})
        else:
            following = here.get("properties", {}).get(step, here.get("additionalProperties"))
        here = _resolved(root, following if isinstance(following, dict) else {})
    return here


def _resolved(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema behind a reference, or the branch of a union that is an object or a list."""
    if "$ref" in schema:
        return _resolved(root, root["$defs"][schema["$ref"].rpartition("/")[2]])
    for branch in schema.get("anyOf", schema.get("oneOf", ())):
        found = _resolved(root, branch)
        if found.get("type") in {"object", "array"}:
            return found
    return schema


@cache
def _schema(model: type[BaseModel]) -> Mapping[str, Any]:
    return model.model_json_schema()
