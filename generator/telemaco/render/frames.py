"""The frames that the builder renders once, and the stamping of pages into them.

The builder's theme costs some 7 ms a page; a page that only differs in its title and its
body need not go through it. So the builder renders one page for every page of the
navigation and one a kind of record page, with words in it that stand for what differs.
No text of a community ever goes through the builder: what cannot reach it cannot harm it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.render.pages import addresses
from telemaco.render.pages.page import Page
from telemaco.render.policy import with_policy
from telemaco.yamltext.writing import write

SITE_NAME = "telemaco0site0name"
_TITLE = "telemaco0title"
_DESCRIPTION = "telemaco0description"
_BODY = "<h1>telemaco0body</h1>"

HUB_TITLES: Mapping[str, Message] = {
    addresses.HOME: msg("Home"),
    addresses.PROGRAMS: msg("Programs"),
    addresses.MENTORS: msg("Mentors"),
    addresses.PAIRS: msg("Pairs"),
    addresses.PROGRESS: msg("Progress"),
    addresses.CALENDAR: msg("Calendar"),
}
_PARENTS = {addresses.PEOPLE: addresses.MENTORS}


def frame_sources(translator: Translator) -> dict[str, str]:
    """The Markdown files of the frames, by their path in the builder's docs folder."""
    hubs = {
        f"{address}index.md": _source(translator.text(title), "")
        for address, title in HUB_TITLES.items()
    }
    shells = {
        f"{address.removesuffix('/')}.md": _source(_TITLE, _parent(address))
        for address in addresses.SHELLS
    }
    return hubs | shells


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of the builder, cut where a page's own words go."""

    pieces: tuple[str, ...]
    address: str
    site_name: str

    def stamp(self, page: Page) -> str:
        """The whole page, as the builder would have written it."""
        own = {
            _BODY: page.body,
            _TITLE: str(escape(page.title)),
            _DESCRIPTION: str(escape(page.description)),
            SITE_NAME: self.site_name,
            self.address: page.address,
        }
        return "".join([own.get(piece, piece) for piece in self.pieces])


def frame(address: str, rendered: str, site_name: str) -> Frame:
    """The frame at the address, from the builder's HTML; `site_name` is plain text."""
    marks = [_BODY, _TITLE, _DESCRIPTION, SITE_NAME]
    if _is_shell(address):
        marks.append(address)
    pieces = re.split(f"({'|'.join(re.escape(mark) for mark in marks)})", with_policy(rendered))
    if _BODY not in pieces:
        raise ValueError(f"the builder's page {address} has no place for a body")
    return Frame(tuple(pieces), address, str(escape(site_name)))


def named(rendered: str, site_name: str) -> str:
    """A page that the builder rendered whole, with the community's name in it."""
    return with_policy(rendered).replace(SITE_NAME, str(escape(site_name)))


def _is_shell(address: str) -> bool:
    """Whether the page at the address, or the file, is a frame only."""
    return addresses.SHELL in address


def _parent(address: str) -> str:
    section = address.partition("/")[0] + "/"
    return _PARENTS.get(section, section)


def _source(title: str, parent: str) -> str:
    head: dict[str, object] = {"title": title, "description": _DESCRIPTION}
    if parent:
        head["parent"] = parent
    head |= {"hide": ["navigation", "toc"], "search": {"exclude": True}}
    return f"---\n{write(head)}---\n\n{_BODY}\n"
