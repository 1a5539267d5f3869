"""What a table says now, what it said last time, and what a person's file says: three ways.

What the table said is remembered as digests, so that nothing of a person is kept twice.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast

from telemaco.yamltext.changes import plain

ENROLMENT = "enrolment"
CAPACITY = "capacity"


@dataclass(frozen=True, slots=True)
class Place:
    """The program and the role that a table is for."""

    program: str
    role: str


@dataclass(frozen=True, slots=True)
class Merged:
    """`changes` by key, None for what goes; keys in conflict; what to remember of every key."""

    changes: Mapping[str, Any]
    conflicts: tuple[str, ...]
    remembered: Mapping[str, str]


def merged(
    remembered: Mapping[str, str], there: Mapping[str, Any], now: Mapping[str, Any]
) -> Merged:
    """What to change in the file so that it says what changed in the table.

    What was changed in the file by hand since stays; a key changed on both sides is a conflict.
    Who does not agree to be published any more is not, whatever was changed by hand.
    """
    changes: dict[str, Any] = {}
    conflicts: list[str] = []
    kept = dict(remembered)
    for key, value in now.items():
        before, here, new = remembered.get(key, _NOTHING), digest(there.get(key)), digest(value)
        if new in {before, here}:
            kept[key] = new
        elif here == before or (before and _is_withdrawal(key, value)):
            changes[key] = value
            kept[key] = new
        else:
            conflicts.append(key)
    return Merged(changes, tuple(conflicts), {key: one for key, one in kept.items() if one})


def kept_as_written(found: Merged, now: Mapping[str, Any]) -> Merged:
    """The same for a file that was there before any table: what it says is no conflict.

    It stays, and what the table says of it is remembered. A no to being published, which the file
    does not know of, is still for people to decide.
    """
    open_yet = tuple(key for key in found.conflicts if _is_withdrawal(key, now[key]))
    settled = {key: digest(now[key]) for key in found.conflicts if key not in open_yet}
    return replace(found, conflicts=open_yet, remembered={**found.remembered, **settled})


def digest(value: Any) -> str:  # noqa: ANN401 (any plain value)
    """A short digest of a plain value; empty for nothing."""
    if not is_something(value):
        return _NOTHING
    text = json.dumps(plain(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def is_something(value: Any) -> bool:  # noqa: ANN401 (any plain value)
    """Whether a value says anything; the number 0 does."""
    return value not in (None, "", [], {})


def facts_of(person: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """What a person's file says, by the keys of a table's facts; `person` is its plain value."""
    consent = person.get("consent")
    enrolment = _enrolment(person, place)
    found = {
        **person,
        "consent": {key: consent[key] for key in ("text", "publish") if key in consent}
        if isinstance(consent, dict)
        else None,
        ENROLMENT: f"{place.program} {place.role}" if enrolment else None,
        CAPACITY: enrolment.get(CAPACITY) if enrolment else None,
    }
    return {_named(key, place): value for key, value in found.items()}


def of_table(facts: Mapping[str, Any], place: Place, *, enrols: bool = True) -> dict[str, Any]:
    """A row's facts by the same keys; without those about the program if it enrols nobody."""
    found = {ENROLMENT: f"{place.program} {place.role}", **facts}
    left_out = set() if enrols else {ENROLMENT, CAPACITY}
    return {_named(key, place): value for key, value in found.items() if key not in left_out}


def enrolment_key(place: Place) -> str:
    """The key under which an enrolment in a program is remembered."""
    return _named(ENROLMENT, place)


def added_to_consent(consent: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    """A consent by which what a person's file publishes already stays published.

    So it is with a yes to another form than before: it takes nothing back that was agreed to.
    """
    before = (there.get("consent") or {}).get("publish") or []
    return {
        **consent,
        "publish": [*before, *(one for one in consent["publish"] if one not in before)],
    }


def with_changes(
    person: Mapping[str, Any], changes: Mapping[str, Any], place: Place, day: date
) -> dict[str, Any]:
    """The plain value of a person's file with the changes; `day` is that of the answer."""
    new = dict(person)
    names = {_named(key, place): key for key in (ENROLMENT, CAPACITY)}
    for key, value in changes.items():
        known = names.get(key, key)
        if known == ENROLMENT:
            entry = {
                "program": place.program,
                "role": place.role,
                "status": "applied",
                "since": day,
            }
            new["enrolments"] = [*(new.get("enrolments") or []), entry]
        elif known == CAPACITY:
            theirs = _enrolment(new, place)
            new["enrolments"] = [
                _with(theirs, CAPACITY, value) if theirs and entry is theirs else entry
                for entry in new.get("enrolments") or []
            ]
        elif known == "consent":
            new["consent"] = {"text": value["text"], "on": day, "publish": value["publish"]}
        else:
            new = _with(new, known, value)
    return new


def _is_withdrawal(key: str, value: Any) -> bool:  # noqa: ANN401 (any plain value)
    return key == "consent" and not value["publish"]


def _with(value: Mapping[str, Any], key: str, new: Any) -> dict[str, Any]:  # noqa: ANN401 (any plain value)
    if new is None:
        return {name: one for name, one in value.items() if name != key}
    return {**value, key: new}


def _enrolment(person: Mapping[str, Any], place: Place) -> dict[str, Any] | None:
    for entry in person.get("enrolments") or []:
        if entry.get("program") == place.program and entry.get("role") == place.role:
            return cast(dict[str, Any], entry)
    return None


def _named(key: str, place: Place) -> str:
    """The key; those that are about a program, with its name."""
    return f"{key} {place.program} {place.role}" if key in {ENROLMENT, CAPACITY} else key


_NOTHING = ""
