"""What a pair could talk about next time, as its page shows it."""

from dataclasses import dataclass
from datetime import date

from telemaco.model.agendas import agenda_of
from telemaco.model.guides import guide_in
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.render.markdown import Section, sections_of
from telemaco.render.pages.edition import Edition

_MEETS = frozenset({PairStatus.ACTIVE, PairStatus.CONFIRMED})


@dataclass(frozen=True, slots=True)
class NextGuide:
    """A guide: its title, how long it takes if it says so, its questions under their headings."""

    title: str
    minutes: int | None
    sections: tuple[Section, ...]


def next_guide(edition: Edition, pair_id: PairId, next_day: date | None) -> NextGuide | None:
    """The guide of the pair's next session; None where it meets no more, or the guide is missing.

    Without a day for it, the session is taken to be today.
    """
    community = edition.community
    if community.pairs[pair_id].status not in _MEETS:
        return None
    agenda = agenda_of(community, pair_id, next_day or edition.today)
    languages = (edition.language, *community.settings.languages)
    guide = guide_in(community, agenda, languages)
    if guide is None:
        return None
    return NextGuide(guide.agenda.title, guide.agenda.minutes, sections_of(guide.body))
