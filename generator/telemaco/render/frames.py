"""The frames that the builder renders once, and the stamping of pages into them.

The builder's theme costs some 7 ms a page; a page that only differs in its title and its
body need not go through it. So the builder renders one page for every page of the
navigation and one a kind of record page, with words in it that stand for what differs.
No text of a community ever goes through the builder: what cannot reach it cannot harm it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape

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
_DELICATE = "&<>\"'/"
"""What HTML writes in more than one way, and builders write differently. Titles and descriptions of
frames hold it, to learn how; a stamped page is written the same."""

_PROBE = " ".join((rf"(?:{_TITLE}|{_DESCRIPTION})", *[r"\S+"] * len(_DELICATE), "telemaco0end"))
_BODY = "<h1>telemaco0body</h1>"

HUB_TITLES: Mapping[str, Message] = {
    addresses.HOME: msg("Home"),
    addresses.PROGRAMS: msg("Programs"),
    addresses.MENTORS: msg("Mentors"),
    addresses.PAIRS: msg("Pairs and groups"),
    addresses.PROGRESS: msg("Progress"),
    addresses.CALENDAR: msg("Calendar"),
}


def frame_sources(translator: Translator) -> dict[str, str]:
    """The Markdown files of the frames, by their path in the builder's docs folder."""
    hubs = {
        f"{address}index.md": _source(translator.text(title), "")
        for address, title in HUB_TITLES.items()
    }
    # The theme takes a title for HTML, a description for text.
    title = _probe(_TITLE, (str(escape(letter)) for letter in _DELICATE))
    shells = {
        f"{address.removesuffix('/')}.md": _source(title, _parent(address))
        for address in addresses.SHELLS
    }
    return hubs | shells


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of the builder, cut where a page's own words go.

    `spellings` are the pieces that a title or a description takes the place of, and how it is
    written there: a text for every delicate letter, by the letter's code.
    """

    pieces: tuple[str, ...]
    address: str
    site_name: str
    spellings: Mapping[str, Mapping[int, str]]

    def stamp(self, page: Page) -> str:
        """The whole page, as the builder would have written it."""
        own = {
            _BODY: page.body,
            SITE_NAME: self.site_name,
            self.address: page.address,
        }
        for piece, spelling in self.spellings.items():
            text = page.title if piece.startswith(_TITLE) else page.description
            own[piece] = text.translate(spelling)
        return "".join([own.get(piece, piece) for piece in self.pieces])


def frame(address: str, rendered: str, site_name: str) -> Frame:
    """The frame at the address, from the builder's HTML; `site_name` is plain text."""
    marks = [_BODY, SITE_NAME, *[address] * _is_shell(address)]
    cuts = "|".join((_PROBE, *map(re.escape, marks)))
    pieces = re.split(f"({cuts})", with_policy(rendered))
    if _BODY not in pieces:
        raise ValueError(f"the builder's page {address} has no place for a body")
    probes = {piece for piece in pieces if re.fullmatch(_PROBE, piece)}
    spellings = {probe: _spelling(address, probe) for probe in probes}
    return Frame(tuple(pieces), address, str(escape(site_name)), spellings)


def named(rendered: str, site_name: str) -> str:
    """A page that the builder rendered whole, with the community's name in it."""
    return with_policy(rendered).replace(SITE_NAME, str(escape(site_name)))


def _spelling(address: str, probe: str) -> Mapping[int, str]:
    """How the builder wrote what is delicate."""
    spelled = probe.split()[1:-1]
    if [unescape(one) for one in spelled] != list(_DELICATE) or {*'&<>"'} & {*spelled}:
        raise ValueError(f"the builder's page {address} has a text that is not escaped: {probe}")
    return {ord(letter): one for letter, one in zip(_DELICATE, spelled, strict=True)}


def _is_shell(address: str) -> bool:
    """Whether the page at the address, or the file, is a frame only."""
    return addresses.SHELL in address


def _parent(address: str) -> str:
    if address == addresses.LISTED:
        return addresses.MENTORS
    return address.partition("/")[0] + "/"


def _source(title: str, parent: str) -> str:
    head: dict[str, object] = {"title": title, "description": _probe(_DESCRIPTION, _DELICATE)}
    if parent:
        head["parent"] = parent
    head |= {"hide": ["navigation", "toc"], "search": {"exclude": True}}
    return f"---\n{write(head)}---\n\n{_BODY}\n"


def _probe(mark: str, letters: Iterable[str]) -> str:
    return " ".join((mark, *letters, "telemaco0end"))
