"""From the route of a finding to the line and the column in the file."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from telemaco.findings import BODY, Finding, Route
from telemaco.loading.front_matter import LINES_ABOVE, Parts, split
from telemaco.loading.meant import note_meant
from telemaco.loading.text import decode
from telemaco.yamltext.mistakes import Mark
from telemaco.yamltext.remains import remains
from telemaco.yamltext.survey import Survey, survey


def located(
    findings: Iterable[Finding], read: Callable[[str], bytes | None]
) -> tuple[Finding, ...]:
    """The findings with lines and columns, in the order of their places.

    Only files with findings that lack a line are read again. What has no place in its file,
    or a file that is gone, is at line 1.
    """
    by_path = sorted(findings, key=lambda finding: finding.location.path)
    placed: list[Finding] = []
    for path, group in groupby(by_path, lambda finding: finding.location.path):
        placed += _located_in_file(path, tuple(group), read)
    return tuple(sorted(placed, key=_order))


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    location = finding.location
    return (location.path, location.line, location.column, finding.code, repr(finding.message))


def _located_in_file(
    path: str, findings: tuple[Finding, ...], read: Callable[[str], bytes | None]
) -> tuple[Finding, ...]:
    if all(finding.location.line for finding in findings):
        return findings
    places, lines_above = _survey(path, read(path))
    return tuple(
        finding if finding.location.line else _placed(finding, places, lines_above)
        for finding in findings
    )


def _survey(path: str, content: bytes | None) -> tuple[Survey, int]:
    """The places of a file, and the lines above its YAML; none where it cannot be read."""
    text = decode(path, content or b"")
    if not isinstance(text, str):
        return _NOWHERE, 0
    if not note_meant(path).endswith(".md"):
        return _places(text), 0
    parts = split(path, text)
    return (_NOWHERE, 0) if isinstance(parts, Finding) else (_survey_of_parts(parts), LINES_ABOVE)


def _survey_of_parts(parts: Parts) -> Survey:
    """The places of the front matter, and where the text below it begins."""
    found = _places(parts.header)
    begin = Mark(parts.header.count("\n") + 2, 1)
    return replace(found, values={**found.values, (BODY,): begin})


def _places(text: str) -> Survey:
    """Where everything is; in a text with mistakes of writing also what stands behind them."""
    found = survey(text)
    rest = remains(text) if found.faults else None
    if rest is None:
        return found
    further = survey(rest.text)
    values = {**found.values, **further.values, (): found.values.get((), Mark(1, 1))}
    return replace(found, keys={**found.keys, **further.keys}, values=values)


_NOWHERE = Survey({}, {}, ())


def _placed(finding: Finding, places: Survey, lines_above: int) -> Finding:
    location = finding.location
    route = location.route
    marks = places.keys if location.on_key else places.values
    mark = marks.get(route) or places.values.get(route) or _in_text(places, route)
    while mark is None and route:
        route = route[:-1]
        mark = places.keys.get(route) or places.values.get(route)
    line, column = mark or (1, 1)
    return replace(finding, location=replace(location, line=line + lines_above, column=column))


def _in_text(places: Survey, route: Route) -> Mark | None:
    begin = places.values.get((BODY,))
    match route:
        case (str(step), int(line), int(column)) if step == BODY and begin:
            return Mark(begin.line + line, begin.column + column)
        case _:
            return None
