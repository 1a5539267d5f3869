"""What a record may have been meant to say: stand-ins in place of what is wrong with it.

No stand-in is right. They are put in in several ways, which differ in every one of them, so that
what is true of the record in all ways does not hang on what stands where something is wrong.
"""

from collections.abc import Collection, Iterable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from telemaco.findings import Route
from telemaco.records.gaps import GAP
from telemaco.records.parsing import AnyRecord, Fault, parse, schema_at
from telemaco.records.schema import schema_of
from telemaco.records.stand_ins import Way, choices, stand_in

_WAYS_AT_MOST = 8
"""As many as a status has words."""
_SHORTEST = Way(0)
_ROUNDS = 4
"""A value that is refused again gives way with what it is part of, and so on."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A record, and where in it there are stand-ins."""

    record: AnyRecord
    routes: frozenset[Route] = frozenset()


@dataclass(frozen=True, slots=True)
class Broken:
    """Plain values that are no record as they are, and what is wrong with them."""

    model: type[AnyRecord]
    value: object
    faults: tuple[Fault, ...]

    @property
    def ways(self) -> int:
        """In how many ways it may be mended: one where nothing is wrong, else two at least."""
        root = schema_of(self.model)
        places = (fault.route[:-1] if fault.value == GAP else fault.route for fault in self.faults)
        counts = (choices(root, schema_at(self.model, place)) for place in places)
        return min(_WAYS_AT_MOST, max(counts, default=1))

    def mended(self, way: Way) -> Mended | None:
        """The record that comes of it in one way; None where the whole is of another shape."""
        faults, draft = self.faults, _Draft(self.model, deepcopy(self.value), way)
        for _ in range(_ROUNDS):
            if not all(fault.route for fault in faults):
                return None
            draft.mend(faults)
            outcome = parse(self.model, draft.value)
            if not isinstance(outcome, tuple):
                return Mended(outcome, frozenset(draft.routes))
            faults = outcome
        return None


def broken(model: type[AnyRecord], value: object) -> Broken:
    """What is wrong with plain values; nothing where they are a record."""
    outcome = parse(model, value)
    return Broken(model, value, outcome if isinstance(outcome, tuple) else ())


class _Draft:
    """Plain values that are being mended in one way."""

    def __init__(self, model: type[AnyRecord], value: Any, way: Way) -> None:  # noqa: ANN401
        self.value = value
        self.routes: set[Route] = set()
        self._model = model
        self._way = way

    def mend(self, faults: Iterable[Fault]) -> None:
        """Put stand-ins where something is wrong, or around where they were not enough."""
        former = frozenset(self.routes)
        for fault in faults:
            tried = _first_within(fault.route, former)
            route = fault.route if tried is None else tried[:-1] or tried
            if route in former:
                self._way = _SHORTEST
            if _first_within(route, self.routes - former) is None:
                self._replace(fault, route)
                self.routes.add(route)

    def _replace(self, fault: Fault, route: Route) -> None:
        if fault.on_key and route == fault.route:
            self._drop(route)
        else:
            self._at(route[:-1])[route[-1]] = self._stand_in(route)

    def _drop(self, route: Route) -> None:
        """Take out a key that is wrong; in every other way, any key may have been meant by it."""
        around = route[:-1]
        values = self._at(around)
        values.pop(route[-1], None)
        schema = schema_at(self._model, around)
        absent = [key for key in schema.get("properties", ()) if key not in values]
        self.routes |= {(*around, key) for key in absent}
        if self._way.is_odd:
            values |= {key: self._stand_in((*around, key)) for key in absent}
            if "patternProperties" in schema:
                values |= self._stand_in(around)

    def _stand_in(self, route: Route) -> Any:  # noqa: ANN401
        return stand_in(schema_of(self._model), schema_at(self._model, route), self._way)

    def _at(self, route: Route) -> Any:  # noqa: ANN401
        here = self.value
        for step in route:
            here = here[step]
        return here


def _first_within(route: Route, routes: Collection[Route]) -> Route | None:
    """The first of some places on the way to a place."""
    ways = (route[:length] for length in range(1, len(route) + 1))
    return next((way for way in ways if way in routes), None)
