"""Everything that a community's files say about one person, for that person."""

from collections.abc import Iterator
from typing import Any

from telemaco.findings import Finding, Route, TelemacoError
from telemaco.loading import front_matter
from telemaco.loading.text import decode
from telemaco.messages import msg
from telemaco.model.similar import closest
from telemaco.ports import SourceFile, Sources
from telemaco.records.base import PersonId
from telemaco.records.layout import Address, Kind, address_of
from telemaco.yamltext.events import RefusedError
from telemaco.yamltext.reading import read

_THEIRS_TO_TELL = "excludes"
_MARKDOWN = frozenset({Kind.NOTE, Kind.AGENDA})


def said_about(sources: Sources, person: PersonId) -> dict[str, Any]:
    """Plain values: the person's own file, the pairs they are in with all notes, other mentions.

    Raises TelemacoError when nobody is called so, or when a file cannot be read: what it says
    would be missing.
    """
    own: Any = None
    pairs: dict[str, Any] = {}
    others: list[dict[str, Any]] = []
    people: list[str] = []
    theirs: set[tuple[str, ...]] = set()
    files = [(path, address, value) for path, address, value in _values(sources)]
    for _path, address, value in files:
        if address.kind is Kind.PERSON:
            people.append(address.names[0])
        if address.kind is Kind.PAIR and _is_member(value, person):
            theirs.add(address.names[:2])
    for path, address, value in files:
        if address == Address(Kind.PERSON, (person,)):
            own = value
        elif address.kind in {Kind.PAIR, Kind.NOTE} and address.names[:2] in theirs:
            pairs[path] = value
        else:
            others += [
                {"file": path, "place": list(route), "value": found}
                for route, found in _mentions(value, person, ())
            ]
    if own is None:
        raise _nobody(person, people)
    return {"person": person, "file": own, "pairs": pairs, "elsewhere": others}


def _values(sources: Sources) -> Iterator[tuple[str, Address, Any]]:
    for source in sources.files():
        address = address_of(source.path)
        if address is None or address.kind is Kind.SEALED_NOTE:
            continue
        if not isinstance(source, SourceFile):
            raise _unread(source.path)
        yield source.path, address, _value(source, address)


def _value(source: SourceFile, address: Address) -> Any:  # noqa: ANN401 (any plain value)
    text = decode(source.path, source.content)
    if not isinstance(text, str):
        raise _unread(source.path)
    body: str | None = None
    if address.kind in _MARKDOWN:
        parts = front_matter.split(source.path, text)
        if isinstance(parts, Finding):
            raise _unread(source.path)
        text, body = parts.header, parts.body
    try:
        value = read(text)
    except RefusedError as error:
        raise _unread(source.path) from error
    return value if body is None else {"facts": value, "text": body}


def _is_member(pair: Any, person: PersonId) -> bool:  # noqa: ANN401 (any plain value)
    members = pair.get("members") if isinstance(pair, dict) else None
    return any(
        isinstance(member, dict) and member.get("person") == person for member in members or ()
    )


def _mentions(value: Any, person: PersonId, route: Route) -> Iterator[tuple[Route, Any]]:  # noqa: ANN401 (any plain value)
    """Where the person is named, and what is said there: never more of a file than that.

    Whom others do not want to be paired with is theirs to tell.
    """
    if isinstance(value, dict):
        if route and person in value.values():
            yield route, value
            return
        for key, item in value.items():
            if key == person:
                yield (*route, key), item
            elif key != _THEIRS_TO_TELL:
                yield from _mentions(item, person, (*route, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _mentions(item, person, (*route, place))
    elif value == person:
        yield route, value


def _unread(path: str) -> TelemacoError:
    return TelemacoError(
        msg("{path} cannot be read, so what it says would be missing", path=path),
        msg("Run telemaco check, which says what is wrong with it."),
    )


def _nobody(person: PersonId, people: list[str]) -> TelemacoError:
    meant = closest(person, people)
    return TelemacoError(
        msg('there is no person "{person}"', person=person),
        msg("Did you mean {meant}?", meant=meant)
        if meant
        else msg("People are the files in program/people/."),
    )
