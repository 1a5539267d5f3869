r"""What stands in a value by an escape only (`"\u202E"`), and so in no line of the file."""

from collections.abc import Iterator
from dataclasses import replace

from telemaco.findings import Finding, Location, Route
from telemaco.loading.suspicious import finding, private_passages
from telemaco.loading.text import unwanted
from telemaco.yamltext.events import Value


def hidden(path: str, text: str, value: Value) -> tuple[Finding, ...]:
    """What would have been found in the file's text, had it been written without escapes."""
    return tuple(
        found
        for route, said in _texts(value, ())
        if said not in text
        for found in _hidden_in(said, text, Location(path, route=route))
    )


def _hidden_in(said: str, text: str, place: Location) -> Iterator[Finding]:
    for found in unwanted(place.path, said):
        yield replace(found, location=place)
    for passage in private_passages(said):
        if passage.found[0] not in text:
            yield finding(passage, place)


def _texts(value: Value, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield (*route, key), key
            yield from _texts(inner, (*route, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _texts(inner, (*route, position))
