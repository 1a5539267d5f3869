"""What stands in place of a site that is shown on this machine, until it is built."""

from telemaco.ports import Translator
from telemaco.render.pages.environment import environment
from telemaco.render.policy import with_policy

SECONDS = 2
"""After which whoever runs no scripts asks again."""


def as_page(translator: Translator) -> str:
    """A whole page, with its policy; who serves it adds the script that waits for the site."""
    template = environment(translator, "preview").get_template("unbuilt.html")
    return with_policy(template.render(language=translator.language, seconds=SECONDS))
