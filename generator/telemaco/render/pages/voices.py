"""What people made of their time together, in their words, as far as they agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from itertools import chain, islice

from telemaco.model.standing import is_completed
from telemaco.progress.surveys import surveys_of
from telemaco.records.base import ItemId, SurveyId
from telemaco.records.layout import PairId
from telemaco.records.pair import PairRole
from telemaco.render.markdown import to_words
from telemaco.render.pages.addresses import pair_address, program_address
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pair_order import has_page, shown_order
from telemaco.render.pages.pairs import pair_title
from telemaco.render.pages.program_pages import public_programs
from telemaco.render.pages.published import tells_its_story
from telemaco.render.pages.words import PAIR_ROLE

_LENGTH = 320
_END, _BEST = SurveyId("end"), ItemId("best")
"""The survey, and the question of it, whose answers say what people made of it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The beginning of what was said; `said_by` has only names that may stand.

    It is what a pair said at its end, or an answer to a survey, which has no name.
    """

    words: str
    said_by: str
    page: str
    program: str


def voices(edition: Edition, number: int) -> list[Voice]:
    """So many at most: the latest of completed pairs all of whose members publish it, then answers.

    Answers are those to what was best, at the end, whose authors let them be quoted, the latest
    program's first.
    """
    endings = sorted(
        _endings(edition), key=lambda ending: shown_order(edition.community, ending[1])
    )
    latest = nlargest(number, endings, key=lambda ending: ending[0])
    pairs = [_voice(edition, pair_id, words) for _day, pair_id, words in latest]
    return [*pairs, *islice(_answers(edition), number - len(pairs))]


def _answers(edition: Edition) -> Iterator[Voice]:
    """What was answered; the same words of the same role in a program once, whatever was asked."""
    return iter(dict.fromkeys(_all_answers(edition)))


def _all_answers(edition: Edition) -> Iterator[Voice]:
    community = edition.community
    for name in public_programs(edition):
        title = edition.text(community.programs[name].title)
        for survey in surveys_of(community, name, edition.today):
            for group in survey.groups if survey.id == _END else ():
                role = edition.words(PAIR_ROLE[PairRole(group.role)])
                best = (several for item, several in group.quotes if item.id == _BEST)
                for said in chain.from_iterable(best):
                    yield Voice(to_words(said, _LENGTH), role, program_address(name), title)


def _endings(edition: Edition) -> Iterator[tuple[date, PairId, str]]:
    community = edition.community
    for pair_id, pair in community.pairs.items():
        closing = pair.closing
        if closing is None or not is_completed(pair) or not has_page(community, pair_id):
            continue
        words = to_words(edition.maybe(closing.reflection), _LENGTH)
        if words and closing.on <= edition.today and tells_its_story(community, pair):
            yield closing.on, pair_id, words


def _voice(edition: Edition, pair_id: PairId, words: str) -> Voice:
    return Voice(
        words,
        pair_title(edition, pair_id),
        pair_address(edition.community, pair_id),
        edition.text(edition.community.programs[pair_id.program].title),
    )
