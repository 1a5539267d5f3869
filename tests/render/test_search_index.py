import json

from telemaco.render.pages.page import Page
from telemaco.render.search_index import with_pages


def test_pages_are_added_with_their_words_escaped() -> None:
    page = Page("programs/a/", "", "<img src=x>", "R & D", "<p>not searched</p>")

    index = json.loads(with_pages(b'{"config": {}, "docs": [{"location": "x"}]}', [page]))

    assert index["docs"] == [
        {"location": "x"},
        {"location": "programs/a/", "title": "&lt;img src=x&gt;", "text": "<p>R &amp; D</p>"},
    ]
