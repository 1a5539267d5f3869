"""See what a change does to the site: both editions are made, and their pages compared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.ports import SiteBuilder, SiteSources, Sources, Translator
from telemaco.render.changed_pages import LIST, as_page
from telemaco.review.told import Difference
from telemaco.usecases.build import Site, build
from telemaco.usecases.check import check

_PAGE = ".html"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site is made from: the records, and what is written by hand."""

    records: Sources
    written: SiteSources


@dataclass(frozen=True, slots=True)
class Tools:
    """What makes a site, and the day that counts as today in a community."""

    builder: SiteBuilder
    translator: Callable[[str], Translator]
    today: Callable[[Community], date]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change does to the site.

    `files` are the changed pages, what they need to be looked at, and the page that lists them.
    `problems` say why the site must not be published. `difference` is None when there is no
    site, since the files after the change have errors.
    """

    difference: Difference | None
    files: Mapping[str, bytes]
    problems: tuple[Message, ...] = ()


def preview(after: Edition, before: Edition, tools: Tools) -> Preview:
    """Make both editions and compare them. Raises TelemacoError.

    When the one before cannot be made, since its files have errors, every page counts as changed.
    """
    checked = check(after.records)
    if checked.failed:
        return Preview(None, {})
    today = tools.today(checked.community)
    new, problems = _site(after, checked.community, tools, today)
    if problems:
        return Preview(None, {}, problems)
    found = check(before.records)
    old = {} if found.failed else _site(before, found.community, tools, today)[0]
    difference = Difference(
        tuple(path for path in _pages(new) if new[path] != old.get(path)),
        tuple(path for path in _pages(old) if path not in new),
    )
    return Preview(difference, dict(_shown(new, difference, checked.community, tools)))


@dataclass(slots=True)
class _Kept:
    """A site that nobody else sees."""

    files: dict[str, bytes] = field(default_factory=dict)

    def put(self, path: str, content: bytes) -> None:
        self.files[path] = content


def _site(
    edition: Edition, community: Community, tools: Tools, today: date
) -> tuple[Mapping[str, bytes], tuple[Message, ...]]:
    kept = _Kept()
    site = Site(edition.written, tools.builder, kept, tools.translator)
    built = build(community, today, site)
    return kept.files, built.problems


def _pages(files: Mapping[str, bytes]) -> Iterator[str]:
    return (path for path in sorted(files) if path.endswith(_PAGE))


def _shown(
    files: Mapping[str, bytes], difference: Difference, community: Community, tools: Tools
) -> Iterator[tuple[str, bytes]]:
    for path, content in files.items():
        if not path.endswith(_PAGE) or path in difference.changed:
            yield path, content
    translator = tools.translator(community.settings.languages[0])
    yield LIST, as_page(difference, translator).encode()
