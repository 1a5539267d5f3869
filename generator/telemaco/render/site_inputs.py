"""Everything the builder reads for one language: settings, Markdown, templates, assets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import quote

from telemaco.findings import TelemacoError
from telemaco.messages import msg
from telemaco.ports import Translator
from telemaco.records.community import Community as Settings
from telemaco.render.frames import frame_sources
from telemaco.render.handbook_links import linked
from telemaco.render.lost_page import lost_words
from telemaco.render.pages.addresses import HANDBOOK, OUTSIDE
from telemaco.render.repository import repository_of
from telemaco.render.site_settings import DOCS, THEME, site_settings
from telemaco.yamltext import configuration

MKDOCS_YML = "mkdocs.yml"
_ASSETS = "site/assets/"
_OVERRIDES = "site/overrides/"
_HANDBOOK_HOME = f"{HANDBOOK}index.md"
_SMALL = 2048
"""Bytes of a logo that stands in every page."""
_LEGIBLE = "/:=,;()+ "
_MADE = {
    path
    for address in OUTSIDE
    for path in (f"{address}index.md", f"{address.removesuffix('/')}.md")
}


def builder_inputs(
    settings: Settings,
    written: Mapping[str, bytes],
    translator: Translator,
    others: Sequence[Translator] = (),
) -> dict[str, bytes]:
    """The builder's files for the translator's language, by path.

    `written` holds mkdocs.yml and the files below `site/`. A hand-written page that is
    missing in this language is taken from the community's first. `others` are the translators
    of the other languages, for what one page says in all. Raises TelemacoError.
    """
    frames = {path: text.encode() for path, text in frame_sources(translator).items()}
    _require_text(written)
    pages = _pages(written, settings.languages[0]) | _pages(written, translator.language)
    for path in sorted(pages.keys() & (frames.keys() | _MADE)):
        raise TelemacoError(
            msg(
                "site/{language}/{path} stands where the site has a page of its own",
                language=translator.language,
                path=path,
            ),
            msg(
                "Move it into a folder, e.g. site/{language}/handbook/.",
                language=translator.language,
            ),
        )
    ours = site_settings(
        settings, _theirs(written), translator, sorted(p for p in pages if p.endswith(".md"))
    )
    ours["extra"]["telemaco"] |= {
        "lost": lost_words(settings, (translator, *others), has_handbook=_HANDBOOK_HOME in pages),
        "sources": _sources(settings, written, translator),
    }
    docs = (
        frames | _linked(pages, settings) | _below(written, _ASSETS, "assets/", _packaged("assets"))
    )
    ours["extra"]["telemaco"]["logo"] = _logo(docs, ours["theme"].get("logo") or "")
    return (
        {MKDOCS_YML: configuration.write(ours).encode()}
        | {f"{DOCS}/{path}": content for path, content in docs.items()}
        | {
            f"{THEME}/{path}": content
            for path, content in _below(written, _OVERRIDES, "", _packaged("theme")).items()
        }
    )


def _linked(pages: Mapping[str, bytes], settings: Settings) -> dict[str, bytes]:
    """The pages, their links into the repository made whole; other files as they are."""
    repository = repository_of(settings)
    return {
        path: linked(content, repository) if path.endswith(".md") else content
        for path, content in pages.items()
    }


def _logo(docs: Mapping[str, bytes], address: str) -> str:
    """A small drawing as an address that holds it, so that no page asks for it; else nothing."""
    drawing = docs.get(address, b"") if address.endswith(".svg") else b""
    return f"data:image/svg+xml,{quote(drawing, _LEGIBLE)}" if 0 < len(drawing) <= _SMALL else ""


def with_handbook(written: Mapping[str, bytes], languages: Sequence[str]) -> dict[str, bytes]:
    """What a community wrote for its site, and below it the handbook that comes with Telemaco.

    A page of the community stands in the place of ours at the same path. A language that we do
    not have gets the English pages. `extra: {handbook: false}` in mkdocs.yml leaves ours out.
    Raises TelemacoError when mkdocs.yml cannot be read.
    """
    if (_theirs(written).get("extra") or {}).get("handbook") is False:
        return dict(written)
    ours = {
        f"site/{language}/handbook/{path}": content
        for language in languages
        for path, content in _handbook(language).items()
    }
    return ours | dict(written)


def handbook_pages(written: Mapping[str, bytes]) -> list[str]:
    """The hand-written pages of all languages."""
    return sorted(
        path
        for path in written
        if path.startswith("site/") and "/handbook/" in path and path.endswith(".md")
    )


def handbook_addresses(pages: Iterable[str]) -> frozenset[str]:
    """Where hand-written pages lie on the site, the same in every language."""
    stems = (path.split("/", 2)[2].removesuffix(".md") for path in pages)
    return frozenset(f"{stem}/".removesuffix("index/") for stem in stems)


def source_asking(written: Mapping[str, bytes], language: str, page: str, host: str) -> str:
    """The hand-written file from which a page has the name of a host; else the settings."""
    stem = page.removesuffix("/index.html")
    own = (f"site/{language}/{stem}/index.md", f"site/{language}/{stem}.md")
    said = host.encode()
    found = [path for path in (*own, *sorted(written)) if said in written.get(path, b"")]
    return next(iter(found), MKDOCS_YML)


def _pages(written: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    folder = f"site/{language}/"
    return {path.removeprefix(folder): written[path] for path in written if path.startswith(folder)}


def _sources(
    settings: Settings, written: Mapping[str, bytes], translator: Translator
) -> dict[str, str]:
    """Where each hand-written page is edited, by its address; nothing without a forge."""
    repository = repository_of(settings)
    if repository is None:
        return {}
    return {
        address: repository.edit(f"site/{language}/{path}")
        for language in (settings.languages[0], translator.language)
        for path, content in _pages(written, language).items()
        if path.endswith(".md") and _handbook(language).get(path.partition("/")[2]) != content
        for address in handbook_addresses([f"site/{language}/{path}"])
    }


def _require_text(written: Mapping[str, bytes]) -> None:
    """Raise TelemacoError for a page, a template or settings that are not UTF-8."""
    for path, content in written.items():
        try:
            if path.endswith((".md", ".html", ".css", ".yml")):
                content.decode()
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise TelemacoError(
                msg("{path}, line {line}: this is not UTF-8 text", path=path, line=line),
                msg("Save the file again with the encoding UTF-8."),
            ) from error


def _theirs(written: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        return configuration.read(written.get(MKDOCS_YML, b"").decode())
    except configuration.NoSettingsError as error:
        raise TelemacoError(
            msg("mkdocs.yml holds no settings, which are keys with values"),
            msg("Write a key, a colon and a value, e.g. copyright: ours; or delete the file."),
        ) from error
    except configuration.UnreadableError as error:
        raise TelemacoError(
            msg("mkdocs.yml cannot be read: {reason}", reason=str(error)),
            msg("It is YAML: a key, a colon, a value; two blanks a level."),
        ) from error


def _below(
    written: Mapping[str, bytes], folder: str, to: str, ours: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Our files with theirs over them."""
    theirs = {path: content for path, content in written.items() if path.startswith(folder)}
    return {to + path: content for path, content in ours.items()} | {
        to + path.removeprefix(folder): content for path, content in theirs.items()
    }


@cache
def _packaged(folder: str) -> Mapping[str, bytes]:
    return dict(_walk(files("telemaco") / "templates" / folder, ""))


@cache
def _handbook(language: str) -> Mapping[str, bytes]:
    """Our pages in a language, in English where we do not have it, by their path."""
    folder = files("telemaco") / "builtin" / "handbook"
    own = folder / language.lower()
    return dict(_walk(own if own.is_dir() else folder / "en", ""))


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()
