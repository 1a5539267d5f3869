"""Plain values to records: the one place that runs the validators and reads their complaints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

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
from telemaco.records.schema import schema_of
from telemaco.records.skills import Skills
from telemaco.records.survey import Answer, Results, Survey

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
    Kind.RESULTS: Results,
}

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may stand at a place: keys of a map, words, or whole numbers from `least` to `most`."""

    keys: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What a validator refuses: pydantic's word for it, where, and the facts it names.

    `allowed` is about the value at the route; for an unknown key, about the map it is in. Of a
    missing key `facts` names the shape: JSON Schema's word for its type, None if it has several.
    """

    type: str
    route: Route
    value: object
    facts: Mapping[str, Any]
    allowed: Allowed = Allowed()
    on_key: bool = False


def parse(model: type[R], value: object) -> R | tuple[Fault, ...]:
    """The record, or everything that is wrong with it: one fault a place."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults = [_fault(model, value, entry) for entry in error.errors(include_url=False)]
        first = {fault.route: fault for fault in reversed(faults)}
        return tuple(fault for fault in first.values() if not _follows(fault, first))[::-1]


def _follows(fault: Fault, others: Iterable[Route]) -> bool:
    """Whether a list is too short for the validator only because entries of it were refused."""
    depth = len(fault.route)
    return fault.type == "too_short" and any(
        len(route) > depth and route[:depth] == fault.route for route in others
    )


def _fault(model: type[BaseModel], value: object, entry: Mapping[str, Any]) -> Fault:
    kind = str(entry["type"])
    facts = dict(entry.get("ctx", {}))
    route = _route(value, entry["loc"])
    if kind == "missing":
        missing = (*route, entry["loc"][-1])
        return Fault(kind, missing, None, {"shape": schema_at(model, missing).get("type")})
    if kind == "extra_forbidden":
        return Fault(kind, route, entry["input"], facts, allowed_at(model, route[:-1]), on_key=True)
    on_key = entry["loc"][-1:] == ("[key]",)
    return Fault(kind, route, entry["input"], facts, allowed_at(model, route), on_key)


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


def allowed_at(model: type[BaseModel], route: Route) -> Allowed:
    """What a record may have at a route; nothing is said where everything is allowed."""
    here = schema_at(model, route)
    words = here.get("enum", (here["const"],) if "const" in here else ())
    return Allowed(
        tuple(here.get("properties", ())), tuple(words), here.get("minimum"), here.get("maximum")
    )


def schema_at(model: type[BaseModel], route: Route) -> Mapping[str, Any]:
    """The JSON Schema of what may stand at a route; an empty one where nothing is said of it."""
    root = schema_of(model)
    here = _resolved(root, root)
    for step in route:
        here = _resolved(root, _child(here, step))
    return here


def _child(schema: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
    if isinstance(step, int):
        found = schema.get("items", {})
    else:
        others = [*schema.get("patternProperties", {}).values(), {}]
        found = schema.get("properties", {}).get(step, others[0])
    return cast(Mapping[str, Any], found)


def _resolved(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema behind a reference, or the branch of a union that says most."""
    if "$ref" in schema:
        return _resolved(root, root["$defs"][schema["$ref"].rpartition("/")[2]])
    branches = [_resolved(root, branch) for branch in schema.get("anyOf", schema.get("oneOf", ()))]
    return max(
        branches, key=lambda branch: _PROMISE.get(str(branch.get("type")), 1), default=schema
    )


_PROMISE = {"null": 0, "object": 2, "array": 2}
"""Which branch of a union is worth looking into: the one with parts, else any but none."""
