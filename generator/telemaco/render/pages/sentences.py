"""Sentences of templates, put into words when a template is compiled.

What a template says by `_("...")` without facts is the same on every page of a language. So its
words stand in the compiled template, where there would be a call for every page.
"""

from collections.abc import Callable, Iterator
from itertools import islice

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

_CALL = ("name", "lparen", "string", "rparen")


class Sentences(Extension):
    """Replaces `_("...")` by its words; the environment's `sentence` knows them."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, as Jinja asks an extension for them."""
        ahead = list(islice(stream, len(_CALL)))
        while ahead:
            if _is_sentence(ahead):
                yield from _words(self.environment, ahead[2])
                ahead = list(islice(stream, len(_CALL)))
            else:
                yield ahead.pop(0)
                ahead += islice(stream, 1)


def marked(sentence: Callable[[str], str]) -> Callable[[str], Markup]:
    """Words as the templates' `_` gives them: no escaping, and `%%` for a percent sign."""
    return lambda text: Markup(sentence(text)) % {}  # noqa: S704 (our own words)


def _is_sentence(tokens: list[Token]) -> bool:
    return tuple(token.type for token in tokens) == _CALL and tokens[0].value == "_"


def _words(environment: Environment, string: Token) -> Iterator[Token]:
    """`"words" | safe`, which Jinja works out while it compiles."""
    words: Callable[[str], Markup] = environment.sentence  # type: ignore[attr-defined]  # see extend
    yield Token(string.lineno, "string", str(words(string.value)))
    yield Token(string.lineno, "pipe", "|")
    yield Token(string.lineno, "name", "safe")
