"""From the place of a finding back to the field of the form that it comes from."""

from collections.abc import Iterable

from telemaco.findings import BODY, Location, Route
from telemaco.submissions.draft import Origin


def field_at(origins: Iterable[Origin], location: Location) -> str | None:
    """The field that says what is at the place; None when it comes from no field."""
    near = [
        origin
        for origin in origins
        if origin.path == location.path and _is_within(location.route, origin.route)
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
