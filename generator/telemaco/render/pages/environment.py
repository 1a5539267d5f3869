"""The templates of the pages: escaping on, undefined names are errors, words translated."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from telemaco.messages import Message
from telemaco.ports import Translator
from telemaco.render.dates import Dates
from telemaco.render.markdown import to_html


def environment(translator: Translator) -> Environment:
    """The templates in one language; compiled when they are used."""
    templates = Environment(
        loader=PackageLoader("telemaco", "templates/pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        lambda text: translator.text(Message(text, {})),
        lambda one, many, count: translator.text(Message(one, {}, many, count)),
        newstyle=True,
    )
    dates = Dates(translator.language)
    templates.filters.update(
        words=translator.text,
        day=dates.day,
        short_day=dates.short_day,
        month=dates.month,
        number=dates.number,
        markdown=lambda text, level=2: Markup(to_html(text, level)),  # noqa: S704 (sanitised)
    )
    return templates
