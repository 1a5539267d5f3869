"""Where pairs are today: who meets, who is silent, who rests, who has ended."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import timedelta

from telemaco.messages import Message, msg
from telemaco.model.pairings import Pairing
from telemaco.progress.outcomes.suppression import hidden
from telemaco.progress.values import HealthKind
from telemaco.records.layout import PairId
from telemaco.records.pair import PairStatus
from telemaco.render.charts.rows import Part, stack
from telemaco.render.charts.values import Chart, Fill, Table
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairing_sentences import active_of, met_lately_of, where_they_are
from telemaco.render.pages.pairs import is_over
from telemaco.render.pairing_titles import headed

_A_MONTH = timedelta(days=30)


def states_chart(edition: Edition, pairs: Sequence[PairId], *, is_met_told: bool) -> Chart:
    """One bar of all pairs. Silent ones are apart only if neither they nor the others are few.

    Nor are they where it is not told of people how many met (`is_met_told`).
    """
    parts = [
        Part(edition.words(name), len(found), fill)
        for name, found, fill in _parts(edition, pairs, is_met_told=is_met_told)
        if found
    ]
    return Chart(
        id="states",
        title=edition.words(where_they_are(_kind(edition, pairs))),
        sentence=_sentence(edition, pairs, is_met_told=is_met_told),
        drawing=stack(parts),
        table=Table(
            (edition.words(msg("Status")), edition.words(headed(_kind(edition, pairs)))),
            tuple((part.name, str(part.value)) for part in parts),
        ),
    )


def _parts(
    edition: Edition, pairs: Sequence[PairId], *, is_met_told: bool
) -> Iterator[tuple[Message, Collection[PairId], Fill]]:
    known = edition.community.pairs
    active = [pair for pair in pairs if known[pair].status is PairStatus.ACTIVE]
    silent, others = _apart(
        active, lambda pair: edition.progress[pair].health.kind is HealthKind.SILENT
    )
    if not is_met_told or _are_few(edition, [silent, others]):
        silent, others = [], active
    yield msg("Active"), others, "plain"
    yield msg("Active, but silent"), silent, "hatched"
    resting = [pair for pair in pairs if known[pair].status is PairStatus.PAUSED]
    yield msg("Taking a break"), resting, "dotted"
    ahead = [pair for pair in pairs if known[pair].status is PairStatus.CONFIRMED]
    yield msg("About to begin"), ahead, "open"
    yield msg("Ended"), [pair for pair in pairs if is_over(known[pair])], "track"


def _sentence(edition: Edition, pairs: Sequence[PairId], *, is_met_told: bool) -> str:
    """How many of those under way met lately; of too few, only how many are under way."""
    active = [pair for pair in pairs if edition.community.pairs[pair].status is PairStatus.ACTIVE]
    kind = _kind(edition, pairs)
    met, others = _apart(active, lambda pair: _met_lately(edition, pair))
    if not active or not is_met_told or _are_few(edition, [met, others]):
        return edition.words(active_of(kind, len(pairs), len(active)))
    return edition.words(met_lately_of(kind, len(active), len(met)))


def _kind(edition: Edition, pairs: Sequence[PairId]) -> Pairing | None:
    return edition.voice.kind_of(pair.program for pair in pairs)


def _apart(
    pairs: Iterable[PairId], are_meant: Callable[[PairId], bool]
) -> tuple[list[PairId], list[PairId]]:
    """Those that are meant, and the others."""
    both: tuple[list[PairId], list[PairId]] = ([], [])
    for pair in pairs:
        both[not are_meant(pair)].append(pair)
    return both


def _met_lately(edition: Edition, pair: PairId) -> bool:
    last = edition.progress[pair].last_session
    return last is not None and last >= edition.today - _A_MONTH


def _are_few(edition: Edition, groups: Sequence[Sequence[PairId]]) -> bool:
    people = [
        {member.person for pair in group for member in edition.community.pairs[pair].members}
        for group in groups
    ]
    return bool(hidden(people, edition.community.settings.privacy.small_group))
