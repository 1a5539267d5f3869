"""What people made of their time together, in their words, as far as all of them agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest

from telemaco.model.standing import is_completed
from telemaco.records.layout import PairId
from telemaco.render.markdown import to_words
from telemaco.render.pages.addresses import pair_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairs import pair_title
from telemaco.render.pages.published import tells_its_story

_LENGTH = 320


@dataclass(frozen=True, slots=True)
class Voice:
    """The beginning of what a pair said at its end; `said_by` has only names that may stand."""

    words: str
    said_by: str
    page: str
    program: str


def voices(edition: Edition, number: int) -> list[Voice]:
    """So many at most, the latest first: of completed pairs all of whose members publish it."""
    latest = nlargest(number, _endings(edition), key=lambda ending: (ending[0], str(ending[1])))
    return [_voice(edition, pair_id, words) for _day, pair_id, words in latest]


def _endings(edition: Edition) -> Iterator[tuple[date, PairId, str]]:
    community = edition.community
    for pair_id, pair in community.pairs.items():
        closing = pair.closing
        if closing is None or not is_completed(pair):
            continue
        words = to_words(edition.maybe(closing.reflection), _LENGTH)
        if words and closing.on <= edition.today and tells_its_story(community, pair):
            yield closing.on, pair_id, words


def _voice(edition: Edition, pair_id: PairId, words: str) -> Voice:
    program = edition.community.programs.get(pair_id.program)
    return Voice(
        words,
        pair_title(edition, pair_id),
        pair_address(edition.community, pair_id),
        "" if program is None else edition.text(program.title),
    )
