"""What is new, for those who follow the community with a feed reader."""

from collections.abc import Iterator

from telemaco.messages import msg
from telemaco.records.layout import note_path, program_path
from telemaco.render.identity import lasting_id
from telemaco.render.markdown import to_words
from telemaco.render.news_feed import Feed, News, atom_feed
from telemaco.render.pages.addresses import HOME, NEWS, pair_address, program_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.notes import latest_notes
from telemaco.render.pages.pairs import pair_title
from telemaco.render.pages.program_pages import public_programs

_KEPT = 30
_EXCERPT = 400


def news_file(edition: Edition) -> bytes:
    """The latest public notes and the programs that opened, as an Atom feed."""
    found = sorted(
        [*_notes(edition), *_programs(edition)], key=lambda one: (one.day, one.id), reverse=True
    )
    feed = Feed(
        lasting_id(edition.community, f"{NEWS}#{edition.language}"),
        edition.language,
        edition.text(edition.community.settings.title),
        edition.url(HOME) or "./",
        edition.url(NEWS) or NEWS,
    )
    return atom_feed(feed, found[:_KEPT])


def _notes(edition: Edition) -> Iterator[News]:
    for pair_id, session in latest_notes(edition, _KEPT):
        page = pair_address(edition.community, pair_id)
        title = msg("From a session: {pair}", pair=pair_title(edition, pair_id))
        yield News(
            _id(edition, note_path(pair_id, session.id)),
            session.day,
            edition.words(title),
            edition.url(page) or page,
            to_words(session.body, _EXCERPT),
        )


def _programs(edition: Edition) -> Iterator[News]:
    for name in public_programs(edition):
        program = edition.community.programs[name]
        opened = program.dates.applications_open
        if opened and opened <= edition.today:
            page = program_address(name)
            title = edition.text(program.title)
            yield News(
                _id(edition, program_path(name)),
                opened,
                edition.words(msg("Applications open: {program}", program=title)),
                edition.url(page) or page,
                edition.text(program.summary),
            )


def _id(edition: Edition, path: str) -> str:
    """An edition of its own in every language."""
    return lasting_id(edition.community, f"{path}#{edition.language}")
