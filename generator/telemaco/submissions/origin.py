"""From the place of a finding back to the field of the form that it comes from."""

from collections.abc import Iterable, Iterator

from telemaco.findings import BODY, Location, Route
from telemaco.loading.locate import places_of
from telemaco.submissions.draft import Origin


def field_at(origins: Iterable[Origin], location: Location, content: bytes | None) -> str | None:
    """The field that says what is at the place; None when it comes from no field.

    `content` is the file's: what was found in its text has a line, and no route.
    """
    route = location.route or _route_at(location, content)
    near = [
        origin
        for origin in origins
        if origin.path == location.path and _is_within(route, origin.route)
    ]
    return max(near, key=_nearness).field if near else None


def _is_within(route: Route, above: Route) -> bool:
    if _is_in_text(route) and _is_in_text(above):
        return int(above[1]) <= int(route[1])
    return route[: len(above)] == above


def _nearness(origin: Origin) -> tuple[int, int]:
    return len(origin.route), int(origin.route[1]) if _is_in_text(origin.route) else 0


def _is_in_text(route: Route) -> bool:
    return len(route) > 1 and route[0] == BODY


def _route_at(location: Location, content: bytes | None) -> Route:
    """The route of what begins at the place, or else before it and nearest."""
    before = [
        (line, column, len(route), route)
        for line, column, route in _begins(location.path, content)
        if (line, column) <= (location.line, location.column)
    ]
    if not before:
        return ()
    line, _, _, route = max(before, key=lambda one: one[:3])
    return (BODY, location.line - line, 0) if route == (BODY,) else route


def _begins(path: str, content: bytes | None) -> Iterator[tuple[int, int, Route]]:
    places, lines_above = places_of(path, content)
    for marks in (places.keys, places.values):
        for route, mark in marks.items():
            yield mark.line + lines_above, mark.column, route
