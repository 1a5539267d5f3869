"""Texts that YAML takes for a comment, as they begin with #: their keys seem to have no value."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from telemaco.findings import Finding, Location, Severity
from telemaco.loading.quoting import shortened
from telemaco.messages import msg
from telemaco.records.layout import Kind
from telemaco.records.parsing import MODELS, schema_at
from telemaco.yamltext.survey import survey

_BESIDE_A_KEY = re.compile(r"^ *(?:- +)*[A-Za-z_-]+: +#[ \t]*(\S.*)", re.MULTILINE)


def with_lost_texts(
    path: str, kind: Kind, yaml: str, findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The findings about a file, and one for each comment that stands where a free text belongs.

    It goes before the finding that such a key has no value. Where it may have none, it is a
    warning.
    """
    lost = {one.location.route: one for one in _lost_texts(path, kind, yaml)}
    if not lost:
        return tuple(findings)
    told = []
    for finding in findings:
        if finding.code == "empty-value" and finding.location.route in lost:
            lost_one = lost.pop(finding.location.route)
            told.append(replace(lost_one, severity=finding.severity))
        else:
            told.append(finding)
    return (*told, *lost.values())


def _lost_texts(path: str, kind: Kind, yaml: str) -> Iterator[Finding]:
    """Keys for days, names and choices are left alone: what stands beside them explains them."""
    comments = list(_BESIDE_A_KEY.finditer(yaml)) if ": #" in yaml or ":  #" in yaml else []
    if not comments:
        return
    seen = survey(yaml)
    routes = {mark.line: route for route, mark in seen.keys.items()}
    for comment in comments:
        line = yaml.count("\n", 0, comment.start()) + 1
        route = routes.get(line)
        # A value begins on another line, but for one that is not there.
        if route and seen.values[route].line == line and _is_text(schema_at(MODELS[kind], route)):
            place = Location(path, route=route, on_key=True)
            yield _finding(place, str(route[-1]), shortened(comment[1].strip()))


def _is_text(schema: Mapping[str, Any]) -> bool:
    """Whether any text may stand there, or one in each language."""
    if "patternProperties" in schema:
        return all(map(_is_text, schema["patternProperties"].values()))
    return "minLength" in schema and not {"pattern", "enum", "format"} & schema.keys()


def _finding(place: Location, key: str, said: str) -> Finding:
    return Finding(
        "text-in-comment",
        place,
        msg(
            '{key}: "{text}" does not count: # makes a comment of what comes after it',
            key=key,
            text=said,
        ),
        msg(
            'If it is the text, leave # out, or write it in quotes: {key}: "# {text}". If it is a '
            "comment, write a value before it, or delete the line.",
            key=key,
            text=said,
        ),
        Severity.WARNING,
    )
