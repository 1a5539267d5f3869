"""Which figures would tell on few people, and which others would tell these by subtraction."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias

from telemaco.messages import msg
from telemaco.records.base import PersonId

WITHHELD = msg("not shown, so that nobody can be picked out")
"""Stands in place of a figure that may not be told."""

Row: TypeAlias = Sequence[Collection[PersonId]]
"""The groups that the figures of a row are about."""


def hidden(
    groups: Sequence[Collection[PersonId]], few: int, always: Collection[int] = ()
) -> frozenset[int]:
    """The places of the groups of which nothing may be told, when their sum is.

    Those at `always`, and groups of somebody, but fewer than `few`; and where those left out are
    still fewer than that together, the smallest of the others, too (complementary suppression). Of
    groups of one size the first goes.
    """
    return hidden_rows([[group] for group in groups], few, always)


def hidden_rows(rows: Sequence[Row], few: int, always: Collection[int] = ()) -> frozenset[int]:
    """The places of the rows of which nothing may be told, when the sums of their columns are.

    A row has the groups that its figures are about, as many as the others. It is left out at the
    places `always`, and where one of them is somebody, but fewer than `few`; and where those left
    out are still few together in a column, so is the smallest of the others, too. Of rows of one
    size the first goes.
    """
    left_out = [place for place, row in enumerate(rows) if place in always or _has_few(row, few)]
    sizes = [len(_united(row)) for row in rows]
    others = sorted(
        (place for place, size in enumerate(sizes) if size and place not in left_out),
        key=lambda place: (sizes[place], place),
    )
    while others and are_few_together([rows[place] for place in left_out], few):
        left_out.append(others.pop(0))
    return frozenset(left_out)


def are_few_together(rows: Sequence[Row], few: int) -> bool:
    """Whether a column of these rows is about somebody, but about few."""
    return _has_few([_united(column) for column in zip(*rows, strict=True)], few)


def hidden_answers(counts: Sequence[int], answers: int, few: int) -> frozenset[int]:
    """The places of the answers to a question of which it is not told how many gave them.

    Those that few of all who answered gave, or all but few, or all; with the next rarest if those
    left out are still few together; and then those that nobody gave, for else it would be known
    which ones the few gave.
    """
    groups = [
        [PersonId(f"{place} {n}") for n in range(count)] for place, count in enumerate(counts)
    ]
    nearly_all = [place for place, count in enumerate(counts) if count and answers - count < few]
    left_out = hidden(groups, few, nearly_all)
    nobody = {place for place, count in enumerate(counts) if not count}
    return left_out | nobody if left_out else left_out


def shown_steps(counts: Sequence[int], few: int, weights: Sequence[int]) -> frozenset[int]:
    """The places of a falling or rising row of counts that may be told side by side.

    A count is told if it is nobody or at least `few`, and if so is its difference from each
    count that is told: whoever falls away between two of them is then never one of few.
    """
    return heaviest_chain(
        weights,
        lambda place: is_step(counts[place], few),
        lambda one, other: is_step(counts[one] - counts[other], few),
    )


def heaviest_chain(
    weights: Sequence[int],
    may_be: Callable[[int], bool],
    may_follow: Callable[[int, int], bool],
) -> frozenset[int]:
    """The places that may be told, each beside the one before it.

    Of all such sets it is the one of the greatest weight; of equals the one that begins earliest.
    """
    best: list[tuple[int, tuple[int, ...]]] = []
    for place, weight in enumerate(weights):
        before = [
            best[other] for other in range(place) if best[other][0] and may_follow(other, place)
        ]
        most, chain = max(before, key=lambda found: found[0], default=(0, ()))
        best.append((most + weight, (*chain, place)) if may_be(place) else (0, ()))
    return frozenset(max(best, key=lambda found: found[0], default=(0, ()))[1])


def is_step(difference: int, few: int) -> bool:
    """Whether so many people who are between two counts, or at one, are many, or nobody."""
    return difference == 0 or abs(difference) >= few


def _has_few(groups: Iterable[Collection[PersonId]], few: int) -> bool:
    return any(0 < len(group) < few for group in groups)


def _united(groups: Iterable[Collection[PersonId]]) -> frozenset[PersonId]:
    return frozenset(one for group in groups for one in group)
