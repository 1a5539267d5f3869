"""The list of a site's pages for search engines."""

import gzip
from collections.abc import Iterable
from html import escape
from urllib.parse import quote


def sitemap(url: str, paths: Iterable[str]) -> bytes:
    """The addresses of pages, given as files relative to the site's root, as XML."""
    lines = [
        f"<url><loc>{escape(url + quote(path.removesuffix('index.html')))}</loc></url>"
        for path in sorted(paths)
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>",
            "",
        ]
    ).encode()


def compressed(content: bytes) -> bytes:
    """The same bytes whenever it is run."""
    return gzip.compress(content, mtime=0)
