"""Markdown of strangers to HTML that can do no harm.

markdown-it-py with HTML off writes what CommonMark says; nh3 then keeps only what is
listed here, whatever the first step let through. The site's own Markdown engine never sees
these texts: it took 20 seconds for 20 KB of brackets.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from textwrap import shorten

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAGS = {
    "a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "s", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https"}
_LOWEST_HEADING = 6
_LETTER = r"[^\W\d_]"
_SIGN = r"[\w ,.;:?!'\"()/%+-]"
_STRESSED = rf"{_LETTER}(?:{_SIGN}*[^\W_])?"
_WORD = rf"\*{_STRESSED}\*(?!\*)|\*\*{_STRESSED}\*\*(?!\*)"
_WORDS = rf"(?:{_LETTER}|{_WORD})(?:{_SIGN}|{_WORD})*"
_POINTS = rf"- {_WORDS}(?:\n- {_WORDS})*(?=\n*\Z|\n\n+[^\n-]|\n#)"
_PLAIN = re.compile(rf"(?:(?:{_POINTS}|(?:#{{1,6}} )?{_WORDS})?(?:\n|\Z))*")
"""Headings, lines that begin with a letter, and points that no blank line parts, with words
stressed by one asterisk or two, but no other sign that has a meaning in Markdown or in HTML."""
_STRONG = re.compile(r"\*\*([^*]+)\*\*")
_EMPHASIS = re.compile(r"\*([^*]+)\*")


def to_html(text: str, level: int = 2) -> str:
    """Harmless HTML; the text's highest heading becomes a heading of `level`.

    Images, raw HTML, and links that are not http or https are not kept.
    """
    return _of_plain(text, level) if _is_plain(text) else _engines(level).convert(text)


def to_words(text: str, length: int) -> str:
    """The beginning of a text without its form: whole words, `length` characters at most."""
    tokens = _engines(2).tokens(text)
    spoken = " ".join(
        "".join(_spoken(part) for part in token.children or ())
        for token in tokens
        if token.type == "inline" and not _is_heading(tokens, token)
    )
    return shorten(spoken, length, placeholder=" \N{HORIZONTAL ELLIPSIS}")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, empty before the first, and the words of the points below it."""

    heading: str
    points: tuple[str, ...]


@cache
def sections_of(text: str) -> tuple[Section, ...]:
    """The headings of a text and their points, without form; other paragraphs are left out."""
    tokens = _engines(2).tokens(text)
    found: list[tuple[str, list[str]]] = [("", [])]
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type != "inline":
            continue
        words = " ".join("".join(map(_spoken, token.children or ())).split())
        if tokens[place - 1].type == "heading_open":
            found.append((words, []))
        elif depth:
            found[-1][1].append(words)
    return tuple(Section(heading, tuple(points)) for heading, points in found if points)


def _is_plain(text: str) -> bool:
    """Whether there is nothing but headings, paragraphs and points, as in most notes."""
    return bool(_PLAIN.fullmatch(text)) and "_" not in text and " \n" not in f"{text}\n"


def _of_plain(text: str, level: int) -> str:
    """What the parser and the sanitiser make of a plain text, in a twentieth of their time."""
    lines = text.split("\n")
    highest = min((_depth(line) for line in lines if line.startswith("#")), default=level)
    blocks = []
    for sign, some in groupby(lines, _sign):
        if sign == "-":
            points = "\n".join(f"<li>{line[2:]}</li>" for line in some)
            blocks.append(f"<ul>\n{points}\n</ul>")
        elif sign == "#":
            blocks += (_heading(line, level - highest) for line in some)
        elif sign:
            words = "\n".join(some)
            blocks.append(f"<p>{words}</p>")
    html = _STRONG.sub(r"<strong>\1</strong>", "\n".join(blocks))
    return _EMPHASIS.sub(r"<em>\1</em>", html)


def _sign(line: str) -> str:
    """That of a heading or of a point; a letter for words, nothing for an empty line."""
    return line[:1] if line[:1] in {"#", "-", ""} else "a"


def _depth(line: str) -> int:
    return line.index(" ")


def _heading(line: str, shift: int) -> str:
    tag = f"h{min(_depth(line) + shift, _LOWEST_HEADING)}"
    return f"<{tag}>{line.lstrip('# ')}</{tag}>"


class _Engine:
    """One parser and one sanitiser, ready; making them anew would cost more than their work."""

    def __init__(self, level: int) -> None:
        self._level = level
        # The maximum nesting keeps a note of brackets from taking for ever.
        self._parser = MarkdownIt(
            "commonmark", {"html": False, "linkify": False, "maxNesting": 20}
        ).enable(["table", "strikethrough"])
        self._parser.disable("image")
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes=_SCHEMES,
            link_rel="nofollow noopener",
        )

    def tokens(self, text: str) -> list[Token]:
        return self._parser.parse(text)

    def convert(self, text: str) -> str:
        tokens = self.tokens(text)
        _shift_headings(tokens, self._level)
        rendered = self._parser.renderer.render(tokens, self._parser.options, {})
        return self._cleaner.clean(rendered).strip()


@cache
def _engines(level: int) -> _Engine:
    return _Engine(level)


def _shift_headings(tokens: list[Token], level: int) -> None:
    """Move the headings down so that the highest stands at `level` and order is kept."""
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    highest = min((int(token.tag[1]) for token in headings), default=level)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - highest + level, _LOWEST_HEADING)}"


def _is_heading(tokens: list[Token], inline: Token) -> bool:
    return tokens[tokens.index(inline) - 1].type == "heading_open"


def _spoken(part: Token) -> str:
    """What a reader would say of a part of a line: its words, or a blank for its end."""
    return " " if part.type in {"softbreak", "hardbreak"} else part.content
