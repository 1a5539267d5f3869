"""The notes that may be read by everybody, the latest first."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice

from telemaco.model.community import Session
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pair_order import has_page, shown_order


def latest_notes(edition: Edition, number: int) -> list[tuple[PairId, Session]]:
    """So many notes at most: public, with a text, of sessions that took place."""
    # Texts are looked at last: what is made of these notes hangs on no others.
    found = (one for one in _by_day(edition) if one[1].body.strip())
    return list(islice(found, number))


def _by_day(edition: Edition) -> Iterator[tuple[PairId, Session]]:
    """The latest day first; of a day, by the order of pairs."""
    public = sorted(_public(edition), key=_day, reverse=True)
    for _day_of_all, several in groupby(public, _day):
        yield from sorted(several, key=lambda one: shown_order(edition.community, one[0]))


def _day(found: tuple[PairId, Session]) -> date:
    return found[1].day


def _public(edition: Edition) -> Iterator[tuple[PairId, Session]]:
    community = edition.community
    for pair_id, sessions in community.sessions.items():
        if pair_id in community.pairs and has_page(community, pair_id):
            for session in sessions:
                if (
                    session.note.status is NoteStatus.HELD
                    and session.day <= edition.today
                    and community.visibility_of(session) == "public"
                ):
                    yield pair_id, session
