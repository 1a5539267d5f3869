"""Who is left without a partner and why, and what would help; many of a kind together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from telemaco.matching.changes import Kind
from telemaco.matching.phrases import listed, several
from telemaco.matching.result import Match, Unmatched
from telemaco.messages import Message, msg, msg_n
from telemaco.records.program import Role
from telemaco.render.matches.lines import Lines
from telemaco.render.matches.names import Names
from telemaco.render.matches.openings import place_of, serving_places, worth

_FEW = 12
"""Up to so many people each is told of by themselves."""

_EXAMPLES = 5
"""Entries shown of many of a kind."""

_Thing = TypeVar("_Thing")
_Key = TypeVar("_Key", bound=Hashable)


def tell_left(lines: Lines, found: Match, names: Names, *, details: bool = False) -> None:
    """Those who are left, those who took no part, and where one more place would help."""
    for heading, left in headed(found.unmatched):
        lines.blank()
        lines.add(heading)
        for lot in by_limit(left):
            _tell_lot(lines, lot, names, is_whole=details or len(left) <= _FEW)
        if len(left) > _FEW and any(one.change for one in left):
            lines.add(what_would_help(left), 2)
    if found.asides:
        lines.blank()
        lines.add(msg("Not considered:"))
        reasons = _grouped(found.asides, lambda one: lines.words(one.reason))
        for reason, asides in reasons.items():
            people = several([names.person(one.person) for one in asides])
            lines.add(f"{lines.words(people)}: {reason}", 2)
    _tell_openings(lines, found, names)


def headed(unmatched: Iterable[Unmatched]) -> Iterator[tuple[Message, list[Unmatched]]]:
    """Those who are left by their role; mentors with mentees and room for more apart."""
    found = _grouped(unmatched, lambda one: (one.role, one.has_mentees))
    for (role, has_mentees), heading in _LEFT.items():
        left = found.get((role, has_mentees))
        if left:
            yield heading(len(left)), left


def tell_one(lines: Lines, left: Unmatched, names: Names) -> None:
    """What is said of one person who is left."""
    _tell_alike(lines, [left], names, indent=0)
    if left.change is None:
        lines.add(msg("No single change would serve one more person."), 4)


def by_limit(left: Sequence[Unmatched]) -> list[list[Unmatched]]:
    """Those bound by the same limit together, the largest lot first."""
    return sorted(_grouped(left, lambda one: one.limit).values(), key=len, reverse=True)


def what_would_help(left: Sequence[Unmatched]) -> Message:
    """How many of them each kind of change would serve."""
    counted = Counter(one.change.kind for one in left if one.change)
    parts = [_HELPS[kind](counted[kind]) for kind in Kind if kind in counted]
    return msg("What would help, one by one: {changes}.", changes=listed(parts))


def _tell_alike(
    lines: Lines,
    alike: Sequence[Unmatched],
    names: Names,
    *,
    indent: int = 2,
    is_whole: bool = True,
) -> None:
    """What is said of one person, or of several whom the same binds."""
    further = indent + 4
    first = alike[0]
    people = several([names.person(one.person) for one in alike])
    lines.add(f"{lines.words(people)}: {lines.words(first.binding)}", indent)
    if first.closest:
        lines.add(first.closest, further)
    helped = _grouped(
        (one for one in alike if one.would_help),
        lambda one: lines.words(one.would_help) if one.would_help else "",
    )
    shown = len(helped) if is_whole else _EXAMPLES
    for change, some in list(helped.items())[:shown]:
        if len(some) == len(alike):
            lines.add(msg("Would help: {change}", change=change), further)
        else:
            whom = several([names.person(one.person) for one in some])
            lines.add(msg("Would help {whom}: {change}", whom=whom, change=change), further)


def _tell_lot(lines: Lines, lot: Sequence[Unmatched], names: Names, *, is_whole: bool) -> None:
    """One entry for those of whom the same is to be said; of many, some."""

    def said(one: Unmatched) -> tuple[str, str]:
        return lines.words(one.binding), lines.words(one.closest) if one.closest else ""

    entries = list(_grouped(lot, said).values())
    shown = entries if is_whole else entries[:_EXAMPLES]
    for alike in shown:
        _tell_alike(lines, alike, names, is_whole=is_whole)
    more = sum(map(len, entries[len(shown) :]))
    if more:
        lines.add(msg_n("and {count} more like this", "and {count} more like this", more), 4)


def _tell_openings(lines: Lines, found: Match, names: Names) -> None:
    serving = serving_places(found.openings, names)
    if serving:
        lines.blank()
        lines.add(msg("Each of these would give one more person a mentor:"))
        for place in serving:
            lines.add(place, 2)
    better = [opening for opening in found.openings if not opening.serves]
    if better:
        lines.blank()
        lines.add(
            msg("Each of these would serve people better, by so many of the 100 points of a pair:")
        )
        points = [lines.words(msg("{points}", points=worth(opening))) for opening in better]
        widest = max(map(len, points))
        for opening, point in zip(better, points, strict=True):
            where = lines.words(place_of(opening, names))
            lines.add_under(point.rjust(widest), where, 2, widest + 2)


def _grouped(things: Iterable[_Thing], key: Callable[[_Thing], _Key]) -> dict[_Key, list[_Thing]]:
    found: defaultdict[_Key, list[_Thing]] = defaultdict(list)
    for thing in things:
        found[key(thing)].append(thing)
    return dict(found)


_LEFT: Mapping[tuple[Role, bool], Callable[[int], Message]] = {
    (Role.MENTEE, False): lambda n: msg_n(
        "{count} mentee without a mentor:", "{count} mentees without a mentor:", n
    ),
    (Role.PEER, False): lambda n: msg_n(
        "{count} peer without a circle:", "{count} peers without a circle:", n
    ),
    (Role.MENTOR, False): lambda n: msg_n(
        "{count} mentor without a mentee:", "{count} mentors without a mentee:", n
    ),
    (Role.MENTOR, True): lambda n: msg_n(
        "{count} mentor who accompanies somebody, with room left:",
        "{count} mentors who accompany somebody, with room left:",
        n,
    ),
    (Role.FACILITATOR, False): lambda n: msg_n(
        "{count} facilitator without a group:", "{count} facilitators without a group:", n
    ),
}
"""How those who are left are headed, by their role and whether they have mentees already."""

_HELPS: Mapping[Kind, Callable[[int], Message]] = {
    Kind.HOUR: lambda n: msg_n(
        "one more free hour for {count}", "one more free hour for each of {count}", n
    ),
    Kind.SKILL: lambda n: msg_n(
        "one more skill for {count}", "one more skill for each of {count}", n
    ),
    Kind.PLACE: lambda n: msg_n(
        "one more place with a mentor for {count}",
        "one more place with a mentor for each of {count}",
        n,
    ),
    Kind.LEVEL: lambda n: msg_n(
        "a better level of a language for {count}",
        "a better level of a language for each of {count}",
        n,
    ),
    Kind.GAP: lambda n: msg_n(
        "a larger maximum_timezone_gap for {count}", "a larger maximum_timezone_gap for {count}", n
    ),
    Kind.MINIMUM: lambda n: msg_n(
        "a lower minimum_score for {count}", "a lower minimum_score for {count}", n
    ),
    Kind.RULE: lambda n: msg_n("one rule fewer for {count}", "one rule fewer for {count}", n),
    Kind.REPEAT: lambda n: msg_n("repeat_pairs for {count}", "repeat_pairs for {count}", n),
    Kind.ORDER: lambda n: msg_n(
        "leaving out a --forbid for {count}", "leaving out a --forbid for {count}", n
    ),
    Kind.CRITERION: lambda n: msg_n(
        "an exception for {count}", "an exception for each of {count}", n
    ),
    Kind.PAIRS: lambda n: msg_n(
        "a larger capacity.pairs for {count}", "a larger capacity.pairs for {count}", n
    ),
}
