"""Write the pages of a proposed matching for its coordinators."""

from collections.abc import Callable

from telemaco.matching.result import Match
from telemaco.model.community import Community
from telemaco.ports import SiteFolder, Translator
from telemaco.records.text import in_language
from telemaco.render.matches.names import names_of
from telemaco.render.proposals.book import Book


def write_pages(
    found: Match,
    community: Community,
    folder: SiteFolder,
    translator: Callable[[str], Translator],
) -> int:
    """Put the pages in all of the community's languages; the answer is how many there are.

    A folder within a repository keeps itself out of it. Raises TelemacoError.
    """
    languages = community.settings.languages
    title = community.programs[found.program].title
    count = 0
    for language in languages:
        book = Book(
            found,
            in_language(title, language, languages),
            names_of(community),
            translator(language),
            languages,
        )
        for path, html in book.pages():
            folder.put(path, html.encode())
            count += 1
    folder.put(".gitignore", b"*\n")
    return count
