"""What is wrong with a YAML text, in words for somebody who does not know YAML."""

from collections.abc import Callable, Mapping
from typing import get_args

from telemaco.findings import Finding, Location
from telemaco.messages import Message, msg
from telemaco.yamltext.events import MAXIMUM_DEPTH
from telemaco.yamltext.mistakes import MistakeKind
from telemaco.yamltext.survey import YamlFault

_Words = tuple[str, Message, Message]

_IN_QUOTES = msg("If it is text, put the whole value in double quotes.")
_SHOWN = 40


def finding(path: str, fault: YamlFault, lines_above: int = 0) -> Finding:
    """The finding for a fault; `lines_above` counts the lines before the YAML begins."""
    line = fault.mark.line + lines_above
    code, message, hint = _words(fault, lines_above)
    return Finding(code, Location(path, line, fault.mark.column), message, hint)


def _words(fault: YamlFault, lines_above: int) -> _Words:
    if fault.kind in _MISTAKES:
        message, hint = _MISTAKES[fault.kind](_shortened(fault.detail))
        return "yaml-syntax", message, hint
    match fault.kind:
        case "duplicate-key":
            return _duplicate_key(fault, lines_above)
        case "several-documents":
            return (
                "several-documents",
                msg("a line of three hyphens (---) begins a second record"),
                msg("Delete the line; a file holds one record."),
            )
        case "depth":
            return (
                "nested-too-deep",
                msg("lists and keys are nested more than {depth} deep", depth=MAXIMUM_DEPTH),
                msg("Take away the indentation or brackets that are not needed."),
            )
        case "not-a-word":
            return (
                "yaml-feature",
                msg("a list or a set of keys stands where a key belongs"),
                msg("Begin the line with a key, a colon and a space: name: Ada."),
            )
        case _:
            written = fault.detail.replace(_LONG_TAG, "!!", 1)
            feature = _SIGNS.get(fault.kind, "") + _shortened(written)
            return (
                "yaml-feature",
                msg("{feature} has a meaning in YAML that is not used here", feature=feature),
                _IN_QUOTES,
            )


def _duplicate_key(fault: YamlFault, lines_above: int) -> _Words:
    first = fault.other.line + lines_above if fault.other else 0
    return (
        "duplicate-key",
        msg(
            "{key} is there twice; the first is on line {line}",
            key=f'"{_shortened(fault.detail)}"',
            line=first,
        ),
        msg("Keep one of the two and delete the other."),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def _after_quote(word: str) -> tuple[Message, Message]:
    return (
        msg("the text in quotation marks ends before {text}", text=f'"{word}"'),
        msg("Put the quotation marks around the whole value; inside it use the other kind."),
    )


_LONG_TAG = "tag:yaml.org,2002:"
"""What the parser makes of `!!`."""

_SIGNS: Mapping[str, str] = {"alias": "*", "anchor": "&", "merge-key": "<<"}

_MISTAKES: Mapping[str, Callable[[str], tuple[Message, Message]]] = {
    "colon-in-text": lambda word: (
        msg("{key}: the text after the colon has another colon", key=word),
        msg("Put the whole text after {key}: in double quotes.", key=word),
    ),
    "deeper-than-text": lambda word: (
        msg("the line is indented as if it belonged to {key}, which has a text already", key=word),
        msg("Begin it in the same column as {key}.", key=word),
    ),
    "no-space-after-colon": lambda word: (
        msg('"{text}": a space is missing after the colon', text=word),
        msg("Put a space between the colon and the value."),
    ),
    "no-colon": lambda word: (
        msg('no key and colon in "{text}"', text=word),
        msg("Write a key, a colon, a space and the value, e.g. name: Ada; or delete the line."),
    ),
    "continuation": lambda word: (
        msg("the line begins too far to the left to belong to the text of {key}", key=word),
        msg("Put two spaces more before it than before {key}.", key=word),
    ),
    "conflict": lambda word: (
        msg('"{text}" was left by Git where two changes met', text=word),
        msg("Choose between the two versions; delete the lines of <<<<<<<, ======= and >>>>>>>."),
    ),
    "no-space-after-hyphen": lambda word: (
        msg('"{text}": the hyphen of a list entry needs a space after it', text=word),
        msg("Put a space between the hyphen and the text."),
    ),
    "entry-under-text": lambda word: (
        msg("a list entry (- ...) stands below {key}, which has a text already", key=word or "-"),
        msg(
            "Either leave nothing after the colon of {key}, or make the entry a key of its own "
            "by taking the hyphen away.",
            key=word or "-",
        ),
    ),
    "entry-on-key-line": lambda _word: (
        msg("a list entry (- ...) cannot stand on the line of its key"),
        msg("Put it on a line of its own below the key, two spaces to the right."),
    ),
    "text-after-quote": _after_quote,
    "quote-in-brackets": _after_quote,
    "open-quote": lambda word: (
        msg("the quotation mark that begins here is never closed"),
        msg("Put the same mark right behind {text}.", text=word)
        if word
        else msg("Put the same mark at the end of the text."),
    ),
    "no-comma": lambda word: (
        msg("a comma is missing before {text}", text=f'"{word}"'),
        msg("Put one there; within brackets each entry ends with a comma, but for the last."),
    ),
    "escape": lambda _word: (
        msg("a backslash in double quotes has a meaning of its own"),
        msg("Use single quotes around the text, or write the backslash twice."),
    ),
    "text-after-bracket": lambda word: (
        msg("the value begins with a bracket that ends before {text}", text=f'"{word}"'),
        msg("Put the whole value in double quotes."),
    ),
    "open-bracket": lambda word: (
        msg(
            "the bracket {bracket} begins a list that is never closed, or lacks a comma",
            bracket=word,
        ),
        msg("Put the bracket's other half at the end; if it is text, put it all in double quotes."),
    ),
    "reserved-start": lambda word: (
        msg("a value cannot begin with {character}", character=word),
        msg("Put the whole value in double quotes."),
    ),
    "tab": lambda _word: (
        msg("a tab stands where spaces belong"),
        msg("Replace it by spaces, two for each step to the right."),
    ),
    "bullet": lambda word: (
        msg("{sign} is no hyphen, so no entry of a list begins here", sign=f'"{word}"'),
        msg("Write a hyphen (-) and a space instead; some programs change hyphens by themselves."),
    ),
    "odd-space": lambda _word: (
        msg("a space stands here that is none to the computer, as web pages and Word have them"),
        msg("Delete it and press the space bar instead."),
    ),
    "no-braces": lambda _word: (
        msg("several keys stand on one line without curly brackets"),
        msg(
            "Put them around all of it, behind the hyphen and at the end, or write each key on a "
            "line of its own."
        ),
    ),
    "curly-quote": lambda word: (
        msg("{sign} is no quotation mark here, only a letter of the text", sign=word),
        msg('Put the straight one (") in its place, at the end of the text, too.'),
    ),
    "other-sign": lambda word: (
        msg("{sign} stands where the colon belongs", sign=f'"{word}"'),
        msg("Write the key, a colon, a space and the value, e.g. name: Ada."),
    ),
    "indentation": lambda _word: (
        msg("the line does not begin in the same column as the lines it belongs to"),
        msg("Give it as many spaces at its beginning as its neighbours have."),
    ),
    "unclear": lambda _word: (
        msg("from here on the file cannot be read"),
        msg("Compare colons, quotation marks, brackets and spaces with the lines around it."),
    ),
}
assert set(_MISTAKES) == set(get_args(MistakeKind))  # noqa: S101 (every mistake has words)
