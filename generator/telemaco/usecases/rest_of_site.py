"""Put down what the builder made whole: the hand-written pages, the theme, the search."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from telemaco.render.frames import named
from telemaco.render.leak_readings import text_of_file
from telemaco.render.search_index import with_pages
from telemaco.render.search_worker import WORKER, with_languages
from telemaco.render.sitemap import compressed, sitemap
from telemaco.render.tracing.facts import digest
from telemaco.render.tracing.record import Written
from telemaco.usecases.desk import Desk, Pressed, Remembered, Work

_SEARCH_INDEX = "search/search_index.json"
SITEMAP = "sitemap.xml"


def write_rest(
    desk: Desk,
    work: Work,
    rendered: Mapping[str, bytes],
    pressed: Pressed,
    former: Remembered | None,
) -> tuple[Written, ...]:
    """Put the files down, or keep those that a former build left as they are."""
    if former and pressed.is_listed:
        return former.leaf.others
    known = {one.path: one for one in former.leaf.others} if former else {}
    return tuple(
        _placed(desk, work.folder, one, former, known.get(one.path))
        for one in _files(work, rendered, pressed)
    )


def write_sitemap(desk: Desk, root: str | None, places: Iterable[str]) -> dict[str, str]:
    """Put it down, where the site has an address; the answer is the digests of its files."""
    if not root:
        return {}
    content = sitemap(root, places)
    small = compressed(content)
    desk.put(SITEMAP, content, content.decode())
    desk.put(f"{SITEMAP}.gz", small)
    return {SITEMAP: digest(content), f"{SITEMAP}.gz": digest(small)}


@dataclass(frozen=True, slots=True)
class _File:
    """A file, and the text in it that is to be looked at."""

    path: str
    content: bytes
    seen: str


def _placed(
    desk: Desk, folder: str, file: _File, former: Remembered | None, known: Written | None
) -> Written:
    place, word = folder + file.path, digest(file.content)
    if former and known and known.digest == word:
        if former.site.holds(place, word):
            former.site.keep(place)
            desk.proof.add_known(place, known.targets)
        else:
            desk.put_known(place, file.content, known)
        return known
    return Written(file.path, word, targets=desk.put(place, file.content, file.seen))


def _files(work: Work, rendered: Mapping[str, bytes], pressed: Pressed) -> Iterator[_File]:
    site_name = work.edition.text(work.edition.community.settings.title)
    frame_files = {f"{address}index.html" for address in work.frames}
    for path, content in rendered.items():
        if path in frame_files or path.startswith(SITEMAP):
            continue
        if path.endswith(".html"):
            html = named(content.decode(), site_name)
            yield _File(path, html.encode(), html)
        elif path == _SEARCH_INDEX:
            index = with_pages(content, pressed.searched)
            yield _File(path, index, index.decode())
        elif path.startswith(WORKER) and path.endswith(".js") and _SEARCH_INDEX in rendered:
            script = with_languages(content, rendered, rendered[_SEARCH_INDEX])
            yield _File(path, script, text_of_file(path, script))
        else:
            yield _File(path, content, text_of_file(path, content))
