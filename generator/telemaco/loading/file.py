"""One file's text to one record, or to the findings that say why not."""

from dataclasses import dataclass

from telemaco.findings import Finding, Location
from telemaco.loading import front_matter, record_words, yaml_words
from telemaco.loading.escapes import hidden
from telemaco.loading.lost_texts import with_lost_texts
from telemaco.loading.time_zones import unknown_time_zones, with_named_zone
from telemaco.messages import msg
from telemaco.records.gaps import beside_gap, with_gap
from telemaco.records.layout import Address, Kind
from telemaco.records.parsing import MODELS, AnyRecord, allowed_at, parse
from telemaco.yamltext.events import RefusedError, Value
from telemaco.yamltext.reading import read
from telemaco.yamltext.remains import remains
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


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain values that a file says, in `yaml`, and the Markdown below it.

    `mistakes` of writing are what was wrong in entries that are left out; in their place stands
    one of which nothing is known.
    """

    value: Value
    body: str
    yaml: str
    mistakes: tuple[Finding, ...] = ()


def read_file(path: str, address: Address, text: str) -> Entry | tuple[Finding, ...]:
    """The record that the file holds; findings have a route, not yet a line."""
    plain = plain_file(path, address, text)
    return entry_of(path, address, plain) if isinstance(plain, Plain) else plain


def plain_file(path: str, address: Address, text: str) -> Plain | tuple[Finding, ...]:
    """What the file says, as far as YAML knows; findings have a route, not yet a line."""
    if address.kind not in _MARKDOWN:
        return _plain(address.kind, path, text, "")
    parts = front_matter.split(path, text)
    if isinstance(parts, Finding):
        return (parts,)
    return _plain(address.kind, path, parts.header, parts.body)


def entry_of(path: str, address: Address, plain: Plain) -> Entry | tuple[Finding, ...]:
    """The record of plain values."""
    yaml, value = plain.yaml, plain.value
    zones = tuple(unknown_time_zones(path, address.kind, value))
    record = parse(MODELS[address.kind], value)
    if isinstance(record, tuple):
        faults = beside_gap(record) if plain.mistakes else record
        told = record_words.findings(path, faults)
        found = (*plain.mistakes, *hidden(path, yaml, value), *zones, *told)
        return with_lost_texts(path, address.kind, yaml, found)
    findings = (*hidden(path, yaml, value), *zones) if "\\" in yaml else zones
    return Entry(record, plain.body, with_lost_texts(path, address.kind, yaml, findings))


def _plain(kind: Kind, path: str, yaml: str, body: str) -> Plain | tuple[Finding, ...]:
    lines_above = front_matter.LINES_ABOVE if kind in _MARKDOWN else 0
    try:
        value = read(yaml)
    except RefusedError:
        rest = remains(yaml, allowed_at(MODELS[kind], ()).keys)
        faults = rest.faults if rest else survey(yaml).faults
        told = tuple(yaml_words.finding(path, fault, lines_above) for fault in faults)
        known = with_gap(with_named_zone(kind, read(rest.text))) if rest else None
        return told if rest is None or known is None else Plain(known, body, rest.text, told)
    return (_empty(path),) if value is None else Plain(with_named_zone(kind, value), body, yaml)


def _empty(path: str) -> Finding:
    return Finding(
        "empty-file",
        Location(path, 1, 1),
        msg("the file says nothing"),
        msg("Write what belongs in it, or delete it."),
    )
