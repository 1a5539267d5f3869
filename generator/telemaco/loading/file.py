"""One file's text to one record, or to the findings that say why not."""

from dataclasses import dataclass

from telemaco.findings import Finding, Location
from telemaco.loading import front_matter, record_words, yaml_words
from telemaco.loading.escapes import hidden
from telemaco.loading.time_zones import unknown_time_zones
from telemaco.messages import msg
from telemaco.records.layout import Address, Kind
from telemaco.records.parsing import MODELS, AnyRecord, parse
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read
from telemaco.yamltext.survey import survey

_MARKDOWN = frozenset({Kind.NOTE, Kind.AGENDA})


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that was read, and the Markdown below it if its kind has any.

    `findings` are about values that fit the record and are wrong nevertheless.
    """

    record: AnyRecord
    body: str = ""
    findings: tuple[Finding, ...] = ()


def read_file(path: str, address: Address, text: str) -> Entry | tuple[Finding, ...]:
    """The record that the file holds; findings have a route, not yet a line."""
    if address.kind not in _MARKDOWN:
        return _read(path, address.kind, text, "", 0)
    parts = front_matter.split(path, text)
    if isinstance(parts, Finding):
        return (parts,)
    return _read(path, address.kind, parts.header, parts.body, front_matter.LINES_ABOVE)


def _read(
    path: str, kind: Kind, yaml: str, body: str, lines_above: int
) -> Entry | tuple[Finding, ...]:
    try:
        value = read(yaml)
    except RefusedError:
        return tuple(yaml_words.finding(path, fault, lines_above) for fault in survey(yaml).faults)
    if value is None:
        return (_empty(path),)
    zones = tuple(unknown_time_zones(path, kind, value))
    record = parse(MODELS[kind], value)
    if isinstance(record, tuple):
        return (*hidden(path, yaml, value), *zones, *record_words.findings(path, record))
    return Entry(record, body, (*hidden(path, yaml, value), *zones) if "\\" in yaml else zones)


def _empty(path: str) -> Finding:
    return Finding(
        "empty-file",
        Location(path, 1, 1),
        msg("the file says nothing"),
        msg("Write what belongs in it, or delete it."),
    )
