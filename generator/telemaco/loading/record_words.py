"""What is wrong with a record, in plain words: its keys, and by `value_words` its values."""

from collections.abc import Callable, Mapping, Sequence

from telemaco.findings import Finding, Location, Route
from telemaco.loading.italian import in_english
from telemaco.loading.quoting import Words, quoted
from telemaco.loading.suspicious import private_passages
from telemaco.loading.value_words import words_of
from telemaco.messages import Choices, Fact, Message, msg
from telemaco.model.similar import closest
from telemaco.records.parsing import Fault

_UNKNOWN = "extra_forbidden"
_MISSING = "missing"


def findings(path: str, faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """The findings for a record's faults.

    A misspelt key is not also told to be missing, and a value that looks private is told as such
    by `loading.suspicious` only, whatever else is wrong with it.
    """
    meant = {(*fault.route[:-1], _key_meant(fault)) for fault in faults if fault.type == _UNKNOWN}
    return tuple(
        finding(path, fault)
        for fault in faults
        if (fault.type != _MISSING or fault.route not in meant) and not _is_private(fault)
    )


def finding(path: str, fault: Fault) -> Finding:
    """The finding for a fault, which has a route and not yet a line."""
    key = _name(fault.route)
    if fault.value is None and fault.type not in _ABOUT_WHAT_IS_NOT_THERE:
        code, message, hint = _empty(key, fault)
    else:
        code, message, hint = _WORDS.get(fault.type, words_of)(key, fault)
    return Finding(code, Location(path, route=fault.route, on_key=fault.on_key), message, hint)


def _is_private(fault: Fault) -> bool:
    if not isinstance(fault.value, str) or (fault.type == _UNKNOWN and _key_meant(fault)):
        return False
    line = ": ".join(map(str, (*fault.route[-1:], fault.value)))
    return next(private_passages(line), None) is not None


def _key_meant(fault: Fault) -> str | None:
    key, keys = str(fault.route[-1]), fault.allowed.keys
    return in_english(key, keys) or closest(key, keys)


def _name(route: Route) -> Fact:
    """What a value is called: its keys, without positions in lists, which the line tells."""
    keys = [step for step in route if isinstance(step, str)]
    if keys:
        return ".".join(keys)
    return msg("entry {number}", number=int(route[0]) + 1) if route else msg("the file")


def _unknown_key(_key: Fact, fault: Fault) -> Words:
    key = quoted(fault.route[-1])
    meant = _key_meant(fault)
    message = msg("{key} is not a key that this file may have here", key=key)
    if meant:
        return "unknown-key", message, msg("Did you mean {meant}?", meant=meant)
    written = str(fault.route[-1])
    if "members" in fault.allowed.keys and "kind" in {written, in_english(written, ["kind"])}:
        return "unknown-key", message, _NO_KIND
    return "unknown-key", message, msg("Allowed here: {keys}.", keys=Choices(fault.allowed.keys))


_NO_KIND = msg(
    "A pair has no kind of its own: its program has one, and the role of each member says who "
    "mentors whom."
)


def _empty(key: Fact, _fault: Fault) -> Words:
    return (
        "empty-value",
        msg("{key}: there is nothing after the colon", key=key),
        msg("Write a value, or delete the line if it is not needed."),
    )


def _missing(key: Fact, fault: Fault) -> Words:
    return (
        "missing-key",
        msg("{key} is missing", key=key),
        _how_to_add(str(fault.route[-1]), fault.facts.get("shape")),
    )


def _how_to_add(name: str, shape: str | None) -> Message:
    example = _LISTS.get(name) if shape == "array" else None
    example = example or _EXAMPLES.get(name)
    if example is None:
        return msg("Add a line {name}: with its value.", name=name)
    return msg("Add a line like this one: {line}", line=f"{name}: {example}")


_EXAMPLES = {
    "consent": "{text: v1, on: YYYY-MM-DD, publish: [name]}",
    "dates": "{start: 2027-02-01, end: 2027-07-31}",
    "enrolments": "[{program: spring-2027, role: mentor, status: applied}]",
    "languages": "{it: native, en: fluent}",
    "members": "[{person: ada, role: mentor}, {person: grace, role: mentee}]",
    "timezone": "Europe/Rome",
}
"""What a value looks like that is not a word or a number.

A day that must not lie in the future is shown by its shape: an invented one would be pasted.
"""

_LISTS = {"languages": "[en, it]"}
"""The same where the key stands for a list: a person's languages have levels, others have none."""

_ABOUT_WHAT_IS_NOT_THERE = {"missing", "extra_forbidden", "too_short", "free_time_order"}

_WORDS: Mapping[str, Callable[[Fact, Fault], Words]] = {
    _UNKNOWN: _unknown_key,
    _MISSING: _missing,
    "string_too_short": _empty,
}
