"""What to mind about many pairs: each kind of caution once, with some of those it is about."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from telemaco.matching.cautions import Caution, CautionKind
from telemaco.matching.phrases import several
from telemaco.matching.result import Link
from telemaco.messages import Message, msg, msg_n
from telemaco.records.base import PersonId
from telemaco.render.matches.names import Names

_MANY = 5


def told_once(links: Sequence[Link]) -> frozenset[CautionKind]:
    """The kinds that more than half of many pairs share: they need not be told of each."""
    kinds = defaultdict[CautionKind, int](int)
    for link in links:
        for kind in {caution.kind for caution in link.cautions}:
            kinds[kind] += 1
    least = max(_MANY, len(links) // 2)
    return frozenset(kind for kind, count in kinds.items() if count > least)


def summaries(links: Iterable[Link], names: Names) -> Iterator[Message]:
    """A sentence for every kind of caution that there is, with the first few it is about."""
    for kind, people in _by_kind(links, names):
        yield msg("{what}: {whom}", what=_SUMMARIES[kind](len(people)), whom=several(people))


def whole_summaries(
    links: Iterable[Link], names: Names, kinds: Container[CautionKind]
) -> Iterator[Message]:
    """The same for some kinds, with everybody they are about."""
    for kind, people in _by_kind(links, names):
        if kind in kinds:
            yield msg("{what}: {whom}", what=_SUMMARIES[kind](len(people)), whom=", ".join(people))


def _by_kind(links: Iterable[Link], names: Names) -> Iterator[tuple[CautionKind, list[str]]]:
    """Whom every kind of caution is about, what matters most first."""
    found: defaultdict[CautionKind, dict[tuple[PersonId, ...], str]] = defaultdict(dict)
    for link in links:
        for caution in link.cautions:
            found[caution.kind][caution.people] = _of_whom(caution, names)
    for kind in CautionKind:
        if kind in found:
            yield kind, list(found[kind].values())


def _of_whom(caution: Caution, names: Names) -> str:
    return " - ".join(names.person(person) for person in caution.people)


_SUMMARIES: Mapping[CautionKind, Callable[[int], Message]] = {
    CautionKind.AGAINST_LIMIT: lambda n: msg_n(
        "{count} pair is pinned against a limit", "{count} pairs are pinned against a limit", n
    ),
    CautionKind.NOTHING: lambda n: msg_n(
        "{count} pair has neither a skill nor an hour in common: think twice",
        "{count} pairs have neither a skill nor an hour in common: think twice",
        n,
    ),
    CautionKind.HOURS: lambda n: msg_n(
        "{count} pair has no hour in common", "{count} pairs have no hour in common", n
    ),
    CautionKind.BRIEF: lambda n: msg_n(
        "{count} pair has no time in common that is long enough for a session",
        "{count} pairs have no time in common that is long enough for a session",
        n,
    ),
    CautionKind.LANGUAGE: lambda n: msg_n(
        "{count} pair has no language in common", "{count} pairs have no language in common", n
    ),
    CautionKind.SKILLS: lambda n: msg_n(
        "{count} pair in which nothing is offered that is sought",
        "{count} pairs in which nothing is offered that is sought",
        n,
    ),
    CautionKind.CLOCKS: lambda n: msg_n(
        "{count} pair lives far apart by the clock", "{count} pairs live far apart by the clock", n
    ),
    CautionKind.AIMLESS: lambda n: msg_n(
        "{count} mentee names neither a skill to learn nor a goal, so ask them",
        "{count} mentees name neither a skill to learn nor a goal, so ask them",
        n,
    ),
    CautionKind.SILENT: lambda n: msg_n(
        "{count} person does not say when they are free",
        "{count} people do not say when they are free",
        n,
    ),
    CautionKind.PLACE: lambda n: msg_n(
        "{count} person only waits for a place: telemaco accept, or confirming the pair, gives one",
        "{count} people only wait for a place: telemaco accept, or confirming the pair, gives one",
        n,
    ),
    CautionKind.STALE: lambda n: msg_n(
        "{count} person has not confirmed their file for half a year; ask whether they are there",
        "{count} people have not confirmed their file for half a year; ask whether they are there",
        n,
    ),
}
