"""The pages that a change brings, alters or takes away: for people, and for programs."""

import json
from urllib.parse import quote

from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.render.pages.environment import environment
from telemaco.render.visible import visible
from telemaco.review.told import Difference

LIST = "changed.html"
"""The page of a preview that leads to the others; no page of a site has its name."""

FORM = 1
"""Raised when a key of the JSON changes its meaning or goes away."""


def as_text(difference: Difference, translator: Translator) -> str:
    """What was counted, and a page a line."""
    say = translator.text
    lines = [say(counted(difference))]
    lines += [f"  {visible(path)}" for path in difference.changed]
    goes = say(msg("goes away"))
    lines += [f"  {visible(path)} ({goes})" for path in difference.removed]
    return "\n".join(lines) + "\n"


def as_json(difference: Difference) -> str:
    """For programs."""
    document = {
        "form": FORM,
        "changed": list(difference.changed),
        "removed": list(difference.removed),
    }
    return json.dumps(document, indent=2) + "\n"


def as_page(difference: Difference, translator: Translator) -> str:
    """A page of its own, with a link to each page that is there."""
    template = environment(translator, "preview").get_template("changed.html")
    return template.render(
        language=translator.language,
        counted=counted(difference),
        changed=[(quote(path), path) for path in difference.changed],
        removed=difference.removed,
    )


def counted(difference: Difference) -> Message:
    """How many pages there are of each kind."""
    changed = msg_n(
        "{count} page is new or different",
        "{count} pages are new or different",
        len(difference.changed),
    )
    if not difference.removed:
        return msg("{changed}.", changed=changed)
    removed = msg_n("{count} goes away", "{count} go away", len(difference.removed))
    return msg("{changed}, {removed}.", changed=changed, removed=removed)
