"""The notes that may be read by everybody, the latest first."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import groupby, islice

from telemaco.model.community import Session
from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import PairId
from telemaco.records.note import NoteStatus
from telemaco.records.packing import packed, unpacked
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pair_order import has_page, shown_order


def latest_notes(edition: Edition, number: int) -> list[tuple[PairId, Session]]:
    """So many notes at most: public, with a text, of sessions that took place."""
    # Texts are looked at last: what is made of these notes hangs on no others.
    return list(islice((found for found in _latest(edition) if found[1].body.strip()), number))


_PORTION = 64
"""Enough for everybody who asks, where there are texts."""


def _latest(edition: Edition) -> Iterator[tuple[PairId, Session]]:
    """Those that are public, in portions: which these are is known without a look at any text."""
    number, is_whole = 0, False
    while not is_whole:
        told = edition.part(f"latest notes {number}", partial(_portion, edition, number))
        places = unpacked(told)
        for program, name, place in places:
            pair_id = PairId(ProgramId(program), PairName(name))
            yield pair_id, edition.community.sessions[pair_id][place]
        number, is_whole = number + 1, len(places) < _PORTION


def _portion(edition: Edition, number: int) -> str:
    """Pairs, and the places of notes among theirs."""
    some = islice(_by_day(edition), number * _PORTION, (number + 1) * _PORTION)
    return packed([[*pair_id, place] for pair_id, place, _session in some])


def _by_day(edition: Edition) -> Iterator[tuple[PairId, int, Session]]:
    """The latest day first; of a day, by the order of pairs."""
    public = sorted(_public(edition), key=_day, reverse=True)
    for _day_of_all, several in groupby(public, _day):
        yield from sorted(several, key=lambda one: shown_order(edition.community, one[0]))


def _day(found: tuple[PairId, int, Session]) -> date:
    return found[2].day


def _public(edition: Edition) -> Iterator[tuple[PairId, int, Session]]:
    community = edition.community
    for pair_id, sessions in community.sessions.items():
        if pair_id in community.pairs and has_page(community, pair_id):
            for place, session in enumerate(sessions):
                if (
                    session.note.status is NoteStatus.HELD
                    and session.day <= edition.today
                    and community.visibility_of(session) == "public"
                ):
                    yield pair_id, place, session
