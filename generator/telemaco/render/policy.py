"""What a page's Content-Security-Policy lets it do, whatever stands in it.

The files of the site may be loaded and asked for, nothing else. Scripts and styles that stand in
the page itself must be those that the builder wrote there: each is named by its hash, worked out
from the builder's own output, so that another version of the theme brings its own hashes. A
text of a community comes into the page later and has none: were it ever taken for a script, it
would not run.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import unescape

from telemaco.render.links import attributes_in

_START = '\n  <meta http-equiv="Content-Security-Policy" content="'
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\btype\s*=\s*["']?[\w/.+-]*json\b""", re.IGNORECASE)
_FIXED = (
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def with_policy(rendered: str) -> str:
    """The builder's page with its policy, before anything in it that the policy judges."""
    meta = f'{_START}{_policy(rendered)}">'
    return _HEAD.sub(lambda head: head[0] + meta, rendered, count=1)


def without_policy(page: str) -> str:
    """The page as it was before."""
    before, start, rest = page.partition(_START)
    return before + rest.partition('">')[2] if start else page


def _policy(rendered: str) -> str:
    scripts = (text for kind, text in _SCRIPT.findall(rendered) if not _DATA.search(kind))
    attributes = tuple(_style_attributes(rendered))
    styles = " ".join(
        ["style-src 'self'"]
        + ["'unsafe-hashes'"] * bool(attributes)
        + _hashes((*_STYLE.findall(rendered), *attributes))
    )
    return "; ".join((*_FIXED, " ".join(["script-src 'self'", *_hashes(scripts)]), styles))


def _style_attributes(rendered: str) -> Iterator[str]:
    for _tag, attributes in attributes_in(rendered):
        if "style" in attributes:
            yield unescape(attributes["style"])


def _hashes(texts: Iterable[str]) -> list[str]:
    """Each text that is not empty as the policy names it, in order."""
    digests = {sha256(text.encode()).digest() for text in texts if text}
    return sorted(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
