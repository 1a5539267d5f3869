"""Which mistake a person made where libyaml could not go on.

The parser says what it expected; a person wants to know what they typed. The kinds are the
causes of the mistakes that were found in the history of a community's files.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from telemaco.yamltext.quotation import Slip, slip

MistakeKind = Literal[
    "colon-in-text",
    "deeper-than-text",
    "no-colon",
    "no-space-after-colon",
    "continuation",
    "conflict",
    "no-space-after-hyphen",
    "entry-under-text",
    "entry-on-key-line",
    "text-after-quote",
    "open-quote",
    "escape",
    "text-after-bracket",
    "open-bracket",
    "no-comma",
    "quote-in-brackets",
    "reserved-start",
    "tab",
    "bullet",
    "odd-space",
    "no-braces",
    "curly-quote",
    "other-sign",
    "indentation",
    "unclear",
]


class Mark(NamedTuple):
    """A place in the text: line and column from 1."""

    line: int
    column: int


class Mistake(NamedTuple):
    """What was done, where, and the word it is about: a key, a character, or the line's text."""

    kind: MistakeKind
    mark: Mark
    word: str = ""


def mistake(text: str, problem: str, mark: Mark, context: Mark | None) -> Mistake:
    """The mistake behind libyaml's `problem` at `mark`, met while in what began at `context`."""
    lines = _Lines(text.split("\n"))
    seen = _of_another_program(lines, mark) or _of_another_program(lines, context or mark)
    if seen:
        return seen
    judge = _JUDGES.get(problem)
    if judge is None:
        return Mistake("unclear", mark)
    return judge(lines, mark, context or mark)


class _Lines:
    """The lines of a text, counted from 1."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def slip(self, mark: Mark, bracket: str) -> Slip | None:
        """What is amiss with quotation marks or commas before a mark within a bracket."""
        return slip(self._lines, mark.line, mark.column, bracket)

    def at(self, mark: Mark) -> str:
        """The line of a mark; a mark after the end is on an empty line."""
        return self._lines[mark.line - 1] if mark.line <= len(self._lines) else ""

    def character(self, mark: Mark) -> str:
        """The character at a mark; empty at the end of a line."""
        return self.at(mark)[mark.column - 1 : mark.column]

    def above(self, mark: Mark) -> str:
        """The nearest line above that is not blank; empty when there is none."""
        return next((line for line in self._upwards(mark) if line.strip()), "")

    def key_above(self, mark: Mark) -> str:
        """The nearest key above; empty when there is none."""
        keys = (_key(line) for line in self._upwards(mark))
        return next((key for key in keys if key), "")

    def _upwards(self, mark: Mark) -> Iterator[str]:
        return reversed(self._lines[: mark.line - 1])


def _of_another_program(lines: _Lines, mark: Mark) -> Mistake | None:
    """A sign of a word processor or a web page, on the line of a mark or one it lies below."""
    here, above = lines.at(mark), lines.at(Mark(mark.line - 1, 1)) if mark.line > 1 else ""
    places = [(mark.line, here)]
    if _indentation(above) < _indentation(here):
        places.append((mark.line - 1, above))
    for number, line in places:
        for kind, pattern in _SIGNS:
            found = pattern.match(line)
            if found:
                return Mistake(kind, Mark(number, found.start(1) + 1), found[1])
    return None


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_SIGNS: tuple[tuple[MistakeKind, re.Pattern[str]], ...] = (
    ("odd-space", re.compile(r" *(?:- *)?(?:[A-Za-z_]+:)?([\u00a0\u2002-\u200a\u202f\u3000])")),
    ("bullet", re.compile(r" *([\u2013\u2014\u2022\u00b7\u2212*]) ")),
    ("other-sign", re.compile(r" *(?:- )?[A-Za-z_]+ ?([=\uff1a])")),
    ("no-braces", re.compile(r" *- ([a-z_]+: [^:{}\[\]\"']+, [a-z_]+: .*)")),
    ("curly-quote", re.compile(r" *(?:- )?[A-Za-z_]+: ([\u2018-\u201f\u00ab])")),
)

_Judge = Callable[[_Lines, Mark, Mark], Mistake]

_KEY = re.compile(r"\s*(?:- +)*([^\s#:\[\]{}\"'-][^:]*?|\"[^\"]*\"|'[^']*'):(?: |$)")
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")
_COLON_ONLY = re.compile(r"[A-Za-z_]+:(?!//)[^ ]")
_SHORT_KEY = re.compile(r"[^\s:,{\[] +([a-z]{2}(?:-[A-Z]{2})?)\Z")
"""A language's code, or another key that is no word of a text, right behind one."""
_MANY_WORDS = re.compile(r"\S\s+\S")


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found[1] if found else ""


def _second_colon(lines: _Lines, mark: Mark, _context: Mark) -> Mistake:
    line = lines.at(mark)
    key = _key(line[: mark.column - 1])
    if key:
        return Mistake("colon-in-text", mark, key)
    first = len(line) - len(line.lstrip())
    start = Mark(mark.line, first + 1)
    above = _key(lines.above(mark))
    if not above:
        return _not_a_key(Mark(mark.line - 1, 1), lines.above(mark).strip())
    if line.lstrip().startswith("- "):
        return Mistake("entry-under-text", start, above)
    return Mistake("deeper-than-text", start, above)


def _no_colon(lines: _Lines, _mark: Mark, context: Mark) -> Mistake:
    said = lines.at(context).strip()
    if _CONFLICT.match(said) or _COLON_ONLY.match(said):
        return _not_a_key(context, said)
    if said.startswith("-"):
        return Mistake("no-space-after-hyphen", context, said)
    above = lines.key_above(context)
    if above and _MANY_WORDS.search(said):
        return Mistake("continuation", context, above)
    return Mistake("no-colon", context, said)


def _not_a_key(mark: Mark, said: str) -> Mistake:
    """Why a line has no key; what Git leaves between two versions may be the first of a file."""
    if _CONFLICT.match(said):
        return Mistake("conflict", mark, said)
    if _COLON_ONLY.match(said):
        return Mistake("no-space-after-colon", mark, said)
    return Mistake("no-colon", mark, said)


def _out_of_place(lines: _Lines, mark: Mark, _context: Mark) -> Mistake:
    line = lines.at(mark)
    before, rest = line[: mark.column - 1].rstrip(), line[mark.column - 1 :]
    if before.endswith(('"', "'")):
        return Mistake("text-after-quote", mark, rest.strip())
    if before.endswith(("]", "}")):
        return Mistake("text-after-bracket", mark, rest.strip())
    above = lines.above(mark)
    if f"{rest} ".startswith("- ") and not above.lstrip().startswith("-"):
        return Mistake("entry-under-text", mark, _key(above))
    if rest.startswith(":"):
        return Mistake("reserved-start", mark, ":")
    return Mistake("indentation", mark)


def _reserved(lines: _Lines, mark: Mark, _context: Mark) -> Mistake:
    character = lines.character(mark)
    if not character:
        return Mistake("unclear", mark)
    return Mistake("tab", mark) if character == "\t" else Mistake("reserved-start", mark, character)


def _reserved_before(lines: _Lines, _mark: Mark, context: Mark) -> Mistake:
    return Mistake("reserved-start", context, lines.character(context))


def _at_mark(kind: MistakeKind) -> _Judge:
    return lambda _lines, mark, _context: Mistake(kind, mark)


def _at_beginning(kind: MistakeKind) -> _Judge:
    return lambda _lines, _mark, context: Mistake(kind, context)


def _open_bracket(lines: _Lines, mark: Mark, context: Mark) -> Mistake:
    bracket = lines.character(context)
    found = lines.slip(mark, bracket)
    if found:
        return Mistake(found.kind, Mark(found.line, found.column), found.word)
    next_key = _SHORT_KEY.search(lines.at(mark)[: mark.column - 1])
    if next_key and mark.line == context.line and lines.character(mark) == ":":
        start = next_key.start(1)
        return Mistake("no-comma", Mark(mark.line, start + 1), lines.at(mark)[start:].rstrip())
    return Mistake("open-bracket", context, bracket)


_JUDGES: Mapping[str, _Judge] = {
    "mapping values are not allowed in this context": _second_colon,
    "could not find expected ':'": _no_colon,
    "did not find expected key": _out_of_place,
    "did not find expected '-' indicator": _out_of_place,
    "did not find expected <document start>": _at_mark("indentation"),
    "did not find expected ',' or ']'": _open_bracket,
    "did not find expected ',' or '}'": _open_bracket,
    "block sequence entries are not allowed in this context": _at_mark("entry-on-key-line"),
    "found unexpected end of stream": _at_beginning("open-quote"),
    "found unexpected document indicator": _at_beginning("open-quote"),
    "found unknown escape character": _at_mark("escape"),
    "did not find expected hexdecimal number": _at_mark("escape"),
    "found a tab character that violates indentation": _at_mark("tab"),
    "found a tab character where an indentation space is expected": _at_mark("tab"),
    "found character that cannot start any token": _reserved,
    "did not find expected node content": _reserved,
    "mapping keys are not allowed in this context": _reserved,
    "did not find expected alphabetic or numeric character": _reserved_before,
    "did not find expected comment or line break": _reserved_before,
    "found unexpected non-alphabetical character": _reserved_before,
    "found unknown directive name": _reserved_before,
    "could not find expected directive name": _reserved_before,
}
"""What libyaml 0.2 says, and who finds out what lies behind it."""
