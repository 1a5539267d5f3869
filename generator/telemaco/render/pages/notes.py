"""The notes that may be read by everybody, the latest first."""

from heapq import nlargest

from telemaco.model.community import Session
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairs import has_page


def latest_notes(edition: Edition, number: int) -> list[tuple[PairId, Session]]:
    """So many notes at most: public, with a text, of sessions that took place."""
    community = edition.community
    public = (
        (pair_id, session)
        for pair_id, sessions in community.sessions.items()
        if pair_id in community.pairs and has_page(community, pair_id)
        for session in sessions
        if session.note.status is NoteStatus.HELD
        and session.body.strip()
        and session.day <= edition.today
        and community.visibility_of(session) == "public"
    )
    return nlargest(number, public, key=lambda found: (found[1].day, found[0]))
