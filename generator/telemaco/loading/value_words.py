"""What is wrong with a value, by what was expected of it: code, message and hint."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from telemaco.loading.day_words import WORDS_OF_DAYS
from telemaco.loading.italian import in_english
from telemaco.loading.quoting import Words, quoted, shortened
from telemaco.messages import Choices, Fact, Message, msg, msg_n
from telemaco.model.similar import closest
from telemaco.records.layout import as_id, is_id
from telemaco.records.parsing import Fault


def words_of(key: Fact, fault: Fault) -> Words:
    """The words for a fault of the value that is called `key`."""
    return _WORDS.get(fault.type, _other)(key, fault)


def _not_allowed(key: Fact, fault: Fault) -> Words:
    words = fault.allowed.words
    message = msg(
        "{key}: {value} is not one of {allowed}",
        key=key,
        value=quoted(fault.value),
        allowed=Choices(words),
    )
    meant = _word_meant(fault.value, words) if isinstance(fault.value, str) else None
    hint = msg("Did you mean {meant}?", meant=meant) if meant else msg("Choose one of them.")
    several = [word.strip() for word in str(fault.value).split(";")]
    if len(several) > 1:
        hint = msg("Put commas between them: {words}.", words=", ".join(several))
    return "not-allowed", message, hint


def _word_meant(word: str, words: Sequence[str]) -> str | None:
    """The word that was meant: in Italian, misspelt, or in a long form as monday is of mon."""
    folded = word.casefold()
    day = _ITALIAN_DAYS.get(folded[:3])
    if day in words:
        return day
    longer = (short for short in words if folded.startswith(short))
    return in_english(word, words) or closest(word, words) or next(longer, None)


_ITALIAN_DAYS = {
    "lun": "mon", "mar": "tue", "mer": "wed", "gio": "thu",
    "ven": "fri", "sab": "sat", "dom": "sun",
}  # fmt: skip
"""As people write them who fill the files in Italian; lun is nearest to sun by its letters."""


def _not_a_number(key: Fact, fault: Fault) -> Words:
    return (
        "not-a-number",
        msg("{key}: {value} is not a whole number", key=key, value=quoted(fault.value)),
        _allowed_numbers(fault) or msg("Write digits only, e.g. 3."),
    )


def _out_of_range(key: Fact, fault: Fault) -> Words:
    value = quoted(fault.value)
    least, most = fault.allowed.least or 0, fault.allowed.most
    advice = _allowed_numbers(fault)
    if advice is None:
        said = msg("{key}: {value} is less than {least}", key=key, value=value, least=least)
        return "out-of-range", said, msg("Write {least} or more.", least=least)
    said = msg(
        "{key}: {value} is not from {least} to {most}",
        key=key,
        value=value,
        least=least,
        most=most or 0,
    )
    return "out-of-range", said, advice


def _allowed_numbers(fault: Fault) -> Message | None:
    least, most = fault.allowed.least, fault.allowed.most
    if least is None or most is None:
        return None
    return msg("Write a whole number from {least} to {most}.", least=least, most=most)


def _not_yes_or_no(key: Fact, fault: Fault) -> Words:
    return (
        "not-yes-or-no",
        msg("{key}: {value} is neither yes nor no", key=key, value=quoted(fault.value)),
        msg("Write true or false."),
    )


def _not_a_list(key: Fact, fault: Fault) -> Words:
    entry = _begun_by_a_dash(fault.value)
    return (
        "not-a-list",
        msg("{key}: {value} is not a list", key=key, value=quoted(fault.value)),
        msg("Put a space between the hyphen and what follows: - {entry}: ...", entry=entry)
        if entry
        else msg(
            "Write each entry on a line of its own that begins with a hyphen, or write [a, b]."
        ),
    )


def _begun_by_a_dash(value: object) -> str | None:
    """The first key of an entry whose dash touches it, or is no hyphen, without the dash."""
    first = str(next(iter(value), "")) if isinstance(value, Mapping) else ""
    return first.lstrip(_DASHES).strip() if first.startswith(tuple(_DASHES)) else None


def _not_a_map(key: Fact, fault: Fault) -> Words:
    return (
        "not-a-map",
        msg("{key}: {value} is not a set of keys with values", key=key, value=quoted(fault.value)),
        _as_entry(fault)
        or _like(fault)
        or _named_keys(fault)
        or msg("Write each fact on a line of its own: a key, a colon, a space, a value."),
    )


def _like(fault: Fault) -> Message | None:
    """How the value is written that people most often write as a list or a text."""
    if fault.route == ("languages",):
        return msg("Write it like this: {line}", line="languages: {it: native, en: fluent}")
    if fault.route == ("attendance",) and isinstance(fault.value, list):
        there = [one for one in fault.value if isinstance(one, str) and is_id(one)]
        line = ", ".join(f"{one}: present" for one in there or ("ada-lovelace",))
        return msg("Write it like this: {line}", line=f"attendance: {{{line}}}")
    return None


def _as_entry(fault: Fault) -> Message | None:
    """How a word in a list becomes an entry with keys: the first key is what it was meant for."""
    keys = fault.allowed.keys
    if keys and isinstance(fault.value, str) and fault.route and isinstance(fault.route[-1], int):
        return msg("Write it as - {key}: {value}", key=keys[0], value=shortened(fault.value))
    return None


def _named_keys(fault: Fault) -> Message | None:
    """What the keys are, as long as they are few: a long list says less than an example."""
    keys = fault.allowed.keys
    if not keys or len(keys) > _FEW_KEYS:
        return None
    return msg(
        "Write each fact on a line of its own: a key, a colon, a space, a value. The keys are "
        "{keys}.",
        keys=", ".join(keys),
    )


def _not_text(key: Fact, fault: Fault) -> Words:
    return (
        "not-text",
        msg("{key}: a text belongs here, not {value}", key=key, value=quoted(fault.value)),
        msg("If it begins with a bracket or has a colon, put it in double quotes."),
    )


def _too_few(key: Fact, fault: Fault) -> Words:
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


def _too_many(key: Fact, fault: Fault) -> Words:
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


def _too_long(key: Fact, fault: Fault) -> Words:
    most = int(fault.facts["max_length"])
    return (
        "too-long",
        msg_n(
            "{key}: {value} has more than {count} character",
            "{key}: {value} has more than {count} characters",
            most,
            key=key,
            value=quoted(fault.value),
        ),
        msg("Shorten it."),
    )


def _pattern(key: Fact, fault: Fault) -> Words:
    pattern = str(fault.facts["pattern"])
    code, hint = next(words for start, words in _SHAPES.items() if pattern.startswith(start))
    value = quoted(fault.value)
    if (
        code == "bad-language"
        and "languages" not in fault.route
        and not _CODE.fullmatch(str(fault.value))
    ):
        hint = _COMMA
    if code == "bad-id" and as_id(str(fault.value)):
        hint = replace(hint, facts={"example": as_id(str(fault.value))})
    return code, msg("{key}: {value} is not written as it must be", key=key, value=value), hint


def _other(key: Fact, fault: Fault) -> Words:
    value = quoted(fault.value)
    hint = msg("Write something else, or delete the line.")
    return "not-allowed", msg("{key}: {value} cannot be used here", key=key, value=value), hint


_SHAPES: Mapping[str, tuple[str, Message]] = {
    "^[a-z0-9]+(-": (
        "bad-id",
        msg("Use small letters, digits and hyphens: {example}.", example="ada-lovelace"),
    ),
    "^https?": ("bad-address", msg("Write a whole address that begins with https://.")),
    "^[a-z]{2,3}": ("bad-language", msg("Write the language's code: it, en, pt-BR.")),
    "^[A-Za-z0-9](-": ("bad-github-login", msg("Write the login only, without @ or address.")),
    r"^[\w.-]+/": ("bad-repository", msg("Write owner and name: example/mentoring.")),
    "^[0-9a-f]{64}": ("bad-digest", msg("Leave it as telemaco match wrote it.")),
    "^[0-9a-f]{": ("bad-digest", msg("Leave it as telemaco match wrote it.")),
    r"^\d{4}-W": ("bad-week", msg("Write year and week: 2027-W05.")),
    "^([1-9][0-9]{0,2}|last": ("bad-session", msg("Write a number, midpoint, last, or default.")),
}
"""By how the pattern begins: the code, and how it should be written."""

_DASHES = "-\u2013\u2014\u2022"
_FEW_KEYS = 9
_CODE = re.compile("[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?")
"""What looks like the code of a language, in whichever way it is written."""

_COMMA = msg(
    "Write the language's code: it, en, pt-BR. If it is the rest of a text with a comma, put the "
    "whole text into double quotes."
)

_WORDS: Mapping[str, Callable[[Fact, Fault], Words]] = {
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
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "too_long": _too_many,
    **WORDS_OF_DAYS,
}
