"""What is wrong with the values of a record, in plain words."""

from collections.abc import Callable, Mapping

from telemaco.findings import Finding, Location, Route
from telemaco.messages import Choices, Message, msg
from telemaco.model.similar import closest
from telemaco.records.parsing import Fault

Words = tuple[str, Message, Message | None]


def finding(path: str, fault: Fault, keys: tuple[str, ...]) -> Finding:
    """The finding for a fault; `keys` are those allowed where an unknown key stands."""
    key = _key(fault.route)
    if fault.type == "extra_forbidden":
        code, message, hint = _unknown_key(fault, keys)
    elif fault.value is None and fault.type not in {"missing", "too_short"}:
        code, message, hint = _empty(key)
    else:
        words = _WORDS.get(fault.type, _other)
        code, message, hint = words(key, fault)
    return Finding(code, Location(path, route=fault.route, on_key=fault.on_key), message, hint)


def _key(route: Route) -> str:
    """The name of a value: its keys, without positions in lists, which the line tells."""
    return ".".join(step for step in route if isinstance(step, str)) or "-"


def _unknown_key(fault: Fault, keys: tuple[str, ...]) -> Words:
    key = str(fault.route[-1])
    meant = closest(key, keys)
    message = msg("{key} is not a key that this file may have here", key=key)
    if meant:
        return "unknown-key", message, msg("Did you mean {meant}?", meant=meant)
    if not keys:
        return "unknown-key", message, None
    return "unknown-key", message, msg("Allowed here: {keys}.", keys=Choices(keys))


def _empty(key: str) -> Words:
    return (
        "empty-value",
        msg("{key}: there is nothing after the colon", key=key),
        msg("Write a value, or delete the line if it is not needed."),
    )


def _missing(key: str, fault: Fault) -> Words:
    return (
        "missing-key",
        msg("{key} is missing", key=key),
        msg("Add a line {name}: with its value.", name=str(fault.route[-1])),
    )


def _not_allowed(key: str, fault: Fault) -> Words:
    allowed = _allowed(str(fault.facts.get("expected", "")))
    meant = closest(str(fault.value), allowed)
    message = msg(
        "{key}: {value} is not one of {allowed}",
        key=key,
        value=_quoted(fault.value),
        allowed=Choices(allowed),
    )
    hint = msg("Did you mean {meant}?", meant=meant) if meant else None
    return "not-allowed", message, hint


def _allowed(expected: str) -> tuple[str, ...]:
    """Pydantic writes the allowed values as "'a', 'b' or 'c'"."""
    return tuple(expected.replace(" or ", ", ").replace("'", "").split(", "))


def _not_a_number(key: str, fault: Fault) -> Words:
    return (
        "not-a-number",
        msg("{key}: {value} is not a whole number", key=key, value=_quoted(fault.value)),
        msg("Write digits only, e.g. 3."),
    )


def _too_small(key: str, fault: Fault) -> Words:
    return (
        "out-of-range",
        msg(
            "{key}: {value} is less than {least}",
            key=key,
            value=_quoted(fault.value),
            least=str(fault.facts["ge"]),
        ),
        None,
    )


def _too_large(key: str, fault: Fault) -> Words:
    return (
        "out-of-range",
        msg(
            "{key}: {value} is more than {most}",
            key=key,
            value=_quoted(fault.value),
            most=str(fault.facts["le"]),
        ),
        None,
    )


def _not_a_list(key: str, fault: Fault) -> Words:
    return (
        "not-a-list",
        msg("{key}: {value} is not a list", key=key, value=_quoted(fault.value)),
        msg("Write each entry on a line of its own that begins with a hyphen, or write [a, b]."),
    )


def _not_a_map(key: str, fault: Fault) -> Words:
    return (
        "not-a-map",
        msg("{key}: {value} is not a set of keys with values", key=key, value=_quoted(fault.value)),
        msg("Write each fact on a line of its own, indented: a key, a colon, a value."),
    )


def _not_text(key: str, fault: Fault) -> Words:
    return (
        "not-text",
        msg("{key}: a text belongs here, not {value}", key=key, value=_quoted(fault.value)),
        msg(
            "Put it on one line; if it has a colon or begins with a bracket, put it in double quotes."
        ),
    )


def _not_a_date(key: str, fault: Fault) -> Words:
    return (
        "bad-date",
        msg("{key}: {value} is not a date", key=key, value=_quoted(fault.value)),
        msg("Write year, month and day: 2027-02-03."),
    )


def _no_such_day(key: str, fault: Fault) -> Words:
    return (
        "bad-date",
        msg("{key}: {value} is not in the calendar", key=key, value=_quoted(fault.value)),
        msg("Check the month and the day: year-month-day."),
    )


def _not_a_time(key: str, fault: Fault) -> Words:
    return (
        "bad-time",
        msg("{key}: {value} is not a time of day", key=key, value=_quoted(fault.value)),
        msg("Write hours and minutes, from 0:00 to 24:00: 18:30."),
    )


def _out_of_order(key: str, fault: Fault) -> Words:  # noqa: ARG001 (all take the fault)
    return (
        "wrong-order",
        msg("{key} ends before it begins", key=key),
        msg("Swap the two. A time over midnight needs two entries: one to 24:00, one from 0:00."),
    )


def _not_quiet(key: str, fault: Fault) -> Words:
    return (
        "bad-quiet-day",
        msg(
            "{key}: {value} is not a weekday or a range of dates",
            key=key,
            value=_quoted(fault.value),
        ),
        msg("Write sat, 2027-12-24 or 2027-12-20..2028-01-06."),
    )


def _too_few(key: str, fault: Fault) -> Words:
    return (
        "too-few",
        msg("{key} needs at least {least}", key=key, least=str(fault.facts["min_length"])),
        None,
    )


def _too_many(key: str, fault: Fault) -> Words:
    return (
        "too-many",
        msg("{key} takes {most} at most", key=key, most=str(fault.facts["max_length"])),
        None,
    )


def _pattern(key: str, fault: Fault) -> Words:
    code, hint = _SHAPES.get(_shape(str(fault.facts["pattern"])), ("bad-shape", None))
    message = msg(
        "{key}: {value} is not written as it must be", key=key, value=_quoted(fault.value)
    )
    return code, message, hint


def _shape(pattern: str) -> str:
    return next((start for start in _SHAPES if pattern.startswith(start)), "")


def _too_long(key: str, fault: Fault) -> Words:
    return (
        "too-long",
        msg("{key} has more than {most} characters", key=key, most=str(fault.facts["max_length"])),
        msg("Shorten it."),
    )


def _other(key: str, fault: Fault) -> Words:
    return (
        "bad-value",
        msg("{key}: {value} cannot be used here", key=key, value=_quoted(fault.value)),
        None,
    )


def _quoted(value: object) -> str:
    if isinstance(value, list):
        return "[...]" if value else "[]"
    if isinstance(value, dict):
        return "{...}" if value else "{}"
    text = str(value)
    return f'"{text[:37]}..."' if len(text) > 40 else f'"{text}"'


_SHAPES: Mapping[str, tuple[str, Message]] = {
    "^[a-z0-9]+(-": ("bad-id", msg("Use small letters, digits and hyphens: ada-lovelace.")),
    "^https?": ("bad-address", msg("Write a whole address that begins with https://.")),
    "^[a-z]{2,3}": ("bad-language", msg("Write the language's code: it, en, pt-BR.")),
    "^[A-Za-z0-9](-": ("bad-github-login", msg("Write the login only, without @ or address.")),
    r"^[\w.-]+/": ("bad-repository", msg("Write owner and name: example/mentoring.")),
    r"^\d{4}-W": ("bad-week", msg("Write year and week: 2027-W05.")),
    "^([1-9][0-9]{0,2}|last": ("bad-session", msg("Write a number, last, or default.")),
}

_WORDS: Mapping[str, Callable[[str, Fault], Words]] = {
    "missing": _missing,
    "enum": _not_allowed,
    "literal_error": _not_allowed,
    "int_parsing": _not_a_number,
    "int_type": _not_a_number,
    "int_parsing_size": _not_a_number,
    "int_from_float": _not_a_number,
    "bool_parsing": _other,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "tuple_type": _not_a_list,
    "dict_type": _not_a_map,
    "model_type": _not_a_map,
    "string_type": _not_text,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    "date_form": _not_a_date,
    "date_not_in_calendar": _no_such_day,
    "time_form": _not_a_time,
    "free_time_order": _out_of_order,
    "range_order": _out_of_order,
    "quiet_form": _not_quiet,
}
