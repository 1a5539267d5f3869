"""The templates of the pages: escaping on, undefined names are errors, words translated."""

from collections.abc import Callable, Mapping, MutableMapping
from functools import cache, lru_cache
from types import CodeType
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from telemaco.messages import Message
from telemaco.ports import Translator
from telemaco.render.dates import Dates
from telemaco.render.markdown import to_html
from telemaco.render.named_commands import code_in_html, in_html
from telemaco.render.pages.sentences import Sentences, marked

_ALONE = "alone"
"""The folder with the frame of pages that stand by themselves, apart from the site."""
_KEPT = 8
"""Of so many translators; a site has one a language."""

_PIECES = 10_000
"""So many values of pieces of pages; each is a few hundred bytes."""

_TEXTS = 10_000
"""So many texts in pages: names, titles, days, addresses."""


class _Template(Template):
    """A template that escapes a text once for all pages, and leaves alone what is escaped.

    What it writes by `{{ }}` is joined to texts, of which nobody asks again whether they are
    escaped: to say so of each took a twentieth of the time of all pages.
    """

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 (as it is called there)
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """The template; its code knows `escape` by this name."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = _escaped
        return template


def _escaped(value: object) -> str:
    if type(value) is str:
        return _escaped_text(value)
    return value if type(value) is Markup else escape(value)


@lru_cache(_TEXTS)
def _escaped_text(text: str) -> str:
    return str(escape(text))


class _Templates(Environment):
    """Templates that take down the names which all of them know when they are loaded.

    All is known by then. A look through two layers of names, as elsewhere, is a tenth of the time
    of a small page.
    """

    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """All of them, and those of the template."""
        return {**self.globals, **(d or {})}


@lru_cache(maxsize=_KEPT)
def environment(translator: Translator, folder: str = "pages") -> Environment:
    """The templates of a folder, and of those alone, in one language; compiled when used.

    Compiling all of them takes as long as rendering a hundred pages, so they are kept.
    """
    templates = _Templates(
        loader=ChoiceLoader(
            [PackageLoader("telemaco", f"templates/{one}") for one in (folder, _ALONE)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=[Sentences],
    )
    sentence = cache(lambda text: translator.text(Message(text, {})))
    templates.extend(sentence=marked(sentence))
    counted = lru_cache(_TEXTS)(
        lambda one, many, count: translator.text(Message(one, {}, many, count))
    )
    # Jinja's own extension wraps these, so that each is called by way of three others.
    templates.globals["_"] = lambda text, /, **facts: _filled(sentence(text), facts)
    templates.globals["ngettext"] = lambda one, many, num, /, **facts: _filled(
        counted(one, many, num), {"num": num, **facts}
    )
    dates = Dates(translator.language)
    piece = lru_cache(_PIECES)(lambda value, name: _piece(templates, value, name))
    templates.filters.update(
        words=lambda message: _said(message, sentence, translator),
        day=dates.day,
        short_day=dates.short_day,
        month=dates.month,
        number=dates.number,
        piece=piece,
        commands=in_html,
        code=code_in_html,
        markdown=lambda text, level=2: Markup(to_html(text, level)),  # noqa: S704 (sanitised)
    )
    return templates


def _filled(words: str, facts: Mapping[str, object]) -> Markup:
    """Our own words with facts in them, which are escaped."""
    return Markup(words % {name: _escaped(fact) for name, fact in facts.items()})  # noqa: S704


def _piece(templates: Environment, value: object, name: str) -> Markup:
    """What a template makes of one value, the same on many pages."""
    html = templates.get_template(name).render(one=value)
    return Markup(html)  # noqa: S704 (escaped in the template)


def _said(message: Message, sentence: Callable[[str], str], translator: Translator) -> str:
    """A message in words; most have no facts, and are said on every page."""
    if message.facts or message.plural:
        return translator.text(message)
    return sentence(message.text)
