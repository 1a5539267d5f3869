"""The notes that may be read by everybody, the latest first."""

from collections.abc import Iterator
from itertools import islice

from telemaco.model.community import Session
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairs import has_page, shown_order


def latest_notes(edition: Edition, number: int) -> list[tuple[PairId, Session]]:
    """So many notes at most: public, with a text, of sessions that took place."""
    public = sorted(_public(edition), key=lambda found: shown_order(edition.community, found[0]))
    public.sort(key=lambda found: found[1].day, reverse=True)
    # Texts are looked at last: what is made of these notes hangs on no others.
    return list(islice((found for found in public if found[1].body.strip()), number))


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
