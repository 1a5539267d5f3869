"""The home page: what the community is, what it offers now, and how one joins."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from telemaco.messages import Message, msg
from telemaco.model.community import Session
from telemaco.records.base import ProgramId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.render.contact import contact_address
from telemaco.render.markdown import to_words
from telemaco.render.pages.addresses import HOME, MENTORS, PAIRS, PROGRESS, pair_address, to_root
from telemaco.render.pages.applying import doors
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.notes import latest_notes
from telemaco.render.pages.page import Page
from telemaco.render.pages.pairs import pair_title
from telemaco.render.pages.program_pages import (
    open_programs,
    program_card,
    public_programs,
)
from telemaco.render.pages.upcoming import (
    ComingDay,
    coming_meetings,
    coming_program_days,
    named_meetings,
)
from telemaco.render.pages.voices import voices

_LATEST_NOTES = 3
_EXCERPT = 220
_VOICES = 3
_FEATURED_PROGRAMS = 3
_COMING_DAYS = 3
_COMING_SESSIONS = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and the address of the page that has more of it."""

    value: int
    label: Message
    page: str


@dataclass(frozen=True, slots=True)
class _Extract:
    """The beginning of a public note."""

    day: date
    pair: str
    page: str
    words: str


def home_page(edition: Edition) -> Page:
    """The home page."""
    settings = edition.community.settings
    title = edition.text(settings.title)
    tagline = edition.maybe(settings.tagline)
    return edition.page(
        "home.html",
        HOME,
        HOME,
        (title, tagline or title),
        offers=Markup(edition.part("home", partial(_offers, edition))),  # noqa: S704 (a template's)
        notes=_latest_notes(edition),
        channels=[(edition.text(channel.label), channel.url) for channel in settings.channels],
        contact=settings.contact,
        contact_page=contact_address(settings.contact) or "",
    )


def _offers(edition: Edition) -> str:
    """What stands above the notes: it hangs on everybody, and on the text of no note."""
    settings = edition.community.settings
    return edition.fragment(
        "home_offers.html",
        root=to_root(HOME),
        title=edition.text(settings.title),
        has_handbook=edition.has_handbook,
        tagline=edition.maybe(settings.tagline),
        about=edition.maybe(settings.about),
        figures=_figures(edition),
        has_mentors=bool(edition.mentors),
        doors=doors(edition, open_programs(edition)),
        programs=[program_card(edition, name) for name in _featured(edition)],
        coming=_coming(edition),
        voices=voices(edition, _VOICES),
    )


def _featured(edition: Edition) -> list[ProgramId]:
    """The programs that one can apply for, then others that go on, then the latest."""
    in_order = dict.fromkeys((*open_programs(edition), *public_programs(edition)))
    return list(in_order)[:_FEATURED_PROGRAMS]


def _coming(edition: Edition) -> list[ComingDay]:
    """The next days of programs and the next sessions."""
    programs = public_programs(edition)
    days = sorted(coming_program_days(edition, programs), key=_by_day)[:_COMING_DAYS]
    meetings = coming_meetings(edition, programs)[:_COMING_SESSIONS]
    return sorted([*days, *named_meetings(edition, meetings)], key=_by_day)


def _by_day(coming: ComingDay) -> tuple[date, str]:
    return coming.day, coming.title


def _figures(edition: Edition) -> list[Figure]:
    """The numbers that are large enough to be shown; of pairs, those that the lists have, too.

    How many completed the lists do not say: it is told as on the page of progress.
    """
    listed = [pair for name in public_programs(edition) for pair in edition.public_pairs(name)]
    pairs = [edition.community.pairs[pair] for pair in listed]
    figures = (
        Figure(len(edition.mentors), msg("mentors listed"), MENTORS),
        Figure(
            sum(pair.status is PairStatus.ACTIVE for pair in pairs),
            msg("pairs and groups active"),
            PAIRS,
        ),
        Figure(sum(edition.progress[pair].held for pair in listed), msg("sessions held"), PROGRESS),
        Figure(_completed(edition), msg("pairs and groups completed"), PROGRESS),
    )
    smallest = edition.community.settings.privacy.small_group
    return [figure for figure in figures if figure.value >= smallest]


def _completed(edition: Edition) -> int:
    """How many pairs completed, of the programs of which it may be told together; else none."""
    completed = edition.together.outcome.completed if edition.together else 0
    return completed if isinstance(completed, int) else 0


def _latest_notes(edition: Edition) -> list[_Extract]:
    return [
        _extract(edition, pair_id, session)
        for pair_id, session in latest_notes(edition, _LATEST_NOTES)
    ]


def _extract(edition: Edition, pair_id: PairId, session: Session) -> _Extract:
    return _Extract(
        day=session.day,
        pair=pair_title(edition, pair_id),
        page=pair_address(edition.community, pair_id),
        words=to_words(session.body, _EXCERPT),
    )
