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


def test_a_list_in_parts_is_found_once() -> None:
    parts = [Page(address, "", "Mentors", "Who", "") for address in ("m/", "m/page_2/")]

    index = json.loads(with_pages(b'{"docs": []}', parts))

    assert [entry["location"] for entry in index["docs"]] == ["m/"]
