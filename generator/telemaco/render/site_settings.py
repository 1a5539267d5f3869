"""The builder's settings for one language of the site."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from telemaco.messages import msg
from telemaco.model.site import on_site
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.records.community import Community as Settings
from telemaco.render.dates import Dates
from telemaco.render.frames import HUB_TITLES, SITE_NAME
from telemaco.render.pages.addresses import ABOUT, COORDINATORS, DATA, OUTSIDE, SHELL, THANKS
from telemaco.render.repository import repository_of

DOCS, THEME, HTML = "docs", "theme", "html"
"""Folders beside the settings: what the builder reads, its templates, what it writes."""


def site_settings(
    settings: Settings, theirs: Mapping[str, Any], translator: Translator, handbook: Sequence[str]
) -> dict[str, Any]:
    """All settings for the translator's language.

    `theirs` is the community's own mkdocs.yml, which wins over our defaults; what comes
    from community.yaml wins over both. `handbook` names the hand-written pages, for a
    community that states no navigation.
    """
    language = Language(translator.language)
    merged = _merged(_defaults(translator), theirs)
    merged["nav"] = _translated(
        merged.get("nav") or _navigation(translator, handbook), _titles(merged, language)
    )
    return _merged(merged, _fixed(settings, merged, translator, language))


def _defaults(translator: Translator) -> dict[str, Any]:
    return {
        "theme": {
            "name": "material",
            "logo": "assets/logo.svg",
            "favicon": "assets/favicon.svg",
            "font": False,
            "features": ["navigation.tabs", "navigation.top", "navigation.prune"],
            "palette": _palette(translator),
        },
        "extra_css": ["assets/telemaco.css"],
        "markdown_extensions": [
            "admonition",
            "attr_list",
            "def_list",
            "footnotes",
            "tables",
            {"toc": {"permalink": True, "permalink_title": translator.text(_PERMALINK)}},
            "pymdownx.details",
            "pymdownx.superfences",
        ],
        "plugins": ["search"],
        "validation": {
            "nav": {"omitted_files": "info", "not_found": "warn", "absolute_links": "warn"},
            "links": {"not_found": "warn", "anchors": "warn", "absolute_links": "warn"},
        },
    }


_PERMALINK = msg("Link to this section")


def _palette(translator: Translator) -> list[dict[str, Any]]:
    own = {"primary": "custom", "accent": "custom"}
    return [
        {
            "media": "(prefers-color-scheme)",
            "scheme": "default",
            **own,
            "toggle": {
                "icon": "material/brightness-auto",
                "name": translator.text(msg("Switch to light mode")),
            },
        },
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            **own,
            "toggle": {
                "icon": "material/weather-sunny",
                "name": translator.text(msg("Switch to dark mode")),
            },
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            **own,
            "toggle": {
                "icon": "material/weather-night",
                "name": translator.text(msg("Follow the system's mode")),
            },
        },
    ]


def _fixed(
    settings: Settings, merged: Mapping[str, Any], translator: Translator, language: Language
) -> dict[str, Any]:
    repository = repository_of(settings)
    return {
        "site_name": SITE_NAME,
        "site_url": _site_url(settings, language),
        "docs_dir": DOCS,
        "site_dir": HTML,
        "use_directory_urls": True,
        "repo_url": repository.home if repository else None,
        "repo_name": repository.name.rpartition("/")[2] if repository else None,
        "edit_uri": "",
        "not_in_nav": f"{SHELL}*.md",
        "theme": {"custom_dir": THEME, "language": language.lower(), "font": False},
        "plugins": [plugin for plugin in merged["plugins"] if plugin != "telemaco"],
        "extra": {
            "alternate": alternates(settings, language),
            "telemaco": _words(translator, language)
            | {
                "footer": _footer(translator),
                "has_own_colours": merged["theme"]["palette"] == _palette(translator),
            },
        },
    }


def folder_of(settings: Settings, language: Language) -> str:
    """Where a language lies in the site: the first at its root, any other in its folder."""
    return "" if language == settings.languages[0] else f"{language.lower()}/"


def alternates(settings: Settings, language: Language) -> list[dict[str, str]]:
    """The languages with the way to each from the root of this one; none for a single one."""
    if len(settings.languages) == 1:
        return []
    up = "../" * folder_of(settings, language).count("/")
    return [
        {
            "name": Dates(other).language_name(other).capitalize(),
            "lang": other,
            "link": "" if other == language else up + folder_of(settings, other),
        }
        for other in settings.languages
    ]


def _site_url(settings: Settings, language: Language) -> str:
    # The theme writes it into its pages as it stands.
    url = on_site(settings, folder_of(settings, language)) or ""
    return _DELICATE.sub(lambda found: quote(found[0]), url)


_DELICATE = re.compile(r"[&\s\"'<>\\^`{|}]")


def _words(translator: Translator, language: Language) -> dict[str, str]:
    return {
        "language": language,
        "news_title": translator.text(msg("News of this community")),
        "edit": translator.text(msg("Edit the file of this page")),
        "made_with": translator.text(
            msg("Made from plain files with Telemaco. No cookies, no trackers.")
        ),
    }


def _footer(translator: Translator) -> list[dict[str, str]]:
    return [{"link": link, "title": translator.text(_FOOTER[link])} for link in OUTSIDE]


_FOOTER = {
    THANKS: msg("Thanks"),
    ABOUT: msg("About this site"),
    COORDINATORS: msg("What waits for the coordinators"),
    DATA: msg("Open data"),
}


def _navigation(translator: Translator, handbook: Sequence[str]) -> list[Any]:
    pages: list[Any] = [f"{address}index.md" for address in HUB_TITLES]
    if handbook:
        pages.append({translator.text(msg("Handbook")): sorted(handbook, key=_place)})
    return pages


def _place(page: str) -> tuple[int, str]:
    """Where a page stands in the navigation: ours in the order in which people need them."""
    name = page.removeprefix("handbook/").removesuffix(".md")
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER)), page


_ORDER = (
    "index",
    "join",
    "participants",
    "session",
    "entry",
    "mentors",
    "mentees",
    "groups",
    "remote",
    "trouble",
    "safeguarding",
    "phases",
    "coordinators",
    "evaluating",
    "reviewing",
    "files",
    "privacy",
)
"""The pages of the handbook that comes along."""


def _titles(merged: Mapping[str, Any], language: Language) -> Mapping[str, str]:
    titles: Mapping[str, Mapping[str, str]] = (merged.get("extra") or {}).get("titles") or {}
    return titles.get(language, {})


def _translated(items: Sequence[Any], titles: Mapping[str, str]) -> list[Any]:
    return [
        {
            titles.get(title, title): _translated(inside, titles)
            if isinstance(inside, list)
            else inside
            for title, inside in item.items()
        }
        if isinstance(item, dict)
        else item
        for item in items
    ]


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Both; where they disagree `over` wins, mapping by mapping; lists are not mixed."""
    return dict(under) | {
        key: _merged(under[key], value)
        if isinstance(value, Mapping) and isinstance(under.get(key), Mapping)
        else value
        for key, value in over.items()
    }
