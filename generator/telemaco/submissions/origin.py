"""From the place of a finding back to the field of the form that it comes from."""

from collections.abc import Iterable

from telemaco.findings import Location
from telemaco.submissions.draft import Origin


def field_at(origins: Iterable[Origin], location: Location) -> str | None:
    """The field that says what is at the place; None when it comes from no field."""
    near = [
        origin
        for origin in origins
        if origin.path == location.path and location.route[: len(origin.route)] == origin.route
    ]
    return max(near, key=lambda origin: len(origin.route)).field if near else None
