"""The theme's search index with the pages in it that the builder did not see whole."""

import json
from collections.abc import Iterable
from html import escape

from telemaco.render.pages.addresses import is_later_part
from telemaco.render.pages.page import Page


def with_pages(index: bytes, pages: Iterable[Page]) -> bytes:
    """The index and an entry a page: its title and description; one for a list in parts.

    The theme puts titles and texts of the index into the page as HTML, so they are escaped.
    """
    content = json.loads(index)
    content["docs"] += [
        {
            "location": page.address,
            "title": escape(page.title),
            "text": f"<p>{escape(page.description)}</p>",
        }
        for page in pages
        if not is_later_part(page.address)
    ]
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
