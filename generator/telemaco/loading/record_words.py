"""What is wrong with the values of a record, in plain words."""

from collections.abc import Callable, Mapping, Sequence

from telemaco.findings import Finding, Location, Route
from telemaco.messages import Choices, Fact, Message, msg, msg_n
from telemaco.model.similar import closest
from telemaco.records.parsing import Fault

_Words = tuple[str, Message, Message | None]

_UNKNOWN = "extra_forbidden"
_MISSING = "missing"


def findings(path: str, faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """The findings for a record's faults; a misspelt key is not also told to be missing."""
    meant = {
        (*fault.route[:-1], closest(str(fault.route[-1]), fault.allowed.keys))
        for fault in faults
        if fault.type == _UNKNOWN
    }
    return tuple(
        finding(path, fault)
        for fault in faults
        if fault.type != _MISSING or fault.route not in meant
    )


def finding(path: str, fault: Fault) -> Finding:
    """The finding for a fault, which has a route and not yet a line."""
    key = _name(fault.route)
    if fault.value is None and fault.type not in _ABOUT_WHAT_IS_NOT_THERE:
        code, message, hint = _empty(key, fault)
    else:
        code, message, hint = _WORDS.get(fault.type, _other)(key, fault)
    return Finding(code, Location(path, route=fault.route, on_key=fault.on_key), message, hint)


def _name(route: Route) -> Fact:
    """What a value is called: its keys, without positions in lists, which the line tells."""
    keys = [step for step in route if isinstance(step, str)]
    if keys:
        return ".".join(keys)
    return msg("entry {number}", number=int(route[0]) + 1) if route else msg("the file")


def _unknown_key(_key: Fact, fault: Fault) -> _Words:
    key = str(fault.route[-1])
    meant = closest(key, fault.allowed.keys)
    message = msg("{key} is not a key that this file may have here", key=_shortened(key))
    if meant:
        return "unknown-key", message, msg("Did you mean {meant}?", meant=meant)
    return "unknown-key", message, msg("Allowed here: {keys}.", keys=Choices(fault.allowed.keys))


def _empty(key: Fact, _fault: Fault) -> _Words:
    return (
        "empty-value",
        msg("{key}: there is nothing after the colon", key=key),
        msg("Write a value, or delete the line if it is not needed."),
    )


def _missing(key: Fact, fault: Fault) -> _Words:
    return (
        "missing-key",
        msg("{key} is missing", key=key),
        msg("Add a line {name}: with its value.", name=str(fault.route[-1])),
    )


def _not_allowed(key: Fact, fault: Fault) -> _Words:
    words = fault.allowed.words
    message = msg(
        "{key}: {value} is not one of {allowed}",
        key=key,
        value=_quoted(fault.value),
        allowed=Choices(words),
    )
    meant = closest(fault.value, words) if isinstance(fault.value, str) else None
    return "not-allowed", message, msg("Did you mean {meant}?", meant=meant) if meant else None


def _not_a_number(key: Fact, fault: Fault) -> _Words:
    return (
        "not-a-number",
        msg("{key}: {value} is not a whole number", key=key, value=_quoted(fault.value)),
        msg("Write digits only, e.g. 3."),
    )


def _out_of_range(key: Fact, fault: Fault) -> _Words:
    value = _quoted(fault.value)
    least, most = fault.allowed.least, fault.allowed.most
    if least is None or most is None:
        return (
            "out-of-range",
            msg("{key}: {value} is less than {least}", key=key, value=value, least=least or 0),
            None,
        )
    return (
        "out-of-range",
        msg(
            "{key}: {value} is not from {least} to {most}",
            key=key,
            value=value,
            least=least,
            most=most,
        ),
        None,
    )


def _not_yes_or_no(key: Fact, fault: Fault) -> _Words:
    return (
        "not-yes-or-no",
        msg("{key}: {value} is neither yes nor no", key=key, value=_quoted(fault.value)),
        msg("Write true or false."),
    )


def _not_a_list(key: Fact, fault: Fault) -> _Words:
    return (
        "not-a-list",
        msg("{key}: {value} is not a list", key=key, value=_quoted(fault.value)),
        msg("Write each entry on a line of its own that begins with a hyphen, or write [a, b]."),
    )


def _not_a_map(key: Fact, fault: Fault) -> _Words:
    return (
        "not-a-map",
        msg("{key}: {value} is not a set of keys with values", key=key, value=_quoted(fault.value)),
        msg("Write each fact on a line of its own: a key, a colon, a space, a value."),
    )


def _not_text(key: Fact, fault: Fault) -> _Words:
    return (
        "not-text",
        msg("{key}: a text belongs here, not {value}", key=key, value=_quoted(fault.value)),
        msg("If it begins with a bracket or has a colon, put it in double quotes."),
    )


def _not_a_date(key: Fact, fault: Fault) -> _Words:
    return (
        "bad-date",
        msg("{key}: {value} is not a date", key=key, value=_quoted(fault.value)),
        msg("Write year, month and day: 2027-02-03."),
    )


def _no_such_day(key: Fact, fault: Fault) -> _Words:
    return (
        "bad-date",
        msg("{key}: {value} is not in the calendar", key=key, value=_quoted(fault.value)),
        msg("Check the month and the day; the order is year, month, day: 2027-02-03."),
    )


def _not_a_time(key: Fact, fault: Fault) -> _Words:
    return (
        "bad-time",
        msg("{key}: {value} is not a time of day", key=key, value=_quoted(fault.value)),
        msg("Write hours and minutes, from 0:00 to 24:00: 18:30."),
    )


def _time_order(key: Fact, _fault: Fault) -> _Words:
    return (
        "wrong-order",
        msg("{key}: the time ends before it begins", key=key),
        msg("Swap from and to. A time over midnight needs two entries: to 24:00, and from 0:00."),
    )


def _range_order(key: Fact, fault: Fault) -> _Words:
    return (
        "wrong-order",
        msg("{key}: {value} ends before it begins", key=key, value=_quoted(fault.value)),
        msg("Write the first day, two dots, the last day."),
    )


def _not_quiet(key: Fact, fault: Fault) -> _Words:
    return (
        "bad-quiet-day",
        msg(
            "{key}: {value} is not a weekday or a range of dates",
            key=key,
            value=_quoted(fault.value),
        ),
        msg("Write sat, 2027-12-24 or 2027-12-20..2028-01-06."),
    )


def _too_few(key: Fact, fault: Fault) -> _Words:
    least = int(fault.facts["min_length"])
    return (
        "too-few",
        msg_n(
            "{key} needs {count} entry at least",
            "{key} needs {count} entries at least",
            least,
            key=key,
        ),
        msg("Add what is missing."),
    )


def _too_many(key: Fact, fault: Fault) -> _Words:
    most = int(fault.facts["max_length"])
    return (
        "too-many",
        msg_n(
            "{key} takes {count} entry at most",
            "{key} takes {count} entries at most",
            most,
            key=key,
        ),
        msg("Keep the most important ones."),
    )


def _too_long(key: Fact, fault: Fault) -> _Words:
    most = int(fault.facts["max_length"])
    return (
        "too-long",
        msg_n(
            "{key}: {value} has more than {count} character",
            "{key}: {value} has more than {count} characters",
            most,
            key=key,
            value=_quoted(fault.value),
        ),
        msg("Shorten it."),
    )


def _pattern(key: Fact, fault: Fault) -> _Words:
    pattern = str(fault.facts["pattern"])
    code, hint = next(words for start, words in _SHAPES.items() if pattern.startswith(start))
    value = _quoted(fault.value)
    return code, msg("{key}: {value} is not written as it must be", key=key, value=value), hint


def _other(key: Fact, fault: Fault) -> _Words:
    value = _quoted(fault.value)
    return "not-allowed", msg("{key}: {value} cannot be used here", key=key, value=value), None


def _quoted(value: object) -> Fact:
    match value:
        case list():
            return msg("a list")
        case dict():
            return msg("a set of keys")
        case _:
            return f'"{_shortened(str(value))}"'


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


_SHOWN = 40
_ABOUT_WHAT_IS_NOT_THERE = {"missing", "extra_forbidden", "too_short", "free_time_order"}

_SHAPES: Mapping[str, tuple[str, Message]] = {
    "^[a-z0-9]+(-": ("bad-id", msg("Use small letters, digits and hyphens: ada-lovelace.")),
    "^https?": ("bad-address", msg("Write a whole address that begins with https://.")),
    "^[a-z]{2,3}": ("bad-language", msg("Write the language's code: it, en, pt-BR.")),
    "^[A-Za-z0-9](-": ("bad-github-login", msg("Write the login only, without @ or address.")),
    r"^[\w.-]+/": ("bad-repository", msg("Write owner and name: example/mentoring.")),
    "^[0-9a-f]{": ("bad-digest", msg("Leave it as telemaco match wrote it.")),
    r"^\d{4}-W": ("bad-week", msg("Write year and week: 2027-W05.")),
    "^([1-9][0-9]{0,2}|last": ("bad-session", msg("Write a number, last, or default.")),
}
"""By how the pattern begins: the code, and how it should be written."""

_WORDS: Mapping[str, Callable[[Fact, Fault], _Words]] = {
    _UNKNOWN: _unknown_key,
    _MISSING: _missing,
    "enum": _not_allowed,
    "literal_error": _not_allowed,
    "int_parsing": _not_a_number,
    "int_type": _not_a_number,
    "int_parsing_size": _not_a_number,
    "bool_parsing": _not_yes_or_no,
    "bool_type": _not_yes_or_no,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "tuple_type": _not_a_list,
    "dict_type": _not_a_map,
    "model_type": _not_a_map,
    "string_type": _not_text,
    "string_too_short": _empty,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    "date_form": _not_a_date,
    "date_not_in_calendar": _no_such_day,
    "time_form": _not_a_time,
    "free_time_order": _time_order,
    "range_order": _range_order,
    "quiet_form": _not_quiet,
}
